"""Every screen and dialog, in both languages, for whoever plays by keyboard or by ear."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pygame
import pytest

from game.ui.access import Reading
from game.ui.widgets.long_page import LongPage
from tests.ui.stage import key
from tests.ui.test_layout import DIALOGS, LANGUAGES, PLACES, opened
from tests.ui.test_preview import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.ui.access import Page
    from game.ui.shell import Shell
    from game.ui.widgets import Widget

PLAIN = frozenset({"none", "group", "text", "scroll", "list"})
"""Roles that say nothing of what can be done."""
MOST = 16
"""So many widgets of a screen are drawn with and without the focus."""
EVERYTHING = [(view, None) for view in PLACES.values()] + list(DIALOGS.values())
NAMES = [*PLACES, *(f"{name} dialog" for name in DIALOGS)]


@pytest.fixture(
    scope="module",
    params=[(*one, language) for one in EVERYTHING for language in LANGUAGES],
    ids=[f"{name}-{language}" for name in NAMES for language in LANGUAGES],
)
def window(request: pytest.FixtureRequest) -> Iterator[Shell]:
    view, build, language = request.param
    shell = opened(view(), language, lambda whole: whole)
    if build is not None:
        shell.open_dialog(lambda: build(shell))
    shell.tick(0.1)
    for widget in _all(shell):
        if isinstance(widget, LongPage):
            widget.finish()
    yield shell
    shell.close()


@pytest.fixture
def shell(window: Shell) -> Shell:
    """The window as it is when it opens: nothing has the focus."""
    window.tree.focus_on(None)
    return window


def _all(shell: Shell) -> list[Widget]:
    assert shell.tree.top is not None
    return list(shell.tree.top.walk())


def _read(shell: Shell) -> Page:
    return Reading().read(shell.tree, (shell.theme.width, shell.theme.height), "window", "en")


def test_what_can_have_the_focus_says_what_it_is_and_no_picture_is_nameless(shell: Shell) -> None:
    for widget in shell.tree.ring():
        assert widget.role not in PLAIN, widget.key
        assert widget.name.strip(), (type(widget), widget.key)
    page = _read(shell)
    assert all(node.name for node in page.nodes.values() if node.role in {"image", "figure", "meter"})
    assert all(node.about for node in page.nodes.values() if node.role in {"figure", "meter"})


def test_a_screen_reader_meets_what_the_keyboard_reaches_and_nothing_else(shell: Shell) -> None:
    page, ring = _read(shell), shell.tree.ring()
    top = page.nodes[0].children[-1]
    offered = [n for n in _in_order(page, top) if n != top and page.nodes[n].actions & {"click", "focus"}]
    assert {id(page.widgets[n]) for n in offered} == {id(widget) for widget in ring}
    assert all(page.nodes[n].hidden for n in page.nodes[0].children[:-1])


def test_the_tab_key_walks_through_everything_once_and_shows_it(shell: Shell) -> None:
    ring = shell.tree.ring()
    window = pygame.Rect(0, 0, shell.theme.width, shell.theme.height)
    walked = []
    for _ in ring:
        shell.dispatch(key(pygame.K_TAB))
        focus = shell.tree.focus
        assert focus is not None
        assert _seen(focus, window), f"{focus.key} has the focus out of sight"
        walked.append(focus.key)
    assert walked == [widget.key for widget in ring]


def _seen(widget: Widget, window: pygame.Rect) -> bool:
    """Whether some of it is in the window and in all that cuts it."""
    shown, above = widget.rect.clip(window), widget.parent
    while above is not None:
        if above.hidden:
            return False
        shown = shown.clip(above.viewport()) if above.clips else shown
        above = above.parent
    return shown.w > 0 and shown.h > 0


def test_the_focus_goes_as_one_reads(shell: Shell) -> None:
    """What comes later does so by ear too, and nowhere does the eye go back both up and to the left."""
    page = _read(shell)
    order = {id(page.widgets[n]): place for place, n in enumerate(_in_order(page, 0)) if n in page.widgets}
    ring = [widget for widget in shell.tree.ring() if not widget.leads]
    places = [order[id(widget)] for widget in ring]
    assert places == sorted(places)
    for one, other in pairwise(ring):
        back = other.rect.bottom <= one.rect.top and other.rect.right <= one.rect.left
        assert not back or _scroll(one) is not _scroll(other), (one.key, other.key)


def _scroll(widget: Widget) -> Widget | None:
    """What moves it: the page and the bar below it are read one after the other."""
    above = widget.parent
    while above is not None and not above.clips:
        above = above.parent
    return above


def _in_order(page: Page, number: int) -> Iterator[int]:
    yield number
    for child in page.nodes[number].children:
        yield from _in_order(page, child)


def test_the_focus_is_drawn(shell: Shell) -> None:
    ring = shell.tree.ring()
    shell.complete()
    for widget in ring[:: max(1, len(ring) // MOST)]:
        shell.tree.focus_on(widget)
        with_focus = _picture(shell, widget)
        widget.set_focus(False)
        assert _picture(shell, widget) != with_focus, widget.key
        widget.set_focus(True)


def _picture(shell: Shell, widget: Widget) -> bytes:
    shell.draw()
    surface = pygame.display.get_surface()
    area = widget.rect.inflate(24, 24).clip(surface.get_rect())
    return pygame.image.tobytes(surface.subsurface(area), "RGB")


@pytest.mark.parametrize("moment", ["hello", "straight", "bye"])
def test_the_bar_of_a_preview_can_be_played_by_ear(moment: str, tmp_path: Path) -> None:
    shell = Desk(tmp_path, moment).shell
    shell.tick(0.1)
    ring = shell.tree.ring()
    page = _read(shell)
    assert all(widget.role not in PLAIN and widget.name.strip() for widget in ring)
    assert {widget.key for widget in ring} <= {widget.key for widget in page.widgets.values()}
    assert page.nodes[page.focus].role == "main"
    shell.close()
