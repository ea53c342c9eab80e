"""Conditions made ready to run: an allow-listed expression becomes one Python function of the state.

The source that is compiled here is written by us: operators and the fields of a state. Numbers, words, and
where in a field something stands are given to it as values: no text of a scenario is ever part of it, and
conditions of one shape share its code, so that hardly any has to be compiled in the middle of a session.
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

    from game.model.scenario import Value

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
    values: list[Value] = []
    source = _source(expression, positions, values)
    return _function(source, *values)


@lru_cache(maxsize=8_192, typed=True)
def _function(source: str, *values: Value) -> Condition:
    """The function of a source. Equal conditions share one: the rubric's stand behind every choice."""
    return _maker(source, len(values))(*values)


@lru_cache(maxsize=8_192)
def _maker(source: str, count: int) -> Callable[..., Condition]:
    names = ", ".join([f"v{number}" for number in range(count)])
    return eval(f"lambda {names}: lambda s: {source}", _NAMES)  # type: ignore[no-any-return]  # noqa: S307


def _source(expression: Expression, positions: Positions, values: list[Value]) -> str:
    match expression:
        case Name(kind, key):
            return _name(kind, key, positions, values)
        case Literal(value):
            return _value(value, values)
        case Arithmetic("-", Literal(0), Literal(number)):
            return _value(-number, values)  # type: ignore[operator]  # only numbers stand behind a minus
        case Both(operator, left, right) | Compare(operator, left, right) | Arithmetic(operator, left, right):
            one, other = _source(left, positions, values), _source(right, positions, values)
            return f"({one} {_OPERATORS[operator]} {other})"
        case Not(part):
            return f"(not {_source(part, positions, values)})"


def _value(value: Value, values: list[Value]) -> str:
    values.append(value)
    return f"v{len(values) - 1}"


def _name(kind: str, key: str, positions: Positions, values: list[Value]) -> str:
    match kind:
        case "variable":
            return f"{_PLACE['variables']}[{_value(positions.variables[key], values)}]"
        case "measure":
            return _PLACE[key]
        case "score":
            return f"({' + '.join(_PLACE[skill] for skill in SKILLS)})"
        case "turn":
            return _PLACE["turn"]
        case "visits":
            return f"{_PLACE['visits']}[{_value(positions.visits[key], values)}]"
        case "said":
            return f"({_PLACE['said']} >> {_value(positions.said[key], values)} & 1 == 1)"
        case "knows":
            return f"({_PLACE['known']} >> {_value(positions.known[key], values)} & 1 == 1)"
        case "run":
            return f"dict({_PLACE['runs']}).get({_value(key, values)}, 0)"
        case _:
            raise KeyError(kind)
