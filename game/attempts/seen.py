"""What a learner has seen of each scene, over all attempts, without reading them one by one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3

_COUNTS = "SELECT scene, count(*), sum(finished != '') FROM attempts WHERE learner = ? GROUP BY scene"
_SEEN = """
    SELECT DISTINCT scene, json_extract(summary, '$.endings'), json_extract(summary, '$.moments')
    FROM attempts WHERE learner = ? AND json_valid(summary)
"""


class Seen(NamedTuple):
    """What a learner has of one scene: `begun` attempts, and how many of them came to an ending.

    `endings` and `moments` count the roads that were taken back as well.
    """

    begun: int
    finished: int
    endings: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()


def seen(connection: sqlite3.Connection, learner: str) -> dict[str, Seen]:
    """What a learner has seen of each scene, by the scene."""
    found = {row[0]: Seen(*row[1:]) for row in connection.execute(_COUNTS, (learner,)).fetchall()}
    lists: dict[str, tuple[set[str], set[str]]] = {scene: (set(), set()) for scene in found}
    for scene, endings, moments in connection.execute(_SEEN, (learner,)).fetchall():
        if scene in lists:
            lists[scene][0].update(_names(endings))
            lists[scene][1].update(_names(moments))
    return {
        scene: one._replace(endings=frozenset(lists[scene][0]), moments=frozenset(lists[scene][1]))
        for scene, one in found.items()
    }


def _names(listed: object) -> list[str]:
    """The names in a JSON list; none where it is anything else."""
    try:
        told = json.loads(listed) if isinstance(listed, str) else ()
    except (ValueError, RecursionError):
        return []
    return [name for name in told if isinstance(name, str)] if isinstance(told, list) else []
