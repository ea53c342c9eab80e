"""What a check found, summed up, and files by the names that their author uses."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from game.authoring.report.outcome import as_given
from tests.authoring.report.findings import failed, mistake, outcome, warning

if TYPE_CHECKING:
    import pytest


def test_errors_and_warnings_are_counted_apart() -> None:
    found = outcome(mistake(), warning(), mistake())
    assert (found.errors, found.warnings) == (2, 1)
    assert [one.code for one in found.diagnostics()] == ["FS024", "FS054", "FS024"]


def test_warnings_count_where_they_are_asked_to() -> None:
    assert outcome(warning()).clean
    assert not outcome(warning(), strict=True).clean
    assert outcome(strict=True).clean
    assert not outcome(mistake()).clean


def test_what_could_not_be_checked_is_no_mistake() -> None:
    assert failed().clean
    assert not failed().whole
    assert outcome(mistake()).whole


def test_an_included_file_is_named_from_where_its_author_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "scènes" / "léa").mkdir(parents=True)
    (tmp_path / "scènes" / "shared").mkdir()
    monkeypatch.chdir(tmp_path)
    folder = Path("scènes/léa")
    included = os.path.realpath("scènes/shared/closing.yaml")
    own = str(folder / "scenario.yaml")
    named = [one.place.file for one in as_given([mistake(file=included), mistake(file=own)], folder)]
    assert named == [os.path.join("scènes", "shared", "closing.yaml"), own]


def test_the_way_up_from_the_scene_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "léa").mkdir()
    monkeypatch.chdir(tmp_path)
    for folder in (Path("léa"), Path("..") / tmp_path.name / "léa", tmp_path / "léa"):
        written = str(folder / ".." / "shared" / "closing.yaml")
        (one,) = as_given([mistake(file=written)], folder)
        assert one.place.file == str(Path(os.path.normpath(folder.parent)) / "shared" / "closing.yaml")
        own = str(folder / "scenario.yaml")
        assert as_given([mistake(file=own)], folder)[0].place.file == own


def test_a_whole_path_stays_whole(tmp_path: Path) -> None:
    whole = str(tmp_path / "shared" / "closing.yaml")
    (one,) = as_given([mistake(file=whole)], tmp_path / "léa")
    assert one.place.file == whole


def test_a_linked_folder_does_not_mislead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real" / "léa").mkdir(parents=True)
    (tmp_path / "léa").symlink_to(tmp_path / "real" / "léa")
    monkeypatch.chdir(tmp_path)
    included = os.path.realpath("real/shared/closing.yaml")
    (one,) = as_given([mistake(file=included)], Path("léa"))
    assert os.path.realpath(one.place.file) == included
