"""Somebody sits before the real window: plays a whole session by keys, or only looks.

`python -m tests.benchmarks.sitting FILE` plays, leaves the frame log in FILE, and tells how much memory the
process had at its peak, in MB; with `--look STATE` it looks for some seconds at a patient (`breathing`,
`still`, `hidden`) and tells the share of one core, in percent.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.app.debrief_values import DebriefView, GuessView
from game.app.intents import Begin, OpenScene
from game.app.map_values import MapView
from game.app.views import BriefView, EncounterView, LibraryView
from game.attempts.journal import Journal
from game.launch import build_controller
from game.ui.frame_log import FrameLog
from game.ui.settings import Settings
from game.ui.window import look_ahead, loop, open_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.app.controller import Controller
    from game.app.views import View
    from game.ui.shell import Shell

PAUSE = 0.3
"""Seconds between two keys."""
PATIENCE = 60.0
SETTLING, LOOKING = 4.0, 8.0
STATES = ("breathing", "still", "hidden")
Key = tuple[int, int, str]


def key(code: int, text: str = "", mod: int = 0) -> Key:
    return code, mod, text


ENTER, ESCAPE, DOWN, PAGE = (
    key(code) for code in (pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_DOWN, pygame.K_PAGEDOWN)
)
TAB = key(pygame.K_TAB)
LARGER, SMALLER = key(pygame.K_PLUS, "+", pygame.KMOD_LCTRL), key(pygame.K_MINUS, "-", pygame.KMOD_LCTRL)


def letter(text: str) -> Key:
    return key(ord(text), text)


class Player(threading.Thread):
    """Presses keys as a person would, from a thread of its own."""

    def __init__(self, shell: Shell, game: Controller, scene: str) -> None:
        super().__init__(daemon=True)
        self._shell, self._game, self._scene = shell, game, scene
        self.trouble: Exception | None = None

    def run(self) -> None:
        try:
            self._play()
        except Exception as error:
            self.trouble = error
        pygame.event.post(pygame.event.Event(pygame.QUIT))

    def _play(self) -> None:
        self._press(DOWN, DOWN, DOWN, ESCAPE, ESCAPE)
        self._until(lambda: self._focus() == f"scene:{self._scene}", TAB)
        self._press(ENTER)
        self._see(BriefView)
        self._press(letter("2"), letter("1"), ENTER)
        self._see(EncounterView)
        extras = iter(EXTRAS)
        while isinstance(view := self._game.view, EncounterView) and not view.over:
            self._press(key(pygame.K_SPACE, " "), *next(extras, ()), letter("1"))
        self._press(key(pygame.K_SPACE, " "), ENTER)
        self._see(GuessView)
        self._until(lambda: isinstance(self._game.view, DebriefView), letter("1"))
        self._press(*[PAGE] * 8, letter("m"))
        self._see(MapView)
        self._press(DOWN, DOWN, key(pygame.K_RIGHT), key(pygame.K_LEFT), LARGER, SMALLER, ESCAPE)
        self._see(DebriefView)
        self._until(lambda: self._focus() == "library", TAB)
        self._press(ENTER)
        self._see(LibraryView)
        self._press(letter("p"), PAGE, ESCAPE)

    def _focus(self) -> str:
        focus = self._shell.tree.focus
        return focus.key if focus else ""

    def _press(self, *keys: Key) -> None:
        for code, mod, text in keys:
            for kind in (pygame.KEYDOWN, pygame.KEYUP):
                pygame.event.post(pygame.event.Event(kind, key=code, mod=mod, unicode=text, scancode=0))
            time.sleep(PAUSE)

    def _see(self, kind: type[View]) -> None:
        self._until(lambda: isinstance(self._game.view, kind))

    def _until(self, reached: Callable[[], bool], *keys: Key) -> None:
        end = time.monotonic() + PATIENCE
        while not reached():
            if time.monotonic() > end:
                raise TimeoutError(f"{type(self._game.view).__name__} stays")
            self._press(*keys)
            time.sleep(0.05)


EXTRAS: tuple[tuple[Key, ...], ...] = (
    (letter("h"), PAGE, ESCAPE),
    (letter("g"), PAGE, PAGE, ESCAPE),
    (letter("l"), letter("l")),
    (LARGER, LARGER, SMALLER, SMALLER),
    (ESCAPE, ESCAPE),
)
"""What is looked up and changed on the way, by turn."""


def opened(settings: Settings, folder: Path) -> tuple[Shell, Controller]:
    game = build_controller("en", "guided", 5, None, Journal(folder))
    return open_window(game, settings), game


def play(log: FrameLog, scene: str, settings: Settings, folder: Path) -> None:
    shell, game = opened(settings, folder)
    player = Player(shell, game, scene)
    player.start()
    threading.Timer(0.4, look_ahead).start()
    loop(shell, log=log)
    shell.close()
    game.close()
    log.close()
    if player.trouble:
        raise player.trouble


def look(state: str, settings: Settings, folder: Path) -> float:
    """The share of one core, in percent, that a patient takes who is only looked at."""
    game = build_controller("en", "guided", 5, None, Journal(folder))
    game.handle(OpenScene("lea"))
    game.handle(Begin())
    shell = open_window(game, settings._replace(reveal_speed=0, reduced_motion=state == "still"))
    took: list[float] = []

    def watch() -> None:
        if state == "hidden":
            pygame.event.post(pygame.event.Event(pygame.WINDOWMINIMIZED))
        time.sleep(SETTLING)
        cpu, since = time.process_time(), time.perf_counter()
        time.sleep(LOOKING)
        took.append(100 * (time.process_time() - cpu) / (time.perf_counter() - since))
        pygame.event.post(pygame.event.Event(pygame.QUIT))

    threading.Thread(target=watch, daemon=True).start()
    loop(shell)
    shell.close()
    game.close()
    return took[0]


def peak() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1_000_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--look", choices=STATES)
    parser.add_argument("--scene", default="lea")
    parser.add_argument("--size", default="1280x720")
    given = parser.parse_args()
    width, height = (int(part) for part in given.size.split("x"))
    settings = Settings(width=width, height=height)
    with tempfile.TemporaryDirectory() as folder:
        if given.look:
            print(look(given.look, settings, Path(folder)))  # noqa: T201
        else:
            play(FrameLog(given.file), given.scene, settings, Path(folder))
            print(peak())  # noqa: T201


if __name__ == "__main__":
    main()
