"""Text in lines: wrapped once, kept, then shown whole or character by character. It never reflows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.model.values import NamedTuple
from game.ui.theme import Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.ui.fonts import Fonts

_TOKENS = re.compile(r"\n| +|[^ \n]+")
_FRENCH_BEFORE = re.compile(r"[ \u00a0\u202f]+(?=[;:!?»%])")
_FRENCH_AFTER = re.compile(r"(?<=«)[ \u00a0\u202f]+")
_ENDING = re.compile(r".[;:!?»%.,…”)\u00a0]*\Z")
"""The last letter of a text, with the signs behind it that may not begin a line."""
_OPENING = re.compile(r"[«“(]\u00a0?\Z")
_CLOSERS = ";:!?»%.,…”)\u00a0"
_SOFT_BREAK = re.compile(r"(?<=[^\W\d_]-)(?=[^\W\d_])|(?<=[—…])(?=[^\W\d_])")


class Run(NamedTuple):
    """Text of one style."""

    text: str
    style: Style


class Piece(NamedTuple):
    """A stretch of one style within a line."""

    x: int
    text: str
    style: Style
    width: int


class Line(NamedTuple):
    """A line: its pieces from left to right, and its place in the whole."""

    pieces: tuple[Piece, ...]
    width: int
    y: int
    height: int
    start: int
    """Characters shown before this line."""
    stop: int


class Flow(NamedTuple):
    """Wrapped text."""

    lines: tuple[Line, ...]
    width: int
    height: int
    length: int
    """Characters in all: the end of a reveal."""


class _Word(NamedTuple):
    parts: tuple[Run, ...]
    space: Style | None
    """The style of the blank before the word; None when it sticks to the word before but may break."""
    room: int = 0
    """Pixels of that blank."""
    wide: int = 0
    """Pixels of the word."""


class Words(NamedTuple):
    """Runs, split into words and measured."""

    all: tuple[_Word, ...]
    style: Style
    """Of a line in which nothing stands."""


_BREAK = _Word((), None)


def keep_together(text: str) -> str:
    """French: what stands before ; : ! ? » and after « stays with its word."""
    return _FRENCH_AFTER.sub(_unbroken, _FRENCH_BEFORE.sub(_unbroken, text))


def _unbroken(blanks: re.Match[str]) -> str:
    return "\u00a0" * len(blanks[0])


def wrap(fonts: Fonts, runs: Iterable[Run], width: int) -> Flow:
    """Break runs into lines no wider than `width` (a word that is wider is cut by characters)."""
    return laid(fonts, split(fonts, runs), width)


def split(fonts: Fonts, runs: Iterable[Run]) -> Words:
    """The words of runs, measured: what is the same at any width."""
    clean = [Run(keep_together(fonts.clean(run.text)), run.style) for run in runs]
    return Words(tuple(_words(fonts, clean)), clean[0].style if clean else Style(16, 22))


def laid(fonts: Fonts, words: Words, width: int) -> Flow:
    """The words in lines no wider than `width`."""
    row: list[_Word] = []
    rows = [row]
    used, near = 0, 4 + width // 50
    for word in words.all:
        if word is _BREAK:
            rows.append(row := [])
            used = 0
            continue
        total = used + word.room + word.wide if row else word.wide
        if row and total > width - near and (total > width + near or _exceeds(fonts, [*row, word], width)):
            rows.append(row := [])
            total = word.wide
        if word.wide > width:
            chunks = _cut(fonts, word, width)
            row.append(chunks[0])
            for chunk in chunks[1:]:
                rows.append(row := [chunk])
            total = chunks[-1].wide
        else:
            row.append(word)
        used = total
    return _lay(fonts, rows, words.style)


def _exceeds(fonts: Fonts, row: list[_Word], width: int) -> bool:
    """Whether a line is too wide, exactly: letters that meet stand closer than the sum of words tells."""
    return sum(fonts.width(run.text, run.style) for run in _joined(row)) > width


def _words(fonts: Fonts, runs: list[Run]) -> Iterator[_Word]:
    parts: list[Run] = []
    space: Style | None = None
    for run in runs:
        for token in _TOKENS.findall(run.text):
            if token == "\n":
                if parts:
                    yield _word(fonts, parts, space)
                yield _BREAK
                parts, space = [], None
            elif token[0] == " ":
                if parts:
                    yield _word(fonts, parts, space)
                parts, space = [], run.style
            elif token.isalnum():
                parts.append(Run(token, run.style))
            else:
                first, *others = _SOFT_BREAK.split(token)
                parts.append(Run(first, run.style))
                for bit in others:
                    yield _word(fonts, parts, space)
                    parts, space = [Run(bit, run.style)], None
    if parts:
        yield _word(fonts, parts, space)


def _word(fonts: Fonts, parts: list[Run], space: Style | None) -> _Word:
    wide = sum([fonts.width(part.text, part.style) for part in parts])
    return _Word(tuple(parts), space, fonts.width(" ", space) if space else 0, wide)


def _cut(fonts: Fonts, word: _Word, width: int) -> list[_Word]:
    """A word wider than the line, by characters."""
    chunks: list[list[Run]] = [[]]
    used = 0
    for part in word.parts:
        bit = ""
        for char in part.text:
            wide = fonts.width(bit + char, part.style)
            if used + wide > width and (bit or chunks[-1]):
                stays, kept = _parted(bit, char)
                if fonts.width(kept + char, part.style) > width:
                    stays, kept = bit, ""
                bit = stays
                chunks[-1] += [Run(bit, part.style)] if bit else []
                chunks.append([])
                bit, used = kept + char, 0
            else:
                bit += char
        chunks[-1].append(Run(bit, part.style))
        used += fonts.width(bit, part.style)
    return [_word(fonts, chunk, word.space if not index else None) for index, chunk in enumerate(chunks)]


def _parted(before: str, char: str) -> tuple[str, str]:
    """Where a line breaks before `char`: what stays on it, and what goes on to the next with `char`."""
    bound = _ENDING.search(before) if char in _CLOSERS else _OPENING.search(before)
    place = bound.start() if bound else 0
    return (before[:place], before[place:]) if place else (before, "")


def _lay(fonts: Fonts, rows: list[list[_Word]], fallback: Style) -> Flow:
    lines: list[Line] = []
    y = count = widest = 0
    for row in rows:
        pieces: list[Piece] = []
        x, start, height = 0, count, 0
        for run in _joined(row):
            wide = fonts.width(run.text, run.style)
            pieces.append(Piece(x, run.text, run.style, wide))
            x += wide
            count += len(run.text)
            height = max(height, run.style.lead)
        height = height or fallback.lead
        lines.append(Line(tuple(pieces), x, y, height, start, count))
        widest = max(widest, x)
        y += height
    return Flow(tuple(lines), widest, y, count)


def _joined(row: list[_Word]) -> list[Run]:
    """The words of a line as few runs, blanks between them."""
    runs: list[tuple[list[str], Style]] = []
    for word in row:
        blank = word.space if runs else None
        for part in word.parts:
            if blank:
                runs[-1][0].append(" ")
                blank = None
            if runs and runs[-1][1] == part.style:
                runs[-1][0].append(part.text)
            else:
                runs.append(([part.text], part.style))
    return [Run("".join(texts), style) for texts, style in runs]
