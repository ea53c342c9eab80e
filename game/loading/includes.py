"""`include`: moments from other files join the scenario's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.fields import Fields
from game.loading.files import MAX_BYTES, inside, read_file
from game.loading.nodes import Mapping, Scalar
from game.loading.reader import read
from game.model.diagnostics import Term
from game.model.trouble import FileTrouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.model.diagnostics import Diagnostics

MAX_INCLUDES = 20


def bring_in(
    root: Mapping, path: Path, diagnostics: Diagnostics, fetch: Callable[[Path], bytes] = read_file
) -> tuple[Mapping, dict[Path, bytes]]:
    """The scenario's tree with the moments of its includes, and the files they came from.

    `path` is the scenario's own file; `fetch` gives a file's bytes, or raises FileTrouble.
    """
    if "include" not in root.entries:
        return root, {}
    moments = Mapping(root.source, root.line, root.column)
    own = root.entries.get("moments")
    if isinstance(own, Mapping):
        moments.line, moments.column = own.line, own.column
        moments.entries, moments.keys = dict(own.entries), dict(own.keys)
    inclusion = _Inclusion(path.parent, moments, diagnostics, fetch)
    inclusion.follow(Fields(root, Term("the scenario"), diagnostics), path, (path.resolve(),))
    merged = Mapping(root.source, root.line, root.column)
    merged.entries, merged.keys = dict(root.entries), root.keys
    if moments.entries:
        merged.entries["moments"] = moments
    return merged, inclusion.files


class _Inclusion:
    """Follows includes; a file that two others include joins once."""

    def __init__(
        self, scene: Path, moments: Mapping, diagnostics: Diagnostics, fetch: Callable[[Path], bytes]
    ) -> None:
        self._scene = scene
        self._moments = moments
        self._diagnostics = diagnostics
        self._fetch = fetch
        self.files: dict[Path, bytes] = {}

    def follow(self, fields: Fields, file: Path, road: tuple[Path, ...]) -> None:
        """Takes in what `file` includes. `road` holds the real paths of the files that led here."""
        for node in fields.items("include"):
            written = fields.as_text(node, "include")
            if not isinstance(node, Scalar):
                continue
            path = inside(self._scene, file.parent, written)
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
            elif path not in self.files:
                self._take(fields, node, file.parent / written, (*road, path))

    def _take(self, fields: Fields, node: Scalar, shown: Path, road: tuple[Path, ...]) -> None:
        try:
            data = self._fetch(road[-1])
        except FileTrouble as trouble:
            fields.report(node, "FS074", trouble.message, **{**trouble.values, "path": node.value})
            return
        size = sum(map(len, self.files.values())) + len(data)
        if len(self.files) >= MAX_INCLUDES or size > MAX_BYTES:
            fields.report(
                node,
                "FS073",
                "a scene includes at most {limit} files, and {size} bytes",
                limit=MAX_INCLUDES,
                size=MAX_BYTES,
            )
            return
        self.files[road[-1]] = data
        root = read(data, str(shown), self._diagnostics)
        if root is None:
            return
        part = Fields(root, Term("an included file"), self._diagnostics)
        part.number("format", 1, 1, 1, required=True)
        self._join(part)
        self.follow(part, shown, road)
        part.done()

    def _join(self, part: Fields) -> None:
        own = part.inside("moments", Term("`{name}`", "moments"), required=True).node
        if not isinstance(own, Mapping):
            return
        for name, moment in own.entries.items():
            key = own.keys[name]
            first = self._moments.keys.setdefault(name, key)
            if first is key:
                self._moments.entries[name] = moment
            else:
                part.report(
                    key,
                    "FS012",
                    "the moment `{key}` stands twice; the first is in {file}, line {line}",
                    "rename or delete one of them",
                    key=name,
                    file=first.source.name.replace("\\", "/").rpartition("/")[2],
                    line=first.line + 1,
                )
