"""What was kept comes back as it was, or not at all."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from game.loading.compiled import Compiled
from tests.loading.desk import OVERLAY, SCENE, load, rubric

if TYPE_CHECKING:
    from pathlib import Path

    from game.model.scenario import Scenario


def _scenario(folder: Path, language: str = "en") -> Scenario:
    scenario = load(folder, SCENE, language, fr=OVERLAY).scenario
    assert scenario is not None
    return scenario


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_scene_comes_back_as_it_was(language: str, tmp_path: Path) -> None:
    scenario, kept = _scenario(tmp_path, language), Compiled(tmp_path / "kept")
    kept.keep("scene", "key", scenario)
    again: Scenario = kept.load("scene", "key")  # type: ignore[assignment]
    assert again._replace(moments=dict(again.moments)) == scenario
    assert list(again.moments) == list(scenario.moments)


def test_the_rubric_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = Compiled(tmp_path)
    kept.keep("rubric", "key", rubric())
    assert kept.load("rubric", "key") == rubric()


def test_another_key_or_name_finds_nothing(tmp_path: Path) -> None:
    kept = Compiled(tmp_path)
    kept.keep("rubric", "key", rubric())
    assert kept.load("rubric", "other") is None
    assert kept.load("scene", "key") is None


def test_a_damaged_file_counts_as_if_it_were_not_there(tmp_path: Path) -> None:
    kept, pick = Compiled(tmp_path), random.Random(1)
    kept.keep("scene", "key", _scenario(tmp_path))
    file = tmp_path / "scene.json"
    good = file.read_bytes()
    for _ in range(200):
        data = bytearray(good)
        data[pick.randrange(len(data))] ^= 1 << pick.randrange(8)
        file.write_bytes(data)
        assert kept.load("scene", "key") is None
    for data in (b"", b"\n", good[:-1], good + b" ", b"\xff\xfe", b"[" * 100_000):
        file.write_bytes(data)
        assert kept.load("scene", "key") is None


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("")
    kept = Compiled(tmp_path / "kept")
    kept.keep("rubric", "key", rubric())
    assert kept.load("rubric", "key") is None
