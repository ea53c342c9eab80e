"""An exploration as plain values, and as a file: whole, of this very scene, or as if it were not there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from game.authoring.explore import kept as home
from game.authoring.explore.exploration import FIGURES, from_record, record
from game.authoring.explore.explore import explore
from game.authoring.explore.kept import keep, kept
from game.engine.scene import Scene
from tests.engine.random_scenes import random_scenario
from tests.engine.table import rubric, scene

if TYPE_CHECKING:
    from pathlib import Path

LOOP = """
  a:
    choices:
      again: {say: A, technique: validation, then: a}
      enough: {say: B, technique: summary, then: bye}
"""


@pytest.mark.long
def test_an_exploration_is_the_same_after_its_record() -> None:
    for seed in (3, 8, 21, 34):
        scenario = random_scenario(seed)
        if scenario is not None:
            told = explore(Scene(scenario, rubric()))
            assert from_record(json.loads(json.dumps(record(told)))) == told
    assert len(FIGURES) == 8


@pytest.mark.parametrize(
    "values", [None, "", [], {}, {"version": 99}, {"version": 1, "figures": []}, {"version": 1, "figures": 3}]
)
def test_a_record_that_is_no_exploration(values: object) -> None:
    with pytest.raises(ValueError, match="no exploration"):
        from_record(values)


@pytest.mark.parametrize(
    ("name", "wrong"), [("longest", "x"), ("shortest", 1e99), ("least", [0] * 7), ("most", [0] * 7 + [True])]
)
def test_a_record_with_wrong_figures(name: str, wrong: object) -> None:
    told: dict[str, Any] = record(explore(scene(LOOP)))
    told["endings"]["bye"][name] = wrong
    with pytest.raises(ValueError, match="no exploration"):
        from_record(told)


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    played = scene(LOOP)
    told = explore(played)
    keep(tmp_path / "Mon cache", played, told)
    assert kept(tmp_path / "Mon cache", played) == told
    assert [path.name for path in (tmp_path / "Mon cache").iterdir()] == ["t.explored.json"]


def test_without_a_file_nothing_is_kept(tmp_path: Path) -> None:
    assert kept(tmp_path / "nowhere", scene(LOOP)) is None


def test_what_is_not_exhaustive_is_not_kept(tmp_path: Path) -> None:
    played = scene(LOOP)
    keep(tmp_path, played, explore(played, tell=lambda _: False))
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.write_text("in the way")
    played = scene(LOOP)
    keep(file, played, explore(played))
    assert kept(file, played) is None


def test_a_changed_scene_is_not_taken_for_the_old_one(tmp_path: Path) -> None:
    played = scene(LOOP)
    keep(tmp_path, played, explore(played))
    changed = played.scenario._replace(digest="e" * 64)
    assert kept(tmp_path, Scene(changed, rubric())) is None


def test_a_changed_rubric_counts_as_well(tmp_path: Path) -> None:
    played = scene(LOOP)
    keep(tmp_path, played, explore(played))
    ruptures = rubric().ruptures
    changed = rubric()._replace(ruptures=ruptures._replace(window=ruptures.window + 1))
    assert kept(tmp_path, Scene(played.scenario, changed)) is None


def test_what_another_version_kept_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    played = scene(LOOP)
    keep(tmp_path, played, explore(played))
    monkeypatch.setattr("game.authoring.explore.exploration.VERSION", 99)
    assert kept(tmp_path, played) is None


def test_a_damaged_file_counts_as_none(tmp_path: Path) -> None:
    played = scene(LOOP)
    keep(tmp_path, played, explore(played))
    path = home.file(tmp_path, "t")
    whole = path.read_bytes()
    damaged = [whole[: len(whole) * part // 8] for part in range(8)]
    damaged += [whole.replace(b"99", b"98", 1), b"[" * 100_000, b"null", b"{}", b"\xff", b'{"checksum": 0}']
    for data in damaged:
        assert data != whole
        path.write_bytes(data)
        assert kept(tmp_path, played) is None
    path.write_bytes(whole)
    assert kept(tmp_path, played) is not None
