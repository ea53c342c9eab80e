"""Players for tests: they see views only, and answer with intents, as a person would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.controller import Controller
from game.app.debrief_values import DebriefView, GuessView
from game.app.intents import AnswerProbe, Begin, Choose, ChooseMode, Guess, OpenDebrief, OpenScene
from game.app.views import EncounterView
from game.launch import data_folder
from game.loading.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.attempts.journal import Journal


def shipped() -> Catalogue:
    """The scenes that come with the game."""
    scenes = data_folder("scenarios")
    return Catalogue([scenes], scenes / "rubric.yaml")


def controller(
    language: str = "en", mode: str = "guided", seed: int = 1, journal: Journal | None = None
) -> Controller:
    """A controller over the shipped scenes, with one seed for every session. Nothing is kept by itself."""
    return Controller(shipped(), data_folder("assets") / "locale", language, lambda: seed, mode, journal)


def first_reply(view: EncounterView) -> str:
    """Always the first reply on the screen."""
    return view.replies[0].id


def play(
    game: Controller,
    scene: str,
    reply: Callable[[EncounterView], str] = first_reply,
    feeling: str = "",
    mode: str = "guided",
) -> list[EncounterView]:
    """Plays a scene until it is over; answers with every view on the way."""
    game.handle(OpenScene(scene))
    game.handle(ChooseMode(mode))
    view = game.handle(Begin())
    seen = []
    while True:
        assert isinstance(view, EncounterView)
        seen.append(view)
        assert len(seen) < 200, "the session does not end"
        if view.over:
            return seen
        view = game.handle(AnswerProbe(feeling) if view.probe else Choose(reply(view)))


def debrief(game: Controller) -> DebriefView:
    """The debrief of the session that has just ended; what is asked before it is passed."""
    view = game.handle(OpenDebrief())
    while isinstance(view, GuessView):
        view = game.handle(Guess(""))
    assert isinstance(view, DebriefView)
    return view
