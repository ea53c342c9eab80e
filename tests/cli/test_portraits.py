"""`first-session portraits` in the ways of a shell."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from game import cli
from game.app.words import FEELINGS, GESTURES
from game.commands.portraits import GUARDS
from game.launch import data_folder
from game.model import feelings, gestures

if TYPE_CHECKING:
    from pathlib import Path


def run(*words: object) -> Result:
    return CliRunner().invoke(cli.command, ["portraits", *map(str, words)])


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    """A copy of a shipped scene in a folder with a space and accents in its path."""
    return shutil.copytree(data_folder("scenarios") / "premiers_pas", tmp_path / "à moi é" / "premiers_pas")


def test_the_help_has_an_example() -> None:
    assert "Example: first-session portraits scenarios/lea -o lea.png" in " ".join(
        run("--help").stdout.split()
    )


def test_a_page_in_french_shows_every_mood_and_gesture(scene: Path) -> None:
    page = scene.parent / "planche été.html"
    done = run(scene, "-o", page, "--lang", "fr")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == f"La planche est dans {page}.\n"
    told = page.read_text("utf-8")
    assert '<html lang="fr">' in told
    assert told.count("<img ") == len(FEELINGS) * len(GUARDS) + 2 * len(GESTURES)
    assert "Humeurs" in told
    assert "méfiance" in told


def test_without_a_file_a_picture_lies_where_one_is(scene: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(scene.parent)
    done = run(scene, "--lang", "en")
    assert (done.exit_code, done.stdout) == (0, "The sheet is in premiers_pas-portraits.png.\n")
    assert (scene.parent / "premiers_pas-portraits.png").read_bytes().startswith(b"\x89PNG")


def test_what_goes_wrong_is_said_in_one_sentence(scene: Path, tmp_path: Path) -> None:
    other = run(scene, "-o", tmp_path / "x.gif", "--lang", "en")
    assert (other.exit_code, other.stderr) == (
        2,
        f"The sheet can be written as .png or as .html, not as {tmp_path / 'x.gif'}.\n",
    )
    nowhere = run("nowhere", "--lang", "en")
    assert (nowhere.exit_code, nowhere.stderr) == (2, "There is no scene named nowhere.\n")
    path = tmp_path / "none" / "x.png"
    lost = run(scene, "-o", path, "--lang", "fr")
    assert lost.exit_code == 2
    assert lost.stderr.startswith(f"Impossible d’écrire le fichier {path}")
    assert len(lost.stderr.splitlines()) == 1


def test_a_scene_with_mistakes_shows_them(scene: Path) -> None:
    file = scene / "scenario.yaml"
    file.write_text(
        file.read_text("utf-8").replace("technique: open_question", "technique: open_qestion", 1), "utf-8"
    )
    done = run(scene, "--lang", "en")
    assert (done.exit_code, done.stdout) == (1, "")
    assert 'unknown technique "open_qestion"' in done.stderr


def test_a_reader_who_goes_away_gets_no_traceback(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "game", "portraits", "premiers_pas", "-o", str(tmp_path / "x.png")]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONUTF8": "1"}
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 2


def test_every_word_of_the_model_has_a_caption() -> None:
    assert tuple(FEELINGS) == feelings.FEELINGS
    assert tuple(GESTURES) == gestures.GESTURES
