"""The command line: exit codes, one clear sentence for each failure, and never a traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from game import cli
from game.launch import Options, data_folder, plain_options, preferred_language

if TYPE_CHECKING:
    from pathlib import Path


def run(*words: str, said: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "game", *words],
        input=said,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(data_folder("scenarios").parent), **environment},
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


def test_text_mode_over_a_pipe() -> None:
    done = run("--text", "--lang", "fr", said="1\n\n1\n1\nq\n")
    assert done.returncode == 0
    assert "Premiers pas" in done.stdout
    assert done.stderr == ""


def test_without_a_display_the_game_goes_on_in_text() -> None:
    done = run("--lang", "en", said="q\n", SDL_VIDEODRIVER="x11", DISPLAY=":4711")
    assert done.returncode == 0
    assert done.stdout.startswith("No window can be opened here")
    assert "Goodbye." in done.stdout


def test_a_frame_log_that_cannot_be_written_ends_with_two(tmp_path: Path) -> None:
    path = tmp_path / "nulle part" / "frames.jsonl"
    done = run("--lang", "en", "--frame-log", str(path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"The file {path} cannot be written: ")
    assert done.stderr.count("\n") == 1


def test_text_has_no_frames_to_note(tmp_path: Path) -> None:
    path = tmp_path / "frames.jsonl"
    done = run("--lang", "en", "--text", "--frame-log", str(path))
    assert (done.returncode, done.stderr) == (
        2,
        "Only a window has frames: leave out --text, or --frame-log.\n",
    )
    assert not path.exists()


def test_play_opens_one_scene_at_once() -> None:
    done = run("--lang", "en", "play", "lea", "--text", said="q\n")
    assert done.returncode == 0
    assert "door" in done.stdout


def test_an_unknown_scene_ends_with_two() -> None:
    done = run("--lang", "en", "--text", "play", "nowhere")
    assert (done.returncode, done.stderr) == (2, "There is no scene named nowhere.\n")


def test_a_missing_folder_of_scenes_ends_with_two(tmp_path: Path) -> None:
    done = run("--lang", "en", "--text", "--scenes", str(tmp_path / "none"))
    assert done.returncode == 2
    assert "does not exist" in done.stderr


def test_a_scene_with_mistakes_ends_with_one_and_shows_their_places(tmp_path: Path) -> None:
    shutil.copytree(data_folder("scenarios") / "premiers_pas", tmp_path / "premiers_pas")
    path = tmp_path / "premiers_pas" / "scenario.yaml"
    path.write_text(
        path.read_text("utf-8").replace("technique: open_question", "technique: opne_question", 1), "utf-8"
    )
    done = run("check", "--lang", "en", str(tmp_path / "premiers_pas"))
    assert done.returncode == 1
    assert "error[FS024]" in done.stdout
    assert 'did you mean "open_question"?' in done.stdout
    assert "scenario.yaml:" in done.stdout


def test_checking_a_missing_folder_ends_with_two(tmp_path: Path) -> None:
    done = run("check", "--lang", "en", str(tmp_path / "none"))
    assert done.returncode == 2
    assert "does not exist" in done.stderr


def test_all_shipped_scenes_check_clean() -> None:
    scenes = len(list(data_folder("scenarios").glob("*/scenario.yaml")))
    done = run("check", "--strict", "--lang", "en")
    assert (done.returncode, done.stdout) == (0, f"{scenes} scenes checked: nothing to mend.\n")


def test_a_closed_pipe_is_no_traceback() -> None:
    command = f"{sys.executable} -m game --text --lang en | head -1"
    env = {**os.environ, "PYTHONPATH": str(data_folder("scenarios").parent)}
    done = subprocess.run(
        command, shell=True, input="1\n" * 50, capture_output=True, text=True, env=env, check=False
    )
    assert "Traceback" not in done.stderr


def test_every_command_has_help_with_an_example() -> None:
    for words in ((), ("play",), ("check",)):
        done = run(*words, "--help")
        assert done.returncode == 0
        assert "Example:" in done.stdout


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "de_DE"}, "en"),
        ({}, "en"),
        ({"LC_ALL": "C", "LANG": "fr_FR"}, "en"),
    ],
)
def test_the_language_of_the_system_is_heard(environment: dict[str, str], language: str) -> None:
    assert preferred_language(environment) == language


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--text",),
        ("--lang", "fr"),
        ("--text", "--lang", "en", "--mode", "exam"),
        ("play", "lea"),
        ("play", "lea", "--text"),
        ("--lang", "fr", "--text", "play", "premiers_pas"),
        ("--scenes", "Mes scènes", "--text", "play", "lea"),
        ("--frame-log", "Mes images.jsonl", "play", "lea"),
    ],
)
def test_plain_words_mean_the_same_with_and_without_the_command_line(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Options] = []
    monkeypatch.setattr(cli, "start", lambda options: asked.append(options) or 0)
    CliRunner().invoke(cli.command, list(words), catch_exceptions=False)
    assert [plain_options(words)] == asked


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("--lang", "de"),
        ("--lang",),
        ("play",),
        ("play", "--help"),
        ("check",),
        ("play", "a", "b"),
    ],
)
def test_all_other_words_are_the_command_lines(words: tuple[str, ...]) -> None:
    assert plain_options(words) is None
