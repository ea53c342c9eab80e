"""`first-session simulate` and `first-session graph` in the ways of a shell."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from game import cli
from game.launch import data_folder

COMMANDS = {"simulate": ("simulate", "-n", "20"), "graph": ("graph",)}
FULL = Path("/dev/full")
LONG = {"simulate": ("simulate", "-n", "20", "--json"), "graph": ("graph", "--format", "html")}


def run(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, with pipes for standard output and error."""
    bare = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    return subprocess.run(
        [sys.executable, "-m", "game", *map(str, words)],
        capture_output=True, check=False, encoding="utf-8", env={**bare, "PYTHONUTF8": "1", **environment},
    )  # fmt: skip


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    """A copy of a shipped scene in a folder with a space and accents in its path."""
    return shutil.copytree(data_folder("scenarios") / "premiers_pas", tmp_path / "à moi é" / "premiers_pas")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_has_an_example(name: str) -> None:
    done = CliRunner().invoke(cli.command, [name, "--help"])
    assert done.exit_code == 0
    assert re.search(rf"Example: first-session {name} scenarios/lea", done.stdout)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_path_with_spaces_and_accents_over_a_pipe(name: str, scene: Path) -> None:
    done = run(*COMMANDS[name], scene, "--lang", "fr")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Premiers pas" in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_a_reader_who_goes_away_gets_no_traceback(name: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "game", *LONG[name], "lea"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 2


@pytest.mark.parametrize("name", COMMANDS)
def test_a_scene_with_mistakes_shows_them(name: str, scene: Path) -> None:
    file = scene / "scenario.yaml"
    file.write_text(
        file.read_text("utf-8").replace("technique: open_question", "technique: open_qestion", 1), "utf-8"
    )
    done = CliRunner().invoke(cli.command, [*COMMANDS[name], str(scene), "--lang", "en"])
    assert done.exit_code == 1
    assert 'unknown technique "open_qestion"' in done.stderr
    assert 'did you mean "open_question"?' in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_missing_or_cannot_be_written_is_said_in_a_sentence(name: str, tmp_path: Path) -> None:
    nowhere = CliRunner().invoke(cli.command, [*COMMANDS[name], "nowhere", "--lang", "en"])
    assert (nowhere.exit_code, nowhere.stderr) == (2, "There is no scene named nowhere.\n")
    path = tmp_path / "none" / "x.svg"
    option = "--chart" if name == "simulate" else "-o"
    done = CliRunner().invoke(
        cli.command, [*COMMANDS[name], "premiers_pas", option, str(path), "--lang", "fr"]
    )
    assert done.exit_code == 2
    assert done.stderr.startswith(f"Impossible d’écrire le fichier {path}")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_is_said_in_a_sentence(name: str) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "game", *COMMANDS[name], "premiers_pas", "--lang", "en"],
            stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert re.fullmatch(rb"The output cannot be written: [^\n]+\.\r?\n", done.stderr)


def test_colour_comes_where_it_is_asked_for_and_goes_where_it_is_not_wanted() -> None:
    words = (*COMMANDS["simulate"], "premiers_pas")
    assert "\x1b[1m" in run(*words, FORCE_COLOR="1").stdout
    assert "\x1b" not in run(*words, FORCE_COLOR="1", NO_COLOR="1").stdout


def test_an_output_without_block_characters_gets_letters() -> None:
    done = run(
        *COMMANDS["simulate"], "premiers_pas", "--lang", "en", PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    )
    assert done.returncode == 0
    assert "O opening   U undecided   C closed   < comes back" in done.stdout
