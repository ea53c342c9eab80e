"""A whole session in a real window, with mouse and keys, from the library back to the library."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from game.app.debrief_values import DebriefView, GuessView
from game.app.map_values import MapView
from game.app.views import BriefView, EncounterView, LibraryView
from game.attempts.journal import Journal
from game.ui.settings import Settings
from tests.window.screen import PATIENCE, SIZE, missing, screen
from tests.window.twin import Twin
from tests.window.xserver import skip_where

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEED = 5
SCENE = "premiers_pas"
STEPS = 4
"""From the smallest text to the largest."""
STILL = Settings(reduced_motion=True, reveal_speed=0, sound=False)


@pytest.fixture
def twin(tmp_path: Path) -> Iterator[Twin]:
    skip_where(missing(), "screen of one's own")
    kept = settings_file(tmp_path)
    kept.parent.mkdir(parents=True)
    kept.write_text(json.dumps(STILL._asdict()), "utf-8")
    with screen(tmp_path, "--data", str(tmp_path / "kept"), "--lang", "en", "--seed", str(SEED)) as real:
        both = Twin(real, STILL, SEED, tmp_path)
        try:
            yield both
        finally:
            both.close()


def settings_file(folder: Path) -> Path:
    return folder / "xdg_config_home" / "first-session" / "settings.json"


def test_a_whole_session_is_played_with_mouse_and_keys(twin: Twin, tmp_path: Path) -> None:
    _choose_the_scene(twin)
    _answer_in_every_way(twin)
    _read_the_debrief(twin)
    _leave(twin)
    (real,), (wanted,) = Journal(tmp_path / "kept").attempts(), twin.journal.attempts()
    assert real.finished
    assert real.heading.scene == SCENE
    assert real.summary == wanted.summary
    settings = json.loads(settings_file(tmp_path).read_text("utf-8"))
    assert (settings["language"], settings["text_scale"], settings["full_screen"]) == ("fr", 1.0, False)
    assert (settings["width"], settings["height"]) == (STILL.width, STILL.height)


def _choose_the_scene(twin: Twin) -> None:
    twin.wait_for_the_window()
    twin.point((4, 4))
    twin.see("library")
    twin.press("Tab")
    twin.see("focus")
    twin.click(f"scene:{SCENE}")
    assert isinstance(twin.view, BriefView)
    twin.see("brief")
    twin.press("2")
    twin.see("practice")
    twin.press("1")
    twin.see("guided")
    twin.press("Return")
    assert isinstance(twin.view, EncounterView)
    twin.see("encounter")


def _answer_in_every_way(twin: Twin) -> None:
    """By number, with the arrows, and with the mouse; on the way the window changes in all it can."""
    changes = [_grow_and_shrink, _take_the_whole_screen, _look_up]
    turn = 0
    while isinstance(view := twin.view, EncounterView) and not view.over:
        if view.probe:
            twin.press(str(view.probe.options[-1].number))
        elif turn % 3 == 0:
            twin.press("1")
        elif turn % 3 == 1:
            twin.press("Down", "Down", "Return")
        else:
            twin.click(f"reply:{view.replies[-1].id}")
        turn += 1
        twin.see(f"turn-{turn}")
        if changes:
            changes.pop(0)(twin)
    assert turn >= 5
    assert not changes


def _grow_and_shrink(twin: Twin) -> None:
    for _ in range(STEPS):
        twin.press("ctrl+plus")
    assert twin.shell.settings.text_scale == 2.0
    twin.see("text-200")
    twin.press("l")
    twin.see("french-200")
    for _ in range(STEPS):
        twin.press("ctrl+minus")
    twin.see("french-100")


def _take_the_whole_screen(twin: Twin) -> None:
    twin.press("F11")
    twin.see("full-screen")
    assert (twin.shell.theme.width, twin.shell.theme.height) == SIZE
    twin.press("F11")
    twin.see("window-again")


def _look_up(twin: Twin) -> None:
    twin.press("h")
    twin.see("transcript")
    twin.press("Escape", "Escape")
    assert twin.shell.dialogs == 1
    twin.see("menu")
    twin.click("resume")
    twin.see("resumed")


def _read_the_debrief(twin: Twin) -> None:
    twin.press("Return")
    assert isinstance(twin.view, GuessView)
    twin.see("guess")
    twin.click(f"guess:{twin.view.options[0].id}")
    twin.see("second-guess")
    twin.press("1")
    assert isinstance(twin.view, DebriefView)
    twin.see("debrief")
    twin.point((640, 300))
    twin.wheel(5)
    twin.see("turns")
    twin.press("m")
    assert isinstance(twin.view, MapView)
    twin.see("map")
    twin.press("Escape")
    twin.see("debrief-again")


def _leave(twin: Twin) -> None:
    twin.click("library")
    assert isinstance(twin.view, LibraryView)
    twin.see("library-in-use")
    twin.press("Escape")
    twin.see("leave")
    twin.click("quit")
    assert twin.shell.done
    game = twin.process
    assert game.wait(PATIENCE) == 0
    assert game.stderr is not None
    assert game.stderr.read() == ""
