"""What a reply is worth: one figure by which replies on offer at the same moment are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.play import choices, choose
from game.model.events import EffectApplied
from game.model.measures import GUARDEDNESS, TRUST
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from game.engine.scene import PreparedChoice, Scene
    from game.model.measures import Deltas
    from game.model.state import State

A_POINT_A_LEVEL = 3
"""How much a level of an opportunity that is met (ECCS, 0..6) counts beside a point of a measure."""


def worth(change: Deltas, meets: int = 0) -> int:
    """Whether a change brings both nearer: skills and trust count up, guard counts down."""
    return sum(change[:GUARDEDNESS]) + change[TRUST] - change[GUARDEDNESS] + A_POINT_A_LEVEL * meets


class Offer(NamedTuple):
    """A reply that is on offer, with what it would really move in this state, and what that is worth."""

    choice: PreparedChoice
    change: Deltas
    worth: int


def offers(scene: Scene, state: State) -> tuple[Offer, ...]:
    """All that can be said now, in the author's order, each weighed by trying it."""
    return tuple(_weighed(scene, state, choice) for choice in choices(scene, state))


def best(offered: tuple[Offer, ...]) -> Offer:
    """The offer that is worth most; the first of them where there are several."""
    return max(offered, key=lambda offer: offer.worth)


def _weighed(scene: Scene, state: State, choice: PreparedChoice) -> Offer:
    _, events = choose(scene, state, choice.id)
    change = next(event.change for event in events if isinstance(event, EffectApplied))
    return Offer(choice, change, worth(change, choice.source.meets))
