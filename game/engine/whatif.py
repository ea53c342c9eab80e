"""The other road: what the reply that a debrief holds up as an example would have led to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.play import choices, choose
from game.engine.replay import Turn
from game.engine.worth import best, offers

if TYPE_CHECKING:
    from game.engine.scene import Scene
    from game.model.state import State

AHEAD = 3
"""How many turns of another road are looked at."""


def example(scene: Scene, state: State, said: str) -> str:
    """The reply to hold up in place of `said`; empty where `said` is worth as much as any.

    It is the author's `better` where that is on offer in this state, else the one worth most.
    """
    offered = offers(scene, state)
    named = scene.moments[state.moment].by_id[said].source.better
    if named and any(offer.choice.id == named for offer in offered):
        return named
    top = best(offered)
    own = next(offer for offer in offered if offer.choice.id == said)
    return top.choice.id if top.worth > own.worth else ""


def other_road(scene: Scene, turn: Turn, ahead: int = AHEAD) -> tuple[Turn, ...]:
    """The turns that the example in place of this turn's reply would have led to, `ahead` at the most.

    After the example, each turn takes the reply that is worth most there. The road ends with the session;
    there is none where the learner's own reply was the example.
    """
    state, reply = turn.before, example(scene, turn.before, turn.choice)
    road: list[Turn] = []
    while reply and len(road) < ahead:
        after, events = choose(scene, state, reply)
        road.append(Turn(turn.number + len(road), state, reply, events, after))
        state = after
        reply = best(offers(scene, state)).choice.id if choices(scene, state) else ""
    return tuple(road)
