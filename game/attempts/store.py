"""The store of all attempts: one SQLite file. What it has acknowledged is on the disk.

Every step is written and synced before the call returns. Several processes may use one store at once; each
waits for the other, for a few seconds at most.
"""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from game.attempts.connection import Damaged, connect, make_folder, told
from game.attempts.kept import Heading, seal
from game.attempts.rows import (
    drop_unused_texts,
    insert,
    insert_steps,
    insert_text,
    sound_heading,
    sound_steps,
    unpacked,
)
from game.attempts.schema import bring_up_to_date
from game.attempts.seen import Seen, moments_seen, seen
from game.attempts.shelves import Shelf, shelves
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from game.attempts.kept import Step

CHECKED_AT_ONCE = 8_000_000
"""Bytes up to which a store is looked through when it is opened, which takes some 50 ms. A larger one is
looked through before a copy is made of it, and whenever it is doubted."""
THOROUGHLY_AT_ONCE = 1_000_000
"""Bytes up to which its indexes are compared with its tables as well, which takes three times as long."""

_HEADING = ", ".join(Heading._fields)


class Kept(NamedTuple):
    """An attempt as it lies in the store, without its steps.

    `finished` is when it came to an ending (ISO 8601, UTC; empty while it has not), `summary` what was worked
    out then, for lists that must not play all attempts again.
    """

    heading: Heading
    finished: str
    summary: str


class Overtaken(Exception):
    """Someone else, such as a second window, has gone on with the attempt meanwhile."""


