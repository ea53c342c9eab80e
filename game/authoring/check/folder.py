"""Checks scenes: first what the reader says, then every rule, in each language that a scene has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.rules import IN_A_TRANSLATION, RULES
from game.authoring.check.study import Study, Translation
from game.loading.files import scene_files
from game.loading.folder import load_files, without_collector
from game.loading.nodes import Mapping
from game.loading.reader import read
from game.model.diagnostics import ERROR, Diagnostics

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from game.authoring.check.rule import Rule
    from game.authoring.explore.exploration import Exploration
    from game.loading.folder import Loaded
    from game.model.diagnostics import Diagnostic, Place
    from game.model.rubric import Rubric


def check_folder(
    folder: Path, rubric: Rubric, exploration: Exploration | None = None
) -> tuple[Diagnostic, ...]:
    """Every mistake and every teaching flaw of a folder's scene, by place. Raises FileTrouble.

    The rules look at a scene only where the reader found no error in it: what cannot be played can only
    mislead them. `exploration`, where there is one, makes some of them exact.
    """
    with without_collector():
        return _checked(folder, rubric, exploration)


def _checked(folder: Path, rubric: Rubric, exploration: Exploration | None) -> tuple[Diagnostic, ...]:
    files = scene_files(folder)
    own = load_files(files, "", rubric)
    told = [*own.diagnostics, *_flaws(own, rubric, RULES, exploration)]
    language = "" if own.scenario is None else own.scenario.language
    for other, data in files.overlays.items():
        if other == language:
            continue
        loaded = load_files(files, other, rubric)
        overlay = read(data, str(folder / f"{other}.yaml"), Diagnostics())
        translation = None
        if isinstance(own.root, Mapping) and isinstance(overlay, Mapping):
            translation = Translation(own.root, overlay)
        told += [*loaded.diagnostics, *_flaws(loaded, rubric, IN_A_TRANSLATION, exploration, translation)]
    found: dict[tuple[str, str, Place], Diagnostic] = {}
    for diagnostic in told:
        found.setdefault((diagnostic.code, diagnostic.message, diagnostic.place), diagnostic)
    return tuple(sorted(found.values(), key=lambda one: (one.place, one.code)))


def _flaws(
    loaded: Loaded,
    rubric: Rubric,
    rules: Iterable[Rule],
    exploration: Exploration | None,
    translation: Translation | None = None,
) -> Iterator[Diagnostic]:
    if loaded.scenario is None or loaded.root is None or loaded.diagnostics.failed:
        return
    study = Study(loaded.scenario, rubric, loaded.root, exploration, translation)
    for rule in rules:
        yield from rule(study)


def counted(diagnostics: tuple[Diagnostic, ...]) -> tuple[int, int]:
    """How many errors and how many warnings."""
    errors = sum(diagnostic.severity == ERROR for diagnostic in diagnostics)
    return errors, len(diagnostics) - errors
