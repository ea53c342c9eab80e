"""`first-session simulate` as its user calls it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner

from game.commands.simulate import command
from tests.authoring.simulate.test_figures import ADVICE_PAYS

if TYPE_CHECKING:
    from pathlib import Path

HEAD = (
    "format: 1\nid: t\nlanguage: en\ntitle: T\nsetting: gp\nlevel: beginner\nminutes: 5\nbrief: B\n"
    "patient: {name: Ada, age: 40, guardedness: 50, trust: 50}\nstart: a\nmoments:\n"
)
BYE = "  bye: {ending: {outcome: undecided, returns: unsure, title: Bye, text: Gone.}}\n"


def written(folder: Path) -> Path:
    scene = folder / "mes scènes" / "t"
    scene.mkdir(parents=True)
    (scene / "scenario.yaml").write_text(HEAD + ADVICE_PAYS + BYE, encoding="utf-8")
    return scene


def test_it_plays_a_scene_and_draws(tmp_path: Path) -> None:
    picture = tmp_path / "dé ssin.svg"
    done = CliRunner().invoke(
        command, [str(written(tmp_path)), "-n", "40", "--lang", "en", "--chart", str(picture)]
    )
    assert done.exit_code == 0, done.output
    assert "A bad habit pays: the adviser" in done.output
    assert picture.read_text("utf-8").startswith("<svg ")


def test_strict_counts_warnings(tmp_path: Path) -> None:
    scene = str(written(tmp_path))
    assert CliRunner().invoke(command, [scene, "-n", "40", "--strict"]).exit_code == 1
    assert CliRunner().invoke(command, ["lea", "-n", "60", "--strict"]).exit_code == 0


def test_the_same_seed_gives_the_same_json(tmp_path: Path) -> None:
    words = [str(written(tmp_path)), "-n", "30", "--seed", "5", "--json"]
    first, second = (CliRunner().invoke(command, words).output for _ in range(2))
    assert first == second
    assert json.loads(first)["seed"] == 5


def test_what_cannot_be_done_is_said_in_a_sentence(tmp_path: Path) -> None:
    nowhere = CliRunner().invoke(command, ["nowhere", "--lang", "en"])
    assert (nowhere.exit_code, "There is no scene named nowhere." in nowhere.output) == (2, True)
    missing = str(tmp_path / "none" / "x.svg")
    done = CliRunner().invoke(command, ["premiers_pas", "-n", "20", "--chart", missing, "--lang", "en"])
    assert done.exit_code == 2
    assert "cannot be written" in done.output
