"""What a condition lets through: reasoning over ranges, cheap and always on the safe side.

A box holds, for each name, what it can be; `narrow` gives the boxes in which a condition has a truth. An
empty answer is a proof that it never has; anything else only says that no proof was found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.model.expression import Arithmetic, Both, Compare, Expression, Literal, Name, Not
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_BOXES = 200
"""Beyond so many boxes, the reasoning gives up and takes everything for possible."""

_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_TURNED = {"==": "==", "!=": "!=", "<": ">", ">=": "<=", ">": "<", "<=": ">="}


class Range(NamedTuple):
    """Whole numbers from `low` to `high`, both included."""

    low: int
    high: int


Values = Range | frozenset[bool | str]
"""What a name can be: numbers as a range, true/false and words one by one."""

TRUTHS: Values = frozenset((True, False))


class Box:
    """What each name can be; names that were not narrowed yet are asked of `facts`."""

    __slots__ = ("_facts", "_known")

    def __init__(self, facts: Callable[[Name], Values], known: dict[Name, Values] | None = None) -> None:
        self._facts = facts
        self._known = known or {}

    def of(self, name: Name) -> Values:
        """What a name can be."""
        known = self._known.get(name)
        return self._facts(name) if known is None else known

    def also(self, name: Name, values: Values) -> Box:
        """The same box with one name narrowed."""
        return Box(self._facts, {**self._known, name: values})


def narrow(expression: Expression, truth: bool, box: Box) -> list[Box]:
    """The boxes in which the condition can be `truth`: an empty list proves that it never is."""
    match expression:
        case Literal(value):
            return [box] if bool(value) == truth else []
        case Name():
            return _kept(expression, "==", truth, box)
        case Not(part):
            return narrow(part, not truth, box)
        case Both(operator, left, right):
            if (operator == "and") == truth:
                found = [inner for outer in narrow(left, truth, box) for inner in narrow(right, truth, outer)]
            else:
                found = narrow(left, truth, box) + narrow(right, truth, box)
            return found if len(found) <= MAX_BOXES else [box]
        case Compare(operator, left, right):
            return _compared(operator if truth else _OPPOSITE[operator], left, right, box)
        case Arithmetic():
            return [box]


def never(expression: Expression, box: Box) -> bool:
    """True where it is proved that the condition does not hold."""
    return not narrow(expression, True, box)


def always(expression: Expression, box: Box) -> bool:
    """True where it is proved that the condition holds."""
    return not narrow(expression, False, box)


def _compared(operator: str, left: Expression, right: Expression, box: Box) -> list[Box]:
    if isinstance(left, Name) and isinstance(right, Literal):
        return _kept(left, operator, right.value, box)
    if isinstance(right, Name) and isinstance(left, Literal):
        return _kept(right, _TURNED[operator], left.value, box)
    one, other = _range(left, box), _range(right, box)
    if one is None or other is None:
        return [box]
    if isinstance(left, Name) and other.low == other.high:
        return _kept(left, operator, other.low, box)
    return [box] if _possible(operator, one, other) else []


def _kept(name: Name, operator: str, value: int | bool | str, box: Box) -> list[Box]:
    """The boxes in which a name compares like this with a value."""
    values = box.of(name)
    if isinstance(values, frozenset):
        left = frozenset(one for one in values if (one == value) == (operator == "=="))
        return [box.also(name, left)] if left else []
    number = int(value) if not isinstance(value, str) else 0
    pieces = {
        "==": [(number, number)],
        "!=": [(values.low, number - 1), (number + 1, values.high)],
        "<": [(values.low, number - 1)],
        "<=": [(values.low, number)],
        ">": [(number + 1, values.high)],
        ">=": [(number, values.high)],
    }[operator]
    cut = [Range(max(low, values.low), min(high, values.high)) for low, high in pieces]
    return [box.also(name, piece) for piece in cut if piece.low <= piece.high]


def _range(expression: Expression, box: Box) -> Range | None:
    """The numbers that an expression can be; None for what is no number."""
    match expression:
        case Literal(value):
            return Range(value, value) if type(value) is int else None
        case Name():
            values = box.of(expression)
            return values if isinstance(values, Range) else None
        case Arithmetic(operator, left, right):
            one, other = _range(left, box), _range(right, box)
            if one is None or other is None:
                return None
            if operator == "+":
                return Range(one.low + other.low, one.high + other.high)
            if operator == "-":
                return Range(one.low - other.high, one.high - other.low)
            corners = [a * b for a in one for b in other]
            return Range(min(corners), max(corners))
        case _:
            return None


def _possible(operator: str, one: Range, other: Range) -> bool:
    match operator:
        case "==":
            return one.low <= other.high and other.low <= one.high
        case "!=":
            return not (one.low == one.high == other.low == other.high)
        case "<":
            return one.low < other.high
        case "<=":
            return one.low <= other.high
        case ">":
            return one.high > other.low
        case _:
            return one.high >= other.low
