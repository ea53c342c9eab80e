"""What every command of the workbench starts from: the language to speak, the rubric, a scene's folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from game.app.phrases import Phrases
from game.launch import Options, cache_folder, data_folder, preferred_language, tell_trouble
from game.loading.catalogue import Catalogue
from game.loading.compiled import Compiled
from game.loading.files import SCENARIO_FILE
from game.model.trouble import SceneTrouble

if TYPE_CHECKING:
    from game.model.rubric import Rubric
    from game.model.scenario import Scenario
    from game.model.trouble import Trouble


class Workbench:
    """One run of a command.

    Its language is the command's own `--lang`, else the one before the command, else the system's. `words`
    tells texts in it; `cache` is where results may be kept between runs.
    """

    def __init__(self, language: str | None) -> None:
        context = click.get_current_context(silent=True)
        options = context.find_object(Options) if context else None
        self.language = language or (options.lang if options else None) or preferred_language(os.environ)
        self.words = Phrases(self.language, data_folder("assets") / "locale")
        self.shipped = data_folder("scenarios")
        self.catalogue = Catalogue([self.shipped], self.shipped / "rubric.yaml", Compiled(self.cache))

    @property
    def cache(self) -> Path:
        """The folder for what can be worked out again."""
        return cache_folder()

    @property
    def rubric(self) -> Rubric:
        """The techniques that all scenes share. Raises FileTrouble or SceneTrouble."""
        return self.catalogue.rubric

    def folder(self, scene: str) -> Path:
        """The folder of a scene: a path, or the name of one of the game's scenes. Raises SceneTrouble."""
        path = Path(scene)
        if (path / SCENARIO_FILE).is_file():
            return path
        if path.name == SCENARIO_FILE and path.is_file():
            return path.parent
        if path.is_dir():
            raise SceneTrouble("There is no {file} in {path}.", file=SCENARIO_FILE, path=path)
        return self.catalogue.folder(scene)

    def scenario(self, scene: str, language: str = "") -> Scenario:
        """A scene without mistakes, in its own language or in one that it has. Raises SceneTrouble."""
        folder = self.folder(scene)
        loaded = self.catalogue.read(folder, language)
        if loaded.scenario is None or loaded.diagnostics.failed:
            trouble = SceneTrouble("The scene {scene} has mistakes.", scene=folder)
            trouble.diagnostics = tuple(loaded.diagnostics)
            raise trouble
        return loaded.scenario

    def fail(self, trouble: Trouble) -> NoReturn:
        """Says what went wrong in one sentence, and ends the program with the right code."""
        sys.exit(tell_trouble(trouble, self.words.gettext))
