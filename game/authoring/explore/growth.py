"""Loops in which a skill grows without bound: where the score could be farmed, or lost for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.authoring.explore.batch import SUM
from game.authoring.explore.exploration import Growth
from game.authoring.explore.spread import Spread
from game.model.measures import SKILL_LIMIT, SKILLS

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.authoring.explore.columns import Array
    from game.authoring.explore.spread import Roads

_HIGH, _LOW = 999, -30_000
"""A gain is counted up to here, and a loss down to here."""


def growth(roads: Roads, worth: Array, figures: Array, go_on: Callable[[], bool]) -> tuple[Growth, ...]:
    """Each skill that a loop can raise or lower without end, with a moment on such a loop.

    `worth` and `figures` have a column for each skill, and one for each skill's negative. Somewhere on a loop
    that gains, a reply is worth more than the limit lets through; and only from states that lie on a loop
    does a road come back. So every such state is asked whether a road comes back to it with a gain.
    """
    loops = _on_loops(roads, go_on)
    found = {}
    for column in range(2 * SUM):
        moment = _gaining(roads, worth, figures, column, loops, go_on)
        if moment is not None:
            found[column % SUM, column < SUM] = Growth(
                moment, SKILLS[column % SUM], 1 if column < SUM else -1
            )
    return tuple(found[place, up] for place in range(SUM) for up in (True, False) if (place, up) in found)


def _on_loops(roads: Roads, go_on: Callable[[], bool]) -> Array:
    """States that lie on a loop or between two of them: none before and none after has an end."""
    on = np.ones(roads.states, bool)
    changed = True
    while changed and go_on():
        before = int(on.sum())
        for entries in roads.entries:
            here = on[entries.offset : entries.offset + entries.count]
            reached = np.zeros(entries.count, bool)
            reached[entries.dst[on[entries.src]]] = True
            here &= reached
        leading = np.zeros(roads.states, bool)
        for entries in reversed(roads.entries):
            here = on[entries.offset : entries.offset + entries.count]
            leading[entries.src[here[entries.dst]]] = True
        on &= leading
        changed = int(on.sum()) != before
    return on


def _gaining(
    roads: Roads, worth: Array, figures: Array, column: int, loops: Array, go_on: Callable[[], bool]
) -> str | None:
    left = loops
    for name, entries in zip(roads.names, roads.entries, strict=True):
        if not entries.count or not (figures[roads.rows(name), column] == SKILL_LIMIT).any():
            continue
        over = figures[entries.src, column] + worth[entries.gain, column] > SKILL_LIMIT
        over &= left[entries.src] & left[entries.dst + entries.offset]
        for row in np.unique(entries.dst[over]).tolist():
            state = entries.offset + row
            if not left[state]:
                continue
            seen = _comes_back(roads, worth[:, column : column + 1], name, row, loops, go_on)
            if seen is None:
                return name
            left = left & ~(seen & _leads_to(roads, state, loops))
    return None


def _comes_back(
    roads: Roads, worth: Array, name: str, row: int, loops: Array, go_on: Callable[[], bool]
) -> Array | None:
    """None where a road from a state comes back to it with a gain; else the states that it leads to."""
    spread = Spread(roads, worth, _LOW, _HIGH)
    spread.begin(name, row)
    state = roads.offsets[name] + row
    spread.run(lambda: bool(spread.values[state, 0] <= 0) and go_on(), loops)
    return None if spread.values[state, 0] > 0 else spread.reached


def _leads_to(roads: Roads, state: int, loops: Array) -> Array:
    """The states from which a road leads to a state."""
    leads = np.zeros(roads.states, bool)
    leads[state] = True
    count = 0
    while count != (count := int(leads.sum())):
        for entries in reversed(roads.entries):
            there = leads[entries.offset : entries.offset + entries.count]
            leads[entries.src[there[entries.dst]]] = True
        leads &= loops
    return leads
