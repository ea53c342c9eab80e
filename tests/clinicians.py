"""Clinicians for tests: each picks replies in a way of its own, seeing what a clinician could weigh."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from game.app.encounter import alliance
from game.engine.play import choices, choose, is_over, opening
from game.model.events import EffectApplied

if TYPE_CHECKING:
    from game.engine.scene import PreparedChoice, Scene
    from game.model.state import State


def worth(scene: Scene, state: State, choice: PreparedChoice) -> int:
    """How far a reply brings both nearer now, and how far it meets what was offered."""
    _, events = choose(scene, state, choice.id)
    change = next(event.change for event in events if isinstance(event, EffectApplied))
    return alliance(change) + 3 * choice.source.meets


def walk(scene: Scene, skill: float, seed: int) -> list[tuple[State, str]]:
    """A session: the best reply with probability `skill` (0..1; -1: always the worst), any other one else.

    Answers with each state and what was said in it; the last has nothing said.
    """
    dice = random.Random(seed)
    state, _ = opening(scene, seed)
    road = []
    while not is_over(scene, state):
        offered = choices(scene, state)
        assert offered, f"nothing can be said at {state.moment}"
        if skill < 0:
            choice = min(offered, key=lambda one: worth(scene, state, one))
        elif dice.random() < skill:
            choice = max(offered, key=lambda one: worth(scene, state, one))
        else:
            choice = dice.choice(offered)
        road.append((state, choice.id))
        assert len(road) < 100, "the session does not end"
        state, _ = choose(scene, state, choice.id)
    return [*road, (state, "")]
