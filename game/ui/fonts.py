"""The four faces of the type family, opened when first needed, and what they can draw."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import pygame

from game.ui.theme import Style

if TYPE_CHECKING:
    from collections.abc import Callable

_PROBE = Style(20, 26)
_PACKAGE = "fontpkg_atkinson_hyperlegible"
_FACES = {
    (False, False): "AtkinsonHyperlegible-Regular.ttf",
    (True, False): "AtkinsonHyperlegible-Bold.ttf",
    (False, True): "AtkinsonHyperlegible-Italic.ttf",
    (True, True): "AtkinsonHyperlegible-BoldItalic.ttf",
}
_STAND_INS = {
    "\u202f": "\u00a0", "\u2007": "\u00a0", "\u2009": " ", "\u200a": " ", "\u2003": " ", "\u2002": " ",
    "\u2011": "-", "\u2010": "-", "\u2212": "\u2013", "\u2192": ">", "\u2190": "<",
    "\u2713": "+", "\u2714": "+", "\u2717": "x", "\u2022": "\u00b7",
    "\u2032": "'", "\u2033": '"', "\u2044": "/",
}  # fmt: skip
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c") | {
    chr(c) for span in ((0x202A, 0x202F), (0x2066, 0x206A), (0xFE00, 0xFE10)) for c in range(*span)
}
_UNKNOWN = "\ufffd"
"""No face has it: drawn as the face's own empty box."""
_BLANKS = " \u00a0"
_NOWHERE = "\uffff"


class _Signs(dict[int, str]):
    """What is drawn for each character (by its number); found out when it first comes."""

    def __init__(self, drawn: Callable[[str], str]) -> None:
        super().__init__()
        self._drawn = drawn

    def __missing__(self, number: int) -> str:
        found = self[number] = self._drawn(chr(number))
        return found


class Fonts:
    """Opens faces lazily; measures; tells which characters the family lacks."""

    __slots__ = ("_empty_box", "_faces", "_measured", "_signs")

    def __init__(self) -> None:
        self._faces: dict[tuple[int, bool, bool], pygame.font.Font] = {}
        self._signs = _Signs(self._stand_in)
        self._empty_box = b""
        self._measured = lru_cache(maxsize=20_000)(self._measure)

    def face(self, style: Style) -> pygame.font.Font:
        """The font of a style."""
        return self._face(style.size, style.bold, style.italic)

    def _face(self, size: int, bold: bool, italic: bool) -> pygame.font.Font:
        key = (size, bold, italic)
        font = self._faces.get(key)
        if font is None:
            if not pygame.font.get_init():
                pygame.font.init()
            font = self._faces[key] = _opened(size, bold, italic)
        return font

    def clean(self, text: str) -> str:
        """Text that the font can take: no controls, no lone surrogates, stand-ins for what it lacks."""
        if text.isascii() and text.isprintable():
            return text
        return text.translate(self._signs)

    def _stand_in(self, char: str) -> str:
        if char == "\n":
            return char
        if char in "\t\r\v\f\u2028\u2029\x85":
            return " "
        if char in _DROPPED or unicodedata.category(char) in {"Cc", "Cf"}:
            return ""
        if unicodedata.category(char) == "Cs" or ord(char) > 0xFFFF:
            return _UNKNOWN
        if not self.face(_PROBE).size(char)[0]:  # it only changes the sign before it
            return ""
        stand_in = _STAND_INS.get(char)
        if stand_in and (char.isspace() or not self._has(char)):
            return stand_in
        if self._has(char):
            return char
        plain = unicodedata.normalize("NFKD", char)
        if plain != char and all(self._has(part) for part in plain):
            return plain
        return _UNKNOWN

    def _has(self, char: str) -> bool:
        """Whether the family draws the character: a lacking one comes out as the empty box."""
        if not self._empty_box:
            self._empty_box = self._pixels(_NOWHERE)
        return char in _BLANKS or self._pixels(char) not in (b"", self._empty_box)

    def _pixels(self, char: str) -> bytes:
        """What is drawn of a character; nothing of one that has no width."""
        face = self.face(_PROBE)
        if not face.size(char)[0]:
            return b""
        drawn = face.render(char, True, _PROBE.ink)
        return pygame.image.tobytes(drawn, "RGBA")

    def _measure(self, text: str, size: int, bold: bool, italic: bool) -> int:
        return self._face(size, bold, italic).size(text)[0]

    def width(self, text: str, style: Style) -> int:
        """Pixels that the text takes in one line."""
        return self._measured(text, style.size, style.bold, style.italic)


def _opened(size: int, bold: bool, italic: bool) -> pygame.font.Font:
    """One of the faces; where the family is missing or damaged, the one that comes with pygame."""
    try:
        with as_file(files(_PACKAGE) / "files" / _FACES[bold, italic]) as path:
            return pygame.font.Font(path, size)
    except (ImportError, OSError, pygame.error):
        font = pygame.font.Font(None, size)
        font.bold, font.italic = bold, italic
        return font
