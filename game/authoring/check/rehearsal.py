"""A few sessions by clinicians of several minds, always the same ones: what they meet is certain.

What they do not meet proves nothing; for proofs there is the explorer.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from game.engine.play import choices, choose, is_over, start
from game.engine.worth import worth

if TYPE_CHECKING:
    from game.engine.scene import PreparedChoice, Scene
    from game.model.state import State

SESSIONS = 90
MAX_STEPS = 2_000
"""All sessions together take at most so many replies, so that a check stays quick at any size."""
MAX_MOMENTS = 250
"""They prepare so many moments at most: that, and not the playing, is what takes its time in a big scene."""
MAX_TURNS = 150

_CLUMSINESS = (1.0, 0.7, 0.5, 0.3, 0.0, -0.5)
"""How often the worst reply is chosen; below 0: how often the best one is. Any other is drawn."""


class Rehearsal:
    """What was met.

    `stuck`: moments in which nothing could be said; `too_early`: moment and choice of secrets that were
    confided while what they need did not hold.
    """

    exhaustive = False

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._needs = {secret.id: scene.condition(secret.needs) for secret in scene.scenario.patient.secrets}
        self.stuck: dict[str, None] = {}
        self.too_early: dict[tuple[str, str], None] = {}
        self._steps = 0
        if not self._can_meet_any():
            return
        for seed in range(SESSIONS):
            if self._steps >= MAX_STEPS or len(scene.moments) >= MAX_MOMENTS:
                break
            self._play(random.Random(seed), _CLUMSINESS[seed % len(_CLUMSINESS)])

    def _can_meet_any(self) -> bool:
        """False where each moment has a reply that is always there, and no secret needs anything."""
        moments = self._scene.scenario.moments.values()
        return any(
            all(choice.when is not None or choice.once for choice in moment.choices)
            or any(choice.confides and self._needs[choice.confides] for choice in moment.choices)
            for moment in moments
            if moment.choices
        )

    def _play(self, dice: random.Random, clumsiness: float) -> None:
        scene = self._scene
        state = start(scene)
        for _ in range(MAX_TURNS):
            self._steps += 1
            if is_over(scene, state):
                return
            offered = choices(scene, state)
            if not offered:
                self.stuck[state.moment] = None
                return
            choice = _picked(dice, clumsiness, offered, state)
            secret = choice.source.confides
            holds = None if secret is None else self._needs[secret]
            if holds is not None and not holds(state):
                self.too_early[state.moment, choice.id] = None
            state, _ = choose(scene, state, choice.id)


def _picked(
    dice: random.Random, clumsiness: float, offered: tuple[PreparedChoice, ...], state: State
) -> PreparedChoice:
    if len(offered) == 1 or dice.random() >= abs(clumsiness):
        return dice.choice(offered)
    pick = min if clumsiness > 0 else max
    return pick(offered, key=lambda one: worth(one.effects.at(state).change, one.source.meets))
