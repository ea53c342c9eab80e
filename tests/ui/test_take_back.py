"""Taking replies back: one by a key or a button, several from the menu and the transcript."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame
import pytest

from game.app.intents import TakeBack
from game.ui.dialogs import menu_dialog, take_back_dialog, transcript_dialog
from game.ui.widgets import ChoiceCard
from tests.ui.layout_walker import faults
from tests.ui.stage import key, settings
from tests.ui.test_encounter import asked
from tests.ui.test_tree import opened, press

if TYPE_CHECKING:
    from game.ui.shell import Shell

SAID = 12
"""Replies in the sample's transcript."""


def running(may_take_back: int = SAID, size: tuple[int, int] = (1280, 720), scale: float = 1.0) -> Shell:
    shell = opened("guided_french", size=size, given=settings(scale))
    shell.controls.view = shell.controls.view._replace(may_take_back=may_take_back)
    shell.show(shell.controls.view)
    return shell


def test_backspace_takes_one_reply_back() -> None:
    shell = running()
    shell.dispatch(key(pygame.K_BACKSPACE))
    assert asked(shell) == [TakeBack(1)]


def test_so_does_the_button() -> None:
    shell = running()
    press(shell, "key:take_back")
    assert asked(shell) == [TakeBack(1)]


def test_in_an_exam_and_before_the_first_reply_there_is_nothing_to_take_back() -> None:
    shell = running(0)
    shell.dispatch(key(pygame.K_BACKSPACE))
    shell.dispatch(key(pygame.K_BACKSPACE, pygame.KMOD_LSHIFT))
    assert (asked(shell), shell.dialogs) == ([], 0)
    assert "key:take_back" not in [widget.key for widget in shell.tree.ring()]
    for code in (pygame.K_ESCAPE, pygame.K_h):
        shell.dispatch(key(code))
        assert "take back" not in [widget.key for widget in shell.tree.ring()]
        shell.dispatch(key(pygame.K_ESCAPE))


@pytest.mark.parametrize("code", [pygame.K_ESCAPE, pygame.K_h])
def test_an_earlier_reply_is_chosen_from_the_menu_and_from_the_transcript(code: int) -> None:
    shell = running()
    shell.dispatch(key(code))
    press(shell, "take back")
    assert shell.dialogs == 1
    press(shell, "back:3")
    assert asked(shell) == [TakeBack(3)]
    assert shell.dialogs == 0


def test_the_latest_reply_is_first_and_each_is_named() -> None:
    shell = running()
    shell.dispatch(key(pygame.K_BACKSPACE, pygame.KMOD_LSHIFT))
    names = [widget.name for widget in shell.tree.ring() if isinstance(widget, ChoiceCard)]
    assert [name.split(".")[0] for name in names] == [f"Reply {number}" for number in range(SAID, 0, -1)]
    for _ in range(2):
        shell.dispatch(key(pygame.K_DOWN))
    shell.dispatch(key(pygame.K_RETURN))
    assert asked(shell) == [TakeBack(2)]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(1024, 640), (1280, 720), (1920, 1080)])
def test_nothing_is_cut(size: tuple[int, int], scale: float) -> None:
    shell = running(size=size, scale=scale)
    window = pygame.Rect(0, 0, *size)
    assert faults(shell.tree.top, window) == []
    for build in (menu_dialog, transcript_dialog, take_back_dialog):
        shell.open_dialog(partial(build, shell))
        assert faults(shell.tree.top, window) == []
        shell.draw()
        shell.close_dialog()
