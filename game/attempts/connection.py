"""The connection to the file of all attempts, and what goes wrong with it in one clear sentence."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from game.model.trouble import StoreTrouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WAIT = 5.0
"""Seconds to wait for another process that is writing."""


_DAMAGE = ("malformed", "unsupported file format", "no such table", "no such column", "already exists")
"""What SQLite says of a file whose pages, head or tables are not those that were written."""


class Damaged(StoreTrouble):
    """The file is no store any more, or not a whole one."""


def connect(path: Path) -> sqlite3.Connection:
    """A connection whose commits survive a loss of power, and whose deletions leave nothing behind.

    The rollback journal is truncated, not kept as a write-ahead log, so that the one file is whole whenever
    somebody copies it. Setting the mode is not covered by SQLite's own waiting, so it is tried again.
    """
    deadline = time.monotonic() + WAIT
    while True:
        connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = TRUNCATE")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.text_factory = readable
        except sqlite3.OperationalError as error:
            connection.close()
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        except BaseException:
            connection.close()
            raise
        else:
            return connection


def make_folder(folder: Path) -> None:
    """Makes a folder, with those above it, whose names a loss of power does not take away again."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for one in missing:
        sync_names(one.parent)


def sync_names(folder: Path) -> None:
    """What was renamed in a folder is on the disk, where the system lets one ask for that."""
    if os.name == "nt":
        return
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def readable(data: bytes) -> str:
    """Text as it lies in a file, even in a damaged one: its checksum will tell."""
    return data.decode("utf-8", "replace")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what SQLite or the system says into one clear sentence."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise _trouble(path, str(error)) from None
    except sqlite3.IntegrityError:
        raise
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        raise Damaged("The store {path} is damaged.", path=path) from None
    except OSError as error:
        raise StoreTrouble(
            "The store {path} cannot be used: {reason}.", path=path, reason=error.strerror or str(error)
        ) from None


def _trouble(path: Path, reason: str) -> StoreTrouble:
    if any(sign in reason for sign in _DAMAGE):
        return Damaged("The store {path} is damaged.", path=path)
    if "locked" in reason or "busy" in reason:
        return StoreTrouble("Another program holds the store {path}.", path=path)
    if "full" in reason:
        return StoreTrouble("The disk is full: {path} could not be written.", path=path)
    if "readonly" in reason or "read-only" in reason:
        return StoreTrouble("The store {path} may be read but not written.", path=path)
    return StoreTrouble("The store {path} cannot be used: {reason}.", path=path, reason=reason)
