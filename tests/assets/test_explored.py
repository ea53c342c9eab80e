"""The proofs that ship with the game are of today's scenes, and tell what a fresh walk tells."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from game.authoring.explore.explore import explore
from game.authoring.explore.kept import file, kept
from game.engine.scene import Scene
from tests.assets import explored
from tests.assets.explored import FOLDER, is_as_it_was, scenes
from tests.players import shipped

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = "run python -m tests.assets.explored"
SMALL = "premiers_pas"
"""The scene that is walked every time."""


@pytest.mark.long
@pytest.mark.parametrize("name", shipped().ids())
def test_a_shipped_scene_is_proved_as_it_is_today(name: str) -> None:
    """It is walked again where the scene, the code or the proof is another than when it was made."""
    scene = next(one for one in scenes() if one.scenario.id == name)
    proof = kept(FOLDER, scene)
    assert proof is not None, COMMAND
    if name == SMALL or not is_as_it_was(scene):
        assert proof == explore(scene), COMMAND


def test_another_proof_another_scene_or_other_code_is_never_taken_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(explored, "FOLDER", tmp_path)
    monkeypatch.setattr(explored, "MADE_FROM", tmp_path / "made from.json")
    scene = next(one for one in scenes() if one.scenario.id == SMALL)
    assert not is_as_it_was(scene)
    explored.MADE_FROM.write_text(json.dumps({SMALL: explored._digest(scene)}), "utf-8")
    assert is_as_it_was(scene)
    assert not is_as_it_was(Scene(scene.scenario._replace(digest="another"), scene.rubric))
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(explored, "_code", lambda: "other code")
        assert not is_as_it_was(scene)
    proof = file(tmp_path, SMALL)
    proof.write_bytes(proof.read_bytes().replace(b"1", b"2", 1))
    assert not is_as_it_was(scene)


def test_nothing_lies_there_of_scenes_that_are_gone() -> None:
    assert sorted(FOLDER.iterdir()) == sorted(file(FOLDER, scene.scenario.id) for scene in scenes())
