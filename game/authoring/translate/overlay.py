"""A translation as it stands in its file: every text with the comments around it, and how it is written.

The guarded reader keeps no comments; here a file that it accepted is read once more for them.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

import yaml

from game.authoring.translate.marks import GONE, read_marks
from game.loading.nodes import Mapping
from game.loading.reader import read
from game.loading.translation import SHAPE, Shape
from game.model.diagnostics import Diagnostics
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Path = tuple[str | int, ...]
"""The keys that lead to a text. Each text is a list of lines, each line a group: `(…, "cue", 0, "text")`."""

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$")


class Comments(NamedTuple):
    """What people wrote around a key: the lines above (blank ones too), and after it on its line."""

    above: tuple[str, ...] = ()
    after: str = ""


class Piece(NamedTuple):
    """One text. `raw` is how it was written: its first line, and the rest without indentation."""

    value: str
    blank: bool = False
    raw: tuple[str, ...] = ()
    now: str | None = None
    was: str | None = None
    line: int = 0
    column: int = 0


class Gone(NamedTuple):
    """A text whose place is no longer in the scene."""

    path: Path
    piece: Piece
    comments: Comments = Comments()


class Overlay:
    """The texts of a translation by their paths, in the order of the file."""

    def __init__(self) -> None:
        self.pieces: dict[Path, Piece] = {}
        self.comments: dict[Path, Comments] = {}
        self.bare: set[Path] = set()
        """Lines that are written without `text:`."""
        self.footer: tuple[str, ...] = ()
        self.gone: list[Gone] = []


def read_overlay(text: str) -> Overlay:
    """The texts and comments of a file that the guarded reader accepted as a group of keys."""
    lines = text.split("\n")
    root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    assert isinstance(root, yaml.MappingNode)
    overlay = _Reader(lines, root).overlay
    _keep_footer(overlay)
    return overlay


class _Reader:
    def __init__(self, lines: list[str], root: yaml.MappingNode) -> None:
        self.overlay = Overlay()
        self._lines = lines
        self._around: dict[int, Comments] = {}
        self._gather(list(_scalars(root)))
        self._group(root, SHAPE, ())

    def _gather(self, scalars: list[yaml.ScalarNode]) -> None:
        """Finds the comments between every two scalars: only there does `#` begin one."""
        starts = [*((one.start_mark.line, one.start_mark.column) for one in scalars), (len(self._lines), 0)]
        ends = [(-1, 0), *(self._end(one) for one in scalars)]
        gaps = [self._between(*pair) for pair in zip(ends, starts, strict=True)]
        for scalar, (_, above), (after, _) in zip(scalars, gaps, gaps[1:], strict=False):
            self._around[id(scalar)] = Comments(above, after)
        self.overlay.footer = gaps[-1][1]

    def _between(self, end: tuple[int, int], start: tuple[int, int]) -> tuple[str, tuple[str, ...]]:
        """The comment after the end on its line, and the comments and blank lines from there to the start."""
        if end[0] == start[0]:
            return "", ()
        after = _COMMENT.search(self._lines[end[0]], end[1]) if end[0] >= 0 else None
        above = []
        for line in self._lines[end[0] + 1 : start[0]]:
            comment = _COMMENT.search(line)
            if comment is not None or not line.strip():
                above.append(comment.group().rstrip() if comment is not None else "")
        return after.group().rstrip() if after is not None else "", tuple(above)

    def _end(self, scalar: yaml.ScalarNode) -> tuple[int, int]:
        line, column = scalar.end_mark.line, scalar.end_mark.column
        if scalar.style not in ("|", ">"):
            return line, column
        line = min(line, len(self._lines)) if column else line - 1
        said = scalar.value.rstrip("\n")
        ends_in_blanks = said != said.rstrip()  # a line of blanks that stand further in than the text is said
        while line > scalar.start_mark.line and not self._lines[line].strip() and not ends_in_blanks:
            line -= 1
        return line, len(self._lines[line])

    def _group(self, node: yaml.MappingNode, shape: Shape, path: Path) -> None:
        for key, value in node.value:
            inner = (*path, key.value)
            what = shape.get(key.value, shape.get("*"))
            self._keep(inner, key)
            if isinstance(what, dict) and isinstance(value, yaml.MappingNode):
                self._group(value, what, inner)
            elif isinstance(value, yaml.SequenceNode):
                for index, item in enumerate(value.value):
                    self._line(item, (*inner, index), (*inner, index), node.flow_style or value.flow_style)
            else:
                self._line(value, (*inner, 0), inner, node.flow_style)

    def _line(self, node: yaml.Node, path: Path, anchor: Path, flow: bool) -> None:
        if isinstance(node, yaml.ScalarNode):
            self.overlay.bare.add(path)
            self._piece(node, (*path, "text"), anchor, flow)
        else:
            self._nested(node, path, path, flow)

    def _nested(self, node: yaml.Node, path: Path, anchor: Path, flow: bool) -> None:
        if isinstance(node, yaml.ScalarNode):
            self._piece(node, path, anchor, flow)
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                self._nested(item, (*path, index), (*path, index), flow or bool(node.flow_style))
        elif isinstance(node, yaml.MappingNode):
            self._keys(node, path, flow or bool(node.flow_style))

    def _keys(self, node: yaml.MappingNode, path: Path, flow: bool) -> None:
        for key, value in node.value:
            inner = (*path, key.value)
            self._keep(inner, key)
            alone = key.value == "one_of" and isinstance(value, yaml.ScalarNode)
            self._nested(value, (*inner, 0) if alone else inner, inner, flow)

    def _keep(self, path: Path, scalar: yaml.ScalarNode) -> None:
        merge(self.overlay.comments, path, self._around[id(scalar)])

    def _piece(self, node: yaml.ScalarNode, path: Path, anchor: Path, flow: bool) -> None:
        self._keep(anchor, node)
        comments = self.overlay.comments[anchor]
        marks = read_marks(comments.above)
        self.overlay.comments[anchor] = Comments(marks.notes, comments.after)
        blank = not node.style and node.value in ("", "null", "~")
        raw = () if flow or blank else self._raw(node)
        start = node.start_mark
        self.overlay.pieces[path] = Piece(
            node.value, blank, raw, marks.now, marks.was, start.line, start.column
        )

    def _raw(self, node: yaml.ScalarNode) -> tuple[str, ...]:
        """The text as it is written, where it can stand elsewhere in the file just as well."""
        start, (line, column) = node.start_mark, self._end(node)
        if line == start.line:
            return (self._lines[line][start.column : column],)
        first = self._lines[start.line][start.column :].rstrip()
        below = [*self._lines[start.line + 1 : line], self._lines[line][:column]]
        if node.style not in ("|", ">"):
            return (first, *(one.lstrip(" ") for one in below))
        if re.search(r"^.[^#]*[\d+]", first):
            return ()
        indent = min(len(one) - len(one.lstrip(" ")) for one in below if one.strip())
        inside = [one[indent:] for one in below]
        return () if any(one != one.rstrip() for one in inside) else (first, *inside)


def merge(kept: dict[Path, Comments], path: Path, more: Comments) -> None:
    """Adds comments to those that are kept for a path."""
    had = kept.get(path, Comments())
    kept[path] = Comments((*had.above, *more.above), "  ".join(filter(None, (had.after, more.after))))


def take(kept: dict[Path, Comments], *paths: Path) -> Comments:
    """The comments that are kept for some paths, together; they are kept no longer."""
    found: dict[Path, Comments] = {}
    for path in dict.fromkeys(paths):
        merge(found, (), kept.pop(path, Comments()))
    return found.get((), Comments())


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(key)
            yield from _scalars(value)


def _keep_footer(overlay: Overlay) -> None:
    """Tells the texts that are gone from what else stands below the last text."""
    notes: list[str] = []
    for is_gone, lines in groupby(overlay.footer, lambda line: line[:2] == GONE):
        block = list(lines)
        if not is_gone:
            notes += read_marks(block).notes
            continue
        text = "\n".join(line[2:].removeprefix(" ") for line in block)
        diagnostics = Diagnostics()
        root = read(text.encode(), "", diagnostics)
        if not isinstance(root, Mapping) or diagnostics.failed:
            notes += block
            continue
        inner = read_overlay(text)
        for path, piece in inner.pieces.items():
            overlay.gone.append(Gone(path, piece, take(inner.comments, *prefixes(path))))
        notes += inner.footer
    overlay.footer = tuple(_trimmed(notes))


def prefixes(path: Path) -> Iterator[Path]:
    """The path itself, and the paths that lead to it, the shortest first."""
    return (path[:length] for length in range(1, len(path) + 1))


def _trimmed(lines: list[str]) -> list[str]:
    full = [index for index, line in enumerate(lines) if line]
    return lines[full[0] : full[-1] + 1] if full else []
