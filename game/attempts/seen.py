"""What a learner has seen of each scene, over all attempts, without reading them one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.model.values import NamedTuple

if TYPE_CHECKING:
    import sqlite3

_COUNTS = "SELECT scene, count(*), sum(finished != '') FROM attempts WHERE learner = ? GROUP BY scene"
_NAMES = """
    FROM attempts, json_each(CASE WHEN json_valid(summary) THEN summary ELSE '{}' END, ?)
    WHERE learner = ? AND type = 'text' AND typeof(key) = 'integer'
"""
"""The words in a list of the summaries; whatever else may stand there is passed over."""


class Seen(NamedTuple):
    """What a learner has of one scene: `begun` attempts, and how many of them came to an ending.

    `endings` count the roads that were taken back as well.
    """

    begun: int
    finished: int
    endings: frozenset[str] = frozenset()


def seen(connection: sqlite3.Connection, learner: str) -> dict[str, Seen]:
    """What a learner has seen of each scene, by the scene."""
    found = {row[0]: Seen(*row[1:]) for row in connection.execute(_COUNTS, (learner,)).fetchall()}
    names = connection.execute(f"SELECT DISTINCT scene, value {_NAMES}", ("$.endings", learner)).fetchall()
    endings: dict[str, set[str]] = {scene: set() for scene in found}
    for scene, name in names:
        endings.setdefault(scene, set()).add(name)
    return {scene: one._replace(endings=frozenset(endings[scene])) for scene, one in found.items()}


def moments_seen(connection: sqlite3.Connection, learner: str, scene: str) -> frozenset[str]:
    """The moments of a scene in which a learner ever was, on roads that were taken back as well."""
    names = connection.execute(
        f"SELECT DISTINCT value {_NAMES} AND scene = ?", ("$.moments", learner, scene)
    ).fetchall()
    return frozenset(name for (name,) in names)
