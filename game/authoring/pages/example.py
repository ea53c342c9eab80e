"""A page's examples as scenes: their files in the reader's language, and what the checker says of them."""

from __future__ import annotations

import tempfile
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from game.authoring.check.folder import check_folder
from game.authoring.pages.passage import in_french, placed, replaced, shown
from game.loading.files import SCENARIO_FILE, read_file
from game.loading.nodes import Mapping, Node, Scalar, Sequence
from game.loading.reader import read
from game.model.diagnostics import Diagnostic, Diagnostics, Place
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.pages.page import Page
    from game.model.rubric import Rubric

_OVERLAY = "fr.yaml"


class Example(NamedTuple):
    """A scene's files by their names, what to show of them, and the place that the code points at.

    The place of a good example has line 0.
    """

    files: dict[str, bytes]
    shown: str
    place: Place


class Examples:
    """Makes the examples of pages from their scene, which lies in a folder."""

    def __init__(self, scene: Path) -> None:
        self._source = read_file(scene / SCENARIO_FILE)
        self._overlay = read_file(scene / _OVERLAY)

    def bad(self, page: Page, language: str) -> Example:
        """The example that shows the page's code. Raises ValueError where its passage is not in the scene."""
        return self._example(page, page.bad, language, page.encoding)

    def good(self, page: Page, language: str) -> Example:
        """The same without the mistake. Raises ValueError where its passage is not in the scene."""
        return self._example(page, page.good, language, "utf-8")

    def _example(self, page: Page, passage: str, language: str, encoding: str) -> Example:
        old, given = page.instead_of, page.given
        files = {SCENARIO_FILE: self._source.decode()}
        if page.file == _OVERLAY:
            files[_OVERLAY] = self._overlay.decode()
        elif language == "fr":
            phrases = {**self._phrases, **page.french}
            files[SCENARIO_FILE] = in_french(files[SCENARIO_FILE], self._phrases)
            old, passage = in_french(old, self._phrases), in_french(passage, phrases)
            given = {name: in_french(text, phrases) for name, text in given.items()}
        base_text = files.get(page.file, "")
        text, line, column = placed(replaced(base_text, old, passage) if old else passage)
        written = {name: placed(other).text.encode() for name, other in {**files, **given}.items()}
        written[page.file] = text.encode(encoding, "surrogatepass" if encoding == "utf-8" else "replace")
        return Example(written, shown(passage), Place(page.file, line, column))

    @cached_property
    def _phrases(self) -> dict[str, str]:
        """Each text of the scene with its French, as both are written; and the name of its language."""
        unused = Diagnostics()
        source = read(self._source, SCENARIO_FILE, unused)
        overlay = read(self._overlay, _OVERLAY, unused)
        return dict(_pairs(source, overlay))


def checked(example: Example, rubric: Rubric) -> tuple[Diagnostic, ...]:
    """What the checker says of an example; files are named as in its folder. Raises FileTrouble."""
    with tempfile.TemporaryDirectory(prefix="first-session-") as name:
        folder = Path(name).resolve() / "scene"
        for file, data in example.files.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return tuple(
            one._replace(place=one.place._replace(file=_named(Path(one.place.file), folder)))
            for one in check_folder(folder, rubric)
        )


def _named(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name


def _pairs(source: Node | None, overlay: Node | None) -> Iterator[tuple[str, str]]:
    if isinstance(source, Scalar) and isinstance(overlay, Scalar):
        yield source.value, overlay.value if overlay.plain else f'"{overlay.value}"'
    elif isinstance(source, Sequence) and isinstance(overlay, Sequence):
        for before, after in zip(source.items, overlay.items, strict=True):
            yield from _pairs(before, after)
    elif isinstance(source, Mapping) and isinstance(overlay, Mapping):
        for key in source.entries.keys() & overlay.entries.keys() - {"format"}:
            yield from _pairs(source.entries[key], overlay.entries[key])
