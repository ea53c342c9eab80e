"""The least and the most of what travels along with states, by all roads: relaxed until nothing changes.

What travels is added up along replies, and kept within limits; of several roads into a state, the greatest
counts (the least is the greatest of the negative). Moments are relaxed in the order of the roads through the
scene, and again where a road leads back (Bellman 1958; Ford 1956).
"""

from __future__ import annotations

import heapq
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from game.authoring.explore.columns import Array
    from game.authoring.explore.table import Table

_ROUNDS = 12
"""As many replies into one state are taken one after the other; what is left, at once."""
_WORD = 8
"""Columns of which truths fill a machine word: rows of several columns are filled up to it."""
PIECE = 1 << 18
"""Replies that are relaxed at once."""


class Entries:
    """All replies that lead into one moment, so that each state comes once in each round.

    `src` are the states that were answered, by their numbers in the whole scene; `dst` the states of the
    moment, by their numbers there; `bounds` where rounds begin and end.
    """

    __slots__ = ("bounds", "count", "dst", "gain", "offset", "origin", "src")

    def __init__(self, table: Table, offset: int, offsets: Sequence[int]) -> None:
        arrivals = [one for one in table.close() if one.origin >= 0]
        self.offset = offset
        self.count = table.count
        none = [np.empty(0, np.int32)]
        dst = np.concatenate([*none, *(one.places for one in arrivals)])
        order, self.bounds = _rounds(dst)
        self.dst = dst[order]
        src = [one.rows + np.int32(offsets[one.origin >> 10]) for one in arrivals]
        self.src = np.concatenate([*none, *src])[order]
        self.gain = np.concatenate([*none, *(one.gain for one in arrivals)])[order]
        origin = [np.full(len(one.rows), one.origin, np.int32) for one in arrivals]
        self.origin = np.concatenate([*none, *origin])[order]


