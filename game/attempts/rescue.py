"""Opening a learner's store whatever has happened to it: rolling copies, setting aside, salvage."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from game.attempts.connection import Damaged, readable, sync_names
from game.attempts.kept import Heading, seal
from game.attempts.rows import BEGUN, sound_heading, sound_steps, unpacked
from game.attempts.schema import TABLES
from game.attempts.store import Store
from game.model.trouble import StoreTrouble
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

NAME = "attempts.db"
COPIES = 3
PATIENCE = 30.0
"""Seconds to wait while another process rescues the same store."""

_COLUMNS = {
    "learners": ("nickname",),
    "texts": ("digest", "body"),
    "attempts": (*Heading._fields, "seal", "finished", "summary"),
    "steps": ("attempt", "position", "kind", "value", "at", "link"),
}
_MAX_STEP = 2**62
_MAX_CUT = 1 << 28
"""Bytes that may be missing at a file's end."""


class Opened(NamedTuple):
    """An open store. `aside` is where a damaged one was put, `recovered` how many attempts came out of it.

    Where another process did this meanwhile, that is its to tell.
    """

    store: Store
    aside: Path | None = None
    recovered: int = 0


def open_store(folder: Path, stamp: str, doubted: bool = False) -> Opened:
    """Opens the store in a folder. `stamp` (letters, digits, dashes) names a file that has to be set aside.

    A damaged store is set aside under a new name; what can be read of it, and the newest whole copy, make the
    new one. Some damage is only met when a store is read (`Damaged`): then it is closed, and opened once more
    as `doubted`. Raises StoreTrouble where nothing can be read or written there.
    """
    path = folder / NAME
    try:
        return Opened(Store(path, doubted))
    except Damaged:
        aside, recovered = _rescue(path, stamp)
        return Opened(Store(path), aside, recovered)


def keep_copy(store: Store) -> None:
    """Writes a copy of the store beside it; the oldest of three gives way.

    Raises StoreTrouble, and Damaged where the store is not whole: a copy of that would drive out a good one.
    """
    folder = store.path.parent
    if not store.is_whole(thoroughly=True):
        raise Damaged("The store {path} is damaged.", path=store.path)
    fresh = folder / f"{NAME}.copying"
    try:
        fresh.unlink(missing_ok=True)
        store.copy_to(fresh)
        for number in range(COPIES, 1, -1):
            earlier = copy_path(folder, number - 1)
            if earlier.exists():
                earlier.replace(copy_path(folder, number))
        fresh.replace(copy_path(folder, 1))
        sync_names(folder)
    except OSError as error:
        raise StoreTrouble(
            "The store {path} cannot be used: {reason}.", path=fresh, reason=error.strerror or str(error)
        ) from None


def erase(store: Store, attempts: Iterable[str]) -> int:
    """Takes attempts out for good: of the store, its free pages, its copies and all that was set aside.

    Answers how many there were. What is left is copied anew.
    """
    forget_copies(store.path.parent)
    gone = store.erase(attempts)
    keep_copy(store)
    return gone


def forget_copies(folder: Path) -> None:
    """Takes all copies away, and all that was set aside: what is erased must not live on there."""
    try:
        for path in folder.glob(f"{NAME}.*"):
            if path.suffix != ".rescue":
                _wipe(path)
    except OSError as error:
        raise StoreTrouble(
            "The store {path} cannot be used: {reason}.", path=folder, reason=error.strerror or str(error)
        ) from None


