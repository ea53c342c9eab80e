"""A stage for the pages: library, brief and debrief on a display that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app.debrief_values import DebriefView, GuessView
from game.app.progress_values import ComparisonView, ProgressView
from game.app.views import BriefView, EditedView, LibraryView
from game.ui.screens.brief import BriefScreen
from game.ui.screens.comparison import ComparisonScreen
from game.ui.screens.debrief import DebriefScreen, GuessScreen
from game.ui.screens.edited import EditedScreen
from game.ui.screens.library import LibraryScreen
from game.ui.screens.progress import ProgressScreen
from game.ui.shell import Shell
from game.ui.widgets import Rich, Scroll
from tests.ui.stage import Booth, PlainArt, display, key, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.app.views import View
    from game.ui.settings import Settings

SCREENS = {
    LibraryView: LibraryScreen,
    BriefView: lambda host, view: BriefScreen(host, view, threaded=False),
    EditedView: EditedScreen,
    GuessView: GuessScreen,
    DebriefView: DebriefScreen,
    ProgressView: ProgressScreen,
    ComparisonView: ComparisonScreen,
}


def opened(
    *views: View,
    size: tuple[int, int] = (1280, 720),
    given: Settings | None = None,
    language: str = "en",
    art: PlainArt | None = None,
) -> Shell:
    display(size)
    return Shell(Booth(*views, language=language), given or settings(), art or PlainArt(), SCREENS)


def asked(shell: Shell) -> list[object]:
    return shell.controls.asked  # type: ignore[attr-defined,no-any-return]


def scrolls(shell: Shell) -> list[Scroll]:
    return [widget for widget in shell.tree.top.walk() if isinstance(widget, Scroll)]


def pages(shell: Shell) -> Iterator[None]:
    """The top layer from its beginning to its end, a window at a time."""
    yield
    for scroll in scrolls(shell):
        while scroll.move_to(scroll.offset + max(40, scroll.rect.h * 3 // 4)):
            yield


def texts(shell: Shell) -> str:
    """All text that is drawn anywhere on the page."""
    found: dict[str, None] = {}
    for _ in pages(shell):
        for widget in shell.tree.top.walk():
            if isinstance(widget, Rich):
                found[widget.name] = None
    return "\n".join(found)


def press(shell: Shell, *codes: int) -> None:
    for code in codes:
        shell.dispatch(key(code))


def wheel(shell: Shell, steps: int) -> None:
    shell.dispatch(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=steps, precise_y=0.0))
