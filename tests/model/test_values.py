"""Our named tuples are those of typing, but for the time that they take to make."""

from __future__ import annotations

import copy
import pickle
import typing
from types import SimpleNamespace
from typing import Any

import pytest

from game.model import values
from game.model.scenario import Road

WRITTEN = '''
class Plain(NamedTuple):
    """A value."""

    name: str
    count: int = 3
    parts: tuple[int, ...] = ()

    @property
    def twice(self) -> int:
        """A property."""
        return self.count * 2

class Empty(NamedTuple):
    """Nothing."""
'''


def _made(by: object) -> Any:
    names: dict[str, Any] = {"NamedTuple": by, "__name__": "written"}
    exec(f"from __future__ import annotations\n{WRITTEN}", names)
    return SimpleNamespace(**{name: names[name] for name in ("Plain", "Empty")})


OURS, TYPINGS = _made(values.NamedTuple), _made(typing.NamedTuple)

USES = {
    "by place": lambda made: made.Plain("a", 1),
    "by name": lambda made: made.Plain(parts=(2,), name="a"),
    "empty": lambda made: made.Empty(),
    "repr": lambda made: repr(made.Plain("a")),
    "dict": lambda made: made.Plain("a")._asdict(),
    "replaced": lambda made: made.Plain("a")._replace(count=9),
    "from a list": lambda made: made.Plain._make(["a", 1, ()]),
    "hash": lambda made: hash(made.Plain("a")),
    "equal": lambda made: made.Plain("a") == ("a", 3, ()),
    "property": lambda made: made.Plain("a").twice,
    "fields": lambda made: (made.Plain._fields, made.Plain._field_defaults, made.Plain.__match_args__),
    "annotations": lambda made: list(made.Plain.__annotations__),
    "docstring": lambda made: made.Plain.__doc__,
    "copied": lambda made: copy.deepcopy(made.Plain("a")),
    "no room for more": lambda made: hasattr(made.Plain("a"), "__dict__"),
    "kind": lambda made: type(made.Plain),
}
MISUSES = {
    "too few": lambda made: made.Plain(),
    "too many": lambda made: made.Plain("a", 1, (), 4),
    "unknown": lambda made: made.Plain("a", other=1),
    "a short list": lambda made: made.Plain._make(["a"]),
    "assigned": lambda made: setattr(made.Plain("a"), "name", "b"),
    "new attribute": lambda made: setattr(made.Plain("a"), "other", "b"),
    "replaced unknown": lambda made: made.Plain("a")._replace(other=1),
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_a_value_does_what_one_of_typing_does(use: Any) -> None:
    assert use(OURS) == use(TYPINGS)
    assert use(OURS) == use(TYPINGS), "after its first use"


@pytest.mark.parametrize("misuse", MISUSES.values(), ids=MISUSES)
def test_a_value_refuses_what_one_of_typing_refuses(misuse: Any, request: pytest.FixtureRequest) -> None:
    with pytest.raises((TypeError, ValueError, AttributeError)) as theirs:
        misuse(TYPINGS)
    newer = {"replaced unknown": ValueError}  # typing's raises TypeError from Python 3.13 on
    with pytest.raises(newer.get(request.node.callspec.id, theirs.type)):
        misuse(OURS)


def test_a_field_without_a_default_cannot_follow_one_that_has_it() -> None:
    for by in (values.NamedTuple, typing.NamedTuple):
        with pytest.raises(TypeError):
            exec("class Wrong(NamedTuple):\n    a: int = 1\n    b: int", {"NamedTuple": by, "__name__": "w"})


def test_values_are_matched_by_place_and_go_through_pickle() -> None:
    match pickle.loads(pickle.dumps(Road(None, "here"))):
        case Road(when, to):
            assert (when, to) == (None, "here")
        case other:
            pytest.fail(f"{other!r}")
