"""A condition, parsed: plain values, so that it can be printed, analysed, stored and compiled."""

from __future__ import annotations

from game.model.values import NamedTuple


class Literal(NamedTuple):
    """A whole number, true/false or a word."""

    value: int | bool | str


class Name(NamedTuple):
    """Something that a condition can see.

    `kind` is measure, score, turn, variable, visits, said, knows or run; `key` says which one (a moment,
    `moment.choice`, a secret, a technique, a variable or a measure); score and turn have an empty key.
    """

    kind: str
    key: str


class Not(NamedTuple):
    """True where its part is false."""

    part: Expression


class Both(NamedTuple):
    """`and` or `or` over two parts."""

    operator: str
    left: Expression
    right: Expression


class Compare(NamedTuple):
    """`== != < <= > >=` between two values."""

    operator: str
    left: Expression
    right: Expression


class Arithmetic(NamedTuple):
    """`+ - *` between two numbers."""

    operator: str
    left: Expression
    right: Expression


Expression = Literal | Name | Not | Both | Compare | Arithmetic


def names(expression: Expression) -> tuple[Name, ...]:
    """Every name that the condition reads, in reading order."""
    match expression:
        case Literal():
            return ()
        case Name():
            return (expression,)
        case Not(part):
            return names(part)
        case Both(_, left, right) | Compare(_, left, right) | Arithmetic(_, left, right):
            return names(left) + names(right)
