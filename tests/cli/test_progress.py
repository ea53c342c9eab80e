"""`progress`, as somebody types it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_attempts import run
from tests.players import controller, new_journal, play

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder, with a space and an accent in its name, where one scene was played twice and one once."""
    folder = tmp_path_factory.mktemp("chez moi é")
    game = controller(journal=new_journal(folder))
    play(game, "lea", reply=lambda view: view.replies[-1].id)
    play(game, "premiers_pas", feeling="sad")
    play(game, "premiers_pas", reply=lambda view: view.replies[-1].id)
    game.close()
    return folder


def test_the_help_has_an_example() -> None:
    assert "Example: first-session progress" in run("progress", "--help").stdout


@pytest.mark.parametrize(("language", "word"), [("en", "Your progress"), ("fr", "Votre progression")])
def test_progress_is_told(data: Path, language: str, word: str) -> None:
    done = run("progress", "--data", data, "--lang", language)
    assert done.exit_code == 0
    assert word in done.stdout
    assert "\x1b" not in done.stdout


def test_one_scene_as_data(data: Path) -> None:
    told = json.loads(run("progress", "--data", data, "--scene", "premiers_pas", "--json").stdout)
    assert [row["scene"] for row in told["rows"]] == ["premiers_pas"] * 2
    assert len(told["points"]) == 2


def test_two_sessions_are_compared(data: Path) -> None:
    ids = [one["id"] for one in json.loads(run("attempts", "--data", data, "--json").stdout)]
    done = run("progress", "--data", data, "--lang", "en", "--compare", "last", ids[1][:8])
    assert done.exit_code == 0
    assert "so ended session 1" in done.stdout
    told = json.loads(run("progress", "--data", data, "--json", "--compare", ids[0], ids[1]).stdout)
    assert {told["one"]["attempt"], told["other"]["attempt"]} == set(ids[:2])
    done = run("progress", "--data", data, "--lang", "en", "--compare", ids[0], ids[2])
    assert done.exit_code == 2
    assert "different scenes" in done.stderr


def test_what_is_not_there_is_said_in_a_sentence(data: Path) -> None:
    done = run("progress", "--data", data, "--scene", "nowhere", "--lang", "en")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "nowhere" in done.stderr
    done = run("progress", "--data", data, "--compare", "last", "zz", "--lang", "en")
    assert (done.exit_code, done.stderr) == (2, "There is no attempt zz.\n")
    assert (
        "No session has come to its end yet." in run("progress", "--data", data / "x", "--lang", "en").stdout
    )
