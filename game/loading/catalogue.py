"""The shelf of scenes: which folders hold one, what each shows of itself, and the whole when asked for."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from game.loading.fields import Fields
from game.loading.files import SHARED, is_file, read_file
from game.loading.head import LANGUAGES, Head, read_head
from game.loading.includes import bring_in
from game.loading.nodes import Mapping, Scalar
from game.loading.reader import read
from game.loading.rubric import build_rubric
from game.loading.scenario import Origin, build_scenario
from game.loading.translation import translate
from game.model.diagnostics import Diagnostic, Diagnostics
from game.model.trouble import FileTrouble, SceneTrouble

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from game.model.rubric import Rubric
    from game.model.scenario import Scenario

SCENARIO_FILE = "scenario.yaml"


class Loaded(NamedTuple):
    """A scenario and its mistakes. It may be played where `diagnostics.failed` is false."""

    scenario: Scenario | None
    diagnostics: Diagnostics


class Catalogue:
    """The scenes in some folders, the first folder first. Scenes are found by the name of their folder."""

    def __init__(self, folders: Sequence[Path], rubric_file: Path) -> None:
        self._folders = tuple(folders)
        self._rubric_file = rubric_file
        self._rubric: Rubric | None = None
        self._rubric_digest = b""

    def ids(self) -> tuple[str, ...]:
        """The ids of all scenes, sorted. Raises FileTrouble where a folder cannot be listed."""
        found: dict[str, None] = {}
        for folder in self._folders:
            try:
                names = sorted(entry.name for entry in folder.iterdir() if is_file(entry / SCENARIO_FILE))
            except FileNotFoundError:
                raise FileTrouble("The folder {path} does not exist.", path=folder) from None
            except OSError as error:
                reason = error.strerror or str(error)
                raise FileTrouble(
                    "The folder {path} cannot be read: {reason}.", path=folder, reason=reason
                ) from None
            found.update(dict.fromkeys(names))
        return tuple(found)

    def folder(self, scene: str) -> Path:
        """The folder of a scene. Raises SceneTrouble where there is none of that name."""
        if scene not in ("", ".", "..", SHARED) and not any(sign in scene for sign in "/\\:"):
            for folder in self._folders:
                if is_file(folder / scene / SCENARIO_FILE):
                    return folder / scene
        raise SceneTrouble("There is no scene named {scene}.", scene=scene)

    @property
    def rubric(self) -> Rubric:
        """The techniques that all scenes share. Raises FileTrouble or SceneTrouble."""
        if self._rubric is None:
            data = read_file(self._rubric_file)
            self._rubric_digest = hashlib.sha256(data).digest()
            diagnostics = Diagnostics()
            root = read(data, str(self._rubric_file), diagnostics)
            rubric = build_rubric(root, diagnostics) if root is not None else None
            if rubric is None or diagnostics.failed:
                raise _with_mistakes("The rubric has mistakes.", diagnostics)
            self._rubric = rubric
        return self._rubric

    def head(self, scene: str, language: str) -> Head:
        """What the library shows of a scene: its file is read only as far as its moments.

        (The whole of it is read where the author wrote some of the head below them, and without its
        translation where that is broken.) Raises FileTrouble or SceneTrouble.
        """
        folder = self.folder(scene)
        for shown, until in ((language, "moments"), (language, ""), ("", "")):
            head, diagnostics = _head(folder, shown, until)
            if head is not None and not diagnostics.failed:
                return head
        raise _with_mistakes("The scene {scene} has mistakes.", diagnostics, scene=scene)

    def load(self, scene: str, language: str) -> Loaded:
        """A whole scene in a language (its own where it has no such translation), with all its mistakes.

        Raises FileTrouble or SceneTrouble.
        """
        return load_folder(self.folder(scene), language, self.rubric, self._rubric_digest)

    def scenario(self, scene: str, language: str) -> Scenario:
        """A scene that can be played. Raises FileTrouble or SceneTrouble."""
        scenario, diagnostics = self.load(scene, language)
        if scenario is None or diagnostics.failed:
            raise _with_mistakes("The scene {scene} has mistakes.", diagnostics, scene=scene)
        return scenario

    def diagnose(self, folder: Path) -> tuple[Diagnostic, ...]:
        """Every mistake of a folder's scene, in all of its languages. Raises FileTrouble or SceneTrouble."""
        found: dict[tuple[str, str, object], Diagnostic] = {}
        for language in LANGUAGES:
            for one in load_folder(folder, language, self.rubric).diagnostics:
                found.setdefault((one.code, one.message, one.place), one)
        return tuple(sorted(found.values(), key=lambda one: one.place))


def load_folder(folder: Path, language: str, rubric: Rubric, rubric_digest: bytes = b"") -> Loaded:
    """The scene in a folder. Raises FileTrouble."""
    diagnostics = Diagnostics()
    path = folder / SCENARIO_FILE
    data = read_file(path)
    root = read(data, str(path), diagnostics)
    if not isinstance(root, Mapping):
        if root is not None:
            Fields(root, "the scenario", diagnostics)
        return Loaded(None, diagnostics)
    root, included = bring_in(root, path, diagnostics)
    overlays = {
        name: read_file(folder / f"{name}.yaml") for name in LANGUAGES if is_file(folder / f"{name}.yaml")
    }
    digest = hashlib.sha256(rubric_digest)
    for part in (data, *included, *overlays.values()):
        digest.update(hashlib.sha256(part).digest())
    own_language = _own_language(root)
    if language in overlays and language != own_language:
        overlay = read(overlays[language], str(folder / f"{language}.yaml"), diagnostics)
        if overlay is not None:
            root = translate(root, overlay, language, diagnostics)
    languages = tuple(sorted({own_language, *overlays}))
    origin = Origin(folder.resolve().name, languages, digest.hexdigest(), tuple(rubric.techniques))
    return Loaded(build_scenario(root, origin, diagnostics), diagnostics)


def _head(folder: Path, language: str, until: str) -> tuple[Head | None, Diagnostics]:
    diagnostics = Diagnostics()
    path = folder / SCENARIO_FILE
    root = read(read_file(path), str(path), diagnostics, until)
    if root is None:
        return None, diagnostics
    if isinstance(root, Mapping):
        root = _in_language(root, folder, language, until)
    fields = Fields(root, "the scenario", diagnostics)
    return read_head(fields, fields.inside("patient", "`patient`", required=True)), diagnostics


def _in_language(root: Mapping, folder: Path, language: str, until: str) -> Mapping:
    """The head with whatever texts the translation has; its mistakes are not the library's concern."""
    path = folder / f"{language}.yaml"
    if language not in LANGUAGES or _own_language(root) == language or not is_file(path):
        return root
    overlay = read(read_file(path), str(path), Diagnostics(), until)
    return root if overlay is None else translate(root, overlay, language, Diagnostics())


def _own_language(root: Mapping) -> str:
    own = root.entries.get("language")
    return own.value if isinstance(own, Scalar) else ""


def _with_mistakes(message: str, diagnostics: Diagnostics, **values: object) -> SceneTrouble:
    trouble = SceneTrouble(message, **values)
    trouble.diagnostics = tuple(diagnostics)
    return trouble
