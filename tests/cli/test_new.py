"""`first-session new` as its user meets it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from game.cli import command

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*words: object, answers: str = "") -> Result:
    return CliRunner().invoke(command, ["new", *map(str, words)], input=answers)


def test_over_a_pipe_the_usual_is_taken_and_no_question_asked(tmp_path: Path) -> None:
    told = run("--lang", "fr")
    assert told.exit_code == 0
    assert "Camille Morel" in (tmp_path / "camille_morel" / "scenario.yaml").read_text("utf-8")
    assert "first-session preview camille_morel" in told.output
    assert "first-session translate camille_morel en" in told.output
    assert "?" not in told.output


def test_at_a_terminal_what_is_not_said_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.commands.questions.somebody_there", lambda: True)
    told = run("Mara, 1", "--lang", "en", "--setting", "gp", answers="1\n\n7\nold\n52\n\n")
    assert told.exit_code == 0
    assert "Setting" not in told.output
    assert told.output.count("Please give a whole number from 15 to 110.") == 2
    assert "  2  Intermediate (intermediate)" in told.output
    text = (tmp_path / "mara_1" / "scenario.yaml").read_text("utf-8")
    assert "id: mara_1\n" in text
    assert "  name: Alex Turner\n  age: 52\n" in text


def test_a_question_left_without_an_answer_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.commands.questions.somebody_there", lambda: True)
    assert run(answers="en\n").exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_everything_can_be_said_at_once(tmp_path: Path) -> None:
    words = [
        "--language",
        "fr",
        "--setting",
        "hospital",
        "--age",
        "77",
        "--level",
        "advanced",
        "--both",
        "--schema",
        "--lang",
        "en",
    ]
    told = run("mes scènes/Noé", "--name", "Noé: « le Grand »", *words)
    assert told.exit_code == 0
    folder = tmp_path / "mes scènes" / "noe"
    assert sorted(path.name for path in folder.iterdir()) == [
        "en.yaml",
        "notes.md",
        "scenario.schema.json",
        "scenario.yaml",
    ]
    assert "'mes scènes/noe'" in told.output
    assert "translate" not in told.output
    first = (folder / "scenario.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=scenario.schema.json"
    assert "$schema" in json.loads((folder / "scenario.schema.json").read_text("utf-8"))
    checked = CliRunner().invoke(command, ["check", "--strict", str(folder)])
    assert checked.exit_code == 0, checked.output


def test_a_folder_that_is_there_is_left_alone_before_any_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.commands.questions.somebody_there", lambda: True)
    (tmp_path / "mine").mkdir()
    told = run("mine", "--lang", "fr")
    assert told.exit_code == 2
    assert told.output == "mine existe déjà et reste tel quel.\n"


@pytest.mark.parametrize("name", ["", "  ", "\u202e", "x" * 201])
def test_a_name_that_cannot_be_one_is_told_in_a_sentence(name: str, tmp_path: Path) -> None:
    told = run("--name", name)
    assert told.exit_code == 2
    assert told.output.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_an_age_out_of_bounds_is_refused(tmp_path: Path) -> None:
    assert run("--age", "3").exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_help_has_an_example() -> None:
    assert "Example: first-session new" in run("--help").output
