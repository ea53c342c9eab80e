"""Lets the power fail while attempts are kept, again and again, and looks at what the store still has.

    python -m tests.attempts.power RUNS [SEED [PRAGMA ...]]

The journal of the game is driven by chance (sessions that begin, go on, branch off, end and are erased; the
store closed, copied and opened again) upon a disk that notes everything (`losing`). Then the power fails at
random points of what was noted; the game's own code opens what a drive may hold then. Pragmas, such as
"synchronous = OFF", weaken the store on purpose: the simulation has to see that.
"""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from game.attempts import store as store_room
from game.attempts.connection import connect
from game.attempts.journal import Journal, new_id
from game.attempts.kept import CHOICE, Step
from game.attempts.rescue import NAME, open_store
from tests.attempts.losing import Disk, Notes
from tests.attempts.shelf import heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LOSSES = 25
"""Failures of the power for each play that is noted."""
ACTS = 24
MEMORY = Path("/dev/shm")
"""Where files cost no time, if there is such a place."""


class Promised:
    """What the game had said to be kept until some moment."""

    def __init__(self) -> None:
        self.steps: dict[str, tuple[Step, ...]] = {}
        self.finished: dict[str, bool] = {}
        self.erased: set[str] = set()

    def take(self, event: tuple[object, ...]) -> None:
        """One thing more was said to be kept, or erased."""
        match event:
            case ("kept", str(attempt), tuple(steps), bool(finished)):
                self.steps[attempt], self.finished[attempt] = steps, finished
            case ("erases", str(attempt)):
                del self.steps[attempt]
            case ("erased", str(attempt)):
                self.erased.add(attempt)


class Play:
    """One learner who plays by chance, and notes whatever was answered."""

    def __init__(self, folder: Path, notes: Notes, dice: random.Random) -> None:
        self._folder = folder
        self._notes = notes
        self._dice = dice
        self._journal = Journal(folder, "Camille")
        self._all: list[str] = []

    def act(self) -> None:
        """One thing that a learner does."""
        dice, journal = self._dice, self._journal
        if journal.attempt and dice.random() < 0.75:
            self._reply()
            return
        known = [one for one in self._all if one != journal.attempt]
        match dice.randrange(5):
            case 0 if known:
                gone = known[dice.randrange(len(known))]
                self._all.remove(gone)
                self._notes.note("erases", gone)
                journal.erase([gone])
                self._notes.note("erased", gone)
            case 1 if known:
                journal.go_on(journal.find(dice.choice(known)))
                self._reply()
            case 2:
                self.close()
                self._journal = Journal(self._folder, "Camille")
            case _:
                number = dice.randrange(1_000)
                text = dice.randbytes(dice.randrange(20_000))
                head = heading(number, digest=f"{number:064x}")._replace(id=new_id())
                taken = [Step(CHOICE, f"reply_{turn}", turn) for turn in range(dice.randrange(6))]
                journal.begin(head, text, taken)
                self._reply()

    def _reply(self) -> None:
        dice, journal = self._dice, self._journal
        finished = False
        match dice.randrange(8):
            case 0:
                journal.probe("fear")
            case 1 if any(step.kind == CHOICE for step in journal.steps):
                journal.guess("yes")
            case 2 if sum(step.kind == CHOICE for step in journal.steps) > 1:
                journal.take_back(1)
            case 3:
                journal.choice("goodbye")
                journal.finish('{"outcome": "open"}')
                finished = True
            case _:
                journal.choice(f"reply_{dice.randrange(100)}")
        if journal.attempt not in self._all:
            self._all.append(journal.attempt)
        self._notes.note("kept", journal.attempt, journal.steps, finished)

    def close(self) -> None:
        """The learner leaves. Nothing went wrong meanwhile."""
        self._journal.close()
        troubles = self._journal.notices()
        if troubles:
            raise AssertionError(str(troubles[0]))


@contextmanager
def weakened(pragmas: Sequence[str]) -> Iterator[None]:
    """Stores are opened with these pragmas on top."""

    def open_weakly(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    with patch.object(store_room, "connect", open_weakly):
        yield


def verdict(folder: Path, promised: Promised) -> str:
    """What became of the store in a folder: whole, lost or corrupt. The game opens it as it always does."""
    opened = open_store(folder, "damaged")
    with closing(opened.store) as store:
        if opened.aside is not None or not store.is_whole(thoroughly=True):
            return "corrupt"
        for attempt, steps in promised.steps.items():
            there = store.steps(attempt)
            if there[: len(steps)] != steps:
                return "lost"
            kept = store.attempt(attempt)
            if promised.finished[attempt] and there == steps and (kept is None or not kept.finished):
                return "lost"
        if any(store.attempt(attempt) is not None for attempt in promised.erased):
            return "lost"
    copies = (path for path in folder.glob(f"{NAME}.copy?"))
    return "whole" if all(map(_is_whole, copies)) else "broken copies"


def _is_whole(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))


def fail_often(runs: int, seed: int = 1, pragmas: Sequence[str] = ()) -> dict[str, int]:
    """Figures of so many failures of the power: how many ended in which verdict, and what was at stake."""
    dice = random.Random(seed)
    figures = dict.fromkeys(("runs", "at stake", "promised", "whole", "lost", "corrupt", "broken copies"), 0)
    top = Path(tempfile.mkdtemp(prefix="power-", dir=MEMORY if MEMORY.is_dir() else None))
    try:
        while figures["runs"] < runs:
            data = top / "data"
            events = _noted(data, dice, pragmas)
            disk, promised, at = Disk(), Promised(), 0
            count = min(LOSSES, runs - figures["runs"])
            for cut in sorted(dice.randrange(len(events) + 1) for _ in range(count)):
                for event in events[at:cut]:
                    disk.take(event)
                    promised.take(event)
                at = cut
                data.mkdir()
                for path, content in disk.lose(dice).items():
                    Path(path).write_bytes(content)
                figures[verdict(data, promised)] += 1
                figures["runs"] += 1
                figures["at stake"] += disk.waits
                figures["promised"] += sum(map(len, promised.steps.values()))
                shutil.rmtree(data)
    finally:
        shutil.rmtree(top)
    return figures


def _noted(data: Path, dice: random.Random, pragmas: Sequence[str]) -> list[tuple[object, ...]]:
    """What one play does to the disk. Nothing of it stays."""
    notes = Notes(str(data))
    with notes.taken(), weakened(pragmas):
        play = Play(data, notes, dice)
        for _ in range(ACTS):
            play.act()
        play.close()
    shutil.rmtree(data)
    return notes.events


if __name__ == "__main__":
    sys.stdout.write(json.dumps(fail_often(int(sys.argv[1]), *map(int, sys.argv[2:3]), pragmas=sys.argv[3:])))
