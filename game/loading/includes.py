"""`include`: moments from other files join the scenario's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.fields import Fields
from game.loading.files import inside, read_file
from game.loading.nodes import Mapping, Scalar
from game.loading.reader import read
from game.model.trouble import FileTrouble

if TYPE_CHECKING:
    from pathlib import Path

    from game.model.diagnostics import Diagnostics

MAX_INCLUDES = 20


def bring_in(root: Mapping, folder: Path, diagnostics: Diagnostics) -> tuple[Mapping, tuple[bytes, ...]]:
    """The scenario's tree with the moments of its includes, and the bytes of the files they came from."""
    if "include" not in root.entries:
        return root, ()
    inclusion = _Inclusion(folder, diagnostics)
    merged = Mapping(root.source, root.line, root.column)
    merged.entries, merged.keys = dict(root.entries), dict(root.keys)
    own = root.entries.get("moments")
    moments = Mapping(root.source, root.line, root.column)
    if isinstance(own, Mapping):
        moments.line, moments.column = own.line, own.column
        moments.entries, moments.keys = dict(own.entries), dict(own.keys)
        inclusion.follow(Fields(root, "the scenario", diagnostics), folder, moments, ())
        merged.entries["moments"] = moments
    return merged, tuple(inclusion.files)


class _Inclusion:
    def __init__(self, folder: Path, diagnostics: Diagnostics) -> None:
        self._folder = folder
        self._diagnostics = diagnostics
        self.files: list[bytes] = []

    def follow(self, fields: Fields, base: Path, moments: Mapping, road: tuple[Path, ...]) -> None:
        for node in fields.items("include"):
            written = fields.as_text(node, "include")
            if not isinstance(node, Scalar):
                continue
            relative = written if base == self._folder else str((base / written).relative_to(self._folder.parent))
            path = inside(self._folder, written if base == self._folder else f"../{relative}")
            if path is None:
                fields.report(
                    node,
                    "FS071",
                    'the path "{path}" leads out of the scene\'s folder',
                    "include files of this folder, or of `../shared/`",
                    path=written,
                )
            elif path in road:
                fields.report(node, "FS072", 'the file "{path}" includes itself', path=written)
            elif len(self.files) >= MAX_INCLUDES:
                fields.report(node, "FS073", "a scene has at most {limit} includes", limit=MAX_INCLUDES)
            else:
                self._take(fields, node, path, moments, (*road, path))

    def _take(self, fields: Fields, node: Scalar, path: Path, moments: Mapping, road: tuple[Path, ...]) -> None:
        try:
            data = read_file(path)
        except FileTrouble as trouble:
            fields.report(node, "FS074", "{reason}", reason=str(trouble))
            return
        self.files.append(data)
        root = read(data, path.name, self._diagnostics)
        if root is None:
            return
        part = Fields(root, "an included file", self._diagnostics)
        part.number("format", 1, 1, 1, required=True)
        for name, moment in part.named("moments", "a moment", required=True):
            if not isinstance(part.node, Mapping):
                continue
            key = part.node.entries["moments"].keys[name]  # type: ignore[union-attr]
            if name in moments.entries:
                part.report(key, "FS012", 'the key "{key}" stands twice; the first is in line {line}', "rename or delete one of them", key=name, line=moments.entries[name].line + 1)
            else:
                moments.entries[name] = moment
                moments.keys[name] = key
        self.follow(part, path.parent, moments, road)
        part.done()
