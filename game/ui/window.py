"""The window: it opens, waits, hands events to the shell, and draws what changed."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
import warnings
from contextlib import contextmanager, suppress
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

import pygame

from game.app.intents import OpenLibrary
from game.app.views import TroubleView
from game.model.trouble import DisplayTrouble
from game.ui.access import UNSEEN, Reader, before_the_window, nobody
from game.ui.art import LatePortraits
from game.ui.dialogs.trouble import trouble_dialog
from game.ui.heap import give_back_pictures
from game.ui.lost import when_the_display_goes
from game.ui.screens import SCREENS
from game.ui.shell import Shell
from game.ui.theme import LEAST_HEIGHT, LEAST_WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from game.ui.art import Art
    from game.ui.frame_log import FrameLog
    from game.ui.host import Controls
    from game.ui.settings import Settings
    from game.ui.shell import Screens

_BUSY, _CALM = 1 / 60, 1 / 25
_AFTER_INPUT = 0.5
_TELLING = 1 / 20
"""Seconds between two things told to a screen reader, unless it asks: what glides is told in steps."""
_AHEAD = 0.4
"""Seconds from the start until what will be needed soon is looked for."""
_SOON = (
    "game.ui.screens.brief",
    "game.ui.screens.encounter",
    "game.attempts.store",
    "game.attempts.tally",
    "game.app.encounter",
    "game.app.debrief",
    "game.app.map",
    "game.app.progress",
    "game.app.transcript",
    "game.attempts.rescue",
    "game.loading.manuscript",
    "game.ui.screens.debrief",
    "game.ui.screens.map",
    "game.ui.screens.progress",
    "game.ui.screens.comparison",
)
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
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
    log: FrameLog | None = None,
    mishap: Callable[[Exception], str] | None = None,
    lost: Callable[[DisplayTrouble], int] | None = None,
) -> int:
    """Open the window and play until it is closed; the exit status. What each frame takes goes to `log`.

    `mishap` answers what to say of a mistake of the program: then the game goes on in the library. `lost`
    goes on without a display where its loss would end the process; its answer is the exit status.
    Raises DisplayTrouble when no window can be opened or the display is lost.
    """
    reader = Reader()
    shell = open_window(controls, settings, keep=keep, screens=screens, reader=reader)

    def without_a_display() -> int:
        with suppress(Exception):
            reader.close()
            shell.close()
        return lost(DisplayTrouble("The display is gone.")) if lost else 2

    when_the_display_goes(without_a_display)
    ahead = threading.Timer(_AHEAD, look_ahead)
    ahead.daemon = True
    ahead.start()
    try:
        return loop(shell, reader, log, mishap)
    except pygame.error as error:
        raise DisplayTrouble("The window was lost: {reason}.", reason=error) from error
    finally:
        ahead.cancel()
        reader.close()
        shell.close()
        pygame.display.quit()


def look_ahead() -> None:
    """While the player reads the first screen, import what the next ones need.

    The collector need not look again at what is there by then: one look at all of it is a long frame.
    """
    for name in _SOON:
        import_module(name)
    gc.freeze()


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
    return Shell(controls, settings, art or LatePortraits(), screens, keep=keep, set_mode=set_mode)


def _seen_by_someone() -> None:
    """Where there is no display, SDL may draw into memory without a word: good only if that was asked for."""
    if pygame.display.get_driver() in UNSEEN and not os.environ.get("SDL_VIDEODRIVER"):
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


def loop(
    shell: Shell,
    reader: Reader | None = None,
    log: FrameLog | None = None,
    mishap: Callable[[Exception], str] | None = None,
) -> int:
    """Events, time, drawing; until the shell is done or a signal asks to end: the exit status.

    `reader` reads it aloud. What `mishap` answers of a mistake of the program is told in the library, where
    the game goes on; one that comes while this is told is raised.
    """
    reader = reader or Reader(connect=nobody)
    told = 0
    with _ended_by_signal(shell) as signals:
        shell.draw()
        give_back_pictures()
        if log:
            log.begin()
        reader.start()
        shell.begin()
        turn = _Turn(shell, reader, log)
        while not shell.done:
            try:
                turn.take()
            except pygame.error:
                raise
            except Exception as error:
                if mishap is None or 0 < told <= shell.dialogs:
                    raise
                told = _tell(shell, mishap(error))
    return 128 + signals[0] if signals else 0


def _tell(shell: Shell, sentence: str) -> int:
    """Back to the library, with what went wrong; how many dialogs are open then."""
    while shell.dialogs:
        shell.close_dialog()
    shell.show(shell.controls.handle(OpenLibrary()))
    told = TroubleView(shell.controls.phrases.gettext("Something went wrong"), sentence)
    shell.open_dialog(partial(trouble_dialog, shell, told))
    return shell.dialogs


class _Turn:
    """One turn of the loop after the other."""

    def __init__(self, shell: Shell, reader: Reader, log: FrameLog | None) -> None:
        self._shell = shell
        self._reader = reader
        self._log = log
        self._last = self._input_at = self._told_at = time.perf_counter()
        self._held: set[int] = set()
        self._changed, self._asked = True, False

    def take(self) -> None:
        """Events, time, drawing; then a rest."""
        shell, reader, clock = self._shell, self._reader, time.perf_counter
        now = clock()
        events = pygame.event.get()
        for event in events:
            self._input_at = now
            if not _is_repeat(event, self._held):
                shell.dispatch(event)
            reader.heard(event)
        heard = clock()
        moving = shell.tick(min(0.1, now - self._last))
        self._last, ticked = now, clock()
        rects = shell.draw()
        drawn = clock()
        self._changed = bool(rects) or self._changed
        if self._asked or (self._changed and now - self._told_at >= _TELLING):
            reader.update(shell)
            self._told_at, self._changed = now, False
        busy = shell.visible and (moving or now - self._input_at < _AFTER_INPUT)
        told = clock()
        if self._log:
            self._log.note(shell, busy, (now, heard, ticked, drawn, told), len(events), rects)
        self._asked = reader.wait(shell, max(0.001, (_BUSY if busy else _CALM) - (told - now)))


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
def _ended_by_signal(shell: Shell) -> Iterator[list[int]]:
    """SIGTERM, SIGINT and SIGHUP close the window as its cross does; the list tells which of them came."""
    came: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield came
        return

    def end(number: int, _frame: FrameType | None) -> None:
        came.append(number)
        shell.quit()

    before = {number: signal.signal(number, end) for number in _SIGNALS}
    try:
        yield came
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
