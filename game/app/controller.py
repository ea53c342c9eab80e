"""The controller: every shell sends its intents here and draws the view that comes back.

What a screen is made of is imported when that screen is first shown, so that the first words come at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from game.app.phrases import LANGUAGES, Phrases
from game.app.words import MODES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.app.encounter import Encounter
    from game.app.views import GlossaryView, TranscriptView, View
    from game.engine.scene import Scene
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
        before = self.phrases, self._screen, self._scene_id, self._mode, self._encounter
        try:
            self._do(intent)
            self._view = self._look()
        except Exception:
            self.phrases, self._screen, self._scene_id, self._mode, self._encounter = before
            raise
        return self._view

    def transcript(self) -> TranscriptView:
        """Everything said so far in the running or finished session."""
        from game.app.transcript import transcript_view

        return transcript_view(self._running(), self.phrases)

    def glossary(self) -> GlossaryView:
        """All techniques of the rubric."""
        from game.app.transcript import glossary_view

        return glossary_view(self._catalogue.rubric, self.phrases)

    def _do(self, intent: Intent) -> None:
        match intent:
            case OpenLibrary():
                self._screen, self._encounter = LIBRARY, None
            case OpenScene(scene):
                self._screen, self._scene_id, self._encounter = BRIEF, scene, None
            case ChooseMode(mode) if mode in MODES:
                self._mode = mode
            case Begin():
                self._begin()
            case Choose(reply):
                self._choose(reply)
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

    def _look(self) -> View:
        if self._screen in (LIBRARY, BRIEF):
            from game.app.library import brief_view, library_view

            if self._screen == LIBRARY:
                return library_view(self._catalogue, self.phrases)
            head = self._catalogue.head(self._scene_id, self.language)
            return brief_view(head, self._mode, self.phrases)
        if self._screen == ENCOUNTER:
            from game.app.encounter import encounter_view

            return encounter_view(self._running(), self.phrases)
        from game.app.debrief import debrief_view

        return debrief_view(self._running(), self.phrases)

    def _running(self) -> Encounter:
        if self._encounter is None:
            raise ValueError("no session is running")
        return self._encounter

    def _scene(self, scene: str) -> Scene:
        from game.engine.scene import Scene

        return Scene(self._catalogue.scenario(scene, self.language), self._catalogue.rubric)

    def _begin(self) -> None:
        from game.app.encounter import Encounter
        from game.engine.replay import begin

        scene = self._scene(self._scene_id)
        self._encounter = Encounter(scene, begin(scene, self._new_seed()), self._mode, {})
        self._screen = ENCOUNTER

    def _choose(self, reply: str) -> None:
        from game.engine.replay import go_on

        running = self._running()
        self._encounter = running._replace(session=go_on(running.scene, running.session, reply))

    def _switch(self, language: str) -> None:
        """The same session in another language: its choices, told again."""
        self.phrases = Phrases(language, self._texts)
        running = self._encounter
        if running is None:
            return
        from game.engine.replay import replay

        scene = self._scene(running.scene.scenario.id)
        told = replay(scene, running.session.begun.seed, [turn.choice for turn in running.session.turns])
        self._encounter = running._replace(scene=scene, session=told)
