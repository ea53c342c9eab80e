"""Checks scenes: first what the reader says, then every rule, in each language that a scene has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.rules import RULES
from game.authoring.check.study import Study
from game.loading.files import scene_files
from game.loading.folder import load_files
from game.model.diagnostics import ERROR

if TYPE_CHECKING:
    from pathlib import Path

    from game.authoring.explore.exploration import Exploration
    from game.model.diagnostics import Diagnostic, Place
    from game.model.rubric import Rubric


def check_folder(
    folder: Path, rubric: Rubric, exploration: Exploration | None = None
) -> tuple[Diagnostic, ...]:
    """Every mistake and every teaching flaw of a folder's scene, by place. Raises FileTrouble.

    The rules look at a scene only where the reader found no error in it: what cannot be played can only
    mislead them. `exploration`, where there is one, makes some of them exact.
    """
    files = scene_files(folder)
    found: dict[tuple[str, str, Place], Diagnostic] = {}
    own = load_files(files, "", rubric)
    languages = (own.scenario.language if own.scenario is not None else "", *files.overlays)
    for language in dict.fromkeys(languages):
        loaded = load_files(files, language, rubric)
        told = list(loaded.diagnostics)
        if loaded.scenario is not None and loaded.root is not None and not loaded.diagnostics.failed:
            study = Study(loaded.scenario, rubric, loaded.root, exploration)
            told += [diagnostic for rule in RULES for diagnostic in rule(study)]
        for diagnostic in told:
            found.setdefault((diagnostic.code, diagnostic.message, diagnostic.place), diagnostic)
    return tuple(sorted(found.values(), key=lambda one: (one.place, one.code)))


def counted(diagnostics: tuple[Diagnostic, ...]) -> tuple[int, int]:
    """How many errors and how many warnings."""
    errors = sum(diagnostic.severity == ERROR for diagnostic in diagnostics)
    return errors, len(diagnostics) - errors
