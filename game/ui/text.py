"""Text in lines: wrapped once, kept, then shown whole or character by character. It never reflows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.model.values import NamedTuple
from game.ui.theme import Style

if TYPE_CHECKING:
    from collections.abc import Iterable

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


_BREAK = _Word((), None)


def keep_together(text: str) -> str:
    """French: what stands before ; : ! ? » and after « stays with its word."""
    return _FRENCH_AFTER.sub(_unbroken, _FRENCH_BEFORE.sub(_unbroken, text))


def _unbroken(blanks: re.Match[str]) -> str:
    return "\u00a0" * len(blanks[0])


def wrap(fonts: Fonts, runs: Iterable[Run], width: int) -> Flow:
    """Break runs into lines no wider than `width` (a word that is wider is cut by characters)."""
    clean = [Run(keep_together(fonts.clean(run.text)), run.style) for run in runs]
    fallback = clean[0].style if clean else Style(16, 22)
    rows: list[list[_Word]] = [[]]
    used = 0
    for word in _words(clean):
        if word is _BREAK:
            rows.append([])
            used = 0
            continue
        room = _space(fonts, word.space) if rows[-1] else 0
        wide = sum(fonts.width(part.text, part.style) for part in word.parts)
        if rows[-1] and _exceeds(fonts, rows[-1], word, used + room + wide, width):
            rows.append([])
            used = room = 0
        if wide > width:
            chunks = _cut(fonts, word, width)
            for chunk in chunks[:-1]:
                rows[-1].append(chunk)
                rows.append([])
            rows[-1].append(chunks[-1])
            wide = sum(fonts.width(part.text, part.style) for part in chunks[-1].parts)
        else:
            rows[-1].append(word)
        used += room + wide
    return _lay(fonts, rows, fallback)


def _exceeds(fonts: Fonts, row: list[_Word], word: _Word, total: int, width: int) -> bool:
    """Whether a line gets too wide with the word: by the sum of words, exactly where that is close."""
    near = 4 + width // 50
    if abs(total - width) > near:
        return total > width
    return sum(fonts.width(run.text, run.style) for run in _joined([*row, word])) > width


def _words(runs: list[Run]) -> list[_Word]:
    words: list[_Word] = []
    parts: list[Run] = []
    space: Style | None = None

    def close(next_space: Style | None) -> None:
        nonlocal parts, space
        if parts:
            words.append(_Word(tuple(parts), space))
            parts = []
        space = next_space

    for run in runs:
        for token in _TOKENS.findall(run.text):
            if token == "\n":
                close(None)
                words.append(_BREAK)
            elif token[0] == " ":
                close(run.style)
            else:
                for index, bit in enumerate(_SOFT_BREAK.split(token)):
                    if index:
                        close(None)
                    parts.append(Run(bit, run.style))
    close(None)
    return words


def _space(fonts: Fonts, style: Style | None) -> int:
    return fonts.width(" ", style) if style else 0


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
    return [_Word(tuple(chunk), word.space if not index else None) for index, chunk in enumerate(chunks)]


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
    runs: list[Run] = []
    for index, word in enumerate(row):
        first = True
        for part in word.parts:
            blank = " " if first and index and word.space else ""
            first = False
            if runs and runs[-1].style == part.style:
                runs[-1] = Run(runs[-1].text + blank + part.text, part.style)
            elif blank and runs:
                runs[-1] = Run(runs[-1].text + blank, runs[-1].style)
                runs.append(part)
            else:
                runs.append(part)
    return runs
