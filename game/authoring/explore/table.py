"""The states in which a session can stand in one moment, each once, with what travels along with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from game.authoring.explore.batch import CARRIED

if TYPE_CHECKING:
    from game.authoring.explore.columns import Array, Packing

MAX_DEPTH = 200
"""Replies are counted to here: a session that can go on for so long is taken to have no end."""


class Rows(NamedTuple):
    """States with their keys.

    `depth` has the fewest and the most replies; `parent` and `origin` the state before, and the moment and
    reply that led here from it, on a shortest road.
    """

    keys: Array
    carried: Array
    depth: Array
    parent: Array
    origin: Array

    def nbytes(self) -> int:
        """Bytes of memory."""
        return sum(int(array.nbytes) for array in self)


class Table:
    """What is known of a moment. `fresh` are the rows that were new or better at the last `settle`."""

    def __init__(self, packing: Packing) -> None:
        self.packing = packing
        self.rows = _no_rows()
        self._waiting: list[Rows] = []

    def add(self, rows: Rows) -> None:
        """States that a session can come to."""
        self._waiting.append(rows)

    @property
    def waits(self) -> bool:
        """Whether rows were added since the last `settle`."""
        return bool(self._waiting)

    def nbytes(self) -> int:
        """Bytes of memory."""
        return self.rows.nbytes() + sum(rows.nbytes() for rows in self._waiting)

    def settle(self) -> tuple[Array, Array]:
        """Takes in what was added, each state once; answers the places of the new rows and of the better."""
        known = self.rows
        added, self._waiting = self._waiting, []
        merged = _merged([known, *added])
        self.rows = merged
        if not len(known.keys):
            return np.arange(len(merged.keys)), np.empty(0, np.int64)
        places = np.searchsorted(merged.keys, known.keys)
        new = np.ones(len(merged.keys), bool)
        new[places] = False
        same = (merged.carried[places] == known.carried).all(axis=1)
        same &= (merged.depth[places] == known.depth).all(axis=1)
        return np.flatnonzero(new), places[~same]

    def find(self, key: int) -> int:
        """The place of a state. Raises KeyError."""
        place = int(np.searchsorted(self.rows.keys, key))
        if place == len(self.rows.keys) or self.rows.keys[place] != key:
            raise KeyError(key)
        return place


def _no_rows() -> Rows:
    return Rows(
        np.empty(0, np.int64),
        np.empty((0, 2 * CARRIED), np.int16),
        np.empty((0, 2), np.int16),
        np.empty(0, np.int64),
        np.empty(0, np.int32),
    )


def _merged(parts: list[Rows]) -> Rows:
    """One row for each key: the least, the most, and the shortest road of all its rows."""
    keys = np.concatenate([rows.keys for rows in parts])
    if not len(keys):
        return parts[0]
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    first = np.empty(len(keys), bool)
    first[0] = True
    np.not_equal(keys[1:], keys[:-1], out=first[1:])
    starts = np.flatnonzero(first)
    carried = np.concatenate([rows.carried for rows in parts])[order]
    depth = np.concatenate([rows.depth for rows in parts])[order]
    parent = np.concatenate([rows.parent for rows in parts])[order]
    origin = np.concatenate([rows.origin for rows in parts])[order]
    if len(starts) == len(keys):
        return Rows(keys, carried, depth, parent, origin)
    low = np.minimum.reduceat(carried[:, :CARRIED], starts, axis=0)
    high = np.maximum.reduceat(carried[:, CARRIED:], starts, axis=0)
    fewest = np.minimum.reduceat(depth[:, 0], starts)
    most = np.maximum.reduceat(depth[:, 1], starts)
    group = np.cumsum(first) - 1
    shortest = np.flatnonzero(depth[:, 0] == fewest[group])
    leads = np.ones(len(shortest), bool)
    leads[1:] = group[shortest[1:]] != group[shortest[:-1]]
    best = shortest[leads]
    return Rows(
        keys[starts],
        np.concatenate((low, high), axis=1),
        np.stack((fewest, most), axis=1),
        parent[best],
        origin[best],
    )
