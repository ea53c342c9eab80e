"""The brief: modes by number, arrow and pointer; the door is always in sight."""

from __future__ import annotations

import pygame
import pytest

from game.app.intents import Begin, ChooseMode, Continue, OpenLibrary
from tests.ui import page_samples
from tests.ui.page_stage import asked, opened, press, scrolls
from tests.ui.stage import click, key, settings

SCALES = (1.0, 1.25, 1.5, 2.0)


@pytest.mark.parametrize(
    ("code", "mode"), [(pygame.K_1, "guided"), (pygame.K_2, "practice"), (pygame.K_3, "exam")]
)
def test_a_number_picks_the_mode(code: int, mode: str) -> None:
    shell = opened(page_samples.brief())
    press(shell, code)
    assert asked(shell) == [ChooseMode(mode)]


def test_the_number_row_of_a_french_keyboard_picks_the_mode() -> None:
    shell = opened(page_samples.brief())
    shell.dispatch(key(pygame.K_QUOTEDBL, scancode=pygame.KSCAN_3))
    assert asked(shell) == [ChooseMode("exam")]


def test_enter_opens_the_door_and_escape_goes_back() -> None:
    shell = opened(page_samples.brief())
    press(shell, pygame.K_RETURN)
    press(shell, pygame.K_ESCAPE)
    assert asked(shell) == [Begin(), OpenLibrary()]


@pytest.mark.parametrize("scale", SCALES)
def test_the_door_is_always_in_sight(scale: float) -> None:
    shell = opened(page_samples.brief(), size=(1024, 640), given=settings(scale))
    door = next(w for w in shell.tree.ring() if w.key == "door")
    assert pygame.Rect(0, 0, 1024, 640).contains(door.rect)
    click(shell, door.rect.center)
    assert asked(shell) == [Begin()]


def test_arrows_walk_the_modes() -> None:
    shell = opened(page_samples.brief())
    press(shell, pygame.K_DOWN, pygame.K_DOWN, pygame.K_SPACE)
    assert asked(shell) == [ChooseMode("practice")]


def test_the_place_and_the_focus_stay_when_a_mode_is_picked() -> None:
    shell = opened(page_samples.brief(), size=(1024, 640), given=settings(2.0))
    press(shell, pygame.K_DOWN, pygame.K_DOWN)
    place = scrolls(shell)[0].offset
    assert place > 0
    press(shell, pygame.K_RETURN)
    assert (scrolls(shell)[0].offset, shell.tree.focus.key) == (place, "mode:practice")


def test_enter_goes_on_where_a_session_was_cut_short_and_a_button_begins_anew() -> None:
    shell = opened(page_samples.brief_again())
    press(shell, pygame.K_RETURN)
    click(shell, next(w for w in shell.tree.ring() if w.key == "continue").rect.center)
    click(shell, next(w for w in shell.tree.ring() if w.key == "door").rect.center)
    assert asked(shell) == [Continue("a1"), Continue("a1"), Begin()]


@pytest.mark.parametrize("scale", SCALES)
def test_the_way_back_into_a_session_is_always_in_sight_and_leaves_room_to_read(scale: float) -> None:
    shell = opened(page_samples.brief_again(), size=(1024, 640), given=settings(scale), language="fr")
    window = pygame.Rect(0, 0, 1024, 640)
    assert all(window.contains(w.rect) for w in shell.tree.ring() if w.key in ("continue", "door", "back"))
    assert scrolls(shell)[0].rect.h > 640 // 3
