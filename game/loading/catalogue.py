"""The shelf of scenes: which folders hold one, what each shows of itself, and the whole when asked for.

What was read before is taken from its compiled form; the YAML reader is imported only where it is needed.
"""

from __future__ import annotations

from game.loading.files import (
    LANGUAGES,
    SCENARIO_FILE,
    SHARED,
    digest_of,
    inside,
    is_file,
    read_file,
    scene_files,
)
from game.model.trouble import FileTrouble, SceneTrouble
from game.model.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from game.loading.compiled import Compiled
    from game.loading.files import SceneFiles
    from game.loading.folder import Loaded
    from game.model.diagnostics import Diagnostic, Diagnostics
    from game.model.head import Head
    from game.model.rubric import Rubric, Technique
    from game.model.scenario import Moment, Scenario


class Catalogue:
    """The scenes in some folders, the first folder first. Scenes are found by the name of their folder.

    With `compiled`, what was read once is kept there and not read again while its files are the same.
    """

    def __init__(self, folders: Sequence[Path], rubric_file: Path, compiled: Compiled | None = None) -> None:
        self._folders = tuple(folders)
        self._rubric_file = rubric_file
        self._compiled = compiled
        self._rubric: Rubric | None = None
        self._rubric_bytes = b""
        self._rubric_digest = ""

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
            data = self._rubric_bytes = read_file(self._rubric_file)
            self._rubric_digest = digest_of(data)
            known: Rubric | None = self._known("rubric", self._rubric_digest, self._techniques)
            self._rubric = self._read_rubric(data) if known is None else known
        return self._rubric

    def head(self, scene: str, language: str) -> Head:
        """What the library shows of a scene. Raises FileTrouble or SceneTrouble."""
        files = scene_files(self.folder(scene))
        name, key = f"{scene}.{language}.head", files.digest()
        known: Head | None = self._known(name, key)
        if known is not None:
            return known
        from game.loading.folder import load_head

        head, diagnostics = load_head(files, language)
        if head is None:
            raise _with_mistakes("The scene {scene} has mistakes.", diagnostics, scene=scene)
        self._keep(name, key, head)
        return head

    def load(self, scene: str, language: str) -> Loaded:
        """A whole scene in a language (its own where it has no such translation), with all its mistakes.

        Raises FileTrouble or SceneTrouble.
        """
        return self.read(self.folder(scene), language)

    def read(self, folder: Path, language: str) -> Loaded:
        """The same for any folder. Raises FileTrouble or SceneTrouble."""
        from game.loading.folder import load_folder

        rubric = self.rubric
        return load_folder(folder, language, rubric, self._rubric_digest)

    def scenario(self, scene: str, language: str) -> Scenario:
        """A scene that can be played. Raises FileTrouble or SceneTrouble."""
        rubric = self.rubric
        files = scene_files(self.folder(scene))
        key = files.digest(self._rubric_digest)

        def moments() -> Mapping[str, Moment]:
            again = self._read(scene, language, scene_files(self.folder(scene)), rubric)
            if again.digest != digest:
                raise SceneTrouble("The scene {scene} was changed meanwhile: open it again.", scene=scene)
            return again.moments

        known: tuple[tuple[str, ...], Scenario] | None = self._known(f"{scene}.{language}", key, moments)
        digest = "" if known is None else known[1].digest
        if known is not None and self._is_today(files, *known):
            return known[1]
        return self._read(scene, language, files, rubric)

    def _read(self, scene: str, language: str, files: SceneFiles, rubric: Rubric) -> Scenario:
        from game.loading.folder import load_files

        loaded = load_files(files, language, rubric, self._rubric_digest)
        if loaded.scenario is None or loaded.diagnostics.failed:
            raise _with_mistakes("The scene {scene} has mistakes.", loaded.diagnostics, scene=scene)
        home = files.folder.resolve().parent
        included = tuple(path.relative_to(home).as_posix() for path in loaded.included)
        self._keep(f"{scene}.{language}", files.digest(self._rubric_digest), (included, loaded.scenario))
        return loaded.scenario

    def _is_today(self, files: SceneFiles, included: tuple[str, ...], scenario: Scenario) -> bool:
        """True where what the scene includes is as it was; the paths are from the folder above the scene."""
        if not included:
            return True
        data = []
        for path in included:
            there = inside(files.folder, files.folder.parent, path)
            if there is None:
                return False
            try:
                data.append(read_file(there))
            except FileTrouble:
                return False
        return files.digest_with(self._rubric_digest, data) == scenario.digest

    def manuscript(self, scene: str) -> bytes:
        """All that a scene is read from, as one text that can be kept. Raises FileTrouble or SceneTrouble."""
        from game.loading.manuscript import gather

        rubric = self.rubric
        files = scene_files(self.folder(scene))
        return gather(files, rubric, self._rubric_bytes, self._included(scene, files))

    def _included(self, scene: str, files: SceneFiles) -> list[Path] | None:
        """What a scene includes, where its compiled form knows that."""
        for language in LANGUAGES:
            known = self._known(f"{scene}.{language}", files.digest(self._rubric_digest))
            if known is not None and self._is_today(files, *known):
                home = files.folder.resolve().parent
                return [(home / path).resolve() for path in known[0]]
        return None

    def diagnose(self, folder: Path) -> tuple[Diagnostic, ...]:
        """Every mistake of a folder's scene, in all of its languages. Raises FileTrouble or SceneTrouble."""
        from game.loading.folder import load_folder

        found: dict[tuple[str, str, object], Diagnostic] = {}
        for language in LANGUAGES:
            for one in load_folder(folder, language, self.rubric).diagnostics:
                found.setdefault((one.code, one.message, one.place), one)
        return tuple(sorted(found.values(), key=lambda one: one.place))

    def _read_rubric(self, data: bytes) -> Rubric:
        from game.loading.folder import load_rubric

        rubric, diagnostics = load_rubric(data, str(self._rubric_file))
        if rubric is None:
            raise _with_mistakes("The rubric has mistakes.", diagnostics)
        self._keep("rubric", self._rubric_digest, rubric)
        return rubric

    def _techniques(self) -> Mapping[str, Technique]:
        """Those of the rubric, read again."""
        data = read_file(self._rubric_file)
        if digest_of(data) != self._rubric_digest:
            raise SceneTrouble("The rubric was changed meanwhile: start the game again.")
        return self._read_rubric(data).techniques

    def _known(self, name: str, key: str, again: Callable[[], Mapping[str, Any]] = dict) -> Any:
        """The compiled value of that name; its key was made from the same files, so it is what was kept."""
        return None if self._compiled is None else self._compiled.load(name, key, again)

    def _keep(self, name: str, key: str, value: object) -> None:
        if self._compiled is not None:
            self._compiled.keep(name, key, value)


def _with_mistakes(message: str, diagnostics: Diagnostics, **values: object) -> SceneTrouble:
    trouble = SceneTrouble(message, **values)
    trouble.diagnostics = tuple(diagnostics)
    return trouble
