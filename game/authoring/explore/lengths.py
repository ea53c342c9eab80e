"""How many replies lead to each state: the fewest, and the most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.authoring.explore.spread import Spread

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.authoring.explore.columns import Array
    from game.authoring.explore.spread import Roads

_LONGEST = 30_000


def fewest(roads: Roads, start: str, gains: int, go_on: Callable[[], bool]) -> Array:
    """The fewest replies that lead to each state."""
    spread = Spread(roads, np.full((gains, 1), -1, np.int16), -_LONGEST, 0)
    spread.begin(start, 0)
    spread.run(go_on)
    return -spread.values[:, 0]


def most(roads: Roads, start: str, gains: int, go_on: Callable[[], bool]) -> Array:
    """The most replies that lead to each state; -1 where a session can go round and round before it."""
    bounded = _bounded(roads, go_on)
    spread = Spread(roads, np.ones((gains, 1), np.int16), 0, _LONGEST)
    if bounded[roads.offsets[start]]:
        spread.begin(start, 0)
        spread.run(go_on, bounded)
    return np.where(bounded, spread.values[:, 0], -1)


def _bounded(roads: Roads, go_on: Callable[[], bool]) -> Array:
    """States that no loop leads to: those of which every state before is such a one."""
    bounded = np.zeros(roads.states, bool)
    waiting = dict.fromkeys(range(len(roads.names)))
    while waiting and go_on():
        at = min(waiting)
        del waiting[at]
        entries = roads.entries[at]
        now = np.ones(entries.count, bool)
        now[entries.dst[~bounded[entries.src]]] = False
        here = bounded[entries.offset : entries.offset + entries.count]
        if (now != here).any():
            here[:] = now
            waiting.update(dict.fromkeys(roads.next[at]))
    return bounded
