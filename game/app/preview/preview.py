"""The preview's controller: one scene from any moment in any state, its place kept at every save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.encounter import Encounter, encounter_view
from game.app.intents import (
    AnswerProbe,
    BackToBeginning,
    Begin,
    Choose,
    Export,
    Nudge,
    OpenDebrief,
    OpenLibrary,
    OpenMap,
    OpenProgress,
    OtherMoment,
    PlayAgain,
    ReadAgain,
    ReplayFrom,
    SwitchLanguage,
    TakeBack,
)
from game.app.phrases import LANGUAGES, Phrases
from game.app.preview.bar import BarView, bar_view, entered, mistake_views, mistakes_view
from game.app.preview.beginning import Beginning, fitted, scene_at
from game.app.preview.road import Nudged, Said, walk, within
from game.app.teller import Teller
from game.app.transcript import glossary_view, transcript_view
from game.engine.play import is_over
from game.model.trouble import AttemptTrouble

if TYPE_CHECKING:
    from pathlib import Path

    from game.app.intents import Intent
    from game.app.preview.remarks import Remarks
    from game.app.preview.road import Step, Walk
    from game.app.preview.source import Reading, Source
    from game.app.views import GlossaryView, MistakeView, TranscriptView, View
    from game.engine.replay import Session
    from game.model.diagnostics import Diagnostic

_APART = 1_000
"""Added to a view's step for each jump, so that a shell sees another moment in it."""


