"""A condition as its author would write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.model.expression import Arithmetic, Both, Compare, Expression, Literal, Name, Not

if TYPE_CHECKING:
    from collections.abc import Mapping

_STRENGTH: Mapping[str, int] = {"or": 1, "and": 2, "not": 3, "+": 5, "-": 5, "*": 6}
_COMPARING, _ALONE = 4, 9
_PREFIXES = {"visits", "said", "knows", "run"}


def told(expression: Expression | None) -> str:
    """The condition as text, with no more brackets than it needs; empty for none."""
    return "" if expression is None else _told(expression)[0]


def _told(expression: Expression) -> tuple[str, int]:
    """The text, and how strongly it holds together."""
    match expression:
        case Literal(value):
            text = str(value).lower() if isinstance(value, bool) else repr(value)
            return text, _ALONE
        case Name(kind, key):
            if kind in _PREFIXES:
                return f"{kind}.{key}", _ALONE
            return key or kind, _ALONE
        case Not(part):
            return f"not {_within(part, _STRENGTH['not'])}", _STRENGTH["not"]
        case Both(operator, left, right) | Compare(operator, left, right) | Arithmetic(operator, left, right):
            strength = _STRENGTH.get(operator, _COMPARING)
            return f"{_within(left, strength)} {operator} {_within(right, strength + 1)}", strength


def _within(expression: Expression, strength: int) -> str:
    text, own = _told(expression)
    return f"({text})" if own < strength else text