def _wipe(path: Path) -> None:
    """Takes a file away, its content first."""
    with path.open("r+b") as file:
        file.write(bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()


def copy_path(folder: Path, number: int) -> Path:
    """Where the nth copy lies, the newest being the first."""
    return folder / f"{NAME}.copy{number}"


def _rescue(path: Path, stamp: str) -> tuple[Path | None, int]:
    """Puts a new store in a damaged one's place. Answers where that lies now, and what came out of it.

    The damaged file stays in its place until the new one takes it in one step, so that this may be cut short
    at any time; and one process does it while others wait.
    """
    try:
        with closing(
            sqlite3.connect(path.with_name(f"{NAME}.rescue"), timeout=PATIENCE, isolation_level=None)
        ) as turn:
            turn.execute("BEGIN EXCLUSIVE")
            if _is_sound(path):
                return None, 0
            return _put_in_its_place(path, _free(path, stamp))
    except sqlite3.Error as error:
        raise StoreTrouble("The store {path} cannot be used: {reason}.", path=path, reason=error) from None
    except OSError as error:
        raise StoreTrouble(
            "The store {path} cannot be used: {reason}.", path=path, reason=error.strerror or str(error)
        ) from None


def _is_sound(path: Path) -> bool:
    """Whether another process has put a new store there already."""
    try:
        Store(path, doubted=True).close()
    except Damaged:
        return False
    return True


def _put_in_its_place(path: Path, aside: Path) -> tuple[Path, int]:
    journal = path.with_name(f"{path.name}-journal")
    for whence, to in ((journal, aside.with_name(f"{aside.name}-journal")), (path, aside)):
        if whence.exists():
            _copy(whence, to)
    fresh = path.with_name(f"{path.name}.rescued")
    fresh.unlink(missing_ok=True)
    with closing(Store(fresh)) as store:
        for source in (aside, *(copy_path(path.parent, number) for number in range(1, COPIES + 1))):
            if source.exists():
                _fill(store, source)
        recovered = store.count()
    fresh.with_name(f"{fresh.name}-journal").unlink(missing_ok=True)
    journal.unlink(missing_ok=True)
    fresh.replace(path)
    sync_names(path.parent)
    return aside, recovered


def _copy(whence: Path, to: Path) -> None:
    """Copies a file; it is on the disk before the other may be replaced."""
    with to.open("wb") as file:
        file.write(whence.read_bytes())
        file.flush()
        os.fsync(file.fileno())


def _free(path: Path, stamp: str) -> Path:
    aside = path.with_name(f"{path.name}.damaged-{stamp}")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.damaged-{stamp}-{number}")
    return aside


def _fill(store: Store, source: Path) -> None:
    """Takes over whatever is sound in a file and is not there yet, or is longer there."""
    spare = source.with_name(f"{NAME}.reading")
    spare.write_bytes(_padded(source.read_bytes()))
    try:
        with closing(sqlite3.connect(spare)) as connection:
            connection.text_factory = readable
            rows = {table: list(_rows(connection, table)) for table in TABLES}
    except (sqlite3.Error, UnicodeDecodeError):
        return
    finally:
        spare.unlink(missing_ok=True)
    with store.together():
        _take_all(store, rows)


def _take_all(store: Store, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    for (nickname,) in rows["learners"]:
        if isinstance(nickname, str):
            store.add_learner(nickname)
    texts = {digest: body for digest, body in rows["texts"] if unpacked(body) is not None}
    steps: dict[str, list[tuple[int, str, str, int, str]]] = {}
    for attempt, position, *step in rows["steps"]:
        if isinstance(position, int):
            steps.setdefault(str(attempt), []).append((position, *step))
    for heading, finished, summary in _headings(rows):
        _take_over(store, heading, sorted(steps.get(heading.id, ()), key=lambda row: row[0]), texts)
        kept = store.attempt(heading.id)
        if finished and kept is not None and not kept.finished:
            store.finish(heading.id, finished, summary)


def _headings(rows: dict[str, list[tuple[Any, ...]]]) -> Iterator[tuple[Heading, str, str]]:
    """Every heading whose checksum holds, with its attempt's end: from its own row, or from its step 0."""
    found: set[Heading] = set()
    for *fields, mark, finished, summary in rows["attempts"]:
        heading = sound_heading(fields, mark)
        if heading is not None:
            found.add(heading)
            yield heading, str(finished), str(summary)
    for _, position, kind, value, _, mark in rows["steps"]:
        if position == 0 and kind == BEGUN:
            heading = sound_heading(_list(value), mark)
            if heading is not None and heading not in found:
                yield heading, "", ""


def _take_over(
    store: Store, heading: Heading, rows: list[tuple[int, str, str, int, str]], texts: dict[Any, Any]
) -> None:
    sound = tuple(sound_steps(seal(heading), (row for row in rows if row[0] > 0)))
    if store.attempt(heading.id) is None:
        store.adopt(heading, texts.get(heading.digest), sound)
    elif len(sound) > (held := len(store.steps(heading.id))):
        store.append(heading.id, sound[held:])
    store.keep_text(heading.digest, texts.get(heading.digest))


def _list(value: object) -> list[Any]:
    try:
        found = json.loads(str(value))
    except ValueError:
        return []
    return found if isinstance(found, list) else []


def _padded(data: bytes) -> bytes:
    """A file that was cut short, with as many pages as its head promises: else SQLite reads none of them."""
    size = int.from_bytes(data[16:18], "big")
    pages = int.from_bytes(data[28:32], "big")
    missing = (65_536 if size == 1 else size) * pages - len(data)
    return data + bytes(missing) if 0 < missing < _MAX_CUT else data


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...]]:
    """The rows that can be read, walking by row number; around one that cannot, in longer and longer steps.

    A damaged tree may lead round in a circle: the numbers must rise.
    """
    names = ", ".join(_COLUMNS[table])
    at, stride = 0, 1
    while at < _MAX_STEP:
        try:
            rows = connection.execute(
                f"SELECT rowid, {names} FROM {table} WHERE rowid >= ? ORDER BY rowid", (at,)
            )
            for number, *values in rows:
                if number < at:
                    return
                at, stride = number + 1, 1
                yield tuple(values)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if "no such table" in str(error) or "not a database" in str(error):
                return
            at, stride = at + stride, stride * 2
        else:
            return
