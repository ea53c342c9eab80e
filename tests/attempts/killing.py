"""Kills the game while it is played, again and again, and looks at what the store still has.

    python -m tests.attempts.killing FOLDER RUNS

One process imports the game and forks; each child is the text mode over the store, played by chance: new
sessions, sessions that go on, replies, probes, replies taken back; sometimes two at once. It is killed
(SIGKILL) at a random time. What counts as confirmed is what the game had answered before it asked for the
next line.
"""

from __future__ import annotations

import io
import json
import os
import random
import signal
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.controller import Controller
from game.app.views import BriefView, EncounterView, LibraryView
from game.attempts.journal import Journal
from game.attempts.kept import course
from game.attempts.rescue import open_store
from game.launch import data_folder
from game.loading.catalogue import Catalogue
from game.loading.compiled import Compiled
from game.terminal.paper import Paper
from game.terminal.play import play

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.app.views import View

LONGEST = 0.25
"""Seconds that a child lives at most, after its first answer where that is waited for."""
PATIENCE = 60.0
"""Seconds to wait for a first answer."""


class Player(io.StringIO):
    """The lines that a player types. Before each, it notes what the game has answered so far."""

    def __init__(self, game: Controller, journal: Journal, notes: int, dice: random.Random) -> None:
        super().__init__()
        self._game = game
        self._journal = journal
        self._notes = notes
        self._dice = dice

    def readline(self, _size: int | None = -1, /) -> str:
        running = self._game._place.encounter
        if running is not None and self._journal.attempt:
            said = [turn.choice for turn in running.session.turns]
            note = [self._journal.attempt, said, running.left, sorted(running.probes.items())]
            os.write(self._notes, json.dumps(note).encode() + b"\n")
        return f"{self._line(self._game.view)}\n"

    def _line(self, view: View) -> str:
        dice = self._dice
        match view:
            case LibraryView():
                return dice.choice(["c", "c 2", "1", "2"])
            case BriefView():
                return ""
            case EncounterView(probe=probe) if probe is not None:
                return dice.choice(["", "1", "2"])
            case EncounterView(replies=replies) if replies:
                return "t" if dice.random() < 0.1 else str(dice.randint(1, len(replies)))
            case EncounterView():
                return dice.choice(["", "t", "b"])
        return "b"


def sit_down(cache: Path, journal: Journal, seed: int) -> Controller:
    """The game over the shipped scenes, which are compiled once for all children."""
    scenes = data_folder("scenarios")
    catalogue = Catalogue([scenes], scenes / "rubric.yaml", Compiled(cache))
    return Controller(catalogue, data_folder("assets") / "locale", "en", lambda: seed, "guided", journal)


def child(data: Path, notes: Path, seed: int) -> None:
    """Plays until it is killed."""
    dice = random.Random(seed)
    journal = Journal(data)
    game = sit_down(notes.parent / "cache", journal, seed)
    file = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    play(game, Paper(io.StringIO()), Player(game, journal, file, dice))


def fork(data: Path, notes: Path, seed: int) -> int:
    """A child's process id."""
    found = os.fork()
    if found == 0:
        try:
            child(data, notes, seed)
        except BaseException as error:
            os.write(2, f"{error!r}\n".encode())
        finally:
            os._exit(1)
    return found


def await_answer(notes: Path) -> None:
    """Until a child has answered once, however slow the machine is."""
    until = time.monotonic() + PATIENCE
    while not (notes.exists() and notes.stat().st_size) and time.monotonic() < until:
        time.sleep(0.005)


def confirmed(notes: Path) -> dict[str, str]:
    """The last note on each attempt."""
    found = {}
    for line in notes.read_text().splitlines(keepends=True) if notes.exists() else ():
        if line.endswith("\n"):
            attempt, *told = json.loads(line)
            found[attempt] = json.dumps(told)
    return found


def lost(data: Path, told: Iterable[tuple[str, str]]) -> list[str]:
    """The attempts that never were, by their steps, where they were confirmed to be. The store must open.

    Another window may have gone on with an attempt since.
    """
    missing = []
    with closing(open_store(data, "damaged").store) as store:
        for attempt, note in told:
            steps = store.steps(attempt)
            states = [course(steps[:count]) for count in range(len(steps), -1, -1)]
            if not any(
                note == json.dumps([one.choices, one.left, sorted(one.probes.items())]) for one in states
            ):
                missing.append(attempt)
    return missing


def kill_often(folder: Path, runs: int, seed: int = 1) -> dict[str, int]:
    """Figures of so many runs. Attempts that lost something, and stores that were set aside, count."""
    dice = random.Random(seed)
    data = folder / "data"
    everything: dict[str, str] = {}
    warm_up = sit_down(folder / "cache", Journal(None), 1)
    play(warm_up, Paper(io.StringIO()), io.StringIO("1\n\n1\nb\n2\n\n1\nq\n"))
    figures = {"runs": 0, "kills": 0, "confirmed": 0, "lost": 0}
    while figures["runs"] < runs:
        number = figures["runs"]
        notes = [folder / f"notes-{number}-{window}" for window in range(2 if dice.random() < 0.25 else 1)]
        children = [fork(data, path, seed * 100_000 + 2 * number + at) for at, path in enumerate(notes)]
        if dice.random() < 0.75:
            await_answer(notes[0])
        time.sleep(LONGEST * dice.random())
        for process in children:
            os.kill(process, signal.SIGKILL)
        for process in children:
            _, status = os.waitpid(process, 0)
            figures["kills"] += os.WIFSIGNALED(status)
        for path in notes:
            told = confirmed(path)
            figures["confirmed"] += path.read_bytes().count(b"\n") if path.exists() else 0
            figures["lost"] += len(lost(data, told.items()))
            everything |= told
        figures["runs"] += 1
    figures["lost"] += len(lost(data, everything.items()))
    figures["attempts"] = len(everything)
    figures["set aside"] = len(list(data.glob("*.damaged-*")))
    return figures


if __name__ == "__main__":
    sys.stdout.write(json.dumps(kill_often(Path(sys.argv[1]), int(sys.argv[2]), *map(int, sys.argv[3:]))))
