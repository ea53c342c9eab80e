"""A screen of one's own: an X server in memory, what it shows as a picture, and a hand on mouse and keys."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from tests.window.xserver import end, lacking, x_server

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1600, 900)
"""Of the screen, in pixels."""
NAME = "first-session"
"""The class of the game's window."""
PATIENCE = 90.0
"""Seconds that anything may take on a slow machine."""

_DESKTOP = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <theme><keepBorder>no</keepBorder></theme>
  <applications><application class="*"><decor>no</decor></application></applications>
</openbox_config>
"""
"""Windows have no frames, which `xdotool` would not reckon with."""


def missing() -> str:
    """What this machine lacks for a screen of one's own; nothing where all is there."""
    return ", ".join(lacking("Xvfb", "openbox", "xdotool"))


class Screen:
    """The X server, the game that runs on it, and what a person would do and see there."""

    def __init__(self, display: str, memory: Path, game: subprocess.Popen[str]) -> None:
        self._display = display
        self._memory = memory
        self.game = game
        self._window = ""

    def window(self) -> pygame.Rect | None:
        """Where the game's window is on the screen; None while it has none."""
        if not self._window:
            self._window = self._hand("search", "--onlyvisible", "--class", NAME).strip()
        told = self._hand("getwindowgeometry", "--shell", self._window) if self._window else ""
        found = dict(line.split("=", 1) for line in told.splitlines() if "=" in line)
        if not {"X", "Y", "WIDTH", "HEIGHT"} <= found.keys():
            self._window = ""
            return None
        return pygame.Rect(*(int(found[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))

    def press(self, name: str) -> None:
        """A key, such as Return or ctrl+plus, goes down and up."""
        self._hand("key", name)

    def point(self, x: int, y: int) -> None:
        """Move the pointer to a place of the screen."""
        self._hand("mousemove", str(x), str(y))

    def click(self, button: int = 1) -> None:
        """A button of the mouse goes down and up; 4 and 5 are the wheel."""
        self._hand("click", str(button))

    def picture(self) -> pygame.Surface:
        """What the screen shows, in the format of the X window dump that the server keeps in memory."""
        data = self._memory.read_bytes()
        header, colours = struct.unpack_from(">I", data)[0], struct.unpack_from(">I", data, 76)[0]
        width, height, row = (struct.unpack_from(">I", data, place)[0] for place in (16, 20, 48))
        assert row == width * 4
        pixels = data[header + 12 * colours :][: row * height]
        return pygame.image.frombuffer(pixels, (width, height), "BGRA").convert(24)

    def _hand(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],
            env={**os.environ, "DISPLAY": self._display},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return done.stdout


@contextmanager
def screen(folder: Path, *words: str) -> Iterator[Screen]:
    """The game, begun with these words, on a screen of its own until the end of the block."""
    with ExitStack() as stack:
        server = stack.enter_context(x_server(f"{SIZE[0]}x{SIZE[1]}", "-fbdir", str(folder)))
        environment = _environment(folder, server.display)
        desktop = folder / "desktop.xml"
        desktop.write_text(_DESKTOP, "utf-8")
        _started(stack, ["openbox", "--sm-disable", "--config-file", str(desktop)], environment)
        game = _started(stack, [sys.executable, "-m", "game", *words], environment)
        yield Screen(server.display, folder / "Xvfb_screen0", game)


def _started(stack: ExitStack, words: Sequence[str], environment: dict[str, str]) -> subprocess.Popen[str]:
    """A process that is ended when the stack is left."""
    process = subprocess.Popen(words, env=environment, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    stack.callback(_end, process)
    return process


def _end(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        end(process)
    if process.stderr:
        process.stderr.close()


def _environment(folder: Path, display: str) -> dict[str, str]:
    """Nothing of this machine's user, and a window that others can see."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SDL_", "DBUS_", "AT_SPI", "XDG_", "WAYLAND_"))
    }
    own = {
        name: str(folder / name.lower()) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    }
    return {
        **kept,
        **own,
        "DISPLAY": display,
        "HOME": str(folder),
        "SDL_AUDIODRIVER": "dummy",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
    }
