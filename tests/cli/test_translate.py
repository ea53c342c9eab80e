"""`first-session translate` as its user meets it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from game.cli import command
from game.launch import data_folder

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    folder = tmp_path / "mes scènes à moi" / "premiers_pas"
    shutil.copytree(data_folder("scenarios") / "premiers_pas", folder)
    return folder


def run(*words: object) -> Result:
    return CliRunner().invoke(command, ["translate", *map(str, words)])


def test_a_first_run_writes_a_place_for_every_text(scene: Path) -> None:
    (scene / "en.yaml").unlink()
    told = run(scene, "en")
    assert told.exit_code == 0
    assert "en.yaml is written." in told.output
    assert "162 texts to translate" in told.output
    assert sorted(path.name for path in scene.iterdir()) == ["en.yaml", "notes.md", "scenario.yaml"]


def test_a_second_run_leaves_the_file_alone(scene: Path) -> None:
    run(scene, "en")
    before = (scene / "en.yaml").stat()
    told = run(scene, "en", "--lang", "fr")
    assert "est à jour" in told.output
    assert "162 textes traduits" in told.output
    assert (scene / "en.yaml").stat() == before


def test_the_file_of_before_is_kept_beside_it(scene: Path) -> None:
    before = (scene / "en.yaml").read_bytes()
    run(scene, "en")
    assert (scene / "en.yaml.bak").read_bytes() == before


def test_a_damaged_translation_is_told_and_left_as_it_is(scene: Path) -> None:
    path = scene / "en.yaml"
    for damaged in (
        "title: 'open",
        "- a\n- list\n",
        "format: 1\ntranslates: lea\nlanguage: en\n",
        "a: 1\na: 2\n",
    ):
        path.write_text(damaged, "utf-8")
        told = run(scene, "en")
        assert told.exit_code == 1
        assert "has mistakes, and is left as it is." in told.output
        assert "error[FS" in told.output
        assert path.read_text("utf-8") == damaged
    assert not (scene / "en.yaml.bak").exists()


def test_a_scene_with_mistakes_is_not_translated(scene: Path) -> None:
    source = scene / "scenario.yaml"
    source.write_text(source.read_text("utf-8").replace("start: arrival", "start: nowhere"), "utf-8")
    told = run(scene, "en")
    assert told.exit_code == 1
    assert "FS060" in told.output


def test_a_scene_is_not_translated_into_its_own_language(scene: Path) -> None:
    told = run(scene, "fr")
    assert told.exit_code == 2
    assert told.output.count("\n") == 1


def test_windows_line_ends_stay(scene: Path) -> None:
    path = scene / "en.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    run(scene, "en")
    written = path.read_bytes()
    assert written.count(b"\n") == written.count(b"\r\n") > 500
    assert "is up to date" in run(scene, "en").output


def test_a_folder_that_cannot_be_written_ends_in_one_sentence(
    scene: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (scene / "en.yaml").read_bytes()

    def full(*_args: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    told = run(scene, "en")
    assert told.exit_code == 2
    assert "No space left on device" in told.output
    assert (scene / "en.yaml").read_bytes() == before
    assert len(list(scene.iterdir())) == 3


def test_help_has_an_example() -> None:
    assert "Example: first-session translate scenarios/lea en" in run("--help").output