class Preview:
    """What the window needs of a controller, for a scene that is being written.

    The road since the beginning is walked again at every save. Where it no longer leads on, the nearest
    earlier point is shown, but the wish is kept until the author acts: a slip that is undone brings the place
    back.
    """

    languages = LANGUAGES

    def __init__(
        self,
        source: Source,
        texts: Path,
        language: str,
        beginning: Beginning,
        *,
        mode: str = "guided",
        seed: int = 0,
        remarks: Remarks | None = None,
    ) -> None:
        """With `remarks`, the bar tells what the checker says as well; else only what the reader says."""
        self.phrases = Phrases(language, texts)
        self._source = source
        self._remarks = remarks
        self._texts = texts
        self._mode = mode
        self._seed = seed
        self._beginning = beginning
        self._road: tuple[Step, ...] = ()
        self._taken: tuple[Step, ...] = ()
        self._order: tuple[str, ...] = ()
        self._probes: dict[int, str] = {}
        self._in_debrief = False
        self._jumps = 0
        self._notice = ""
        self._encounter: Encounter | None = None
        self._reading: Reading = source.read(language)
        self._walk()

    # -- what the window sees

    @property
    def language(self) -> str:
        """The author's language."""
        return self.phrases.language

    @property
    def reading(self) -> Reading:
        """The scene as it was saved last."""
        return self._reading

    @property
    def view(self) -> View:
        """The encounter or its debrief; or the mistakes in place of them."""
        running = self._encounter
        if running is None or self._reading.scenario is None:
            return mistakes_view(self._reading, self._source.folder, self.phrases)
        if self._in_debrief and is_over(running.scene, running.session.state):
            return Teller().view(running, self.phrases)
        view = encounter_view(running, self.phrases)
        return view._replace(step=view.step + _APART * self._jumps)

    @property
    def bar(self) -> BarView:
        """What stands above the view."""
        running = self._encounter
        if running is None or self._reading.scenario is None:
            moment = running.session.state.moment if running else self._beginning.moment
            return BarView(moment, "", "", (), "")
        return bar_view(running.session, self._reading.places, self._notice, len(self._said), self.phrases)

    @property
    def remarks(self) -> tuple[MistakeView, ...]:
        """What there is to look at in a scene that can be shown, errors first."""
        return mistake_views(self._said, self._source.folder, self.phrases)

    def remarked(self) -> bool:
        """True once after the checker has said something."""
        return self._remarks is not None and self._remarks.arrived()

    def transcript(self) -> TranscriptView:
        """Everything said since the beginning."""
        return transcript_view(self._running(), self.phrases)

    def glossary(self) -> GlossaryView:
        """All techniques of the rubric."""
        return glossary_view(self._running().scene.rubric, self.phrases)

    @staticmethod
    def notice() -> None:
        """A preview keeps nothing, so that there is nothing to say of it."""

    @staticmethod
    def work_ahead() -> bool:
        """Nothing is prepared: the author may be anywhere next."""
        return False

    # -- what the author asks for

    def handle(self, intent: Intent) -> View:
        """Does what the author asks for, and shows what follows. Nothing moves while there are mistakes."""
        match intent:
            case ReadAgain():
                self._read()
                if self._remarks is not None:
                    self._remarks.ask()
            case SwitchLanguage(language):
                self.phrases = Phrases(language, self._texts)
                self._read()
            case _ if self._reading.scenario is not None:
                self._act(intent)
        return self.view

    def _act(self, intent: Intent) -> None:
        match intent:
            case Choose(reply):
                turns = len(self._session.turns) + 1
                self._probes = {turn: felt for turn, felt in self._probes.items() if turn <= turns}
                self._in_debrief = False
                self._go_on(Said(self._session.state.moment, reply))
            case AnswerProbe(feeling):
                self._answer(feeling)
            case OpenDebrief():
                self._in_debrief = True
            case ReplayFrom() | TakeBack():
                said = [place for place, step in enumerate(self._taken) if isinstance(step, Said)]
                turn = intent.turn if isinstance(intent, ReplayFrom) else len(said) - intent.turns + 1
                self._in_debrief = False
                self._settle()
                self._road = self._taken[: said[turn - 1]]
                self._walk()
            case Nudge(measure, by):
                self._nudge(measure, by)
            case OtherMoment(step):
                moments = list(self._running().scene.scenario.moments)
                here = moments.index(self._shown_moment())
                self._begin_at(moments[(here + step) % len(moments)])
            case BackToBeginning() | PlayAgain() | Begin() | OpenLibrary():
                self._begin_at(self._beginning.moment)
            case OpenMap() | OpenProgress() | Export():
                raise AttemptTrouble(
                    "A preview keeps no sessions. Play the scene, and its roads will be there."
                )
            case _:
                raise ValueError(f"a preview knows nothing of {intent!r}")

    def _go_on(self, step: Step) -> None:
        """One more step from the point that is shown."""
        self._settle()
        self._road = (*self._taken, step)
        self._walk()

    def _answer(self, feeling: str) -> None:
        running = self._running()
        if running.probing:
            self._probes = {**self._probes, running.next_turn: feeling}
            self._encounter = running._replace(probes=self._probes)

    def _nudge(self, measure: str, by: int) -> None:
        """Before the first reply the beginning itself changes, and what is said there with it."""
        if self._session.turns:
            self._go_on(Nudged(measure, by))
            return
        self._settle()
        value = within(getattr(self._session.state, measure) + by)
        self._beginning = self._beginning.with_measure(measure, value)
        self._walk()

    def _begin_at(self, moment: str) -> None:
        self._beginning = self._beginning._replace(moment=moment)
        self._road, self._probes, self._in_debrief = (), {}, False
        self._jumps += 1
        self._walk()

    def _settle(self) -> None:
        """The author goes on from what is shown: what could not be kept is given up."""
        if self._notice:
            scenario = self._running().scene.scenario
            self._beginning = fitted(self._beginning, scenario, self._order)._replace(moment=scenario.start)
            self._road = self._taken

    # -- the scene as it is now

    def _read(self) -> None:
        self._reading = self._source.read(self.language)
        self._walk()

    def _walk(self) -> None:
        """The place that was reached, on the newest text."""
        scenario, rubric = self._reading.scenario, self._reading.rubric
        if scenario is None or rubric is None:
            return
        if self._beginning.moment in ("", *scenario.moments):
            self._order = tuple(scenario.moments)
        fit = fitted(self._beginning, scenario, self._order)
        scene = scene_at(fit, scenario, rubric)
        walked = walk(scene, self._seed, self._road)
        self._taken = walked.taken
        self._notice = self._told(fit, walked)
        session = walked.session
        probes = {turn: feeling for turn, feeling in self._probes.items() if turn <= len(session.turns) + 1}
        self._encounter = Encounter(scene, session, self._mode, probes)

    def _told(self, fit: Beginning, walked: Walk) -> str:
        """What could not be kept, in one sentence."""
        _ = self.phrases.gettext
        wanted = self._beginning
        if wanted.moment and fit.moment != wanted.moment:
            said = _("There is no moment {moment} in the scene: this is the nearest one before it.")
            return said.format(moment=wanted.moment)
        if isinstance(walked.parted, Said):
            moment, choice = walked.parted
            if walked.session.state.moment == moment:
                said = _("The reply {choice} is no longer offered in {moment}: the road ends here.")
            else:
                said = _("The road leads elsewhere now: {moment}, where you were, is not reached from here.")
            return said.format(choice=choice, moment=moment)
        lost = [name for name in wanted.variables if name not in fit.variables]
        lost += [name for name in wanted.known if name not in fit.known]
        if lost:
            return _("Left out, because the scene does not know it: {names}.").format(names=", ".join(lost))
        return ""

    @property
    def _said(self) -> tuple[Diagnostic, ...]:
        """By the checker, once it has spoken: it also says what the reader says."""
        said = self._remarks.latest if self._remarks is not None else None
        return self._reading.mistakes if said is None else said

    @property
    def _session(self) -> Session:
        return self._running().session

    def _running(self) -> Encounter:
        if self._encounter is None:
            raise ValueError("the scene cannot be shown yet")
        return self._encounter

    def _shown_moment(self) -> str:
        """The moment that the author looks at: where the preview began, or the one that waits for a reply."""
        return self._session.state.moment if self._session.turns else entered(self._session)[0]
