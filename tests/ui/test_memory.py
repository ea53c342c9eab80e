"""The window over a real store: a session that is cut short goes on at the very moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.app.views import EncounterView, LibraryView
from game.ui.screens import SCREENS
from game.ui.shell import Shell
from tests.players import controller, new_journal
from tests.ui.stage import PlainArt, display, key, settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Table:
    """A computer on which the game is started again and again; nobody ever closes it as one should."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.shells: list[Shell] = []

    def start(self, mode: str = "practice", learner: str = "") -> Shell:
        display()
        game = controller("en", mode, 7, new_journal(self.data, learner))
        self.shells.append(Shell(game, settings(), PlainArt(), SCREENS))
        return self.shells[-1]


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    table = Table(tmp_path)
    yield table
    for shell in table.shells:
        shell.close()


def press(shell: Shell, *codes: int) -> None:
    for code in codes:
        shell.dispatch(key(code))


def open_lea(shell: Shell) -> None:
    shell.tree.focus_on(next(w for w in shell.tree.ring() if w.key == "scene:lea"))
    press(shell, pygame.K_RETURN)


def begin(shell: Shell) -> None:
    open_lea(shell)
    press(shell, pygame.K_RETURN)


def encounter(shell: Shell) -> EncounterView:
    view = shell.controls.view
    assert isinstance(view, EncounterView)
    return view


def test_a_session_that_was_cut_short_is_one_key_away(table: Table) -> None:
    shell = table.start()
    begin(shell)
    press(shell, pygame.K_1, pygame.K_2)
    before = encounter(shell)
    again = table.start()
    assert isinstance(again.controls.view, LibraryView)
    press(again, pygame.K_TAB, pygame.K_RETURN)
    assert encounter(again) == before
    press(again, pygame.K_1)
    assert encounter(again).turn_label == "Reply 4"


def test_the_brief_of_the_scene_leads_back_into_it_too(table: Table) -> None:
    shell = table.start()
    begin(shell)
    press(shell, pygame.K_1)
    before = encounter(shell)
    again = table.start()
    open_lea(again)
    press(again, pygame.K_RETURN)
    assert encounter(again) == before


def test_a_reply_that_was_taken_back_stays_so(table: Table) -> None:
    shell = table.start()
    begin(shell)
    press(shell, pygame.K_1)
    before = encounter(shell)
    press(shell, pygame.K_2, pygame.K_BACKSPACE)
    assert encounter(shell) == before
    again = table.start()
    press(again, pygame.K_TAB, pygame.K_RETURN)
    assert encounter(again) == before


def test_each_learner_finds_their_own(table: Table) -> None:
    shell = table.start(learner="Zoé")
    begin(shell)
    press(shell, pygame.K_1)
    other = table.start()
    assert [w.key for w in other.tree.ring() if w.key.startswith("continue:")] == []
    for name in ("learner", "learner:Zoé"):
        other.tree.focus_on(next(w for w in other.tree.ring() if w.key == name))
        press(other, pygame.K_RETURN)
    assert [w.key for w in other.tree.ring() if w.key.startswith("continue:")] == ["continue:lea"]


def test_a_store_that_cannot_be_used_is_told_once_and_the_session_goes_on(table: Table) -> None:
    (table.data / "attempts.db").mkdir()
    shell = table.start()
    told = [shell.dialogs]
    press(shell, *[pygame.K_ESCAPE] * shell.dialogs)
    begin(shell)
    for code in (pygame.K_1, pygame.K_1):
        press(shell, code)
        told.append(shell.dialogs)
        press(shell, *[pygame.K_ESCAPE] * shell.dialogs)
    assert sum(told) == 1
    assert encounter(shell).turn_label == "Reply 3"
