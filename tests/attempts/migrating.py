"""Kills the game in the middle of a migration, and looks at what the store is then.

    python -m tests.attempts.migrating FOLDER RUNS [SEED]

A store of today gets a migration more, one that rewrites every row. A child carries it out with the game's
own code and kills itself (SIGKILL) after a random number of SQLite's own steps. Whatever it had done, the
store is then wholly of the earlier version or wholly of the later one, and the next start brings it up.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from game.attempts import schema, store
from game.attempts.connection import connect
from game.attempts.rescue import NAME, open_store
from game.attempts.store import Store
from tests.attempts.shelf import LEARNER, heading, replies

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

ATTEMPTS, STEPS = 60, 20
LATER = (
    "CREATE TABLE notes (attempt TEXT NOT NULL, position INTEGER NOT NULL, note TEXT NOT NULL)",
    "INSERT INTO notes SELECT attempt, position, value || ' again' FROM steps",
    "ALTER TABLE attempts ADD COLUMN place TEXT NOT NULL DEFAULT ''",
    "UPDATE attempts SET place = scene || number",
    "CREATE INDEX notes_of_attempt ON notes (attempt, position)",
    "UPDATE notes SET note = upper(note)",
)
"""What a later version of the game might do."""
STRIDE = 100
"""Steps of SQLite's machine between two looks at whether it is time to die."""


def later_version() -> AbstractContextManager[object]:
    """While this is entered, the game is of a later version."""
    return patch.multiple(schema, MIGRATIONS=(*schema.MIGRATIONS, LATER), VERSION=schema.VERSION + 1)


def migrate(path: Path, die_after: int) -> None:
    """Opens the store with the later version, and dies on the way."""
    looks = 0

    def look() -> int:
        nonlocal looks
        looks += 1
        if looks > die_after:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    def open_and_count(where: Path) -> sqlite3.Connection:
        connection = connect(where)
        connection.set_progress_handler(look, STRIDE)
        return connection

    with later_version(), patch.object(store, "connect", open_and_count):
        Store(path).close()


def in_a_child(path: Path, die_after: int) -> bool:
    """Whether a child that migrates the store was killed on the way."""
    found = os.fork()
    if found == 0:
        try:
            migrate(path, die_after)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(found, 0)[1])


def version(path: Path) -> tuple[int, int]:
    """The version that the store says it has, and the one that its tables have; the journal is undone."""
    with closing(sqlite3.connect(path)) as connection:
        told = connection.execute("PRAGMA user_version").fetchone()[0]
        columns = [row[1] for row in connection.execute("PRAGMA table_info(attempts)")]
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        done = "notes" in tables and connection.execute(
            "SELECT count(*) FROM notes WHERE note = upper(note)"
        ).fetchone() == (ATTEMPTS * (STEPS + 1),)
        is_later = [done, "notes_of_attempt" in tables, "place" in columns]
    return int(told), schema.VERSION + 1 if all(is_later) else 0 if any(is_later) else schema.VERSION


def is_complete(folder: Path) -> bool:
    """Whether the later version opens the store, and every attempt is there."""
    with later_version(), closing(open_store(folder, "damaged").store) as opened:
        return (
            all(opened.steps(heading(number).id) == tuple(replies(STEPS)) for number in range(ATTEMPTS))
            and len(opened.attempts(LEARNER)) == ATTEMPTS
        )


def kill_migrations(folder: Path, runs: int, seed: int = 1) -> dict[str, int]:
    """Figures of so many migrations."""
    dice = random.Random(seed)
    whole = folder / NAME
    with closing(Store(whole)) as opened:
        for number in range(ATTEMPTS):
            opened.begin(heading(number), b"a scene", replies(STEPS))
    most = _looks_in_all(folder, whole)
    figures = {"runs": runs, "killed": 0, "left earlier": 0, "left later": 0, "half": 0, "lost": 0}
    for _ in range(runs):
        here = folder / "here"
        here.mkdir()
        shutil.copy(whole, here / NAME)
        figures["killed"] += in_a_child(here / NAME, dice.randrange(most))
        told, is_of = version(here / NAME)
        figures["left earlier"] += told == is_of == schema.VERSION
        figures["left later"] += told == is_of == schema.VERSION + 1
        figures["half"] += told != is_of
        figures["lost"] += not is_complete(here) or bool(list(here.glob("*.damaged-*")))
        shutil.rmtree(here)
    return figures


def _looks_in_all(folder: Path, whole: Path) -> int:
    """How many looks a whole migration takes, found by halving."""
    least, most = 0, 1
    trial = folder / "trial.db"

    def dies(after: int) -> bool:
        for path in (trial, trial.with_name("trial.db-journal")):
            path.unlink(missing_ok=True)
        shutil.copy(whole, trial)
        return in_a_child(trial, after)

    while dies(most):
        least, most = most, 2 * most
    while most - least > 1:
        middle = (least + most) // 2
        least, most = (middle, most) if dies(middle) else (least, middle)
    return most


if __name__ == "__main__":
    sys.stdout.write(
        json.dumps(kill_migrations(Path(sys.argv[1]), int(sys.argv[2]), *map(int, sys.argv[3:])))
    )
