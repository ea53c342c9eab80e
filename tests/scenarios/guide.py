"""The guide for instructors as its reader takes it: pieces of files to put in, and commands to type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from game.launch import data_folder

if TYPE_CHECKING:
    from pathlib import Path

HOME = data_folder("scenarios")
PAGES = {
    "en": (HOME / "README.md", HOME / "guide" / "writing-well.md", HOME / "guide" / "reference.md"),
    "fr": (HOME / "LISEZMOI.md", HOME / "guide" / "bien-ecrire.md", HOME / "guide" / "reference.fr.md"),
}
"""For each language the guide, the page on writing well, and the tables."""

STAYS = "# …"
"""Stands for the lines that the reader has already."""

_FENCE = re.compile(r"^```(?P<info>.*)\n(?P<text>(?:.*\n)*?)```$", re.MULTILINE)
_KEY = re.compile(r"(?P<indent> *)(?P<key>[\w.]+):")
_TABLE = re.compile(r"^<!-- (?P<name>\w+) -->\n\n(?P<rows>(?:\|.*\n)+)", re.MULTILINE)


class Block(NamedTuple):
    """One fenced block: what stands after the fence, and the lines within."""

    page: Path
    line: int
    info: str
    text: str

    @property
    def name(self) -> str:
        """Where it stands, for whoever reads a failed test."""
        return f"{self.page.name}:{self.line}"


def blocks(page: Path) -> list[Block]:
    """Every fenced block of a page, in reading order."""
    text = page.read_text("utf-8")
    return [
        Block(page, text.count("\n", 0, found.start()) + 1, found["info"].strip(), found["text"])
        for found in _FENCE.finditer(text)
    ]


def tables(page: Path) -> dict[str, list[tuple[str, ...]]]:
    """The rows of each table that has a name (an HTML comment above it), without its head."""
    return {
        found["name"]: [
            tuple(cell.strip().replace("`", "") for cell in row.strip("|").split("|"))
            for row in found["rows"].splitlines()[2:]
        ]
        for found in _TABLE.finditer(page.read_text("utf-8"))
    }


def put(piece: str, written: str) -> str:
    """What a file holds once a piece of the guide was put in: a group with `# …` keeps what it had.

    What is new stands where the piece shows it: above what follows it there, or at the end.
    """
    if STAYS not in {line.strip() for line in piece.splitlines()}:
        return piece
    return "".join(f"{line}\n" for line in _joined(written.splitlines(), piece.splitlines(), ""))


def _joined(old: list[str], new: list[str], indent: str) -> list[str]:
    if f"{indent}{STAYS}" not in new:
        return new
    entries = _entries(old, indent)
    pieces = _entries([line for line in new if line != f"{indent}{STAYS}"], indent)
    assert not any(pieces.pop("")), "a piece begins with a key"
    order = list(entries)
    below: str | None = None
    for key, lines in reversed(pieces.items()):
        if key not in entries:
            order.insert(len(order) if below is None else order.index(below), key)
        had = entries.get(key, lines)[1:]
        entries[key] = [lines[0], *_joined(had, lines[1:], f"{indent}  ")]
        below = key
    return [line for key in order for line in entries[key]]


def _entries(lines: list[str], indent: str) -> dict[str, list[str]]:
    """The lines by the key of that indentation which they hang on; what stands above goes with the first."""
    entries: dict[str, list[str]] = {"": []}
    key = ""
    for line in lines:
        found = _KEY.match(line)
        if found and found["indent"] == indent:
            key = found["key"]
            assert key not in entries, f"{key} stands twice"
            entries[key] = []
        entries[key].append(line)
    return entries
