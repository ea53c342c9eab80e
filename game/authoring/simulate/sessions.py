"""One session of a simulated clinician, played with the four verbs."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from game.authoring.simulate.clinicians import Judgment
from game.engine.play import choices, choose, is_over, opening
from game.engine.texts import stable_hash
from game.model.events import MomentEntered
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.simulate.clinicians import Clinician
    from game.engine.scene import Scene
    from game.model.state import State

MOST_TURNS = 150
"""A session that has not come to an end by then goes round in circles."""


class Course(NamedTuple):
    """How a session went.

    `last` is where it stood at last. `guards` and `trusts` hold a value before each reply and one at the end,
    `entered` the moments with the guard at their entrance; all are 0..100.
    """

    last: State
    over: bool
    guards: tuple[int, ...]
    trusts: tuple[int, ...]
    entered: tuple[tuple[str, int], ...]

    @property
    def turns(self) -> int:
        """How many replies were given."""
        return len(self.guards) - 1


def courses(scene: Scene, clinician: Clinician, sessions: int, seed: int) -> Iterator[Course]:
    """So many sessions of one clinician: the same for the same seed, on every machine."""
    judgment = Judgment(scene, clinician)
    for number in range(sessions):
        own = stable_hash(f"{seed}.{clinician.id}.{number}")
        yield course(scene, judgment, clinician.slip(number, sessions), own)


def course(scene: Scene, judgment: Judgment, slip: float, seed: int) -> Course:
    """One session, until it ends, no reply is left, or it goes on for too long."""
    dice = Random(seed)
    state, events = opening(scene, seed)
    guards, trusts = [state.guardedness], [state.trust]
    entered: list[tuple[str, int]] = []
    while True:
        guard = state.guardedness
        entered += [(event.moment, guard) for event in events if event.__class__ is MomentEntered]
        offered = choices(scene, state)
        if not offered or len(guards) > MOST_TURNS:
            break
        state, events = choose(scene, state, judgment.pick(state, offered, slip, dice))
        guards.append(state.guardedness)
        trusts.append(state.trust)
    return Course(state, is_over(scene, state), tuple(guards), tuple(trusts), tuple(entered))
