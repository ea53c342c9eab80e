"""The window: it opens, waits, hands events to the shell, and draws what changed."""

from __future__ import annotations

import os
import signal
import threading
import time
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pygame

from game.model.trouble import DisplayTrouble
from game.ui.access import Reader, before_the_window, nobody
from game.ui.portraits import PortraitArt
from game.ui.screens import SCREENS
from game.ui.shell import Shell
from game.ui.theme import LEAST_HEIGHT, LEAST_WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from game.ui.art import Art
    from game.ui.host import Controls
    from game.ui.settings import Settings
    from game.ui.shell import Screens

_BUSY, _CALM = 1 / 60, 1 / 25
_AFTER_INPUT = 0.5
_TELLING = 1 / 20
"""Seconds between two things told to a screen reader, unless it asks: what glides is told in steps."""
_UNSEEN = frozenset({"offscreen", "dummy"})
_WALKING = frozenset(
    {
        pygame.K_TAB,
        pygame.K_UP,
        pygame.K_DOWN,
        pygame.K_LEFT,
        pygame.K_RIGHT,
        pygame.K_PAGEUP,
        pygame.K_PAGEDOWN,
    }
)


def run(
    controls: Controls,
    settings: Settings,
    *,
    keep: Callable[[Settings], None] | None = None,
    screens: Screens = SCREENS,
) -> int:
    """Open the window and play until it is closed; the exit status.

    Raises DisplayTrouble when no window can be opened or the display is lost.
    """
    reader = Reader()
    shell = open_window(controls, settings, keep=keep, screens=screens, reader=reader)
    try:
        loop(shell, reader)
    except pygame.error as error:
        raise DisplayTrouble("The window was lost: {reason}.", reason=error) from error
    finally:
        reader.close()
        shell.close()
        pygame.display.quit()
    return 0


def open_window(
    controls: Controls,
    settings: Settings,
    *,
    art: Art | None = None,
    keep: Callable[[Settings], None] | None = None,
    screens: Screens = SCREENS,
    reader: Reader | None = None,
) -> Shell:
    """Start the display and show the first screen; `reader` is met earlier where the system asks for that."""
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("SDL_NO_SIGNAL_HANDLERS", "1")
    os.environ["SDL_VIDEO_X11_WMCLASS"] = "first-session"
    try:
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_caption("First Session / Première séance")
        _seen_by_someone()
        if reader is not None and before_the_window():
            pygame.display.set_mode((LEAST_WIDTH, LEAST_HEIGHT), pygame.RESIZABLE | pygame.HIDDEN)
            reader.start()
        set_mode(settings)
    except pygame.error as error:
        pygame.display.quit()
        raise DisplayTrouble("No window can be opened here: {reason}.", reason=error) from error
    pygame.key.set_repeat(350, 40)
    return Shell(controls, settings, art or PortraitArt(), screens, keep=keep, set_mode=set_mode)


def _seen_by_someone() -> None:
    """Where there is no display, SDL may draw into memory without a word: good only if that was asked for."""
    if pygame.display.get_driver() in _UNSEEN and not os.environ.get("SDL_VIDEODRIVER"):
        pygame.display.quit()
        raise DisplayTrouble("No window can be opened here: there is no display.")


def set_mode(settings: Settings) -> pygame.Surface:
    """The display as the settings want it; a desktop that gives another size is no cause for a warning."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        if settings.full_screen:
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
        size = max(LEAST_WIDTH, settings.width), max(LEAST_HEIGHT, settings.height)
        surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        if surface.get_size() != size:
            # On the way back from the full screen, X11 gives the full size once more before it gives this.
            surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        return surface


def loop(shell: Shell, reader: Reader | None = None) -> None:
    """Events, time, drawing; until the shell is done or a signal asks to end. `reader` reads it aloud."""
    reader = reader or Reader(connect=nobody)
    with _ended_by_signal(shell):
        shell.draw()
        reader.start()
        shell.begin()
        last = time.perf_counter()
        input_at = last
        held: set[int] = set()
        told_at, changed, asked = last, True, False
        while not shell.done:
            now = time.perf_counter()
            for event in pygame.event.get():
                input_at = now
                if not _is_repeat(event, held):
                    shell.dispatch(event)
                reader.heard(event)
            moving = shell.tick(min(0.1, now - last))
            last = now
            changed = bool(shell.draw()) or changed
            if asked or (changed and now - told_at >= _TELLING):
                reader.update(shell)
                told_at, changed = now, False
            busy = shell.visible and (moving or now - input_at < _AFTER_INPUT)
            spent = time.perf_counter() - now
            asked = reader.wait(shell, max(0.001, (_BUSY if busy else _CALM) - spent))


def _is_repeat(event: pygame.event.Event, held: set[int]) -> bool:
    """A key that is held walks and scrolls on, but chooses only once."""
    if event.type == pygame.KEYUP:
        held.discard(event.key)
    elif event.type == pygame.KEYDOWN:
        if event.key in held:
            return event.key not in _WALKING
        held.add(event.key)
    elif event.type == pygame.WINDOWFOCUSLOST:
        held.clear()
    return False


@contextmanager
def _ended_by_signal(shell: Shell) -> Iterator[None]:
    """SIGTERM and SIGINT close the window as its cross does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(_number: int, _frame: FrameType | None) -> None:
        shell.quit()

    before = {number: signal.signal(number, end) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
