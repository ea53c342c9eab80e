"""The game with a mistake in it, for `test_incident`: a part of it is damaged, and it is played up to there.

python -m tests.faults.broken CASE DATA
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.app import library as library_room
from game.app.intents import Begin, Continue, OpenScene
from game.app.views import EncounterView, LibraryView
from game.attempts.journal import Journal
from game.engine import replay
from game.launch import Options, start
from game.ui.heard import page_words
from tests.faults.rounds import SCENE, Rounds, begin

if TYPE_CHECKING:
    from collections.abc import Callable

NICKNAME = "Zébulon-Privé"
SECRET = "ce que personne ne doit lire"
REPLIES = 2
"""Those that are answered as they should be."""


def damage_the_third_reply() -> None:
    """It cannot be answered: a mistake that quotes whoever sits here and what was said."""
    go_on = replay.go_on

    def damaged(scene: Any, session: Any, reply: str) -> Any:
        found = go_on(scene, session, reply)
        if len(found.turns) > REPLIES:
            said = f"{NICKNAME}: {found.turns[-1]} {SECRET}"
            raise KeyError(said)
        return found

    replay.go_on = damaged


def damaged(*_words: object) -> Any:
    """Stands for a part of the game that has a mistake in it, in a chain of two."""
    try:
        return {}[SECRET]
    except KeyError as error:
        raise ValueError(f"{NICKNAME} {SECRET}") from error


def text(data: Path) -> int:
    """The text mode; its player types into the standard input."""
    damage_the_third_reply()
    return start(Options(text=True, lang="fr", data=data, learner=NICKNAME, seed=7))


def library(data: Path) -> int:
    """The library itself cannot be told: nothing is left to go on with."""
    library_room.library_view = damaged
    return start(Options(text=True, lang="fr", data=data, learner=NICKNAME))


def command(data: Path) -> int:
    """A command of the workbench."""
    from game.__main__ import run

    Journal.attempts = damaged  # type: ignore[method-assign]
    return run(["attempts", "--data", str(data), "--lang", "fr", "--learner", NICKNAME])


def reply(data: Path) -> int:
    """The window, where a reply cannot be answered; then the player goes on."""
    damage_the_third_reply()
    return _in_window(data, lambda shell: shell.choose())


def part(data: Path) -> int:
    """The window, where the screen loses a part of itself; then the player goes on."""

    def lose(shell: Rounds) -> None:
        kind: Any = type(shell.screen)
        whole = kind.scenery
        kind.scenery = lambda screen: setattr(kind, "scenery", whole) or damaged(screen)
        shell.complete()

    return _in_window(data, lose)


def thread(data: Path) -> int:
    """The window, where a thread that works beside it ends with a mistake."""

    def acts(shell: Rounds) -> list[Callable[[], object]]:
        return [
            lambda: threading.Thread(target=damaged).start(),
            lambda: sys.stdout.write(f"dialogs {shell.dialogs}\n"),
        ]

    return begin(acts, data=data, learner=NICKNAME)


def _in_window(data: Path, mistake: Callable[[Rounds], None]) -> int:
    def acts(shell: Rounds) -> list[Callable[[], object]]:
        def told() -> None:
            assert isinstance(shell.controls.view, LibraryView)
            assert shell.dialogs == 1
            sys.stdout.write(" ".join(page_words(shell.tree.layers[-1]).split()) + "\n")
            shell.snapshot(data.parent / "told.png")
            shell.close_dialog()

        def go_on() -> None:
            view = shell.controls.view
            assert isinstance(view, LibraryView)
            resumed = next(card.resume for card in view.cards if card.resume is not None)
            shell.send(Continue(resumed.attempt))

        def where() -> None:
            view = shell.controls.view
            assert isinstance(view, EncounterView)
            sys.stdout.write(f"replies {[one.id for one in view.replies]}\n")

        first = [lambda: shell.send(OpenScene(SCENE)), lambda: shell.send(Begin())]
        return [*first, *[shell.choose] * REPLIES, where, lambda: mistake(shell), told, go_on, where]

    return begin(acts, data=data, learner=NICKNAME)


CASES = {case.__name__: case for case in (text, library, command, reply, part, thread)}

if __name__ == "__main__":
    sys.exit(CASES[sys.argv[1]](Path(sys.argv[2])))
