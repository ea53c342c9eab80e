"""Players for tests: they see views only, and answer with intents, as a person would."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.app.controller import Controller
from game.app.debrief_values import DebriefView, GuessView
from game.app.intents import AnswerProbe, Begin, Choose, ChooseMode, Guess, OpenDebrief, OpenScene
from game.app.views import EncounterView
from game.attempts.journal import Journal
from game.launch import data_folder
from game.loading.catalogue import Catalogue
from game.loading.compiled import Compiled

if TYPE_CHECKING:
    from collections.abc import Callable

_OPEN: list[Journal] = []


class Remembered(Compiled):
    """What any test of this process has read; it is known by the digest of its files, as on a disk."""

    def __init__(self) -> None:
        super().__init__(Path(os.devnull))
        self._values: dict[tuple[str, str], Any] = {}

    def load(self, name: str, key: str, *_: object) -> Any:
        """What is known of these files, or None."""
        return self._values.get((name, key))

    def keep(self, name: str, key: str, value: object) -> None:
        """Keeps what was read; it is never changed."""
        self._values[name, key] = value


_REMEMBERED = Remembered()


def shipped() -> Catalogue:
    """The scenes that come with the game."""
    scenes = data_folder("scenarios")
    return Catalogue([scenes], scenes / "rubric.yaml", _REMEMBERED)


def new_journal(
    folder: Path | None, learner: str = "", sits_down: Callable[[str], None] | None = None
) -> Journal:
    """A journal that may be left as a killed game leaves it; it is let go of at the end of the test."""
    _OPEN.append(Journal(folder, learner, sits_down))
    return _OPEN[-1]


def leave() -> None:
    """Lets go of every journal that was opened here."""
    while _OPEN:
        _OPEN.pop().close()


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
