"""A scene's manuscript: every file that it is read from, as one text.

It is kept with the attempts, so that an attempt can be played again exactly after its author has changed the
scene, in every language and by later versions of the game. A manuscript may come from another machine: it is
read with all the care that files are read with, and nothing is ever opened that it names.

    {"manuscript": 1, "scene": "lea", "rubric": "...", "files": {"scenario.yaml": "...", "en.yaml": "..."}}

A file that a scene includes stands there by its path as seen from the scene's folder. Bytes that are not
UTF-8 are written as lone surrogates, so that every file comes back as it was.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from game.loading.fields import is_id
from game.loading.files import (
    LANGUAGES,
    MAX_BYTES,
    SCENARIO_FILE,
    SHARED,
    SceneFiles,
    digest_of,
    inside,
    read_file,
)
from game.loading.folder import load_files, load_rubric
from game.model.trouble import FileTrouble, SceneTrouble
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.model.rubric import Rubric
    from game.model.scenario import Scenario

VERSION = 1
MAX_FILES = 30
MAX_MANUSCRIPT = 8 * MAX_BYTES
"""Bytes of a manuscript that are ever read."""


class Read(NamedTuple):
    """A scene, and the rubric that it goes by."""

    scenario: Scenario
    rubric: Rubric


def gather(
    files: SceneFiles, rubric: Rubric, rubric_file: bytes, included: Iterable[Path] | None = None
) -> bytes:
    """The manuscript of a scene.

    `included` are the files that it includes, in their order; where that is not known, they are looked for,
    but only where the scene speaks of any.
    """
    texts = {SCENARIO_FILE: files.scenario}
    texts |= {f"{language}.yaml": data for language, data in files.overlays.items()}
    if included is not None or b"include" in files.scenario:
        home = files.folder.resolve()

        def fetch(path: Path) -> bytes:
            data = read_file(path)
            own = path.is_relative_to(home)
            name = path.relative_to(home if own else home.parent).as_posix()
            texts[name if own else f"../{name}"] = data
            return data

        if included is None:
            load_files(files, "", rubric, fetch=fetch)
        else:
            for path in included:
                fetch(path)
    told = {
        "manuscript": VERSION,
        "scene": files.folder.resolve().name,
        "rubric": _text(rubric_file),
        "files": {name: _text(data) for name, data in texts.items()},
    }
    return json.dumps(told, separators=(",", ":")).encode()


def read_manuscript(data: bytes, language: str) -> Read:
    """The scene of a manuscript in a language, or in its own. Raises SceneTrouble where it has mistakes."""
    scene, rubric_file, texts = _parts(data)
    rubric, _ = load_rubric(rubric_file, "rubric.yaml")
    if rubric is None:
        raise _mistaken(scene)
    folder = Path(SHARED) / "manuscripts" / scene
    found = ((inside(folder, folder, name), text) for name, text in texts.items())
    shelf = {path: text for path, text in found if path is not None}

    def fetch(path: Path) -> bytes:
        if path not in shelf:
            raise FileTrouble("The file {path} does not exist.", path=path.name)
        return shelf[path]

    overlays = {name: texts[f"{name}.yaml"] for name in LANGUAGES if f"{name}.yaml" in texts}
    files = SceneFiles(folder, texts[SCENARIO_FILE], overlays)
    loaded = load_files(files, language, rubric, digest_of(rubric_file), fetch)
    if loaded.scenario is None or loaded.diagnostics.failed:
        trouble = _mistaken(scene)
        trouble.diagnostics = tuple(loaded.diagnostics)
        raise trouble
    return Read(loaded.scenario, rubric)


def _parts(data: bytes) -> tuple[str, bytes, dict[str, bytes]]:
    """The scene's id, the rubric's file and the scene's files. Raises SceneTrouble for anything else."""
    try:
        told = json.loads(data) if len(data) <= MAX_MANUSCRIPT else {}
        scene, files = told["scene"], told["files"]
        if (
            told["manuscript"] == VERSION
            and is_id(scene)
            and SCENARIO_FILE in files
            and len(files) <= MAX_FILES
        ):
            texts = {str(name): _bytes(text) for name, text in files.items()}
            return scene, _bytes(told["rubric"]), texts
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    raise SceneTrouble("The text of this scene, as it was kept, is damaged.")


def _mistaken(scene: str) -> SceneTrouble:
    return SceneTrouble("The scene {scene} has mistakes.", scene=scene)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
