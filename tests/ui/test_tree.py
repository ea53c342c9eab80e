"""Partial drawing, focus, pointer, and that nothing is cut or overlaps."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pygame
import pytest

from game.ui.screens.encounter import EncounterScreen
from game.ui.settings import Settings
from game.ui.shell import Shell
from tests.ui import samples
from tests.ui.layout_walker import faults
from tests.ui.stage import Booth, PlainArt, click, display, key, settings

if TYPE_CHECKING:
    from game.ui.widgets import Widget

SIZES = ((1024, 640), (1280, 720), (1920, 1080))


def opened(
    *names: str, size: tuple[int, int] = (1280, 720), given: Settings | None = None, language: str = "en"
) -> Shell:
    display(size)
    booth = Booth(*(samples.ALL[name]() for name in names), language=language)
    screens = {samples.EncounterView: lambda host, view: EncounterScreen(host, view, threaded=False)}
    return Shell(booth, given or settings(), PlainArt(), screens)


def random_event(rng: random.Random, shell: Shell, size: tuple[int, int]) -> None:
    pos = (rng.randrange(size[0]), rng.randrange(size[1]))
    what = rng.randrange(7)
    if what == 0:
        click(shell, pos)
    elif what <= 2:
        shell.dispatch(pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0)))
    elif what == 3:
        shell.dispatch(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=rng.choice((-2, 1, 3)), precise_y=0.0))
    elif what == 4:
        shell.screen.actor.advance(0.1)
    else:
        codes = (
            pygame.K_TAB,
            pygame.K_DOWN,
            pygame.K_UP,
            pygame.K_h,
            pygame.K_ESCAPE,
            pygame.K_PAGEDOWN,
            pygame.K_END,
            pygame.K_1,
            pygame.K_SPACE,
            pygame.K_l,
            pygame.K_g,
        )
        shell.dispatch(key(rng.choice(codes)))
    shell.tick(rng.choice((0.016, 0.04, 0.3)))


@pytest.mark.parametrize("seed", range(6))
def test_a_partial_redraw_equals_a_full_one(seed: int) -> None:
    rng = random.Random(seed)
    size = rng.choice(SIZES[:2])
    given = Settings(text_scale=rng.choice((1.0, 1.5)), reveal_speed=60)
    shell = opened("plain", "guided_french", "probing", "bare", "ending", size=size, given=given)
    shell.complete()
    for _ in range(40):
        random_event(rng, shell, size)
        shell.draw()
        shell._backdrop.wait()
        shell.draw()
        partial = pygame.image.tobytes(pygame.display.get_surface(), "RGB")
        shell.tree.touch(pygame.Rect(0, 0, *size))
        shell.draw()
        assert pygame.image.tobytes(pygame.display.get_surface(), "RGB") == partial


@pytest.mark.parametrize("name", samples.ALL)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_is_cut_or_overlaps(name: str, size: tuple[int, int], scale: float, language: str) -> None:
    shell = opened(name, size=size, given=settings(scale), language=language)
    assert faults(shell.tree.layers[-1], pygame.Rect(0, 0, *size)) == []


@pytest.mark.parametrize("code", [pygame.K_h, pygame.K_g, pygame.K_ESCAPE])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_dialogs_fit(code: int, scale: float, language: str) -> None:
    shell = opened("plain", size=(1024, 640), given=settings(scale), language=language)
    shell.dispatch(key(code))
    assert shell.dialogs == 1
    assert faults(shell.tree.layers[-1], pygame.Rect(0, 0, 1024, 640)) == []


def test_settings_open_upon_the_menu_and_change_at_once() -> None:
    shell = opened("plain")
    shell.dispatch(key(pygame.K_ESCAPE))
    press(shell, "settings")
    assert shell.dialogs == 2
    press(shell, "size:2.0")
    assert shell.settings.text_scale == 2.0
    assert shell.tree.focus is not None
    assert shell.tree.focus.key == "size:2.0"
    assert faults(shell.tree.layers[-1], pygame.Rect(0, 0, 1280, 720)) == []
    shell.dispatch(key(pygame.K_ESCAPE))
    shell.dispatch(key(pygame.K_ESCAPE))
    assert shell.dialogs == 0


def press(shell: Shell, name: str) -> None:
    widget = found(shell, name)
    shell.tree.focus_on(widget)
    shell.dispatch(key(pygame.K_RETURN))


def found(shell: Shell, name: str) -> Widget:
    return next(widget for widget in shell.tree.ring() if widget.key == name)


def test_tab_goes_round_and_comes_back() -> None:
    shell = opened("guided_french")
    ring = shell.tree.ring()
    seen = []
    for _ in ring:
        shell.dispatch(key(pygame.K_TAB))
        assert shell.tree.focus is not None
        seen.append(shell.tree.focus.key)
        assert any(widget.focused for widget in ring)
    assert seen == [widget.key for widget in ring]
    shell.dispatch(key(pygame.K_TAB))
    assert shell.tree.focus is ring[0]
    shell.dispatch(key(pygame.K_TAB, pygame.KMOD_LSHIFT))
    assert shell.tree.focus is ring[-1]


def test_the_focused_reply_is_scrolled_into_sight() -> None:
    shell = opened("guided_french", size=(1024, 640), given=settings(2.0))
    for _ in range(5):
        shell.dispatch(key(pygame.K_DOWN))
        assert shell.tree.focus is not None
        assert pygame.Rect(0, 0, 1024, 640).contains(shell.tree.focus.rect)


def test_focus_and_scroll_survive_a_language_switch() -> None:
    shell = opened("guided_french", size=(1024, 640))
    shell.dispatch(key(pygame.K_UP))
    before = shell._layers.scrolled()
    assert any(before.values())
    shell.dispatch(key(pygame.K_l))
    assert shell.controls.language == "fr"
    assert shell.tree.focus is not None
    assert shell.tree.focus.key == "reply:e"
    assert shell._layers.scrolled() == before
