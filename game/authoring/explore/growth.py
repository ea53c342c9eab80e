"""Loops in which a skill grows without bound: where the score could be farmed, or lost for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.authoring.explore.batch import CARRIED
from game.authoring.explore.exploration import Growth
from game.authoring.explore.table import Rows
from game.authoring.explore.walk import Walk
from game.model.measures import SKILL_LIMIT, SKILLS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MAX_TRIES = 12
"""States of a moment that are tried before it is taken to lie beside the loop, and not on it."""


def growth(walk: Walk, tell: Callable[[Walk], bool]) -> tuple[Growth, ...]:
    """Each skill that a loop can raise or lower without end, with the scene's first moment on such a loop.

    A skill that grows without end stands at its limit in some state of the loop; from there, a second walk
    that counts from nothing comes back to the same state with a gain.
    """
    found = []
    for index, skill in enumerate(SKILLS):
        for direction in (1, -1):
            moment = next((name for name in _at_limit(walk, index, direction, tell)), None)
            if moment is not None:
                found.append(Growth(moment, skill, direction))
    return tuple(found)


def _at_limit(walk: Walk, index: int, direction: int, tell: Callable[[Walk], bool]) -> Iterator[str]:
    column = index + CARRIED if direction > 0 else index
    for name in walk.names:
        table = walk.tables.get(name)
        if table is None or not walk.scene.moments[name].by_id:
            continue
        places = np.flatnonzero(table.rows.carried[:, column] * direction >= SKILL_LIMIT)
        if any(_comes_back(walk, name, int(place), column, direction, tell) for place in places[:MAX_TRIES]):
            yield name


def _comes_back(
    walk: Walk, moment: str, place: int, column: int, direction: int, tell: Callable[[Walk], bool]
) -> bool:
    key = int(walk.tables[moment].rows.keys[place])
    again = Walk(walk.scene, walk.memory, walk.tracked, walk.parts.by_skill, walk.ledger)
    one = np.zeros(1, np.int64)
    again.tables[moment] = type(walk.tables[moment])(walk.tables[moment].packing)
    again.stand(
        moment,
        Rows(
            one + key,
            np.zeros((1, 2 * CARRIED), np.int16),
            np.zeros((1, 2), np.int16),
            one - 1,
            np.full(1, -1, np.int32),
        ),
    )

    def gained() -> bool:
        table = again.tables[moment]
        return bool(table.rows.carried[table.find(key), column] * direction > 0)

    again.run(lambda _: not gained() and tell(walk))
    return gained()
