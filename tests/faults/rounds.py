"""One round through the window: most kinds of screens are opened and drawn once.

Run as `python -S -c "from tests.faults.rounds import go; go(FOLDER, MISSING)"` where packages are missing.
It goes through the game's own start and its loop; pictures of the screens are put into the folder.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.intents import Begin, Choose, OpenMap, OpenProgress, OpenScene
from game.app.views import EncounterView
from game.launch import Options, start
from game.ui import window
from game.ui.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable

SCENE = "premiers_pas"
CALM = 12
"""Turns of the loop for which each screen is looked at."""


class Rounds(Shell):
    """The shell with a player in it, who does one thing after the other and then leaves."""

    __slots__ = ("_acts", "_turn")

    acts: Callable[[Rounds], list[Callable[[], object]]]

    def __init__(self, *words: object, **more: object) -> None:
        super().__init__(*words, **more)  # type: ignore[arg-type]
        self._acts = type(self).acts(self)
        self._turn = 0

    def tick(self, dt: float) -> bool:
        """Time passes; now and then something is done."""
        self._turn += 1
        if self._turn % CALM == 0:
            if self._acts:
                self._acts.pop(0)()
            else:
                self.quit()
        return super().tick(dt)

    def choose(self) -> None:
        """The first reply there is."""
        view = self.controls.view
        assert isinstance(view, EncounterView)
        self.send(Choose(view.replies[0].id))


def round_through(folder: Path) -> Callable[[Rounds], list[Callable[[], object]]]:
    """Library, brief, encounter, map and progress, and a picture of each."""

    def acts(shell: Rounds) -> list[Callable[[], object]]:
        found: list[Callable[[], object]] = []
        for name, act in (
            ("library", lambda: None),
            ("brief", lambda: shell.send(OpenScene(SCENE))),
            ("encounter", lambda: shell.send(Begin())),
            ("reply", shell.choose),
            ("map", lambda: shell.send(OpenMap(SCENE))),
            ("progress", lambda: shell.send(OpenProgress())),
        ):
            found += [act, lambda name=name: shell.snapshot(folder / f"{name}.png")]
        return found

    return acts


def begin(acts: Callable[[Rounds], list[Callable[[], object]]], *, data: Path, learner: str = "") -> int:
    """The game's own start, with this player in the window."""
    Rounds.acts = acts  # type: ignore[method-assign]
    window.Shell = Rounds  # type: ignore[misc]
    return start(Options(lang="fr", data=data, learner=learner, seed=7))


def go(folder: str, *missing: str) -> None:
    """One round; ends the process."""
    for name in missing:
        assert name not in sys.modules
    code = begin(round_through(Path(folder)), data=Path(folder) / "data")
    for name in missing:
        assert name not in sys.modules
    sys.exit(code)
