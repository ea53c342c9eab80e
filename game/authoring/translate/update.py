"""Brings a translation in step with its scene, and loses nothing of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from game.authoring.translate.marks import LEGEND, LEGENDS, marked
from game.authoring.translate.overlay import Comments, Gone, Overlay, prefixes, read_overlay, take
from game.authoring.translate.page import Page
from game.authoring.translate.plan import LINE_TEXTS, key_of, plan
from game.loading.nodes import Mapping, Sequence
from game.loading.reader import read
from game.loading.translation import SHAPE, Shape
from game.model.diagnostics import Diagnostics
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from game.authoring.translate.overlay import Path, Piece
    from game.authoring.translate.plan import Planned
    from game.loading.nodes import Node

HEAD = ("format", "translates", "language")


class Update(NamedTuple):
    """A translation's new text, and how its texts stand.

    `done` are translated and up to date, `missing` are not translated, `changed` were made from other words
    than the source has now, and `gone` have no place in the scene any more and are kept.
    """

    text: str
    done: int
    missing: int
    changed: int
    gone: int


def update(source: Mapping, scene: str, language: str, text: str = "") -> Update:
    """The translation in step with the scene whose own root is `source`.

    `text` is the translation as it stands (empty: there is none yet); the guarded reader has accepted it.
    """
    return in_step(source, scene, language, read_overlay(text) if text else Overlay(), not text)


def in_step(source: Mapping, scene: str, language: str, overlay: Overlay, new: bool) -> Update:
    """The file that has what the overlay has. A `new` one gets room between its moments."""
    writer = _Writer(overlay, plan(source, overlay), new)
    had = [piece.value for piece in _translations(overlay)]
    written = writer.write(source, scene, language)
    if not _holds_all(written, had):
        raise AssertionError("a translation would be lost")
    planned = list(writer.planned.values())
    changed = sum(_has(one) and one.was is not None for one in planned)
    done = sum(_has(one) and one.was is None for one in planned)
    return Update(written, done, len(planned) - changed - done, changed, len(writer.gone))


def _has(planned: Planned) -> bool:
    return planned.piece is not None and not planned.piece.blank


def _translations(overlay: Overlay) -> list[Piece]:
    texts = [piece for path, piece in overlay.pieces.items() if path[0] not in HEAD]
    return [piece for piece in (*texts, *(one.piece for one in overlay.gone)) if not piece.blank]


def _holds_all(written: str, had: list[str]) -> bool:
    """True where every translation of before stands in the new file as well."""
    diagnostics = Diagnostics()
    root = read(written.encode(), "", diagnostics)
    if root is None or diagnostics.failed:
        return False
    left = Counter(piece.value for piece in _translations(read_overlay(written)))
    return not Counter(had) - left


class _Writer:
    """Writes the texts in the order of the source."""

    def __init__(self, overlay: Overlay, planned: dict[Path, Planned], new: bool) -> None:
        self.planned = planned
        self.gone: list[Gone] = []
        self._overlay = overlay
        self._new = new
        self._holding = {path[:end] for path in planned for end in range(1, len(path))}
        self._page = Page()

    def write(self, source: Mapping, scene: str, language: str) -> str:
        """The whole file."""
        page, comments = self._page, self._overlay.comments
        for key, value in zip(HEAD, ("1", scene, language), strict=True):
            around = take(comments, (key,))
            page.notes(around, 0)
            if key == HEAD[0]:
                page.lines += marked(LEGEND, LEGENDS[language], 0)
            page.lines.append(f"{key}: {value}" + (f"  {around.after}" if around.after else ""))
        self._group(source, SHAPE, (), 0)
        self.gone = self._leftovers()
        footer = [line for kept in comments.values() for line in (*kept.above, kept.after) if line]
        page.notes(Comments((*footer, *self._overlay.footer)), 0)
        page.gone(self.gone, language)
        return "\n".join(page.lines) + "\n"

    def _leftovers(self) -> list[Gone]:
        used = {one.path for one in self.planned.values()}
        back = [id(one.returned) for one in self.planned.values() if one.returned is not None]
        found = [one for one in self._overlay.gone if id(one) not in back]
        for path, piece in self._overlay.pieces.items():
            if path in used or path[0] in HEAD:
                continue
            around = take(self._overlay.comments, *prefixes(path))
            if not piece.blank or any(around.above) or around.after:
                found.append(Gone(path, piece, around))
        return found

    def _group(self, node: Mapping, shape: Shape, path: Path, indent: int) -> None:
        for key, value in node.entries.items():
            what = shape.get(key, shape.get("*"))
            inner = (*path, key)
            if what is None or inner not in self._holding:
                continue
            if isinstance(what, str):
                self._text(key, value, inner, indent)
            elif isinstance(value, Mapping):
                around = take(self._overlay.comments, inner)
                if self._new and path == ("moments",) and key != next(iter(node.entries)):
                    around = Comments(("", *around.above), around.after)
                self._page.group(key, indent, around)
                self._group(value, what, inner, indent + 2)

    def _text(self, key: str, node: Node, path: Path, indent: int) -> None:
        """A text of the source: in the file a text, a group, or a list of those, as it is there."""
        if isinstance(node, Sequence):
            self._page.group(key, indent, take(self._overlay.comments, path))
            for index, item in enumerate(node.items):
                self._line("-", item, (*path, index), indent + 2)
        elif self._is_bare(node, (*path, 0)):
            self._slot(f"{key}:", (*path, 0, "text"), indent, path)
        else:
            self._page.group(key, indent, take(self._overlay.comments, path))
            self._line("", node, (*path, 0), indent + 2)

    def _line(self, dash: str, node: Node, path: Path, indent: int) -> None:
        if self._is_bare(node, path):
            self._slot(dash, (*path, "text"), indent)
            return
        lead = f"{dash} " if dash else ""
        for key, value in node.entries.items() if isinstance(node, Mapping) else ():
            inner = (*path, key)
            if inner not in self._holding and inner not in self.planned:
                continue
            deeper = indent + (2 if lead else 0)
            if isinstance(value, Sequence):
                self._page.group(f"{lead}{key}", indent, take(self._overlay.comments, self._origin(inner)))
                for index in range(len(value.items)):
                    self._slot("-", (*inner, index), deeper + 2)
            else:
                slot = (*inner, 0) if key == "one_of" else inner
                self._slot(f"{lead}{key}:", slot, indent, self._origin(inner))
            indent, lead = deeper, ""

    def _slot(self, lead: str, path: Path, indent: int, *anchors: Path) -> None:
        one = self.planned.get(path)
        if one is None:
            self._page.text(lead, indent, Comments(), None, None, None)
            return
        places = [*anchors]
        if one.path is not None:
            places += [key_of(one.path), one.path[:-1], one.path]
        around = take(self._overlay.comments, *places)
        if one.returned is not None:
            more = one.returned.comments
            around = Comments((*around.above, *more.above), around.after or more.after)
        self._page.text(lead, indent, around, one.piece, one.now, one.was)

    def _origin(self, path: Path) -> Path:
        """Where the group at this path of the source stands in the overlay's file."""
        found = next(
            (one for slot, one in self.planned.items() if slot[: len(path)] == path and one.path), None
        )
        return path if found is None or found.path is None else found.path[: len(path)]

    def _is_bare(self, node: Node, path: Path) -> bool:
        """True where a line is written as its words alone, without `text:`."""
        if not isinstance(node, Mapping):
            return True
        if [key for key in node.entries if key in (*LINE_TEXTS, "one_of")] != ["text"]:
            return False
        one = self.planned.get((*path, "text"))
        return one is None or one.path is None or one.path[:-1] in self._overlay.bare
