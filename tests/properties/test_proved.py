"""What was proved of a shipped scene is never left: ten thousand sessions by a die stay inside of it."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from game.authoring.explore.kept import kept
from game.engine.play import choices, choose, is_over, opening
from game.engine.scene import Scene
from game.model.events import MomentEntered, SecretConfided, TurningPointReached
from tests.assets.explored import FOLDER
from tests.players import shipped

if TYPE_CHECKING:
    from game.model.state import State

SESSIONS = 10_000
"""Of all scenes together."""

SCENES = shipped().ids()


def _figures(state: State) -> tuple[int, ...]:
    return (*state[1:8], sum(state[1:6]))


@pytest.mark.parametrize("name", SCENES)
def test_no_session_leaves_what_was_proved(name: str) -> None:
    catalogue = shipped()
    scene = Scene(catalogue.scenario(name, ""), catalogue.rubric)
    proved = kept(FOLDER, scene)
    assert proved is not None
    ended = set()
    for seed in range(-(-SESSIONS // len(SCENES))):
        pick = Random(f"{name}/{seed}")
        state, events = opening(scene, seed)
        replies = 0
        while not is_over(scene, state):
            there = proved.there[state.moment]
            assert there.guardedness[0] <= state.guardedness <= there.guardedness[1]
            assert there.trust[0] <= state.trust <= there.trust[1]
            choice = pick.choice(choices(scene, state)).id
            assert len(proved.choices[state.moment, choice]) <= replies + 1, (
                "a shorter road than the shortest"
            )
            state, events = choose(scene, state, choice)
            replies += 1
            for event in events:
                match event:
                    case MomentEntered(moment):
                        assert len(proved.moments[moment]) <= replies
                    case SecretConfided(secret):
                        assert len(proved.secrets[secret]) <= replies
                    case TurningPointReached(point):
                        assert len(proved.turning_points[point]) <= replies
        ending = proved.endings[state.moment]
        figures = zip(ending.least, _figures(state), ending.most, strict=True)
        assert all(least <= value <= most for least, value, most in figures)
        assert ending.shortest <= replies <= (ending.longest or replies)
        ended.add(state.moment)
    assert len(ended) > 1, "the die sees more than one ending"
