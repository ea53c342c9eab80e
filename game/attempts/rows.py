"""How an attempt lies in the tables: its heading, its steps as a chain that shows damage, its text."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from game.attempts.kept import Heading, Step, link, seal

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

BEGUN = "begun"
"""The kind of step 0, which holds the heading."""
MAX_TEXT = 20_000_000
"""Bytes of a scene's text, unpacked, that are ever read back."""

_COLUMNS = ", ".join(Heading._fields)


def unpacked(packed: object) -> bytes | None:
    """A scene's text as it was before it was packed; None where it is damaged, or far too long."""
    try:
        unpacker = zlib.decompressobj()
        text = unpacker.decompress(packed, MAX_TEXT)  # type: ignore[arg-type]
    except (zlib.error, TypeError):
        return None
    return text if unpacker.eof else None


def sound_heading(fields: Sequence[Any], mark: object) -> Heading | None:
    """The heading of these fields where its checksum holds."""
    if len(fields) != len(Heading._fields):
        return None
    heading = Heading(*fields)
    try:
        return heading if seal(heading) == mark else None
    except (TypeError, ValueError):
        return None


def sound_steps(before: str, rows: Iterable[tuple[int, str, str, int, str]]) -> Iterator[Step]:
    """The steps of these rows (position, kind, value, at, link), up to the first that does not hold."""
    for expected, (position, kind, value, at, kept) in enumerate(rows, 1):
        step = Step(kind, value, at)
        try:
            if position != expected or link(before, step) != kept:
                return
        except TypeError:  # what should be text has become something else
            return
        before = kept
        yield step


def insert(connection: sqlite3.Connection, heading: Heading) -> str:
    """The heading is kept twice: as a row to look for, and as step 0, so that the steps alone are enough."""
    mark = seal(heading)
    connection.execute(
        f"INSERT INTO attempts ({_COLUMNS}, seal) VALUES ({_marks(len(heading) + 1)})", (*heading, mark)
    )
    _insert_step(connection, heading.id, 0, Step(BEGUN, json.dumps(heading)), mark)
    return mark


def insert_steps(
    connection: sqlite3.Connection, attempt: str, position: int, before: str, steps: Iterable[Step]
) -> None:
    """Steps that follow the one at `position`, whose link is `before`."""
    for step in steps:
        position, before = position + 1, link(before, step)
        _insert_step(connection, attempt, position, step, before)


def _insert_step(connection: sqlite3.Connection, attempt: str, position: int, step: Step, mark: str) -> None:
    connection.execute(
        "INSERT INTO steps (attempt, position, kind, value, at, link) VALUES (?, ?, ?, ?, ?, ?)",
        (attempt, position, *step, mark),
    )


def insert_text(connection: sqlite3.Connection, digest: str, packed: object) -> None:
    """A scene's text, once; what is no text is passed over."""
    if isinstance(packed, bytes):
        connection.execute("INSERT OR IGNORE INTO texts (digest, body) VALUES (?, ?)", (digest, packed))


def drop_unused_texts(connection: sqlite3.Connection) -> None:
    """Takes out every text that no attempt needs."""
    connection.execute("DELETE FROM texts WHERE digest NOT IN (SELECT digest FROM attempts)")


def _marks(count: int) -> str:
    return ", ".join("?" * count)
