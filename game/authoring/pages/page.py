"""A page, and the shelf of all of them: one YAML file for each code, in the folder of pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.loading.fields import Fields
from game.loading.files import SCENARIO_FILE, read_file
from game.loading.nodes import Mapping, Scalar
from game.loading.reader import read
from game.model.diagnostics import Diagnostics, Term
from game.model.rubric import Wording
from game.model.trouble import FileTrouble
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_FILE = re.compile(r"FS[0-9]{3}\.yaml")


class Page(NamedTuple):
    """What a code means. `why` is a few sentences, `mend` one or two.

    `instead_of` is a passage of the pages' scene in `file`, for which `bad` and `good` stand; where it is
    empty they are the whole file. `bad` holds the mark of the place that the code points at. `french` has the
    French of phrases that the scene does not have. `given` are further files of the scene's folder. The bad
    file is saved in `encoding`; `also` are the codes that it cannot help bringing along.
    """

    code: str
    title: Wording
    why: Wording
    mend: Wording
    file: str
    instead_of: str
    bad: str
    good: str
    french: dict[str, str]
    given: dict[str, str]
    encoding: str
    also: tuple[str, ...]


class Pages:
    """The pages in a folder. A page is read when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[str, Page] = {}

    def codes(self) -> tuple[str, ...]:
        """The codes that have a page, in their order. Raises FileTrouble."""
        try:
            names = [entry.name for entry in self.folder.iterdir()]
        except OSError as error:
            reason = error.strerror or str(error)
            raise FileTrouble(
                "The folder {path} cannot be read: {reason}.", path=self.folder, reason=reason
            ) from None
        return tuple(sorted(name.partition(".")[0] for name in names if _FILE.fullmatch(name)))

    def page(self, code: str) -> Page:
        """The page of a code. Raises FileTrouble where there is none, or where it has mistakes."""
        if code not in self._read:
            path = self.folder / f"{code}.yaml"
            page, diagnostics = read_page(code, read_file(path), str(path))
            for mistake in diagnostics:
                raise FileTrouble("The page {path} has mistakes: {mistake}", path=path, mistake=mistake)
            self._read[code] = page
        return self._read[code]


def read_page(code: str, data: bytes, name: str) -> tuple[Page, Diagnostics]:
    """The page in these bytes, and its mistakes; only a page without any may be used."""
    diagnostics = Diagnostics()
    fields = Fields(read(data, name, diagnostics), Term("a page"), diagnostics)
    instead_of = fields.text("instead_of")
    page = Page(
        code,
        _wording(fields, "title"),
        _wording(fields, "why"),
        _wording(fields, "mend"),
        fields.text("file") or SCENARIO_FILE,
        instead_of,
        fields.text("bad", required=True),
        fields.text("good", required=not instead_of) or instead_of,
        _texts(fields, "french"),
        _texts(fields, "given"),
        fields.text("encoding") or "utf-8",
        fields.texts("also"),
    )
    fields.done()
    return page, diagnostics


def _wording(fields: Fields, key: str) -> Wording:
    inside = fields.inside(key, Term("`{name}`", key), required=True)
    wording = Wording(inside.text("en", required=True), inside.text("fr", required=True))
    inside.done()
    return wording


def _texts(fields: Fields, key: str) -> dict[str, str]:
    node = fields.node_of(key)
    entries = node.entries if isinstance(node, Mapping) else {}
    return {name: value.value for name, value in entries.items() if isinstance(value, Scalar)}
