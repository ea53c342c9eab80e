"""The road that an author has taken since a preview began, walked again on a text that may have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.engine.replay import begin, go_on
from game.model.measures import STATE_LIMIT
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.engine.replay import Session
    from game.engine.scene import Scene


class Said(NamedTuple):
    """A reply, and the moment in which it was given."""

    moment: str
    choice: str


class Nudged(NamedTuple):
    """Guardedness or trust, changed by hand."""

    measure: str
    by: int


Step = Said | Nudged


class Walk(NamedTuple):
    """How far a road leads: the session, the steps that were taken, and the one that could not be."""

    session: Session
    taken: tuple[Step, ...]
    parted: Step | None


def walk(scene: Scene, seed: int, road: Sequence[Step]) -> Walk:
    """The session that these steps make, as far as they still lead."""
    session = begin(scene, seed)
    for count, step in enumerate(road):
        match step:
            case Nudged(measure, by):
                session = _nudged(session, measure, by)
            case Said(moment, choice):
                if session.state.moment != moment:
                    return Walk(session, tuple(road[:count]), step)
                try:
                    session = go_on(scene, session, choice)
                except ValueError:
                    return Walk(session, tuple(road[:count]), step)
    return Walk(session, tuple(road), None)


def within(value: int) -> int:
    """Guardedness or trust, kept within 0..100."""
    return max(0, min(STATE_LIMIT, value))


def _nudged(session: Session, measure: str, by: int) -> Session:
    """The session from here on with another figure; what was told so far stays as it was."""
    changed: dict[str, Any] = {measure: within(getattr(session.state, measure) + by)}
    state = session.state._replace(**changed)
    if not session.turns:
        return session._replace(begun=state)
    return session._replace(turns=(*session.turns[:-1], session.turns[-1]._replace(after=state)))