class Store:
    """An open store. Every method raises StoreTrouble where the disk or file fails; then it did nothing."""

    def __init__(self, path: Path, doubted: bool = False) -> None:
        """Opens or makes the store. Raises Damaged where the file is seen not to be whole.

        Where it is `doubted`, all of it is looked through, its indexes and every checksum too, which takes
        many times as long.
        """
        self.path = path
        with told(path):
            make_folder(path.parent)
            self._connection = connect(path)
        try:
            with told(path):
                size = path.stat().st_size
                thoroughly = doubted or size <= THOROUGHLY_AT_ONCE
                if (doubted or size <= CHECKED_AT_ONCE) and not self.is_whole(thoroughly):
                    raise Damaged("The store {path} is damaged.", path=path)
                bring_up_to_date(self._connection)
                if doubted and not self._holds():
                    raise Damaged("The store {path} is damaged.", path=path)
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def is_whole(self, thoroughly: bool = False) -> bool:
        """Whether SQLite finds nothing wrong with the file."""
        check = "integrity_check" if thoroughly else "quick_check"
        with told(self.path):
            try:
                return bool(self._connection.execute(f"PRAGMA {check}(1)").fetchone() == ("ok",))
            except sqlite3.OperationalError:
                raise
            except (sqlite3.DatabaseError, UnicodeDecodeError):
                return False

    def begin(self, heading: Heading, text: bytes | None, steps: Iterable[Step] = ()) -> None:
        """Keeps a new attempt with its first steps, and its scene's text where that is not there yet.

        The text is None where nobody has it any more.
        """
        self.adopt(heading, None if text is None else zlib.compress(text), steps)

    def adopt(self, heading: Heading, packed: object, steps: Iterable[Step] = ()) -> None:
        """The same for a text as it was packed in another store."""
        with self._writing() as connection:
            insert_text(connection, heading.digest, packed)
            mark = insert(connection, heading)
            insert_steps(connection, heading.id, 0, mark, steps)

    def keep_text(self, digest: str, packed: object) -> None:
        """Keeps a text as it was packed in another store, where it is not there yet."""
        with self._writing() as connection:
            insert_text(connection, digest, packed)

    def append(self, attempt: str, steps: Iterable[Step], after: int | None = None) -> None:
        """Keeps what the learner did next, `after` so many steps.

        Raises KeyError for an attempt that is not there, and Overtaken where it has another number of steps.
        """
        with self._writing() as connection:
            last = connection.execute(
                "SELECT position, link FROM steps WHERE attempt = ? ORDER BY position DESC LIMIT 1",
                (attempt,),
            ).fetchone()
            if last is None:
                raise KeyError(attempt)
            if after not in (None, last[0]):
                raise Overtaken(attempt)
            insert_steps(connection, attempt, last[0], last[1], steps)

    def finish(self, attempt: str, finished: str, summary: str) -> None:
        """Marks that an attempt came to an ending. Empty `finished`: that it is open again."""
        with self._writing() as connection:
            connection.execute(
                "UPDATE attempts SET finished = ?, summary = ? WHERE id = ?", (finished, summary, attempt)
            )

    def attempts(self, learner: str, scene: str | None = None, most: int = -1) -> tuple[Kept, ...]:
        """A learner's attempts, the latest first. Raises Damaged where the checksum of one does not hold.

        No more than `most`; below nought, all of them.
        """
        also, values = ("", (learner,)) if scene is None else (" AND scene = ?", (learner, scene))
        latest = f"SELECT number FROM attempts WHERE learner = ?{also} ORDER BY number DESC LIMIT ?"
        return self._kept(f"WHERE number IN ({latest}) ORDER BY number DESC", (*values, most))

    def shelves(self, learner: str) -> dict[str, Shelf]:
        """What a learner has of each scene, by the scene."""
        with told(self.path):
            return shelves(self._connection, learner)

    def seen(self, learner: str) -> dict[str, Seen]:
        """What a learner has seen of each scene, by the scene."""
        with told(self.path):
            return seen(self._connection, learner)

    def moments_seen(self, learner: str, scene: str) -> frozenset[str]:
        """The moments of a scene in which a learner ever was."""
        with told(self.path):
            return moments_seen(self._connection, learner, scene)

    def attempt(self, attempt: str) -> Kept | None:
        """One attempt, or None."""
        return next(iter(self._kept("WHERE id = ?", (attempt,))), None)

    def steps(self, attempt: str) -> tuple[Step, ...]:
        """The steps of an attempt, in order. Raises Damaged where the checksum of one does not hold."""
        kept = self.attempt(attempt)
        if kept is None:
            return ()
        with told(self.path):
            rows = self._connection.execute(
                "SELECT position, kind, value, at, link FROM steps WHERE attempt = ? AND position > 0"
                " ORDER BY position",
                (attempt,),
            ).fetchall()
        sound = tuple(sound_steps(seal(kept.heading), rows))
        if len(sound) != len(rows):
            raise Damaged("The store {path} is damaged.", path=self.path)
        return sound

    def text(self, digest: str) -> bytes | None:
        """A scene's text by its digest; None where it is not there, or damaged."""
        with told(self.path):
            row = self._connection.execute("SELECT body FROM texts WHERE digest = ?", (digest,)).fetchone()
        return None if row is None else unpacked(row[0])

    def count(self) -> int:
        """How many attempts there are, of all learners."""
        with told(self.path):
            return int(self._connection.execute("SELECT count(*) FROM attempts").fetchone()[0])

    def learners(self) -> tuple[str, ...]:
        """The nicknames on this computer, in the order in which they were first used."""
        with told(self.path):
            rows = self._connection.execute("SELECT nickname FROM learners ORDER BY number").fetchall()
        return tuple(name for (name,) in rows)

    def add_learner(self, nickname: str) -> None:
        """Keeps a nickname, once."""
        with self._writing() as connection:
            connection.execute("INSERT OR IGNORE INTO learners (nickname) VALUES (?)", (nickname,))

    def erase(self, attempts: Iterable[str]) -> int:
        """Takes attempts out, with every text that no other one needs. Answers how many there were.

        Nothing of them stays in the file, its free pages and journal included.
        """
        gone = 0
        with self._writing() as connection:
            for attempt in attempts:
                connection.execute("DELETE FROM steps WHERE attempt = ?", (attempt,))
                gone += connection.execute("DELETE FROM attempts WHERE id = ?", (attempt,)).rowcount
            drop_unused_texts(connection)
        self._sweep()
        return gone

    def erase_learner(self, nickname: str) -> int:
        """Takes a learner out with all of their attempts. Answers how many attempts there were."""
        with self._writing() as connection:
            connection.execute(
                "DELETE FROM steps WHERE attempt IN (SELECT id FROM attempts WHERE learner = ?)", (nickname,)
            )
            gone = connection.execute("DELETE FROM attempts WHERE learner = ?", (nickname,)).rowcount
            connection.execute("DELETE FROM learners WHERE nickname = ?", (nickname,))
            drop_unused_texts(connection)
        self._sweep()
        return gone

    def copy_to(self, path: Path) -> None:
        """Writes a whole copy of the store, as it is now."""
        with told(path), closing(sqlite3.connect(path)) as target:
            self._connection.backup(target)

    def _kept(self, which: str, values: tuple[str | int, ...]) -> tuple[Kept, ...]:
        with told(self.path):
            rows = self._connection.execute(
                f"SELECT {_HEADING}, finished, summary, seal FROM attempts {which}", values
            ).fetchall()
        found = []
        for *fields, finished, summary, mark in rows:
            heading = sound_heading(fields, mark)
            if heading is None:
                raise Damaged("The store {path} is damaged.", path=self.path)
            found.append(Kept(heading, finished, summary))
        return tuple(found)

    def _holds(self) -> bool:
        """Whether every checksum of every attempt holds."""
        try:
            for kept in self._kept("", ()):
                self.steps(kept.heading.id)
        except Damaged:
            return False
        return True

    def _sweep(self) -> None:
        """Rewrites the file without its free pages."""
        with told(self.path):
            self._connection.execute("VACUUM")

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is written within is kept at once, or none of it."""
        with self._writing():
            yield

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        connection = self._connection
        if connection.in_transaction:
            yield connection
            return
        with told(self.path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
