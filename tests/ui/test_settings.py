"""The settings: each change holds at once and is kept, the focus stays, and any key can be given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.app.preferences import Preferences
from game.ui.keys import Action
from game.ui.screens import SCREENS
from game.ui.settings import Settings, read_settings
from game.ui.shell import Shell
from game.ui.widgets import Switch
from tests.ui import page_samples, samples
from tests.ui.stage import Booth, PlainArt, display, key

if TYPE_CHECKING:
    from pathlib import Path

    from game.app.views import View
    from game.ui.widgets import Widget


def opened(
    view: View, path: Path | None = None, given: Settings | None = None, language: str = "en"
) -> Shell:
    display()
    keep = None if path is None else lambda changed: Preferences(path).keep(**changed._asdict())
    return Shell(Booth(view, language=language), given or Settings(), PlainArt(), SCREENS, keep=keep)


def press(shell: Shell, *codes: int) -> None:
    for code in codes:
        shell.dispatch(key(code))


def at(shell: Shell, name: str) -> Widget:
    return next(widget for widget in shell.tree.ring() if widget.key == name)


def texts(shell: Shell) -> list[str]:
    assert shell.tree.top
    return [widget.name for widget in shell.tree.top.walk() if widget.role in {"text", "status"}]


@pytest.mark.parametrize(
    ("control", "field", "value"),
    [
        ("size:1.5", "text_scale", 1.5),
        ("speed:0.0", "reveal_speed", 0.0),
        ("theme:dark", "dark", True),
        ("contrast", "high_contrast", True),
        ("safe", "safe_colours", True),
        ("motion", "reduced_motion", True),
        ("full", "full_screen", True),
        ("sound", "sound", False),
        ("volume:0.25", "volume", 0.25),
    ],
)
def test_a_change_holds_at_once_is_kept_and_keeps_the_focus(
    tmp_path: Path, control: str, field: str, value: object
) -> None:
    shell = opened(samples.plain(), tmp_path / "settings.json")
    press(shell, pygame.K_F10)
    shell.tree.focus_on(at(shell, control))
    press(shell, pygame.K_RETURN)
    assert getattr(shell.settings, field) == value
    assert shell.tree.focus
    assert shell.tree.focus.key == control
    assert getattr(read_settings(Preferences(tmp_path / "settings.json").read()), field) == value
    shell.close()


def test_another_language_keeps_the_focus_too() -> None:
    shell = opened(samples.plain())
    press(shell, pygame.K_F10)
    shell.tree.focus_on(at(shell, "language:fr"))
    press(shell, pygame.K_RETURN)
    assert shell.tree.layers[-1].name == "Réglages"
    assert shell.tree.focus
    assert shell.tree.focus.key == "language:fr"
    shell.close()


def test_every_control_is_reached_by_tab_at_the_largest_text() -> None:
    shell = opened(samples.plain(), given=Settings(text_scale=2.0))
    press(shell, pygame.K_F10)
    reached = []
    for _ in shell.tree.ring():
        press(shell, pygame.K_TAB)
        assert shell.tree.focus
        reached.append(shell.tree.focus.key)
        assert shell.tree.layers[-1].rect.contains(shell.tree.focus.rect)
    assert {"language:en", "theme:dark", "safe", "sound", "volume:1.0", "keys", "close"} <= set(reached)
    shell.close()


def test_the_settings_are_reached_from_the_library_by_button_by_key_and_by_escape() -> None:
    for way in ("settings", "key", "escape"):
        shell = opened(page_samples.shelf())
        if way == "settings":
            at(shell, "settings").press()
        elif way == "key":
            press(shell, pygame.K_F10)
        else:
            press(shell, pygame.K_ESCAPE)
            at(shell, "change settings").press()
        assert shell.tree.layers[-1].key == "settings"
        press(shell, pygame.K_ESCAPE)
        assert shell.dialogs == 0
        shell.close()


def test_one_key_turns_the_sounds_off_on_any_screen_and_dialog(tmp_path: Path) -> None:
    shell = opened(samples.plain(), tmp_path / "settings.json")
    press(shell, pygame.K_s)
    assert not shell.settings.sound
    press(shell, pygame.K_h, pygame.K_s)
    assert shell.settings.sound
    assert shell.dialogs == 1
    shell.close()


def test_where_no_voice_is_found_reading_aloud_is_grey_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    shell = opened(samples.plain())
    press(shell, pygame.K_F10)
    assert "read" not in [widget.key for widget in shell.tree.ring()]
    assert shell.tree.top
    switch = next(
        widget for widget in shell.tree.top.walk() if isinstance(widget, Switch) and widget.key == "read"
    )
    assert not switch.on
    assert any("espeak-ng" in text for text in texts(shell))
    shell.close()


def ask_for(shell: Shell, action: Action) -> None:
    press(shell, pygame.K_F10)
    at(shell, "keys").press()
    shell.tree.focus_on(at(shell, f"action:{action}"))
    press(shell, pygame.K_RETURN)


def test_an_action_takes_the_key_that_is_pressed(tmp_path: Path) -> None:
    shell = opened(samples.plain(), tmp_path / "settings.json")
    ask_for(shell, Action.TRANSCRIPT)
    press(shell, pygame.K_LSHIFT, pygame.K_k)
    assert shell.tree.focus
    assert shell.tree.focus.key == "action:transcript"
    assert shell.tree.focus.value == "K"
    press(shell, pygame.K_ESCAPE, pygame.K_ESCAPE)
    assert "K transcript" in [widget.name for widget in shell.tree.ring()]
    press(shell, pygame.K_h)
    assert shell.dialogs == 0
    press(shell, pygame.K_k)
    assert shell.dialogs == 1
    assert read_settings(Preferences(tmp_path / "settings.json").read()).keys == (("transcript", "k"),)
    shell.close()


def test_a_key_that_is_in_use_is_told_and_exchanged_when_it_is_pressed_again() -> None:
    shell = opened(samples.plain())
    ask_for(shell, Action.TRANSCRIPT)
    press(shell, pygame.K_F11)
    assert not shell.settings.full_screen
    assert any(text.startswith("F11 is the key of: Full screen.") for text in texts(shell))
    assert shell.settings.keys == ()
    press(shell, pygame.K_F11)
    assert set(shell.settings.keys) == {("transcript", "f11"), ("full_screen", "h")}
    shell.close()


def test_the_exchange_can_be_pressed_as_a_button() -> None:
    shell = opened(samples.plain())
    ask_for(shell, Action.TRANSCRIPT)
    press(shell, pygame.K_g)
    at(shell, "exchange").press()
    assert set(shell.settings.keys) == {("transcript", "g"), ("glossary", "h")}
    shell.close()


@pytest.mark.parametrize("code", [pygame.K_5, pygame.K_RETURN, pygame.K_UP, pygame.K_SPACE, pygame.K_MINUS])
def test_a_key_that_always_does_the_same_is_refused(code: int) -> None:
    shell = opened(samples.plain())
    ask_for(shell, Action.MAP)
    press(shell, code)
    assert "This key always does the same. Choose another one." in texts(shell)
    press(shell, pygame.K_ESCAPE)
    assert shell.settings.keys == ()
    assert shell.dialogs == 2
    shell.close()


def test_the_keys_become_as_they_were() -> None:
    given = Settings(keys=(("transcript", "k"), ("back", "q")))
    shell = opened(samples.plain(), given=given)
    press(shell, pygame.K_q)
    assert shell.dialogs == 1
    press(shell, pygame.K_q, pygame.K_F10)
    at(shell, "keys").press()
    at(shell, "usual keys").press()
    assert shell.settings.keys == ()
    assert shell.tree.focus is None or shell.tree.focus.key == "usual keys"
    shell.close()


@pytest.mark.parametrize(
    "kept",
    [
        {"keys": "hk"},
        {"keys": [["transcript"], ["map", 5], "gk", None]},
        {"keys": {"map": "k"}},
        {"volume": 7},
        {"volume": True},
        {"sound": "yes"},
        {"dark": 1},
    ],
)
def test_damaged_values_are_as_at_first(kept: dict[str, object]) -> None:
    assert read_settings(kept) == Settings()


def test_letters_that_are_written_do_nothing_else() -> None:
    shell = opened(page_samples.shelf())
    press(shell, pygame.K_F10)
    at(shell, "learner").press()
    shell.tree.focus_on(at(shell, "nickname"))
    press(shell, pygame.K_s, pygame.K_v, pygame.K_l)
    assert shell.settings.sound
    press(shell, pygame.K_F11)
    assert shell.settings.full_screen
    shell.close()
