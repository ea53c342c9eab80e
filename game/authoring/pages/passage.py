"""Passages of a page's examples: where they stand in a scene, what they stand for, how they are shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MARK = "‸"
"""Stands in a bad example just before the character that the code points at."""

_LEFT_OUT = "…"
_REPEATED = re.compile(r"⟦([^⟦⟧]*?) ?×([0-9]+)⟧")
_CHARACTER = re.compile(r"⟦U\+([0-9A-F]{4})⟧")


class Placed(NamedTuple):
    """A file's text without the mark, and the line and column where it stood, from 1; 0 without a mark."""

    text: str
    line: int
    column: int


def placed(text: str) -> Placed:
    """The text as it is checked: what is short for something is written out, and the mark is taken out."""
    whole = _REPEATED.sub(lambda found: found[1] * int(found[2]), text)
    whole = _CHARACTER.sub(lambda found: chr(int(found[1], 16)), whole)
    before, mark, after = whole.partition(MARK)
    if not mark:
        return Placed(whole, 0, 0)
    return Placed(before + after, before.count("\n") + 1, len(before) - before.rfind("\n"))


def shown(text: str) -> str:
    """The text as it is shown: repetitions are named, not written out."""
    named = _REPEATED.sub(lambda found: f"{found[1]}… (× {found[2]}) ", text.replace(MARK, ""))
    named = _CHARACTER.sub(lambda found: f"[U+{found[1]}]", named)
    return re.sub(r"(?m) +$", "", named)


def replaced(base: str, old: str, new: str) -> str:
    """The base with one passage changed. A line `…` in both stands for lines that stay as they are.

    Passages are written without the indentation that they have in the base. Raises ValueError where the old
    one does not stand in the base, stands there twice, or has more or fewer pieces than the new one.
    """
    lines = base.split("\n")
    found = list(_found(lines, _pieces(old)))
    if len(found) != 1:
        raise ValueError(f"a passage must stand once in the scene, not {len(found)} times:\n{old}")
    depth, spans = found[0]
    pieces = _pieces(new)
    for (first, last), piece in reversed(list(zip(spans, pieces, strict=True))):
        lines[first:last] = [" " * depth + line if line else "" for line in piece]
    return "\n".join(lines)


def in_french(text: str, phrases: Mapping[str, str]) -> str:
    """The text with each phrase that is a whole value, or a whole comment, in French."""
    longest_first = sorted(phrases, key=len, reverse=True)
    any_of = "|".join(map(re.escape, longest_first))
    whole = rf"(?m)(?:(?<=[ \[{MARK}⟦⟧])|^)(?:{any_of})(?=$|[,}}\]]| *×)"
    return re.sub(whole, lambda found: phrases[found[0]], text)


def _pieces(passage: str) -> list[list[str]]:
    pieces: list[list[str]] = [[]]
    for line in passage.rstrip("\n").split("\n") if passage.strip() else ():
        if line.strip() == _LEFT_OUT:
            pieces.append([])
        else:
            pieces[-1].append(line)
    return pieces


def _found(lines: list[str], pieces: list[list[str]]) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The indentation and the places of all pieces, for each place of the first; of others the next."""
    for start in range(len(lines)):
        depth = _indent(lines[start]) - _indent(pieces[0][0])
        spans: list[tuple[int, int]] = []
        at = start
        for piece in pieces:
            wanted = [" " * depth + line if line else "" for line in piece]
            last = len(lines) if spans else start + 1
            fits = (one for one in range(at, last) if lines[one : one + len(wanted)] == wanted)
            first = next(fits, None)
            if first is None:
                break
            at = first + len(wanted)
            spans.append((first, at))
        else:
            yield depth, spans


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
