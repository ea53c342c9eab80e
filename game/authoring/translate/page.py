"""Writes a translation's file line by line: texts with what stands above them, groups, and what is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.translate.marks import GONE, GONE_LEGENDS, LEGEND, NOW, WAS, marked, read_marks
from game.authoring.written import written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.authoring.translate.overlay import Comments, Gone, Piece

Tree = dict[str | int, "Tree | Gone"]
"""Texts by the parts of their paths."""


class Page:
    """The lines of a file that is being written."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def notes(self, comments: Comments, indent: int) -> None:
        """What people wrote above a key."""
        notes = read_marks(comments.above).notes
        self.lines += [f"{' ' * indent}{line}" if line else "" for line in notes]

    def group(self, lead: str, indent: int, comments: Comments) -> None:
        """A key with further keys or lines below it. `lead` is the key, with its dash if it has one."""
        self.notes(comments, indent)
        self.lines.append(_with(f"{' ' * indent}{lead}:", comments.after))

    def text(
        self,
        lead: str,
        indent: int,
        comments: Comments,
        piece: Piece | None,
        now: str | None,
        was: str | None,
    ) -> None:
        """A text below what the source says. `lead` is `key:`, `-`, or `- key:`."""
        self.notes(comments, indent)
        if now is not None:
            self.lines += marked(NOW, now, indent)
        if was is not None:
            self.lines += marked(WAS, was, indent)
        start = f"{' ' * indent}{lead}"
        if piece is None or piece.blank:
            self.lines.append(_with(start, comments.after))
            return
        inside = indent + (2 if lead.startswith("- ") else 0)
        first, *below = piece.raw or written(piece.value, inside, len(start) + 1)
        if piece.raw:
            below = [f"{' ' * (inside + 2)}{line}" if line.strip() else "" for line in below]
        if first[0] in "|>" or not below:
            self.lines += [_with(f"{start} {first}", comments.after), *below]
        else:
            self.lines += [f"{start} {first}", *below[:-1], _with(below[-1], comments.after)]

    def gone(self, gone: Iterable[Gone], language: str) -> None:
        """The texts whose place is no longer in the scene, as comments."""
        for tree in _trees(gone):
            page = Page()
            page.branch(tree, 0, "")
            self.lines += ["", *marked(LEGEND, GONE_LEGENDS[language], 0)]
            self.lines += [f"{GONE} {line}".rstrip(" ") for line in page.lines]

    def branch(self, tree: Tree, indent: int, dash: str) -> None:
        """Texts that are gone, as the groups they were in."""
        for key, value in tree.items():
            lead = f"{dash}{key}"
            if not isinstance(value, dict):
                self._leaf(f"{lead}:", indent, value)
            elif len(value) == 1 and isinstance(only := next(iter(value)), int) and _is_bare(value[only]):
                self._leaf(f"{lead}:", indent, _leaf_of(value))
            else:
                self.lines.append(f"{' ' * indent}{lead}:")
                inside = indent + 2 * (2 if dash else 1)
                if all(isinstance(part, int) for part in value):
                    self._items(value, inside)
                else:
                    self.branch(value, inside, "")
            if dash:
                indent, dash = indent + 2, ""

    def _items(self, tree: Tree, indent: int) -> None:
        for value in tree.values():
            if not isinstance(value, dict) or _is_bare(value):
                self._leaf("-", indent, _leaf_of(value))
            else:
                self.branch(value, indent, "- ")

    def _leaf(self, lead: str, indent: int, one: Gone) -> None:
        self.text(lead, indent, one.comments, one.piece, one.piece.now, one.piece.was)


def _with(line: str, after: str) -> str:
    return f"{line}  {after}" if after else line


def _is_bare(value: Tree | Gone) -> bool:
    return isinstance(value, dict) and list(value) == ["text"] and not isinstance(value["text"], dict)


def _leaf_of(value: Tree | Gone) -> Gone:
    while isinstance(value, dict):
        value = next(iter(value.values()))
    return value


def _trees(gone: Iterable[Gone]) -> list[Tree]:
    """The texts in as few trees as hold them all, each at its own path."""
    trees: list[Tree] = []
    for one in gone:
        if not any(_plant(tree, one) for tree in trees):
            trees.append({})
            _plant(trees[-1], one)
    return trees


def _plant(tree: Tree, one: Gone) -> bool:
    here = tree
    for at, part in enumerate(one.path):
        if part not in here:
            new: Tree | Gone = one
            for inner in reversed(one.path[at + 1 :]):
                new = {inner: new}
            if here and isinstance(next(iter(here)), int) != isinstance(part, int):
                return False
            here[part] = new
            return True
        below = here[part]
        if not isinstance(below, dict):
            return False
        here = below
    return False
