"""The controller: every shell sends its intents here and draws the view that comes back.

What a screen is made of is imported when that screen is first shown, so that the first words come at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.intents import (
    AnswerProbe,
    Begin,
    Choose,
    ChooseLearner,
    ChooseMode,
    CloseComparison,
    CloseMap,
    CloseProgress,
    CompareAttempts,
    Continue,
    Guess,
    Intent,
    OpenDebrief,
    OpenLibrary,
    OpenMap,
    OpenProgress,
    OpenScene,
    PlayAgain,
    ReadAttempt,
    ReplayFrom,
    StartFrom,
    SwitchLanguage,
    TakeBack,
)
from game.app.phrases import LANGUAGES, Phrases
from game.app.views import TroubleView
from game.app.words import MODES
from game.attempts.journal import Journal, new_id, now
from game.attempts.kept import OPENINGS, Heading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from game.app.encounter import Encounter
    from game.app.memory import Branch, Memory
    from game.app.views import GlossaryView, TranscriptView, View
    from game.engine.scene import Scene
    from game.loading.catalogue import Catalogue

LIBRARY, BRIEF, ENCOUNTER, DEBRIEF, EDITED = "library", "brief", "encounter", "debrief", "edited"
MAP, PROGRESS, COMPARISON = "map", "progress", "comparison"
RETURNS = ("yes", "no", "unsure")
MAX_NICKNAME = 40


class Controller:
    """One player's way through: library, brief, encounter, debrief.

    `new_seed` gives each session its own seed; `journal` keeps what the player does, before it is answered;
    `explored` are folders that may hold what was proved of a scene.
    Raises game.model.trouble.Trouble where the world fails; then nothing has changed.
    """

    languages = LANGUAGES

    def __init__(
        self,
        catalogue: Catalogue,
        texts: Path,
        language: str,
        new_seed: Callable[[], int],
        mode: str = "guided",
        journal: Journal | None = None,
        explored: Sequence[Path] = (),
    ) -> None:
        self.phrases = Phrases(language, texts)
        self._catalogue = catalogue
        self._texts = texts
        self._new_seed = new_seed
        self._mode = mode if mode in MODES else "guided"
        self._screen = LIBRARY
        self._scene_id = ""
        self._encounter: Encounter | None = None
        self._edited = ""
        self._before_map = self._before_progress = LIBRARY
        self._progress = OpenProgress()
        self._compared = ("", "")
        self._questions: tuple[str, ...] = ()
        self._journal = journal or Journal(None)
        self._explored = explored
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
        before = self._place
        try:
            self._do(intent)
            self._view = self._look()
        except Exception:
            self._place = before
            raise
        if self._encounter is None:
            self._journal.leave()
        return self._view

    def notice(self) -> TroubleView | None:
        """What has to be said of the store of attempts, once. The session goes on."""
        told = self._journal.notices()
        if not told:
            return None
        sentences = " ".join(trouble.tell(self.phrases.gettext) for trouble in told)
        return TroubleView(self.phrases.gettext("Your attempts"), sentences)

    @property
    def learner(self) -> str:
        """The nickname of whoever sits here; empty where none was chosen."""
        return self._journal.learner

    @property
    def learners(self) -> tuple[str, ...]:
        """The nicknames that were chosen on this computer."""
        return self._journal.learners()

    def close(self) -> None:
        """The player leaves: what was kept is made safe."""
        self._journal.close()

    def transcript(self) -> TranscriptView:
        """Everything said so far in the running or finished session."""
        from game.app.transcript import transcript_view

        return transcript_view(self._running(), self.phrases)

    def glossary(self) -> GlossaryView:
        """All techniques of the rubric."""
        from game.app.transcript import glossary_view

        return glossary_view(self._catalogue.rubric, self.phrases)

    @property
    def _place(self) -> tuple[Phrases, str, str, str, Encounter | None, str, tuple[str, ...]]:
        """Where the player is: all that an intent may change, but for the journal."""
        return (
            self.phrases,
            self._screen,
            self._scene_id,
            self._mode,
            self._encounter,
            self._edited,
            self._questions,
        )

    @_place.setter
    def _place(self, place: tuple[Phrases, str, str, str, Encounter | None, str, tuple[str, ...]]) -> None:
        (
            self.phrases,
            self._screen,
            self._scene_id,
            self._mode,
            self._encounter,
            self._edited,
            self._questions,
        ) = place

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
            case OpenDebrief():
                from game.app.debrief import questions

                self._screen = DEBRIEF
                self._questions = questions(self._running())
            case OpenMap(scene):
                if self._screen != MAP:
                    self._before_map = self._screen
                self._screen, self._scene_id = MAP, scene
            case CloseMap() if self._screen == MAP:
                self._screen = self._before_map
            case PlayAgain():
                self._screen, self._encounter = BRIEF, None
            case SwitchLanguage(language):
                self._switch(language)
            case ChooseLearner(nickname):
                clean = "".join(char for char in nickname if char.isprintable()).strip()
                self._journal.learner = clean[:MAX_NICKNAME]
                self._screen, self._encounter = LIBRARY, None
            case _:
                self._go_on(intent)

    def _look_back(self, intent: Intent) -> None:
        """What belongs to former sessions."""
        match intent:
            case OpenProgress():
                if self._screen not in (PROGRESS, COMPARISON):
                    self._before_progress = self._screen
                self._screen, self._progress = PROGRESS, intent
            case CloseProgress() if self._screen == PROGRESS:
                self._screen = self._before_progress
            case CompareAttempts(one, other):
                self._screen, self._compared = COMPARISON, (one, other)
            case CloseComparison() if self._screen == COMPARISON:
                self._screen = PROGRESS
            case ReadAttempt(attempt):
                found = self._journal.find(attempt)
                self._encounter = self._memory().recalled(found).encounter
                self._screen, self._scene_id, self._questions = DEBRIEF, found.kept.heading.scene, ()
                self._journal.go_on(found)

    def _go_on(self, intent: Intent) -> None:
        """What belongs to a session."""
        match intent:
            case Choose(reply):
                self._choose(reply)
            case AnswerProbe(feeling):
                running = self._running()
                if running.probing:
                    probes = {**running.probes, running.next_turn: feeling}
                    self._encounter = running._replace(probes=probes)
                    self._journal.probe(feeling)
            case TakeBack(turns):
                self._encounter = self._running().back(turns)
                self._screen = ENCOUNTER
                self._journal.take_back(turns)
            case Continue(attempt, text):
                self._continue(attempt, text)
            case StartFrom(attempt, turn, left):
                self._branch(self._memory().from_turn(self._journal.find(attempt), turn, left))
            case ReplayFrom(turn):
                self._replay(turn)
            case OpenProgress() | CloseProgress() | ReadAttempt() | CompareAttempts() | CloseComparison():
                self._look_back(intent)
            case Guess(word) if word in (*RETURNS, *OPENINGS) or (self._questions and not word):
                self._guess(word)
            case _:
                raise ValueError(f"nothing is known of {intent!r}")

    def _look(self) -> View:
        if self._screen in (LIBRARY, BRIEF):
            from game.app.library import brief_view, library_view

            if self._screen == LIBRARY:
                return library_view(self._catalogue, self.phrases, self._journal)
            head = self._catalogue.head(self._scene_id, self.language)
            return brief_view(head, self._mode, self.phrases, self._journal)
        if self._screen == ENCOUNTER:
            from game.app.encounter import encounter_view

            return encounter_view(self._running(), self.phrases)
        if self._screen == MAP:
            return self._map()
        if self._screen in (PROGRESS, COMPARISON):
            from game.app.progress import comparison_view, progress_view

            if self._screen == PROGRESS:
                return progress_view(self._catalogue, self._journal, self.phrases, *self._progress)
            return comparison_view(self._catalogue, self._journal, self.phrases, self._compared)
        if self._screen == EDITED:
            from game.app.edited import edited_view

            return edited_view(self._memory().compared(self._journal.find(self._edited)), self.phrases)
        from game.app.debrief import debrief_view, guess_view

        if self._questions:
            return guess_view(self._running(), self._questions[0], self.phrases)
        return debrief_view(self._running(), self.phrases, self._explored)

    def _map(self) -> View:
        from game.app.map import Mapper

        running = self._encounter
        scene = running.scene if running is not None else self._scene(self._scene_id)
        mode = running.mode if running is not None else self._mode
        return Mapper(self._catalogue, self._journal, self.phrases, mode).view(scene, running)

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
        session = begin(scene, self._new_seed())
        self._encounter = Encounter(scene, session, self._mode, {})
        self._screen = ENCOUNTER
        heading = self._heading(scene, session.begun.seed, self._mode)
        self._journal.begin(heading, self._catalogue.manuscript(self._scene_id))

    def _heading(self, scene: Scene, seed: int, mode: str) -> Heading:
        scenario = scene.scenario
        learner, language = self._journal.learner, self.language
        return Heading(new_id(), learner, scenario.id, scenario.digest, language, seed, mode, now())

    def _choose(self, reply: str) -> None:
        from game.engine.replay import go_on

        running = self._running()
        self._encounter = running._replace(session=go_on(running.scene, running.session, reply))
        self._journal.choice(reply)
        self._sum_up()

    def _guess(self, word: str) -> None:
        """What the learner thinks of the session; an empty word passes what is asked."""
        if word:
            running = self._running()
            told = running._replace(openings=word) if word in OPENINGS else running._replace(guess=word)
            self._encounter = told
            self._journal.guess(word)
            self._sum_up()
        self._questions = self._questions[1:]

    def _sum_up(self) -> None:
        """Where the session has come to its end, that is kept as well."""
        running = self._running()
        if running.over:
            from game.attempts.summary import dump
            from game.attempts.tally import summarise

            guesses = (running.guess, running.openings)
            summary = summarise(running.scene, running.session, running.probes, running.left, guesses)
            self._journal.finish(dump(summary))

    def _continue(self, attempt: str, text: str) -> None:
        from game.app.memory import NOW, THEN

        found = self._journal.find(attempt)
        memory = self._memory()
        if text == NOW:
            self._branch(memory.moved(found))
        elif text == THEN or not memory.changed(found):
            self._encounter = memory.recalled(found).encounter
            self._screen = ENCOUNTER
            self._journal.go_on(found)
            if not found.kept.finished:
                self._sum_up()
        else:
            self._screen, self._edited, self._encounter = EDITED, attempt, None
        self._scene_id = found.kept.heading.scene

    def _branch(self, branch: Branch) -> None:
        encounter = branch.encounter
        begun = self._heading(encounter.scene, encounter.session.begun.seed, encounter.mode)
        turn = len(encounter.session.turns)
        self._encounter, self._screen, self._scene_id = encounter, ENCOUNTER, begun.scene
        self._journal.begin(begun._replace(origin=branch.origin, origin_turn=turn), branch.text, branch.steps)
        self._sum_up()

    def _replay(self, turn: int) -> None:
        """The running session from before one of its replies on; it stays as it is, kept or not."""
        running = self._running()
        text = self._journal.text(running.scene.scenario.digest)
        branch = self._memory().replayed(running, self._journal.steps, turn - 1, text)
        self._branch(branch._replace(origin=self._journal.attempt))

    def _memory(self) -> Memory:
        from game.app.memory import Memory

        return Memory(self._catalogue, self._journal, self.language)

    def _switch(self, language: str) -> None:
        """The same session in another language: its choices, told again."""
        self.phrases = Phrases(language, self._texts)
        running = self._encounter
        if running is None:
            return
        from game.engine.replay import replay

        scenario = running.scene.scenario
        scene = self._memory().scene(scenario.id, scenario.digest)
        told = replay(scene, running.session.begun.seed, [turn.choice for turn in running.session.turns])
        self._encounter = running._replace(scene=scene, session=told)
