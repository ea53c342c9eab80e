"""Conditions made ready to run: an allow-listed expression becomes one Python function of the state.

The source that is compiled here is written by us from the expression's values (numbers, positions in
tuples, quoted words); no text of a scenario is ever part of it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from game.model.expression import Arithmetic, Both, Compare, Expression, Literal, Name, Not
from game.model.measures import SKILLS
from game.model.state import State
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Condition = Callable[[State], bool]

_OPERATORS = {sign: sign for sign in ("and", "or", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*")}
_PLACE = {field: f"s[{index}]" for index, field in enumerate(State._fields)}


_NAMES = {"__builtins__": {}, "dict": dict}
"""All that a compiled condition could name; nothing in it writes."""


class Positions(NamedTuple):
    """Where each watched thing stands in a state."""

    variables: Mapping[str, int]
    visits: Mapping[str, int]
    said: Mapping[str, int]
    known: Mapping[str, int]


def compile_condition(expression: Expression, positions: Positions) -> Condition:
    """One function of the state.

    Raises KeyError for a name that the scene does not watch, and for an operator that conditions do not have.
    """
    return _function(_source(expression, positions))


@lru_cache(maxsize=8_192)
def _function(source: str) -> Condition:
    """The function of a source. Equal conditions share one: the rubric's stand behind every choice."""
    return eval(f"lambda s: {source}", _NAMES)  # type: ignore[no-any-return]  # noqa: S307


def _source(expression: Expression, positions: Positions) -> str:
    match expression:
        case Literal(value):
            return repr(value)
        case Name(kind, key):
            return _name(kind, key, positions)
        case Not(part):
            return f"(not {_source(part, positions)})"
        case Both(operator, left, right) | Compare(operator, left, right) | Arithmetic(operator, left, right):
            return f"({_source(left, positions)} {_OPERATORS[operator]} {_source(right, positions)})"


def _name(kind: str, key: str, positions: Positions) -> str:
    match kind:
        case "measure":
            return _PLACE[key]
        case "score":
            return f"({' + '.join(_PLACE[skill] for skill in SKILLS)})"
        case "turn":
            return _PLACE["turn"]
        case "variable":
            return f"{_PLACE['variables']}[{positions.variables[key]}]"
        case "visits":
            return f"{_PLACE['visits']}[{positions.visits[key]}]"
        case "said":
            return f"({_PLACE['said']} >> {positions.said[key]} & 1 == 1)"
        case "knows":
            return f"({_PLACE['known']} >> {positions.known[key]} & 1 == 1)"
        case "run":
            return f"dict({_PLACE['runs']}).get({key!r}, 0)"
        case _:
            raise KeyError(kind)
