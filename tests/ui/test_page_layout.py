"""Library, brief, debrief and their dialogs: partial drawing leaves no trace, and Tab reaches everything."""

from __future__ import annotations

import random

import pygame
import pytest

from game.ui.screens.debrief import DebriefScreen
from game.ui.widgets import Dialog
from tests.ui import page_samples, progress_samples
from tests.ui.page_stage import opened, press, wheel
from tests.ui.stage import settings

PAGES = {**page_samples.PAGES, **progress_samples.PAGES}


@pytest.mark.parametrize("opener", [pygame.K_h, pygame.K_g, pygame.K_ESCAPE])
def test_a_key_opens_each_dialog_and_escape_closes_it(opener: int) -> None:
    shell = opened(page_samples.short_debrief(), language="fr")
    press(shell, opener)
    assert isinstance(shell.tree.top, Dialog)
    press(shell, pygame.K_ESCAPE)
    assert shell.dialogs == 0


@pytest.mark.parametrize("name", PAGES)
def test_a_partial_redraw_equals_a_full_one(name: str) -> None:
    rng = random.Random(name)
    size = (1024, 640)
    shell = opened(PAGES[name](), size=size, given=settings(rng.choice((1.0, 1.5))))
    shell.complete()
    codes = (
        pygame.K_TAB,
        pygame.K_DOWN,
        pygame.K_UP,
        pygame.K_PAGEDOWN,
        pygame.K_END,
        pygame.K_h,
        pygame.K_ESCAPE,
    )
    for _ in range(30):
        pos = (rng.randrange(size[0]), rng.randrange(size[1]))
        what = rng.randrange(4)
        if what == 0:
            shell.dispatch(pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0)))
        elif what == 1:
            wheel(shell, rng.choice((-2, 1, 3)))
        elif name not in {"brief"} or what == 2:
            press(shell, rng.choice(codes if isinstance(shell.screen, DebriefScreen) else codes[:5]))
        if hasattr(shell.screen, "busts"):
            shell.screen.busts.wait()
        shell.tick(0.02)
        shell.draw()
        shell._backdrop.wait()
        shell.tick(0.02)
        shell.draw()
        partial = pygame.image.tobytes(pygame.display.get_surface(), "RGB")
        shell.tree.touch(pygame.Rect(0, 0, *size))
        shell.draw()
        assert pygame.image.tobytes(pygame.display.get_surface(), "RGB") == partial
    shell.close()


@pytest.mark.parametrize("name", PAGES)
def test_tab_reaches_everything_and_comes_back(name: str) -> None:
    shell = opened(PAGES[name](), size=(1024, 640), given=settings(1.5))
    ring = [widget.key for widget in shell.tree.ring()]
    assert len(set(ring)) == len(ring)
    seen = []
    for _ in ring:
        press(shell, pygame.K_TAB)
        focus = shell.tree.focus
        seen.append(focus.key)
        assert focus.rect.colliderect(pygame.Rect(0, 0, 1024, 640))
        assert focus.name
    assert seen == ring
    press(shell, pygame.K_TAB)
    assert shell.tree.focus.key == ring[0]
    shell.close()
