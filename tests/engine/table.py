"""What the tests of the engine share: small scenes as an author writes them, and ways to play them."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from game.engine.play import choose, opening
from game.engine.scene import Scene
from game.loading.catalogue import Catalogue
from game.loading.reader import read
from game.loading.scenario import Origin, build_scenario
from game.model.diagnostics import Diagnostics
from game.model.events import EffectApplied

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.model.events import Event
    from game.model.rubric import Rubric
    from game.model.state import State

RUBRIC_FILE = Path(__file__).parents[2] / "scenarios" / "rubric.yaml"
T = TypeVar("T")

BYE = "  bye: {ending: {outcome: undecided, returns: unsure, title: Bye, text: Gone.}}\n"


@functools.cache
def rubric() -> Rubric:
    """The rubric that the game ships with."""
    return Catalogue([], RUBRIC_FILE).rubric


def scene(moments: str, top: str = "", patient: str = "", guardedness: int = 50, trust: int = 50) -> Scene:
    """A scene that starts at `a`, with an ending `bye`. `top` and `patient` add keys there."""
    text = (
        "format: 1\nid: t\nlanguage: en\ntitle: T\nsetting: gp\nlevel: beginner\nminutes: 5\nbrief: B\n"
        f"patient:\n  name: Ada\n  age: 40\n  guardedness: {guardedness}\n  trust: {trust}\n{patient}"
        f"start: a\n{top}moments:\n{moments}{BYE}"
    )
    return load(text)


def load(text: str) -> Scene:
    """The scene of a whole scenario, which must be right."""
    diagnostics = Diagnostics()
    root = read(text.encode(), "scenario.yaml", diagnostics)
    assert root is not None, "\n".join(map(str, diagnostics))
    scenario = build_scenario(root, Origin("t", ("en",), "d" * 64, tuple(rubric().techniques)), diagnostics)
    assert not diagnostics.failed, "\n".join(map(str, diagnostics))
    return Scene(scenario, rubric())


def one(line: str, guardedness: int = 50, trust: int = 50) -> Scene:
    """A scene of one moment in which `x` can be said again and again; `line` adds to it."""
    moment = (
        f"  a:\n    choices:\n      x: {{say: X, then: a, {line}}}\n"
        "      end: {say: E, technique: summary, then: bye}\n"
    )
    return scene(moment, guardedness=guardedness, trust=trust)


def say(scene: Scene, state: State, *choices: str) -> tuple[State, tuple[Event, ...]]:
    """The state after these choices, and the events of the last."""
    events: tuple[Event, ...] = ()
    for choice in choices:
        state, events = choose(scene, state, choice)
    return state, events


def after(scene: Scene, *choices: str, seed: int = 0) -> tuple[State, tuple[Event, ...]]:
    """The same, from the beginning."""
    state, events = opening(scene, seed)
    return say(scene, state, *choices) if choices else (state, events)


def find(events: Iterable[Event], kind: type[T]) -> T:
    """The one event of that kind."""
    found = [event for event in events if isinstance(event, kind)]
    assert len(found) == 1, f"{len(found)} of {kind.__name__}"
    return found[0]


def kinds(events: Iterable[Event]) -> list[str]:
    """The names of the events, in order."""
    return [type(event).__name__ for event in events]


def parts(events: Iterable[Event]) -> dict[str, tuple[int, ...]]:
    """What each part of the effect changed, by its kind."""
    return {part.kind: part.change for part in find(events, EffectApplied).parts}
