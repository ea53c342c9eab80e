"""A session played again from its choices: the fold that transcripts and debriefs are read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.play import choose, opening
from game.model.events import EffectApplied
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.engine.scene import Scene
    from game.model.events import Event
    from game.model.state import State


class Turn(NamedTuple):
    """One answer of the clinician, and all that came of it."""

    number: int
    before: State
    choice: str
    events: tuple[Event, ...]
    after: State


class Session(NamedTuple):
    """A session so far: what was there when the door opened, and every turn since."""

    begun: State
    opening: tuple[Event, ...]
    turns: tuple[Turn, ...]

    @property
    def state(self) -> State:
        """Where it stands now."""
        return self.turns[-1].after if self.turns else self.begun


def effect(turn: Turn) -> EffectApplied:
    """What the turn's reply moved, with its parts."""
    return next(event for event in turn.events if isinstance(event, EffectApplied))


def begin(scene: Scene, seed: int) -> Session:
    """A session in which nothing was answered yet."""
    state, events = opening(scene, seed)
    return Session(state, events, ())


def go_on(scene: Scene, session: Session, choice: str) -> Session:
    """The session with one more answer. Raises ValueError where it is not offered."""
    before = session.state
    after, events = choose(scene, before, choice)
    turn = Turn(len(session.turns) + 1, before, choice, events, after)
    return session._replace(turns=(*session.turns, turn))


def replay(scene: Scene, seed: int, choices: Iterable[str]) -> Session:
    """The session that these choices make. Raises ValueError at the first that is not offered."""
    session = begin(scene, seed)
    for choice in choices:
        session = go_on(scene, session, choice)
    return session