def _rounds(dst: Array) -> tuple[Array, list[int]]:
    """An order in which each state comes at most once before it comes again, and where each round ends."""
    order = np.argsort(dst, kind="stable").astype(np.int32)
    if not len(order):
        return order, [0]
    ordered = dst[order]
    first = np.ones(len(order), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    starts = np.flatnonzero(first)
    rank = np.arange(len(order)) - np.repeat(starts, np.diff([*starts.tolist(), len(order)]))
    rank = np.minimum(rank, _ROUNDS).astype(np.int16)
    order = order[np.argsort(rank, kind="stable")]
    ends = np.cumsum(np.bincount(rank)).tolist()
    return order, [0, *ends]


class Roads:
    """Every reply of a walk, moment by moment in the order in which they are relaxed."""

    def __init__(self, tables: Mapping[str, Table], names: Sequence[str], order: Mapping[str, int]) -> None:
        self.names = sorted(tables, key=lambda name: order[name])
        self.offsets: dict[str, int] = {}
        self.states = 0
        for name in self.names:
            self.offsets[name] = self.states
            self.states += tables[name].count
        offsets = [self.offsets.get(name, 0) for name in names]
        self.entries = [Entries(tables[name], self.offsets[name], offsets) for name in self.names]
        self.starts = np.array([entries.offset for entries in self.entries])
        place = {name: at for at, name in enumerate(self.names)}
        self.next: list[list[int]] = [[] for _ in self.names]
        for at, entries in enumerate(self.entries):
            for origin in np.unique(entries.origin >> 10).tolist():
                self.next[place[names[origin]]].append(at)

    def rows(self, name: str) -> slice:
        """The states of a moment, by their numbers in the whole scene."""
        at = self.names.index(name)
        return slice(self.entries[at].offset, self.entries[at].offset + self.entries[at].count)


class Spread:
    """Values of all states: one row each, as many columns as `worth` has, within `low` and `high`.

    `low` is also what a state has that was not reached.
    """

    def __init__(self, roads: Roads, worth: Array, low: int, high: int) -> None:
        self._roads = roads
        self._columns = worth.shape[1]
        width = self._columns if self._columns <= 2 else -(-self._columns // _WORD) * _WORD
        self._worth = np.zeros((len(worth), width), np.int16)
        self._worth[:, : self._columns] = worth
        self._low, self._high = low, high
        self._values = np.full((roads.states, width), low, np.int16)
        self._changed = np.full(roads.states, -1, np.int32)
        self._relaxed = np.full(len(roads.names), -1, np.int32)
        self._time = 0
        self._now: list[int] = []
        self._later: set[int] = set()

    @property
    def values(self) -> Array:
        """The values of all states."""
        return self._values[:, : self._columns]

    @property
    def reached(self) -> Array:
        """Which states were reached."""
        return self._changed >= 0

    def begin(self, name: str, row: int) -> None:
        """Stands in a state with nothing."""
        at = self._roads.names.index(name)
        state = self._roads.entries[at].offset + row
        self._values[state] = 0
        self._changed[state] = self._time
        self._later.update(self._roads.next[at])

    def run(self, go_on: Callable[[], bool], through: Array | None = None) -> bool:
        """Relaxes until nothing changes; false where it was stopped before.

        `through` are the states from which roads may lead on; all of them, if there is none.
        """
        while self._later:
            self._now, self._later = sorted(self._later), set()
            heapq.heapify(self._now)
            waiting = set(self._now)
            while self._now:
                at = heapq.heappop(self._now)
                waiting.discard(at)
                if not go_on():
                    return False
                if self._relax(at, through):
                    for target in self._roads.next[at]:
                        if target <= at:
                            self._later.add(target)
                        elif target not in waiting:
                            waiting.add(target)
                            heapq.heappush(self._now, target)
        return True

    def _relax(self, at: int, through: Array | None) -> bool:
        entries = self._roads.entries[at]
        since = self._relaxed[at]
        self._time += 1
        self._relaxed[at] = self._time
        self._time += 1
        live = self._changed[entries.src] >= max(since, 0)
        if through is not None:
            live &= through[entries.src]
        if live.all():
            return self._raise_rounds(entries, entries.src, entries.dst, entries.gain, entries.bounds)
        at_once = np.flatnonzero(live)
        bounds = np.searchsorted(at_once, entries.bounds).tolist()
        src, dst, gain = entries.src[at_once], entries.dst[at_once], entries.gain[at_once]
        return self._raise_rounds(entries, src, dst, gain, bounds)

    def _raise_rounds(self, entries: Entries, src: Array, dst: Array, gain: Array, bounds: list[int]) -> bool:
        grown = False
        for first, last in pairwise(bounds):
            for begin in range(first, last, PIECE):
                piece = slice(begin, min(begin + PIECE, last))
                grown |= self._raise(src[piece], dst[piece] + np.int32(entries.offset), gain[piece])
        return grown

    def _raise(self, src: Array, dst: Array, gain: Array) -> bool:
        found = self._values[src]
        found += self._worth[gain]
        np.maximum(found, self._low, out=found)
        np.minimum(found, self._high, out=found)
        better = _any(found > self._values[dst])
        better |= self._changed[dst] < 0
        if not better.all():
            dst, found = dst[better], found[better]
        if not len(dst):
            return False
        again = dst[1:] == dst[:-1]
        if again.any():
            starts = np.flatnonzero(np.concatenate(([True], ~again)))
            dst, found = dst[starts], np.maximum.reduceat(found, starts, axis=0)
        self._values[dst] = np.maximum(self._values[dst], found)
        self._changed[dst] = self._time
        return True


def _any(truths: Array) -> Array:
    """The rows in which anything is true."""
    if truths.shape[1] <= 2:
        return np.asarray(truths[:, 0] | truths[:, -1])
    words = truths.view(np.uint64)
    joined = words[:, 0]
    for column in range(1, words.shape[1]):
        joined = joined | words[:, column]
    return np.asarray(joined != 0)
