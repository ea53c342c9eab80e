"""Many states at once on their way from one moment to the next, and what travels along with each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.model.measures import SKILL_LIMIT, SKILLS

if TYPE_CHECKING:
    from game.authoring.explore.columns import Array, Columns

CARRIED = len(SKILLS) + 1
"""The five skills and their sum; of each, the least and then the most that any road to a state gives."""

SUM = len(SKILLS)


class Batch:
    """Rows of states.

    `carried` has the least and the most of each skill and of their sum; `depth` the fewest and the most
    replies so far; `moved` what this turn moved; `torn` where a rupture opened in it; `parent` the key of the
    state that was answered, in the moment of `origin`.
    """

    __slots__ = ("carried", "columns", "count", "depth", "moved", "origin", "parent", "torn")

    def __init__(
        self,
        columns: Columns,
        carried: Array,
        depth: Array,
        moved: Array,
        torn: Array,
        parent: Array,
        origin: int,
    ) -> None:
        self.columns = columns
        self.carried = carried
        self.depth = depth
        self.moved = moved
        self.torn = torn
        self.parent = parent
        self.origin = origin
        self.count = len(carried)

    def take(self, rows: Array) -> Batch:
        """Some of the rows (a mask, or places)."""
        if rows.dtype == bool and rows.all():
            return Batch(
                dict(self.columns), self.carried, self.depth, self.moved, self.torn, self.parent, self.origin
            )
        if rows.dtype == bool:
            rows = np.flatnonzero(rows)
        return Batch(
            {part: column[rows] for part, column in self.columns.items()},
            self.carried[rows],
            self.depth[rows],
            self.moved[rows],
            self.torn[rows],
            self.parent[rows],
            self.origin,
        )


def carry(carried: Array, change: Array, moved: Array) -> tuple[Array, Array]:
    """What is carried after a change of the measures, and in which rows and skills the lower limit was met.

    `moved` is what a skill that is told apart really moved by, and the change itself for any other. The
    limits are monotone, so that the least and the most of a skill go through them exactly; their sum does so
    while no skill meets one that is not told apart.
    """
    skills = change[:, :SUM].astype(np.int16)
    whole = np.concatenate((skills, moved[:, :SUM].sum(axis=1, keepdims=True)), axis=1)
    after = carried + np.concatenate((whole, whole), axis=1).astype(np.int16)
    least, most = after[:, :SUM], after[:, CARRIED : CARRIED + SUM]
    below = least < -SKILL_LIMIT
    np.clip(least, -SKILL_LIMIT, SKILL_LIMIT, out=least)
    np.clip(most, -SKILL_LIMIT, SKILL_LIMIT, out=most)
    return after, below


def met_a_limit(carried: Array) -> Array:
    """Which skills stand at a limit in some row."""
    least, most = carried[:, :SUM], carried[:, CARRIED : CARRIED + SUM]
    return np.asarray(((least <= -SKILL_LIMIT) | (most >= SKILL_LIMIT)).any(axis=0))
