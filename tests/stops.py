"""Every screen and dialog of the real game, and how a game gets there: for pictures."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.debrief_values import DebriefView
from game.app.intents import (
    AnswerProbe,
    Begin,
    Choose,
    ChooseLearner,
    ChooseMode,
    CompareAttempts,
    Continue,
    Guess,
    OpenDebrief,
    OpenLibrary,
    OpenMap,
    OpenProgress,
    OpenScene,
    TakeBack,
)
from game.app.map_values import MapMoment, MapView
from game.app.preview.beginning import Beginning
from game.app.preview.preview import Preview
from game.app.preview.source import Source
from game.app.progress_values import ProgressView
from game.app.views import EncounterView, LibraryView, TroubleView
from game.launch import data_folder
from game.model.trouble import FileTrouble
from game.ui.dialogs import (
    glossary_dialog,
    menu_dialog,
    settings_dialog,
    take_back_dialog,
    transcript_dialog,
)
from game.ui.dialogs.keys import keys_dialog
from game.ui.dialogs.learner import learner_dialog
from game.ui.dialogs.leave import quit_dialog
from game.ui.dialogs.trouble import trouble_dialog
from game.ui.screens.debrief.chair import chair_dialog
from game.ui.screens.debrief.roads import roads_dialog
from game.ui.screens.map.moment import moment_dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.app.controller import Controller
    from game.ui.shell import Shell
    from game.ui.widgets import Widget

SHORT = "premiers_pas"
"""The scene that an author edits here while it is played."""


def at_library(game: Controller) -> None:
    """The shelf of scenes is where a game begins."""


def at_continue(game: Controller) -> None:
    """One scene was played to its end, another was left in the middle."""
    at_encounter(game, 100, SHORT)
    at_encounter(game, 5)
    game.handle(OpenLibrary())


def at_learners(game: Controller) -> None:
    """A computer that three people share."""
    for nickname in ("Camille", "Jean-Éloi Ndiaye", "Zoé"):
        game.handle(ChooseLearner(nickname))
        at_continue(game)


def at_brief(game: Controller, scene: str = "lea") -> None:
    """Before the door opens."""
    game.handle(OpenScene(scene))


def at_brief_again(game: Controller) -> None:
    """Before the door opens, where a session was cut short."""
    at_continue(game)
    at_brief(game)


def at_edited(game: Controller) -> None:
    """The author has changed the third reply of a session that was cut short."""
    at_encounter(game, 2, SHORT)
    view = game.view
    assert isinstance(view, EncounterView)
    if view.probe:
        view = game.handle(AnswerProbe(""))
        assert isinstance(view, EncounterView)
    lost = view.replies[0].id
    game.handle(Choose(lost))
    for file in author_desk().glob(f"{SHORT}/*.yaml"):
        file.write_text(file.read_text("utf-8").replace(lost, f"{lost}_anew"), "utf-8")
    shelf = game.handle(OpenLibrary())
    assert isinstance(shelf, LibraryView)
    game.handle(next(Continue(card.resume.attempt) for card in shelf.cards if card.resume))


def author_desk() -> Path:
    """A folder of scenes of an author's own."""
    return Path(tempfile.gettempdir()) / f"first-session-pictures-{os.getpid()}" / "scenes"


def at_encounter(game: Controller, turns: int = 1, scene: str = "lea") -> None:
    """Some replies into the session, each the first on the screen."""
    at_brief(game, scene)
    view = game.handle(Begin())
    for _ in range(turns):
        assert isinstance(view, EncounterView)
        if view.over:
            return
        view = game.handle(AnswerProbe("") if view.probe else Choose(view.replies[0].id))


def at_start(game: Controller) -> None:
    """The patient has just sat down."""
    at_encounter(game, 0)


def at_later(game: Controller) -> None:
    """A few replies later."""
    at_encounter(game, 5)


def until(game: Controller, scene: str, wanted: Callable[[EncounterView], object]) -> None:
    """Into sessions of a scene, each along other replies, until what is on the screen is wanted."""
    for way in range(20):
        at_brief(game, scene)
        view = game.handle(Begin())
        while isinstance(view, EncounterView) and not view.over:
            if wanted(view):
                return
            number = (way + view.step * (way + 1)) % max(1, len(view.replies))
            view = game.handle(AnswerProbe("") if view.probe else Choose(view.replies[number].id))
    raise LookupError(f"no session of {scene} comes to it")


def at_probe(game: Controller) -> None:
    """What does the patient feel?"""
    until(game, "lea", lambda view: view.probe)


def at_inner(game: Controller) -> None:
    """The clinician's own voice."""
    until(game, "consoeur", lambda view: view.inner)


def at_rupture(game: Controller) -> None:
    """Something has just happened."""
    until(game, "lea", lambda view: view.notices)


def at_exam(game: Controller) -> None:
    """Nothing but the patient."""
    at_brief(game)
    game.handle(ChooseMode("exam"))
    view = game.handle(Begin())
    while isinstance(view, EncounterView) and view.step < 3:
        view = game.handle(AnswerProbe("") if view.probe else Choose(view.replies[0].id))


def at_ward(game: Controller) -> None:
    """A patient in bed, at night."""
    at_encounter(game, 3, "nuit")


def full_disk(shell: Shell) -> TroubleView:
    """What is said where attempts cannot be kept."""
    _ = shell.controls.phrases.gettext
    trouble = FileTrouble(
        "The file {path} cannot be written: {reason}.", path="séance.html", reason="disk full"
    )
    return TroubleView(_("Something went wrong"), trouble.tell(_))


