"""A scene's files, read as often as its author saves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.catalogue import Catalogue
from game.loading.files import read_file
from game.loading.nodes import Mapping
from game.model.diagnostics import Place
from game.model.trouble import SceneTrouble, Trouble
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections import abc
    from pathlib import Path

    from game.model.diagnostics import Diagnostic
    from game.model.rubric import Rubric
    from game.model.scenario import Scenario


class Reading(NamedTuple):
    """A scene as it was saved last.

    Without `scenario` it cannot be shown: `mistakes` say why, or `trouble` where the files could not be read.
    Otherwise `mistakes` are its warnings, and `places` tells where each moment stands.
    """

    scenario: Scenario | None = None
    rubric: Rubric | None = None
    mistakes: tuple[Diagnostic, ...] = ()
    places: abc.Mapping[str, Place] = {}
    trouble: Trouble | None = None


class Source:
    """The folder of one scene, and the rubric that it goes by."""

    def __init__(self, folder: Path, rubric_file: Path) -> None:
        self.folder = folder
        self._rubric_file = rubric_file
        self._rubric_bytes = b""
        self._catalogue = Catalogue([], rubric_file)

    def read(self, language: str) -> Reading:
        """The scene as it is now, in that language or its own. Whatever is wrong with it is in the answer."""
        try:
            return self._read(language)
        except SceneTrouble as trouble:
            return Reading(mistakes=tuple(trouble.diagnostics), trouble=trouble)
        except Trouble as trouble:
            return Reading(trouble=trouble)

    def check(self) -> tuple[Diagnostic, ...]:
        """All that the checker says of the scene as it is now. May be called from another thread.

        Raises FileTrouble or SceneTrouble.
        """
        from game.authoring.check.folder import check_folder  # noqa: PLC0415  (the window opens first)

        return check_folder(self.folder, Catalogue([], self._rubric_file).rubric)

    def _read(self, language: str) -> Reading:
        rubric = self._rubric()
        loaded = self._catalogue.read(self.folder, language)
        mistakes = tuple(sorted(loaded.diagnostics, key=lambda one: one.place))
        if loaded.scenario is None or loaded.diagnostics.failed:
            return Reading(mistakes=mistakes)
        return Reading(loaded.scenario, rubric, mistakes, _places(loaded.root))

    def _rubric(self) -> Rubric:
        """The rubric, read again only where its file is another."""
        data = read_file(self._rubric_file)
        if data != self._rubric_bytes:
            self._catalogue = Catalogue([], self._rubric_file)
            self._rubric_bytes = data
        return self._catalogue.rubric


def _places(root: Mapping | None) -> dict[str, Place]:
    moments = root.entries.get("moments") if root else None
    if not isinstance(moments, Mapping):
        return {}
    return {name: Place(key.source.name, key.line + 1, key.column + 1) for name, key in moments.keys.items()}
