"""The same game twice: in a window that a person could see, and in memory, where it can be asked.

Both are given the same keys and clicks. What the one shows must be what the other drew, so the test knows
what stands where on the real screen, and when the real window has come to a state.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.attempts.journal import Journal
from game.launch import build_controller
from game.ui.portraits import PortraitArt
from game.ui.screens import SCREENS
from game.ui.shell import Shell
from tests.ui.stage import display, key
from tests.window.screen import PATIENCE, SIZE

if TYPE_CHECKING:
    import subprocess

    from game.app.views import View
    from game.ui.settings import Settings
    from game.ui.widgets import Widget
    from tests.window.screen import Screen

ALIKE = 0.998
"""The share of the window's pixels that are the same; the rest is left to the pointer."""
_NEAR = (8, 8, 8, 255)
_KEYS = {
    "Return": (pygame.K_RETURN, 0),
    "Escape": (pygame.K_ESCAPE, 0),
    "Tab": (pygame.K_TAB, 0),
    "Down": (pygame.K_DOWN, 0),
    "F11": (pygame.K_F11, 0),
    "ctrl+plus": (pygame.K_EQUALS, pygame.KMOD_CTRL),
    "ctrl+minus": (pygame.K_MINUS, pygame.KMOD_CTRL),
    **{letter: (ord(letter), 0) for letter in "hlmp123456789"},
}


def artefacts(folder: Path) -> Path:
    """Where the pictures are kept: in the folder that the environment names, or else in this one."""
    kept = Path(os.environ.get("FIRST_SESSION_ARTEFACTS") or folder) / "window"
    kept.mkdir(parents=True, exist_ok=True)
    return kept


class Twin:
    """A screen with the real window, and the same window in memory."""

    def __init__(self, screen: Screen, settings: Settings, seed: int, folder: Path) -> None:
        self._screen = screen
        self._pictures = artefacts(folder)
        self._seen = 0
        self.journal = Journal(folder / "twin")
        self._game = build_controller("en", "guided", seed, None, self.journal)
        self._set_mode(settings)
        self.shell = Shell(self._game, settings, PortraitArt(), SCREENS, set_mode=self._set_mode)

    @staticmethod
    def _set_mode(settings: Settings) -> None:
        display(SIZE if settings.full_screen else (settings.width, settings.height))

    @property
    def view(self) -> View:
        """What both show."""
        return self._game.view

    @property
    def process(self) -> subprocess.Popen[str]:
        """The real game."""
        return self._screen.game

    def close(self) -> None:
        """Let go of everything."""
        self.shell.close()
        self._game.close()

    # -- to both

    def press(self, *names: str) -> None:
        """Keys, one after the other; then what they did is seen."""
        for name in names:
            self._screen.press(name)
            code, mod = _KEYS[name]
            self.shell.dispatch(key(code, mod))
            self.shell.dispatch(pygame.event.Event(pygame.KEYUP, key=code, mod=mod, unicode="", scancode=0))

    def point(self, place: tuple[int, int]) -> None:
        """The pointer moves to a place in the window."""
        window = self._window()
        self._screen.point(window.x + place[0], window.y + place[1])
        self.shell.dispatch(
            pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(0, 0, 0), touch=False)
        )

    def click(self, name: str) -> None:
        """A click in the middle of the widget with this key, which is scrolled into sight before."""
        while (around := _around(self.widget(name))) and not around.rect.collidepoint(
            self.widget(name).rect.center
        ):
            self.point(around.rect.center)
            self.wheel(1)
        place = self.widget(name).rect.center
        self.point(place)
        self._screen.click()
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self.shell.dispatch(pygame.event.Event(kind, pos=place, button=1, touch=False))

    def wheel(self, clicks: int) -> None:
        """The wheel turns toward the end of the page."""
        for _ in range(clicks):
            self._screen.click(5)
            self.shell.dispatch(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1, precise_y=-1.0))

    def widget(self, name: str) -> Widget:
        """What can be pressed and has this key."""
        return next(widget for widget in self.shell.tree.ring() if widget.key == name)

    # -- and what is seen

    def wait_for_the_window(self) -> None:
        """Until it is there."""
        until = time.monotonic() + PATIENCE
        while self._screen.window() is None:
            assert self._screen.game.poll() is None, "the game has ended"
            assert time.monotonic() < until, "no window has come"
            time.sleep(0.05)

    def see(self, name: str) -> None:
        """Waits until the real window shows what the twin shows, and keeps the picture."""
        self._seen += 1
        path = self._pictures / f"{self._seen:02}-{name}.png"
        until = time.monotonic() + PATIENCE
        while (share := self._share()) < ALIKE:
            assert self._screen.game.poll() is None, "the game has ended"
            if time.monotonic() > until:
                wanted = path.with_stem(f"{path.stem}-wanted")
                pygame.image.save(pygame.display.get_surface(), str(wanted))
                pygame.image.save(self._screen.picture(), str(path))
                raise AssertionError(f"{path.name} is alike in {share:.2%} only: see {path} and {wanted}")
            time.sleep(0.02)
        pygame.image.save(self._screen.picture().subsurface(self._window()), str(path))

    def _share(self) -> float:
        """How much of the real window is as the twin draws it now."""
        self.shell.tick(1 / 30)
        self.shell.draw()
        drawn, window = pygame.display.get_surface(), self._screen.window()
        shown = self._screen.picture()
        if window is None or window.size != drawn.get_size() or not shown.get_rect().contains(window):
            return 0.0
        real = shown.subsurface(window)
        same = pygame.mask.from_threshold(real, (0, 0, 0), _NEAR, drawn.convert(real))
        return same.count() / (window.w * window.h)

    def _window(self) -> pygame.Rect:
        window = self._screen.window()
        assert window is not None
        return window


def _around(widget: Widget) -> Widget | None:
    """What scrolls the widget, where anything does."""
    above = widget.parent
    while above is not None and not above.clips:
        above = above.parent
    return above
