"""The tables of the store, and how a store of an earlier version becomes one of today's."""

from __future__ import annotations

import sqlite3

from game.model.trouble import StoreTrouble

TABLES = ("learners", "texts", "attempts", "steps")
"""Every table, those that others point to first."""

_FIRST = (
    "CREATE TABLE learners (number INTEGER PRIMARY KEY, nickname TEXT NOT NULL UNIQUE)",
    "CREATE TABLE texts (number INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, body BLOB NOT NULL)",
    """CREATE TABLE attempts (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        learner TEXT NOT NULL,
        scene TEXT NOT NULL,
        digest TEXT NOT NULL,
        language TEXT NOT NULL,
        seed INTEGER NOT NULL,
        mode TEXT NOT NULL,
        begun TEXT NOT NULL,
        origin TEXT NOT NULL,
        origin_turn INTEGER NOT NULL,
        seal TEXT NOT NULL,
        finished TEXT NOT NULL DEFAULT '',
        summary TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE INDEX attempts_of_learner ON attempts (learner, scene)",
    "CREATE INDEX attempts_by_origin ON attempts (origin)",
    """CREATE TABLE steps (
        attempt TEXT NOT NULL,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        value TEXT NOT NULL,
        at INTEGER NOT NULL,
        link TEXT NOT NULL,
        PRIMARY KEY (attempt, position)
    )""",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST,)
"""The nth brings a store from version n to version n + 1. One that was released is never changed."""

VERSION = len(MIGRATIONS)
FURTHEST = 1_000
"""No store has a higher version: one that says so is damaged."""


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Makes the tables, or brings them to today's version: wholly, or not at all.

    Raises StoreTrouble for a store of a later version of the game, which is not touched, and sqlite3's
    DatabaseError for one whose version cannot be.
    """
    if _version(connection) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        found = _version(connection)
        if not 0 <= found <= FURTHEST:
            raise sqlite3.DatabaseError("malformed")
        if found > VERSION:
            raise StoreTrouble(
                "These attempts were kept by a later version of the game (theirs {found}, this one {known})."
                " Please use that version.",
                found=found,
                known=VERSION,
            )
        for migration in MIGRATIONS[found:]:
            for statement in migration:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
