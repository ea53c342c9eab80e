"""SVG text to pixels, with the ThorVG library.

Drawing releases the interpreter lock, so a portrait can be drawn in a worker thread while the window
goes on. The functions are bound here and not through the classes of `thorvg_python`, which write the argument
types of shared functions anew at every call and so fail when two threads draw at once.
"""

from __future__ import annotations

import ctypes
import threading
from functools import lru_cache
from typing import Final

_DEFAULT_ENGINE: Final = 1
_PREMULTIPLIED: Final = 0
_STRAIGHT: Final = 2
_MOST_PIXELS: Final = 8192
"""Longest side of a raster."""

_POINTER: Final = ctypes.c_void_p
_NUMBER: Final = ctypes.c_uint32
_SIGNATURES: Final = {
    "tvg_engine_init": (_NUMBER,),
    "tvg_swcanvas_set_target": (_POINTER, _POINTER, _NUMBER, _NUMBER, _NUMBER, ctypes.c_int),
    "tvg_picture_load_data": (
        _POINTER, ctypes.c_char_p, _NUMBER, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_bool,
    ),
    "tvg_font_load_data": (
        ctypes.c_char_p, ctypes.c_char_p, _NUMBER, ctypes.c_char_p, ctypes.c_bool,
    ),
    "tvg_canvas_add": (_POINTER, _POINTER),
    "tvg_canvas_remove": (_POINTER, _POINTER),
    "tvg_canvas_update": (_POINTER,),
    "tvg_canvas_draw": (_POINTER, ctypes.c_bool),
    "tvg_canvas_sync": (_POINTER,),
    "tvg_canvas_destroy": (_POINTER,),
}  # fmt: skip
"""Functions that return 0 when all went well."""

_lock = threading.Lock()


class PortraitUnavailable(Exception):
    """The ThorVG library is missing or does not work, so portraits cannot be drawn."""


@lru_cache(maxsize=1)
def _started_library() -> ctypes.CDLL:
    try:
        from thorvg_python.engine import THORVG_LIB  # noqa: PLC0415

        if THORVG_LIB is None:
            raise OSError("no such file")
        # A handle of our own has functions of our own, whose types nobody else changes.
        library = ctypes.CDLL(THORVG_LIB._name)
        for name, arguments in _SIGNATURES.items():
            function = getattr(library, name)
            function.argtypes, function.restype = arguments, ctypes.c_int
        library.tvg_swcanvas_create.argtypes = (ctypes.c_uint8,)
        library.tvg_swcanvas_create.restype = _POINTER
        library.tvg_picture_new.argtypes = ()
        library.tvg_picture_new.restype = _POINTER
    except (ImportError, OSError, AttributeError) as problem:
        raise PortraitUnavailable(f"The ThorVG library could not be loaded ({problem}).") from problem
    _check(library.tvg_engine_init(0), "start")
    return library


def load_font(name: str, data: bytes) -> None:
    """Make a TrueType font known to all rasters, as the `font-family` of that name.

    Raises:
        PortraitUnavailable: The library is missing, or cannot read the font.
    """
    library = _library()
    with _lock:
        _check(library.tvg_font_load_data(name.encode(), data, len(data), b"ttf", True), "read a font")


def _library() -> ctypes.CDLL:
    with _lock:
        return _started_library()


def _check(code: int, step: str) -> None:
    if code:
        raise PortraitUnavailable(f"The ThorVG library failed to {step} (code {code}).")


class Raster:
    """A picture of one size, drawn again and again.

    The engine starts with the first drawing, and from then on the raster belongs to the thread that made it:
    the engine is safe with one raster a thread, not with one raster in two.

    Args:
        width: Pixels, 1 to 8192.
        height: Pixels, 1 to 8192.
        premultiplied: Whether colours are multiplied by their alpha, as fast blitting wants them.
    """

    def __init__(self, width: int, height: int, premultiplied: bool = True) -> None:
        if not (1 <= width <= _MOST_PIXELS and 1 <= height <= _MOST_PIXELS):
            raise ValueError(f"a raster takes 1 to {_MOST_PIXELS} pixels a side, not {width} by {height}")
        self.width, self.height = width, height
        self._premultiplied = premultiplied
        self._library: ctypes.CDLL | None = None
        self._canvas: int | None = None
        self._buffer = bytearray(0)
        self._owner = 0

    def svg(self, text: str) -> memoryview:
        """Draw an SVG at its own size from the upper left.

        Returns:
            Rows of R, G, B, A bytes, top to bottom; the next call draws over them.

        Raises:
            PortraitUnavailable: The library is missing or failed.
            RuntimeError: The raster was first used by another thread.
        """
        library, canvas = self._opened()
        data = text.encode()
        picture = library.tvg_picture_new()
        # Once added, the picture belongs to the canvas, and removing it frees it.
        loaded = library.tvg_picture_load_data(picture, data, len(data), b"svg", None, True)
        _check(library.tvg_canvas_add(canvas, picture), "take a drawing")
        try:
            _check(loaded, "read a drawing")
            _check(library.tvg_canvas_update(canvas), "prepare a drawing")
            _check(library.tvg_canvas_draw(canvas, True), "draw")
            _check(library.tvg_canvas_sync(canvas), "finish a drawing")
        finally:
            library.tvg_canvas_remove(canvas, picture)
        return memoryview(self._buffer).toreadonly()

    def close(self) -> None:
        """Give the memory back, in the thread that drew; drawing again opens the raster anew."""
        if self._library is not None and self._canvas is not None:
            self._library.tvg_canvas_destroy(self._canvas)
        self._library, self._canvas, self._buffer = None, None, bytearray(0)

    def _opened(self) -> tuple[ctypes.CDLL, int]:
        thread = threading.get_ident()
        if self._library is not None and self._canvas is not None:
            if thread != self._owner:
                raise RuntimeError("a raster belongs to the thread that first drew with it")
            return self._library, self._canvas
        library = _library()
        canvas = library.tvg_swcanvas_create(_DEFAULT_ENGINE)
        if not canvas:
            raise PortraitUnavailable("The ThorVG library has no software canvas.")
        buffer = bytearray(self.width * self.height * 4)
        address = ctypes.addressof(ctypes.c_char.from_buffer(buffer))
        order = _PREMULTIPLIED if self._premultiplied else _STRAIGHT
        _check(
            library.tvg_swcanvas_set_target(canvas, address, self.width, self.width, self.height, order),
            "take a picture",
        )
        self._library, self._canvas, self._buffer, self._owner = library, canvas, buffer, thread
        return library, canvas
