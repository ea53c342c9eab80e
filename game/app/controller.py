"""The controller: every shell sends its intents here and draws the view that comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.debrief import debrief_view
from game.app.encounter import Encounter, encounter_view
from game.app.intents import (
    AnswerProbe,
    Begin,
    Choose,
    ChooseMode,
    Intent,
    OpenDebrief,
    OpenLibrary,
    OpenScene,
    PlayAgain,
    SwitchLanguage,
)
from game.app.library import brief_view, library_view
from game.app.phrases import LANGUAGES, Phrases
from game.app.transcript import glossary_view, transcript_view
from game.app.words import MODES
from game.engine.replay import begin, go_on, replay
from game.engine.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.app.views import GlossaryView, TranscriptView, View
    from game.loading.catalogue import Catalogue

LIBRARY, BRIEF, ENCOUNTER, DEBRIEF = "library", "brief", "encounter", "debrief"


class Controller:
    """One player's way through: library, brief, encounter, debrief.

    `new_seed` gives each session its own seed. Raises game.model.trouble.Trouble where the world fails; then
    nothing has changed.
    """

    languages = LANGUAGES

    def __init__(
        self,
        catalogue: Catalogue,
        texts: Path,
        language: str,
        new_seed: Callable[[], int],
        mode: str = "guided",
    ) -> None:
        self.phrases = Phrases(language, texts)
        self._catalogue = catalogue
        self._texts = texts
        self._new_seed = new_seed
        self._mode = mode if mode in MODES else "guided"
        self._screen = LIBRARY
        self._scene_id = ""
        self._encounter: Encounter | None = None
        self._view: View | None = None

    @property
    def language(self) -> str:
        """The player's language."""
        return self.phrases.language

    @property
    def view(self) -> View:
        """What the current screen shows."""
        if self._view is None:
            self._view = self._look()
        return self._view

    def handle(self, intent: Intent) -> View:
        """Does what the player asks for, and shows what follows."""
        match intent:
            case OpenLibrary():
                self._screen, self._encounter = LIBRARY, None
            case OpenScene(scene=name):
                self._catalogue.head(name, self.language)
                self._screen, self._scene_id = BRIEF, name
            case ChooseMode(mode) if mode in MODES:
                self._mode = mode
            case Begin():
                scene = self._scene(self._scene_id)
                self._encounter = Encounter(scene, begin(scene, self._new_seed()), self._mode, {})
                self._screen = ENCOUNTER
            case Choose(reply):
                running = self._running()
                session = go_on(running.scene, running.session, reply)
                self._encounter = running._replace(session=session)
            case AnswerProbe(feeling):
                running = self._running()
                if running.probing:
                    probes = {**running.probes, running.next_turn: feeling}
                    self._encounter = running._replace(probes=probes)
            case OpenDebrief():
                self._running()
                self._screen = DEBRIEF
            case PlayAgain():
                self._screen, self._encounter = BRIEF, None
            case SwitchLanguage(language):
                self._switch(language)
            case _:
                raise ValueError(f"nothing is known of {intent!r}")
        self._view = self._look()
        return self._view

    def transcript(self) -> TranscriptView:
        """Everything said so far in the running or finished session."""
        return transcript_view(self._running(), self.phrases)

    def glossary(self) -> GlossaryView:
        """All techniques of the rubric."""
        return glossary_view(self._catalogue.rubric, self.phrases)

    def _look(self) -> View:
        if self._screen == LIBRARY:
            return library_view(self._catalogue, self.phrases)
        if self._screen == BRIEF:
            return brief_view(self._catalogue.head(self._scene_id, self.language), self._mode, self.phrases)
        if self._screen == ENCOUNTER:
            return encounter_view(self._running(), self.phrases)
        return debrief_view(self._running(), self.phrases)

    def _running(self) -> Encounter:
        if self._encounter is None:
            raise ValueError("no session is running")
        return self._encounter

    def _scene(self, scene: str) -> Scene:
        return Scene(self._catalogue.scenario(scene, self.language), self._catalogue.rubric)

    def _switch(self, language: str) -> None:
        """The same session in another language: its choices, told again."""
        before = self.phrases
        self.phrases = Phrases(language, self._texts)
        running = self._encounter
        if running is None:
            return
        try:
            scene = self._scene(running.scene.scenario.id)
        except Exception:
            self.phrases = before
            raise
        told = replay(scene, running.session.begun.seed, [turn.choice for turn in running.session.turns])
        self._encounter = running._replace(scene=scene, session=told)