def at_end(game: Controller) -> None:
    """The session is over."""
    at_encounter(game, 100)


def at_guess(game: Controller) -> None:
    """What the learner is asked before the debrief."""
    at_end(game)
    game.handle(OpenDebrief())


def at_debrief(game: Controller) -> None:
    """After the ending, with the learner's guesses told."""
    at_guess(game)
    for word in ("yes", "most"):
        game.handle(Guess(word))


def debriefed(game: Controller) -> DebriefView:
    """The debrief that is shown."""
    view = game.view
    assert isinstance(view, DebriefView)
    return view


def roads_of(shell: Shell, game: Controller) -> Callable[[], Widget]:
    """Both roads from the first reply that has another."""
    view = debriefed(game)
    turn = next(turn for turn in view.turns if turn.roads)
    return lambda: roads_dialog(shell, turn, view.patient, shell.close_dialog)


def at_map(game: Controller) -> None:
    """Some sessions took different roads; the last one turned back once."""
    for number in range(5):
        at_brief(game)
        view = game.handle(Begin())
        while isinstance(view, EncounterView) and not view.over:
            replies = len(view.replies)
            reply = "" if view.probe else view.replies[(number * 2 + view.step) % replies].id
            view = game.handle(AnswerProbe("") if view.probe else Choose(reply))
    game.handle(TakeBack(4))
    game.handle(OpenLibrary())
    game.handle(OpenMap("lea"))


def practised(game: Controller, sessions: int) -> None:
    """Some sessions of two scenes, each with replies of its own, and what was thought of them."""
    for number in range(sessions):
        game.handle(OpenScene(SHORT if number % 3 == 1 else "lea"))
        view = game.handle(Begin())
        while isinstance(view, EncounterView) and not view.over:
            number_of = len(view.replies)
            reply = "" if view.probe else view.replies[(number + view.step) % number_of].id
            view = game.handle(AnswerProbe("sad") if view.probe else Choose(reply))
        game.handle(OpenDebrief())
        for word in ("yes", "half"):
            game.handle(Guess(word))
    game.handle(OpenLibrary())


def at_progress(game: Controller, sessions: int = 12) -> None:
    """What a dozen sessions show."""
    practised(game, sessions)
    game.handle(OpenProgress())


def at_first_progress(game: Controller) -> None:
    """Before anything was played."""
    at_progress(game, 0)


def at_comparison(game: Controller) -> None:
    """Two sessions of a scene."""
    at_progress(game, 4)
    view = game.view
    assert isinstance(view, ProgressView)
    game.handle(CompareAttempts(view.pairs[0].one, view.pairs[0].other))


def richest(game: Controller) -> MapMoment:
    """The moment of the map from which most sessions can begin anew."""
    view = game.view
    assert isinstance(view, MapView)
    return max(view.moments, key=lambda one: (len(one.starts), one.number))


SCREENS = {
    "library": at_library,
    "continue": at_continue,
    "learners": at_learners,
    "learner": at_learners,
    "brief": at_brief,
    "brief-again": at_brief_again,
    "edited": at_edited,
    "take-back": at_later,
    "transcript": at_later,
    "menu": at_later,
    "settings": at_later,
    "keys": at_later,
    "glossary": at_brief,
    "leave": at_library,
    "trouble": at_library,
    "encounter": at_start,
    "probe": at_probe,
    "inner": at_inner,
    "rupture": at_rupture,
    "exam": at_exam,
    "ward": at_ward,
    "later": at_later,
    "end": at_end,
    "guess": at_guess,
    "debrief": at_debrief,
    "roads": at_debrief,
    "chair": at_debrief,
    "map": at_map,
    "moment": at_map,
    "progress": at_progress,
    "first-progress": at_first_progress,
    "comparison": at_comparison,
}
"""What each picture shows, and how a game gets there."""

DIALOGS: dict[str, Callable[[Shell, Controller], Callable[[], Widget]]] = {
    "take-back": lambda shell, _: lambda: take_back_dialog(shell),
    "transcript": lambda shell, _: lambda: transcript_dialog(shell),
    "menu": lambda shell, _: lambda: menu_dialog(shell),
    "settings": lambda shell, _: lambda: settings_dialog(shell),
    "keys": lambda shell, _: lambda: keys_dialog(shell),
    "glossary": lambda shell, _: lambda: glossary_dialog(shell),
    "leave": lambda shell, _: lambda: quit_dialog(shell),
    "trouble": lambda shell, _: lambda: trouble_dialog(shell, full_disk(shell)),
    "learner": lambda shell, game: learner_dialog(shell, game.view),
    "roads": roads_of,
    "chair": lambda shell, game: lambda: chair_dialog(shell, debriefed(game).chair),
    "moment": lambda shell, game: lambda: moment_dialog(shell, richest(game)),
}
"""What is open upon some of them."""


def preview(folder: Path, language: str) -> Preview:
    """An author looks at a scene, from its beginning."""
    source = Source(folder, data_folder("scenarios") / "rubric.yaml")
    return Preview(source, data_folder("assets") / "locale", language, Beginning())


def with_mistakes(folder: Path, language: str) -> Preview:
    """The same, with roads that lead nowhere."""
    for file in folder.glob("scenario.yaml"):
        file.write_text(file.read_text("utf-8").replace("then: ", "then: new_", 12), "utf-8")
    return preview(folder, language)


PREVIEWS = {"preview": preview, "mistakes": with_mistakes}
"""What an author sees of a scene's folder."""
