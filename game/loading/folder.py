"""The folder of a scene, read: the scenario with its includes and its translation, and all mistakes."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from game.loading.fields import Fields
from game.loading.files import SCENARIO_FILE, SceneFiles, read_file, scene_files
from game.loading.head import read_head
from game.loading.includes import bring_in
from game.loading.nodes import Mapping, Scalar
from game.loading.reader import read
from game.loading.rubric import build_rubric
from game.loading.scenario import Origin, build_scenario
from game.loading.translation import translate
from game.model.diagnostics import Diagnostics, Term
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from game.model.head import Head
    from game.model.rubric import Rubric
    from game.model.scenario import Scenario


class Loaded(NamedTuple):
    """A scenario and its mistakes. It may be played where `diagnostics.failed` is false.

    `included` are the files that it was made from beside the scene's own, in their order. `root` holds the
    marked nodes that the scenario was built from, for whoever has to tell a place in them.
    """

    scenario: Scenario | None
    diagnostics: Diagnostics
    included: tuple[Path, ...] = ()
    root: Mapping | None = None


def load_folder(folder: Path, language: str, rubric: Rubric, rubric_digest: str = "") -> Loaded:
    """The scene in a folder. Raises FileTrouble."""
    return load_files(scene_files(folder), language, rubric, rubric_digest)


def load_files(
    files: SceneFiles,
    language: str,
    rubric: Rubric,
    rubric_digest: str = "",
    fetch: Callable[[Path], bytes] = read_file,
) -> Loaded:
    """The scene in these files; `fetch` gives the bytes of one that it includes, or raises FileTrouble."""
    with without_collector():
        return _load(files, language, rubric, rubric_digest, fetch)


@contextmanager
def without_collector() -> Iterator[None]:
    """Without the garbage collector: what is read or checked makes many values and no circles.

    Walking them all would take two fifths of the time that 5,000 moments need.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _load(
    files: SceneFiles,
    language: str,
    rubric: Rubric,
    rubric_digest: str,
    fetch: Callable[[Path], bytes],
) -> Loaded:
    diagnostics = Diagnostics()
    path = files.folder / SCENARIO_FILE
    root = read(files.scenario, str(path), diagnostics)
    if not isinstance(root, Mapping):
        if root is not None:
            Fields(root, Term("the scenario"), diagnostics)
        return Loaded(None, diagnostics)
    root, included = bring_in(root, path, diagnostics, fetch)
    own_language = _own_language(root)
    if language in files.overlays and language != own_language:
        overlay = read(files.overlays[language], str(files.folder / f"{language}.yaml"), diagnostics)
        if overlay is not None:
            root = translate(root, overlay, language, diagnostics)
    origin = Origin(
        files.folder.resolve().name,
        tuple(sorted({own_language, *files.overlays})),
        files.digest_with(rubric_digest, included.values()),
        tuple(rubric.techniques),
    )
    return Loaded(build_scenario(root, origin, diagnostics), diagnostics, tuple(included), root)


def load_rubric(data: bytes, name: str) -> tuple[Rubric | None, Diagnostics]:
    """The rubric in these bytes; None where it has mistakes."""
    diagnostics = Diagnostics()
    root = read(data, name, diagnostics)
    rubric = build_rubric(root, diagnostics) if root is not None else None
    return None if diagnostics.failed else rubric, diagnostics


def load_head(files: SceneFiles, language: str) -> tuple[Head | None, Diagnostics]:
    """What a library shows of a scene: its file is read only as far as its moments.

    The whole of it is read where the author wrote some of the head below them, and without its translation
    where that is broken.
    """
    diagnostics = Diagnostics()
    for shown, until in ((language, "moments"), (language, ""), ("", "")):
        head, diagnostics = _head(files, shown, until)
        if head is not None and not diagnostics.failed:
            return head, diagnostics
    return None, diagnostics


def _head(files: SceneFiles, language: str, until: str) -> tuple[Head | None, Diagnostics]:
    diagnostics = Diagnostics()
    root = read(files.scenario, str(files.folder / SCENARIO_FILE), diagnostics, until)
    if root is None:
        return None, diagnostics
    if isinstance(root, Mapping) and language in files.overlays and language != _own_language(root):
        root = _translated(root, files.overlays[language], language, until)
    fields = Fields(root, Term("the scenario"), diagnostics)
    return read_head(fields, fields.inside("patient", Term("`patient`"), required=True)), diagnostics


def _translated(root: Mapping, data: bytes, language: str, until: str) -> Mapping:
    """The head with whatever texts the translation has; its mistakes are not the library's concern."""
    overlay = read(data, f"{language}.yaml", Diagnostics(), until)
    return root if overlay is None else translate(root, overlay, language, Diagnostics())


def _own_language(root: Mapping) -> str:
    own = root.entries.get("language")
    return own.value if isinstance(own, Scalar) else ""
