"""Which scenes a path means."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from game.authoring.report.scenes import scenes_in
from game.model.trouble import FileTrouble, SceneTrouble

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with two scenes, a shared part, and a file."""
    shelf = tmp_path / "Mes scènes"
    for name in ("zoé", "abel", "shared"):
        (shelf / name).mkdir(parents=True)
    for name in ("zoé/scenario.yaml", "abel/scenario.yaml", "abel/fr.yaml", "shared/end.yaml", "notes.md"):
        (shelf / name).write_text("format: 1\n", "utf-8")
    return shelf


def test_a_scene_is_itself(shelf: Path) -> None:
    assert scenes_in(shelf / "zoé") == (shelf / "zoé",)


def test_a_folder_means_its_scenes_by_name(shelf: Path) -> None:
    assert scenes_in(shelf) == (shelf / "abel", shelf / "zoé")


@pytest.mark.parametrize("name", ["scenario.yaml", "fr.yaml"])
def test_a_file_of_a_scene_means_the_scene(shelf: Path, name: str) -> None:
    assert scenes_in(shelf / "abel" / name) == (shelf / "abel",)


def test_any_other_file_is_refused(shelf: Path) -> None:
    with pytest.raises(SceneTrouble, match=r"There is no scenario\.yaml beside .*notes\.md"):
        scenes_in(shelf / "notes.md")


def test_a_folder_without_scenes_is_refused(shelf: Path) -> None:
    with pytest.raises(SceneTrouble, match=r"There is no scene in .*shared"):
        scenes_in(shelf / "shared")


def test_what_is_not_there_is_refused(shelf: Path) -> None:
    with pytest.raises(FileTrouble, match="nowhere does not exist"):
        scenes_in(shelf / "nowhere")


@pytest.mark.skipif(os.name == "nt", reason="a pipe with a name")
def test_what_is_neither_a_file_nor_a_folder_is_refused(shelf: Path) -> None:
    os.mkfifo(shelf / "pipe")
    with pytest.raises(FileTrouble, match="cannot be read"):
        scenes_in(shelf / "pipe")


def test_a_name_that_cannot_be_one_is_refused(shelf: Path) -> None:
    with pytest.raises(FileTrouble, match="cannot be read"):
        scenes_in(shelf / "a\0b")
