"""States by the thousand: one column of numbers for each part, and many columns packed into one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from game.model.expression import Arithmetic, Both, Compare, Expression, Literal, Name, Not
from game.model.measures import SKILLS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from game.authoring.explore.parts import Part, Parts

    Array = npt.NDArray[Any]
    Columns = dict[Part, Array]

_WIDEST = 1 << 62
_INTERNED = 1 << 31

_COMPARE: dict[str, Any] = {
    "==": np.equal,
    "!=": np.not_equal,
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
}
_COMPUTE: dict[str, Any] = {"+": np.add, "-": np.subtract, "*": np.multiply}


def holds(expression: Expression, columns: Columns, codes: dict[str, int]) -> Array:
    """In which of the rows a condition holds: an array of truths, or one truth for all of them."""
    return np.asarray(_value(expression, columns, codes), dtype=bool)


def _value(expression: Expression, columns: Columns, codes: dict[str, int]) -> Any:
    match expression:
        case Literal(value):
            return codes.get(value, -1) if isinstance(value, str) else value
        case Name("score") if ("score", "") not in columns:
            return sum(columns["measure", skill].astype(np.int64) for skill in SKILLS)
        case Name("run", key) if ("run", key) not in columns:
            return 0  # the reply that was just said broke it
        case Name(kind, key):
            column = columns[kind, key]
            return column.astype(np.int64) if column.dtype != bool else column
        case Not(part):
            return np.logical_not(_value(part, columns, codes))
        case Both(operator, left, right):
            join = np.logical_and if operator == "and" else np.logical_or
            return join(_value(left, columns, codes), _value(right, columns, codes))
        case Compare(operator, left, right):
            return _COMPARE[operator](_value(left, columns, codes), _value(right, columns, codes))
        case Arithmetic(operator, left, right):
            return _COMPUTE[operator](_value(left, columns, codes), _value(right, columns, codes))


class Packing:
    """One key of 62 bits for the parts of a moment, from 0 to below `size`.

    Where the parts need more, the first of them are numbered.
    """

    def __init__(self, of: Sequence[Part], parts: Parts) -> None:
        self._steps: list[tuple[Part, int, int, _Numbers | None]] = []
        width = 1
        for part in of:
            low, size = parts.range(part)
            numbers = None
            if width * size >= _WIDEST:
                numbers, width = _Numbers(), _INTERNED
            self._steps.append((part, low, size, numbers))
            width *= size
        self.size = width

    def pack(self, columns: Columns, count: int) -> Array:
        """The keys of the rows."""
        keys = np.zeros(count, np.int64)
        for part, low, size, numbers in self._steps:
            if numbers is not None:
                keys = numbers.of(keys)
            keys *= size
            keys += columns[part]
            if low:
                keys -= low
        return keys

    def unpack(self, keys: Array) -> Columns:
        """The columns of the rows, by their keys."""
        columns: Columns = {}
        rest = keys
        for part, low, size, numbers in reversed(self._steps):
            rest, column = np.divmod(rest, size)
            columns[part] = (column + low).astype(np.int32)
            if numbers is not None:
                rest = numbers.back(rest)
        return columns


class _Numbers:
    """A number for each value, in the order in which they were met."""

    def __init__(self) -> None:
        self._number: dict[int, int] = {}

    def of(self, values: Array) -> Array:
        found, inverse = np.unique(values, return_inverse=True)
        known = self._number
        numbers = [known.setdefault(value, len(known)) for value in found.tolist()]
        return np.array(numbers, np.int64)[inverse]

    def back(self, numbers: Array) -> Array:
        return np.array(list(self._number), np.int64)[numbers]
