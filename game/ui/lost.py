"""What becomes of the game when its display goes away: on X11 the library would end the process by itself."""

from __future__ import annotations

import ctypes
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pygame

if TYPE_CHECKING:
    from collections.abc import Callable

_HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)
_MAPS = Path("/proc/self/maps")


_handlers: list[object] = []
"""The one that the library holds now: Python must not forget it."""


def when_the_display_goes(act: Callable[[], int]) -> None:
    """`act` is done when the X server is lost, and the process ends with the code that it answers.

    It must not draw or ask the display for anything. Other systems let the window go on, or close it as its
    cross does.
    """
    library = _x11()
    if library is None:
        return

    def lost(_display: int) -> NoReturn:
        code = 70
        try:
            code = act()
        finally:
            os._exit(code)

    handler = _HANDLER(lost)
    library.XSetIOErrorHandler.restype = ctypes.c_void_p
    library.XSetIOErrorHandler(handler)
    _handlers[:] = [handler]


def _x11() -> Any:
    """The X library that SDL has opened in this process."""
    if pygame.display.get_driver() != "x11":
        return None
    with suppress(OSError):
        for line in _MAPS.read_text("utf-8", "replace").splitlines():
            path = line.rpartition(" ")[2]
            if "/libX11.so" in path or "/libX11-" in path:
                return ctypes.CDLL(path)
    return None
