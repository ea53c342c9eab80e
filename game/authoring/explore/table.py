"""The states in which a session can stand in one moment, each once, and the replies that led to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.model.values import NamedTuple

if TYPE_CHECKING:
    from game.authoring.explore.columns import Array, Packing

_DENSE = 1 << 16
"""As many possible keys may have a place of their own; more are searched for."""

_STATE_BYTES, _REPLY_BYTES, _WAITING_BYTES = 84, 22, 120
"""What a state takes with its key and figures, a reply into it, and a reply that was not taken in yet."""


class Arrivals(NamedTuple):
    """Replies that led into a moment: the states that were answered, what came of them, the worth."""

    origin: int
    rows: Array
    places: Array
    gain: Array


class Table:
    """What is known of a moment. States are numbered in the order in which they were met."""

    def __init__(self, packing: Packing) -> None:
        self.packing = packing
        self.arrivals: list[Arrivals] = []
        self.count = 0
        self._keys: list[Array] = []
        self._waiting: list[tuple[int, Array, Array, Array]] = []
        self._waits = 0
        self._edges = 0
        dense = packing.size <= _DENSE
        self._slots = np.full(packing.size, -1, np.int32) if dense else None
        self._sorted = np.empty(0, np.int64), np.empty(0, np.int32)

    def add(self, origin: int, keys: Array, rows: Array, gain: Array) -> None:
        """States that a session can come to, from the rows of another moment."""
        self._waiting.append((origin, keys, rows, gain))
        self._waits += len(keys)

    @property
    def waits(self) -> bool:
        """Whether states were added since the last `settle`."""
        return bool(self._waiting)

    @property
    def keys(self) -> Array:
        """The keys of all states, by their numbers."""
        if len(self._keys) != 1:
            self._keys = [np.concatenate([np.empty(0, np.int64), *self._keys])]
        return self._keys[0]

    def nbytes(self) -> int:
        """Bytes of memory, with what settling and all that follows the walk will need."""
        slots = 0 if self._slots is None else self._slots.nbytes
        return slots + _STATE_BYTES * self.count + _REPLY_BYTES * self._edges + _WAITING_BYTES * self._waits

    def close(self) -> list[Arrivals]:
        """Hands over all replies that led here; nothing more can be added."""
        arrivals, self.arrivals = self.arrivals, []
        self._slots, self._sorted = None, (self._sorted[0][:0], self._sorted[1][:0])
        return arrivals

    def settle(self) -> range:
        """Takes in what was added, each state once; answers the numbers of those that are new."""
        first = self.count
        waiting, self._waiting, self._waits = self._waiting, [], 0
        keys = np.concatenate([keys for _, keys, _, _ in waiting])
        places = self._searched(keys) if self._slots is None else self._looked_up(keys, self._slots)
        at = 0
        for origin, some, rows, gain in waiting:
            self.arrivals.append(Arrivals(origin, rows, places[at : at + len(some)], gain))
            at += len(some)
        self._edges += at
        return range(first, self.count)

    def _looked_up(self, keys: Array, slots: Array) -> Array:
        unknown = keys[slots[keys] < 0]
        if len(unknown):
            slots[unknown] = np.arange(len(unknown), dtype=np.int32)
            new = unknown[slots[unknown] == np.arange(len(unknown))]
            slots[new] = np.arange(self.count, self.count + len(new), dtype=np.int32)
            self._grow(new)
        return slots[keys]

    def _searched(self, keys: Array) -> Array:
        found, inverse = np.unique(keys, return_inverse=True)
        known, numbers = self._sorted
        at = np.searchsorted(known, found)
        there = at < len(known)
        there[there] = known[at[there]] == found[there]
        of_found = np.empty(len(found), np.int32)
        of_found[there] = numbers[at[there]]
        new = found[~there]
        if len(new):
            of_found[~there] = fresh = np.arange(self.count, self.count + len(new), dtype=np.int32)
            self._sorted = np.insert(known, at[~there], new), np.insert(numbers, at[~there], fresh)
            self._grow(new)
        return of_found[inverse]

    def _grow(self, new: Array) -> None:
        self._keys.append(new)
        self.count += len(new)
