"""The proofs that ship with the game are of today's scenes, and tell what a fresh walk tells."""

from __future__ import annotations

import pytest

from game.authoring.explore.explore import explore
from game.authoring.explore.kept import file, kept
from tests.assets.explored import FOLDER, scenes


@pytest.mark.long
def test_every_shipped_scene_is_proved_as_it_is_today() -> None:
    for scene in scenes():
        assert kept(FOLDER, scene) == explore(scene), "run python -m tests.assets.explored"


def test_nothing_lies_there_of_scenes_that_are_gone() -> None:
    assert sorted(FOLDER.iterdir()) == sorted(file(FOLDER, scene.scenario.id) for scene in scenes())
