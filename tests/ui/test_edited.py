"""The scene was edited since: which text the session goes on with, by keys and pointer."""

from __future__ import annotations

import pygame
import pytest

from game.app.intents import Continue, OpenLibrary
from tests.ui import page_samples
from tests.ui.page_stage import asked, opened, press, texts
from tests.ui.stage import click


@pytest.mark.parametrize(("code", "text"), [(pygame.K_1, "then"), (pygame.K_2, "now")])
def test_a_number_picks_the_text(code: int, text: str) -> None:
    shell = opened(page_samples.edited())
    press(shell, code)
    assert asked(shell) == [Continue("a1", text)]


def test_a_text_that_is_lost_has_no_number() -> None:
    view = page_samples.edited()
    shell = opened(view._replace(options=view.options[1:]))
    press(shell, pygame.K_2)
    assert asked(shell) == []
    press(shell, pygame.K_1)
    assert asked(shell) == [Continue("a1", "now")]


def test_arrows_and_the_pointer_pick_it_too() -> None:
    shell = opened(page_samples.edited())
    press(shell, pygame.K_DOWN, pygame.K_DOWN, pygame.K_RETURN)
    click(shell, next(w for w in shell.tree.ring() if w.key == "text:then").rect.center)
    assert asked(shell) == [Continue("a1", "now"), Continue("a1", "then")]


def test_escape_goes_back_and_leaves_the_session_as_it_is() -> None:
    shell = opened(page_samples.edited())
    press(shell, pygame.K_ESCAPE)
    assert asked(shell) == [OpenLibrary()]


def test_where_the_roads_part_is_told_to_eyes_and_ears() -> None:
    view = page_samples.edited()
    shell = opened(view)
    for option in view.options:
        assert option.description in texts(shell)
        assert next(w for w in shell.tree.ring() if w.key == f"text:{option.id}").value == option.description
