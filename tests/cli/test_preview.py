"""`first-session preview`: what it passes on, what it refuses, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from game import cli
from game.launch import data_folder
from game.model.trouble import DisplayTrouble
from tests.app.drafts import SCENE, Draft

if TYPE_CHECKING:
    from pathlib import Path

    from game.app.preview.preview import Preview


def preview(*words: object) -> tuple[int, str, str]:
    """The exit code of the command, and what it said on standard output and error."""
    done = CliRunner().invoke(cli.command, ["preview", *map(str, words)])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Preview]:
    """The previews whose windows were opened, and at once closed by the author."""
    shown: list[Preview] = []
    monkeypatch.setattr("game.ui.window.run", lambda controls, *_, **__: shown.append(controls) or 0)
    return shown


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    named = tmp_path / "Mes scènes"
    named.mkdir()
    return Draft(named).folder


def test_a_closed_window_ends_with_zero(opened: list[Preview], folder: Path) -> None:
    assert preview(folder, "--lang", "en") == (0, "", "")
    assert opened[0].bar.moments == "hello"


def test_the_options_reach_the_scene(opened: list[Preview], folder: Path) -> None:
    code, _, said = preview(
        folder, "--at", "last", "--guardedness", 30, "--trust", 9, "--empathy", -5, "--non-judgment", 7,
        "--set", "count=3", "--set", "asked=true", "--knows", "nights", "--rupture", "withdrawal",
        "--mode", "exam", "--lang", "fr",
    )  # fmt: skip
    assert (code, said) == (0, "")
    (shown,) = opened
    state = shown._session.state
    assert (state.moment, state.guardedness, state.trust) == ("last", 30, 9)
    assert (state.empathy, state.non_judgment) == (-5, 7)
    assert (state.variables, state.known) == ((True, 3, "red"), 1)
    assert state.rupture is not None
    assert (shown.language, shown.view.gauges) == ("fr", ())


def test_a_scene_of_the_game_by_its_name(opened: list[Preview]) -> None:
    assert preview("premiers_pas", "--lang", "en")[0] == 0
    assert opened[0].reading.scenario is not None


def test_a_scene_with_mistakes_opens_all_the_same(opened: list[Preview], folder: Path) -> None:
    (folder / "scenario.yaml").write_text(SCENE.replace("summary", "sumary"), "utf-8")
    assert preview(folder, "--at", "last", "--lang", "en")[0] == 0
    assert opened[0].reading.mistakes


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--at", "midle"), "--at midle: the scene has nothing of that name; the nearest is middle."),
        (("--set", "count"), "--set count: write it as NAME=VALUE."),
        (("--set", "=3"), "--set =3: write it as NAME=VALUE."),
        (("--set", "count=x"), "--set count=x: count is a whole number from -99 to 99."),
        (("--knows", "x"), "--knows x: the scene has nothing of that name; it has nights."),
    ],
)
def test_a_wrong_value_is_one_sentence_and_two(
    opened: list[Preview], folder: Path, words: tuple[str, str], sentence: str
) -> None:
    assert preview(folder, *words, "--lang", "en") == (2, "", f"{sentence}\n")
    assert opened == []


@pytest.mark.parametrize("words", [("--guardedness", "101"), ("--empathy", "x"), ("--rupture", "anger")])
def test_a_value_out_of_range_ends_with_two(
    opened: list[Preview], folder: Path, words: tuple[str, str]
) -> None:
    code, _, said = preview(folder, *words)
    assert code == 2
    assert words[0] in said
    assert opened == []


def test_an_unknown_scene_ends_with_two(opened: list[Preview], tmp_path: Path) -> None:
    code, _, said = preview(tmp_path / "nowhere", "--lang", "en")
    assert code == 2
    assert said.count("\n") == 1
    assert opened == []


def test_an_interrupt_ends_with_zero(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    def interrupted(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("game.ui.window.run", interrupted)
    assert preview(folder, "--lang", "en")[0] == 0


def test_a_lost_window_ends_with_two(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    def lost(*_: object, **__: object) -> int:
        raise DisplayTrouble("The window was lost: {reason}.", reason="gone")

    monkeypatch.setattr("game.ui.window.run", lost)
    assert preview(folder, "--lang", "en") == (2, "", "The window was lost: gone.\n")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
@pytest.mark.parametrize("driver", [{"SDL_VIDEODRIVER": "x11", "DISPLAY": ":4711"}, {}])
def test_without_a_display_it_is_one_sentence_and_two(folder: Path, driver: dict[str, str]) -> None:
    hidden = ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment["PYTHONPATH"] = str(data_folder("scenarios").parent)
    environment["XDG_RUNTIME_DIR"] = str(folder.parent)
    done = subprocess.run(
        [sys.executable, "-m", "game", "preview", str(folder), "--lang", "en"],
        capture_output=True, encoding="utf-8", env={**environment, **driver}, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("No window can be opened here")
    assert done.stderr.count("\n") == 1


def test_the_help_has_an_example() -> None:
    code, said, _ = preview("--help")
    assert code == 0
    assert "Example: first-session preview lea --at no_choice --guardedness 30" in said
