"""What a learner has of each scene, as the library shows it, without reading attempts one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.attempts.summary import FOUND
from game.model.values import NamedTuple

if TYPE_CHECKING:
    import sqlite3

_FOUND = f"""
    SELECT scene, CASE WHEN json_valid(summary) THEN json_extract(summary, {FOUND}) ELSE '' END AS found,
        summary != '' AS ended, count(*)
    FROM attempts WHERE learner = ? GROUP BY scene, found, ended ORDER BY max(number)
"""
_CUT_SHORT = """
    SELECT scene, id FROM (
        SELECT one.scene, one.id, max(one.number) FROM attempts AS one
        WHERE one.learner = ? AND one.finished = ''
            AND one.number > (SELECT coalesce(max(other.number), 0) FROM attempts AS other
                WHERE other.learner = one.learner AND other.scene = one.scene AND other.finished != '')
            AND NOT EXISTS (SELECT 1 FROM attempts AS later WHERE later.origin = one.id)
            AND EXISTS (SELECT 1 FROM steps WHERE attempt = one.id AND kind = 'choice')
        GROUP BY one.scene
    )
"""


class Shelf(NamedTuple):
    """What a learner has of one scene.

    `begun` attempts there are, of which `ended` came to an ending; `found` tells what came of these, each
    once, the latest last (see `summary.found_in`); `open` is the latest attempt that was cut short after its
    first reply (empty: none): no later one came to an ending, and none went on from it.
    """

    begun: int
    ended: int
    found: tuple[str, ...]
    open: str


def shelves(connection: sqlite3.Connection, learner: str) -> dict[str, Shelf]:
    """What a learner has of each scene, by the scene."""
    rows = connection.execute(_FOUND, (learner,)).fetchall()
    cut_short = dict(connection.execute(_CUT_SHORT, (learner,)).fetchall())
    found: dict[str, Shelf] = {}
    for scene, name, ended, count in rows:
        shelf = found.get(scene) or Shelf(0, 0, (), cut_short.get(scene, ""))
        found[scene] = shelf._replace(
            begun=shelf.begun + count,
            ended=shelf.ended + count * ended,
            found=(*shelf.found, name) if name else shelf.found,
        )
    return found
