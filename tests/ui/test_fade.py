"""Another screen or dialog fades in, and stops fading; with reduced motion it is there at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.ui.dialogs import menu_dialog
from game.ui.theme import FADE
from tests.ui.stage import settings
from tests.ui.test_tree import opened

if TYPE_CHECKING:
    from game.ui.shell import Shell


def pixels() -> bytes:
    """What is on the display."""
    surface = pygame.display.get_surface()
    assert surface is not None
    return pygame.image.tobytes(surface, "RGB")


def with_menu(shell: Shell) -> tuple[bytes, bytes]:
    """The display before a dialog opened, and in the first frame with it."""
    shell.complete()
    before = pixels()
    shell.open_dialog(lambda: menu_dialog(shell))
    shell.tick(0.3)
    shell.draw()
    return before, pixels()


def test_a_dialog_fades_in_and_then_nothing_moves() -> None:
    shell = opened("plain")
    before, first = with_menu(shell)
    assert first == before
    shell.tick(FADE / 2)
    shell.draw()
    half = pixels()
    while shell.tick(FADE / 2):
        shell.draw()
    assert pixels() != half != before
    assert not shell.tree.dirty
    faded = pixels()
    shell.complete()
    assert pixels() == faded
    shell.close()


@pytest.mark.parametrize("part", [pygame.Rect(300, 200, 400, 300), pygame.Rect(0, 0, 64, 64)])
def test_while_it_fades_a_part_that_is_drawn_again_is_the_same(part: pygame.Rect) -> None:
    shell = opened("plain")
    with_menu(shell)
    shell.tick(FADE / 3)
    shell.draw()
    half = pixels()
    shell.tree.touch(part)
    shell.draw()
    assert pixels() == half
    shell.close()


def test_reduced_motion_shows_it_at_once() -> None:
    shell = opened("plain", given=settings()._replace(reduced_motion=True))
    before, first = with_menu(shell)
    assert first != before
    shell.complete()
    assert pixels() == first
    shell.close()
