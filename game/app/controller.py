"""The controller: every shell sends its intents here and draws the view that comes back.

What an intent needs is imported when it first comes, so that the first words come at once.
"""

from __future__ import annotations

from pathlib import Path

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
    Export,
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
from game.app.look import Shelves, look
from game.app.phrases import LANGUAGES, Phrases
from game.app.place import BRIEF, COMPARISON, DEBRIEF, EDITED, ENCOUNTER, LIBRARY, MAP, PROGRESS, Place
from game.app.teller import Teller
from game.app.views import TroubleView
from game.app.words import MODES
from game.attempts.journal import Journal, new_id, now
from game.attempts.kept import OPENINGS, Heading
from game.model.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.app.memory import Branch, Memory
    from game.app.views import GlossaryView, TranscriptView, View
    from game.engine.scene import Scene
    from game.loading.catalogue import Catalogue

RETURNS = ("yes", "no", "unsure")


class Controller:
    """One player's way through: library, brief, encounter, debrief.

    `new_seed` gives each session its own seed; `journal` keeps what the player does, before it is answered;
    `explored` are folders that may hold what was proved of a scene; `pages` says where exports are written.
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
        pages: Callable[[], Path] = Path.home,
    ) -> None:
        self._place = Place(Phrases(language, texts), mode if mode in MODES else "guided")
        self._texts = texts
        self._new_seed = new_seed
        self._journal = journal or Journal(None)
        self._catalogue = catalogue
        self._shelves = Shelves(catalogue, self._journal, explored, Teller(explored))
        self._pages = pages
        self._view: View | None = None
        self._said: TroubleView | None = None

    @property
    def phrases(self) -> Phrases:
        """The interface's words in the player's language."""
        return self._place.phrases

    @property
    def language(self) -> str:
        """The player's language."""
        return self.phrases.language

    @property
    def view(self) -> View:
        """What the current screen shows."""
        if self._view is None:
            self._view = look(self._place, self._shelves)
        return self._view

    def handle(self, intent: Intent) -> View:
        """Does what the player asks for, and shows what follows."""
        before = self._place
        try:
            self._do(intent)
            self._view = look(self._place, self._shelves)
        except Exception:
            self._place = before
            raise
        if self._place.encounter is None:
            self._journal.leave()
        return self._view

    def work_ahead(self) -> bool:
        """Use a spare moment for what comes next; True while there is more of it to do."""
        place = self._place
        guessing = place.screen == DEBRIEF and bool(place.questions)
        return guessing and self._shelves.teller.step(place.running, place.phrases)

    def notice(self) -> TroubleView | None:
        """What has to be said once: of an export, or of the store of attempts. The session goes on."""
        if self._said is not None:
            said, self._said = self._said, None
            return said
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

        return transcript_view(self._place.running, self.phrases)

    def glossary(self) -> GlossaryView:
        """All techniques of the rubric."""
        from game.app.transcript import glossary_view

        return glossary_view(self._catalogue.rubric, self.phrases)

    def _do(self, intent: Intent) -> None:
        place = self._place
        match intent:
            case OpenLibrary():
                self._place = place._replace(screen=LIBRARY, encounter=None)
            case OpenScene(scene):
                self._place = place._replace(screen=BRIEF, scene=scene, encounter=None)
            case ChooseMode(mode) if mode in MODES:
                self._place = place._replace(mode=mode)
            case Begin():
                self._begin()
            case OpenDebrief():
                from game.app.debrief import questions

                self._place = place._replace(screen=DEBRIEF, questions=questions(place.running))
            case OpenMap(scene):
                before = place.before_map if place.screen == MAP else place.screen
                self._place = place._replace(screen=MAP, scene=scene, before_map=before)
            case CloseMap() if place.screen == MAP:
                self._place = place._replace(screen=place.before_map)
            case PlayAgain():
                self._place = place._replace(screen=BRIEF, encounter=None)
            case SwitchLanguage(language):
                self._switch(language)
            case ChooseLearner(nickname):
                self._journal.learner = nickname
                self._place = place._replace(screen=LIBRARY, encounter=None)
            case OpenProgress() | CloseProgress() | ReadAttempt() | CompareAttempts() | CloseComparison():
                self._look_back(intent)
            case _:
                self._go_on(intent)

    def _look_back(self, intent: Intent) -> None:
        """What belongs to former sessions."""
        place = self._place
        match intent:
            case OpenProgress():
                within = place.screen in (PROGRESS, COMPARISON)
                before = place.before_progress if within else place.screen
                self._place = place._replace(screen=PROGRESS, progress=intent, before_progress=before)
            case CloseProgress() if place.screen == PROGRESS:
                self._place = place._replace(screen=place.before_progress)
            case CompareAttempts(one, other):
                self._place = place._replace(screen=COMPARISON, compared=(one, other))
            case CloseComparison() if place.screen == COMPARISON:
                self._place = place._replace(screen=PROGRESS)
            case ReadAttempt(attempt):
                found = self._journal.find(attempt)
                recalled = self._memory().recalled(found).encounter
                scene = found.kept.heading.scene
                self._place = place._replace(screen=DEBRIEF, scene=scene, encounter=recalled, questions=())
                self._journal.go_on(found)

    def _go_on(self, intent: Intent) -> None:
        """What belongs to a session."""
        place = self._place
        match intent:
            case Choose(reply):
                self._choose(reply)
            case AnswerProbe(feeling):
                running = place.running
                if running.probing:
                    probes = {**running.probes, running.next_turn: feeling}
                    self._place = place._replace(encounter=running._replace(probes=probes))
                    self._journal.probe(feeling)
            case TakeBack(turns):
                self._place = place._replace(screen=ENCOUNTER, encounter=place.running.back(turns))
                self._journal.take_back(turns)
            case Continue(attempt, text):
                self._continue(attempt, text)
            case StartFrom(attempt, turn, left):
                self._branch(self._memory().from_turn(self._journal.find(attempt), turn, left))
            case ReplayFrom(turn):
                self._replay(turn)
            case Export() if place.screen == DEBRIEF and not place.questions:
                self._export()
            case Guess(word) if word in (*RETURNS, *OPENINGS) or (place.questions and not word):
                self._guess(word)
            case _:
                raise ValueError(f"nothing is known of {intent!r}")

    def _begin(self) -> None:
        from game.app.encounter import Encounter
        from game.engine.replay import begin

        place = self._place
        scene = self._shelves.scene(place.scene, self.language)
        session = begin(scene, self._new_seed())
        begun = Encounter(scene, session, place.mode, {})
        self._place = place._replace(screen=ENCOUNTER, encounter=begun)
        heading = self._heading(scene, session.begun.seed, place.mode)
        self._journal.begin(heading, self._catalogue.manuscript(place.scene))

    def _heading(self, scene: Scene, seed: int, mode: str) -> Heading:
        scenario = scene.scenario
        learner, language = self._journal.learner, self.language
        return Heading(new_id(), learner, scenario.id, scenario.digest, language, seed, mode, now())

    def _choose(self, reply: str) -> None:
        from game.engine.replay import go_on

        running = self._place.running
        answered = running._replace(session=go_on(running.scene, running.session, reply))
        self._place = self._place._replace(encounter=answered)
        self._journal.choice(reply)
        self._sum_up()

    def _guess(self, word: str) -> None:
        """What the learner thinks of the session; an empty word passes what is asked."""
        if word:
            running = self._place.running
            told = running._replace(openings=word) if word in OPENINGS else running._replace(guess=word)
            self._place = self._place._replace(encounter=told)
            self._journal.guess(word)
            self._sum_up()
        self._place = self._place._replace(questions=self._place.questions[1:])

    def _export(self) -> None:
        from game.app.export.page import write_page
        from game.app.export.report import report

        explored = self._shelves.explored
        told = report(self._place.running, self._journal.begun, self.phrases, explored)
        path = write_page(told, self.phrases, self._pages())
        text = self.phrases.gettext("The page is in {path}. A browser opens and prints it.")
        self._said = TroubleView(self.phrases.gettext("Your session on paper"), text.format(path=path))

    def _sum_up(self) -> None:
        """Where the session has come to its end, that is kept as well."""
        running = self._place.running
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
        place = self._place._replace(scene=found.kept.heading.scene)
        if text == NOW:
            self._branch(memory.moved(found))
        elif text == THEN or not memory.changed(found):
            self._place = place._replace(screen=ENCOUNTER, encounter=memory.recalled(found).encounter)
            self._journal.go_on(found)
            if not found.kept.finished:
                self._sum_up()
        else:
            self._place = place._replace(screen=EDITED, edited=attempt, encounter=None)

    def _branch(self, branch: Branch) -> None:
        encounter = branch.encounter
        begun = self._heading(encounter.scene, encounter.session.begun.seed, encounter.mode)
        turn = len(encounter.session.turns)
        self._place = self._place._replace(screen=ENCOUNTER, scene=begun.scene, encounter=encounter)
        self._journal.begin(begun._replace(origin=branch.origin, origin_turn=turn), branch.text, branch.steps)
        self._sum_up()

    def _replay(self, turn: int) -> None:
        """The running session from before one of its replies on; it stays as it is, kept or not."""
        running = self._place.running
        text = self._journal.text(running.scene.scenario.digest)
        branch = self._memory().replayed(running, self._journal.steps, turn - 1, text)
        self._branch(branch._replace(origin=self._journal.attempt))

    def _memory(self) -> Memory:
        return self._shelves.memory(self.language)

    def _switch(self, language: str) -> None:
        """The same session in another language: its choices, told again."""
        place = self._place = self._place._replace(phrases=Phrases(language, self._texts))
        running = place.encounter
        if running is None:
            return
        from game.engine.replay import replay

        scenario = running.scene.scenario
        scene = self._memory().scene(scenario.id, scenario.digest)
        told = replay(scene, running.session.begun.seed, [turn.choice for turn in running.session.turns])
        self._place = place._replace(encounter=running._replace(scene=scene, session=told))
