"""`first-session explain`: the page behind a code, as an instructor reads it."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from click.testing import CliRunner

from game import cli
from game.authoring.pages.page import Pages
from game.launch import data_folder

CODES = Pages(data_folder("assets") / "pages").codes()


def explain(*words: str, **environment: str) -> tuple[int, str, str]:
    """The exit code of the command, and what it said on standard output and error."""
    done = CliRunner().invoke(cli.command, ["explain", *words], env=environment)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.stdout, done.stderr


def test_the_language_may_stand_before_the_command() -> None:
    own = CliRunner().invoke(cli.command, ["explain", "FS012", "--lang", "fr"]).stdout
    assert CliRunner().invoke(cli.command, ["--lang", "fr", "explain", "FS012"]).stdout == own
    assert own.startswith("FS012  Une clé écrite deux fois")


PAGE = """\
FS012  A key that stands twice
       error · How a file is written

A key names one thing. Where it stands twice in the same group, nobody can know
which of the two you meant, and most programs silently keep the last one: half
an hour of writing would be gone without a word.

→ Give one of the two another name, or take one away.

Wrong, in scenario.yaml
    title: Ten minutes before work
    title: Inès has no time

What the checker says
    scenario.yaml:5:1: error[FS012]: the key "title" stands twice; the first is in line 4
        title: Inès has no time
        ^
        = rename or delete one of them

Right
    title: Inès has no time
"""


def test_a_page_tells_what_why_and_how_with_two_examples() -> None:
    assert explain("FS012", "--lang", "en") == (0, PAGE, "")


@pytest.mark.parametrize("written", ["fs012", "FS12", "12", "012", " fs012 "])
def test_a_code_may_be_written_in_several_ways(written: str) -> None:
    assert explain(written, "--lang", "en")[1] == PAGE


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_page_fits_a_narrow_terminal(code: str, language: str) -> None:
    status, said, _ = explain(code, "--lang", language, COLUMNS="60")
    assert status == 0
    assert said.startswith(f"{code}  ")
    prose, example = re.split(r"\n\n(?=Wrong|À éviter)", said)
    assert all(len(line) < 60 for line in prose.split("\n"))
    assert f"[{code}]: " in example
    assert "‸" not in said
    assert "⟦" not in said
    assert "{name}" not in prose


def test_a_french_reader_has_the_example_in_french() -> None:
    said = explain("12", "--lang", "fr")[1]
    assert "title: Dix minutes avant l’embauche\n    title: Inès n’a pas le temps\n" in said
    assert "scenario.yaml:5:1: erreur[FS012]: la clé «\u202ftitle\u202f» figure deux fois" in said


def test_a_file_that_was_saved_otherwise_says_how() -> None:
    assert "\nWrong, in scenario.yaml saved as windows-1252\n" in explain("2", "--lang", "en")[1]


def test_a_warning_is_called_a_warning() -> None:
    assert "\n       warning · A translation beside its scene\n" in explain("54", "--lang", "en")[1]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_without_a_code_all_are_listed_by_what_they_are_about(language: str) -> None:
    status, said, _ = explain("--lang", language)
    assert status == 0
    assert tuple(re.findall(r"^  (FS\d{3})  \S", said, re.MULTILINE)) == CODES
    groups = [line for line in said.split("\n") if line and not line.startswith(" ")]
    assert len(groups) == len(set(groups)) >= 8
    assert groups[0] == ("How a file is written" if language == "en" else "L’écriture du fichier")
    assert groups[-1].endswith("first-session explain FS012")


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("FS015", "There is no code FS015; the nearest are FS012, FS013 and FS014.\n"),
        ("999", "There is no code FS999; the nearest are "),
        ("duplicate", "duplicate is not a code; a code is written like FS012, and first-session explain"),
        ("\x1b[31m", "\\u001b[31m is not a code; "),
        ("FS0123", "FS0123 is not a code; "),
        ("FS١٢", "FS١٢ is not a code; "),
    ],
)
def test_an_unknown_code_is_one_sentence_and_two(written: str, sentence: str) -> None:
    status, said, told = explain(written, "--lang", "en")
    assert (status, said) == (2, "")
    assert told.startswith(sentence)
    assert told.count("\n") == 1


def test_a_terminal_has_colour_unless_it_is_not_wanted() -> None:
    coloured = explain("FS012", "--lang", "en", FORCE_COLOR="1")[1]
    assert coloured.startswith("\x1b[1mFS012")
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == PAGE
    assert explain("FS012", "--lang", "en", FORCE_COLOR="1", NO_COLOR="1")[1] == PAGE


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_a_pipe_takes_it_in_any_encoding(encoding: str) -> None:
    environment = {
        **os.environ,
        "PYTHONIOENCODING": encoding,
        "PYTHONPATH": str(data_folder("assets").parent),
    }
    done = subprocess.run(
        [sys.executable, "-m", "game", "explain", "12", "--lang", "fr"],
        capture_output=True, env=environment, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"FS012  Une cl")


def test_the_help_has_an_example() -> None:
    status, said, _ = explain("--help")
    assert status == 0
    assert "Example: first-session explain FS012" in said
