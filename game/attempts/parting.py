"""Where roads part: an attempt on a scene that its author has changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.replay import begin, go_on

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.engine.replay import Session
    from game.engine.scene import Scene


def taken(session: Session) -> tuple[tuple[str, str], ...]:
    """The replies of a session, each with the moment in which it was given."""
    return tuple((turn.before.moment, turn.choice) for turn in session.turns)


def as_far_as_it_leads(scene: Scene, seed: int, road: Iterable[tuple[str, str]]) -> Session:
    """The session that these replies make in another text of the scene, up to the first that does not fit.

    A reply fits where it is offered in the moment of the same name (any moment, where that is empty).
    """
    session = begin(scene, seed)
    for moment, choice in road:
        if moment not in ("", session.state.moment):
            break
        try:
            session = go_on(scene, session, choice)
        except ValueError:
            break
    return session
