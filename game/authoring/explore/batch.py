"""Many states at once on their way from one moment to the next, and what each reply is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.model.measures import SKILL_LIMIT, SKILLS

if TYPE_CHECKING:
    from game.authoring.explore.columns import Array, Columns

SUM = len(SKILLS)
_MOST = 2 * SKILL_LIMIT + 1
"""A skill that moves by this much meets a limit whatever it was."""
_WIDTHS = (*(2 * _MOST + 1,) * SUM, 2 * SUM * _MOST + 1, 1 << SUM)


class Batch:
    """Rows of states.

    `rows` are the states that were answered, by their places in the moment and reply of `origin`; `gain` what
    the reply is worth, by its number; `moved` what this turn moved; `torn` where a rupture opened in it.
    """

    __slots__ = ("columns", "count", "gain", "moved", "origin", "rows", "torn")

    def __init__(
        self, columns: Columns, rows: Array, gain: Array, moved: Array, torn: Array, origin: int
    ) -> None:
        self.columns = columns
        self.rows = rows
        self.gain = gain
        self.moved = moved
        self.torn = torn
        self.origin = origin
        self.count = len(rows)

    def take(self, mask: Array) -> Batch:
        """The rows of a mask."""
        if mask.all():
            return Batch(dict(self.columns), self.rows, self.gain, self.moved, self.torn, self.origin)
        at = np.flatnonzero(mask)
        return Batch(
            {part: column[at] for part, column in self.columns.items()},
            self.rows[at],
            self.gain[at],
            self.moved[at],
            self.torn[at],
            self.origin,
        )


class Gains:
    """What replies are worth, each worth with a number: the change of each skill, and of their sum.

    The limits are monotone, so that the least and the most of a skill go through them exactly; the sum does
    so while no skill meets a limit that is not told apart. `watched` are skills, as bits, of which it matters
    whether they met their lower limit here.
    """

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}

    def numbers(self, change: Array, moved: Array, watched: Array) -> Array:
        """The number of each row's worth.

        `moved` is what a skill that is told apart really moved by, and the change itself for any other.
        """
        skills, real = np.clip(change[:, :SUM], -_MOST, _MOST), np.clip(moved[:, :SUM], -_MOST, _MOST)
        parts = [*skills.T, real.sum(axis=1)]
        packed = np.zeros(len(change), np.int64)
        for part, width in zip(parts, _WIDTHS, strict=False):
            packed *= width
            packed += part
            packed += width // 2
        packed = packed * _WIDTHS[-1] + watched
        if (packed == packed[0]).all():
            return np.full(len(packed), self._number(int(packed[0])), np.int32)
        found, inverse = np.unique(packed, return_inverse=True)
        return np.array([self._number(one) for one in found.tolist()], np.int32)[inverse]

    def table(self) -> tuple[Array, Array, Array]:
        """By number: the changes of the skills, the change of their sum, and the watched skills (truths)."""
        rest = np.array(list(self._numbers), np.int64)
        rest, watched = np.divmod(rest, _WIDTHS[-1])
        columns = []
        for width in reversed(_WIDTHS[:-1]):
            rest, column = np.divmod(rest, width)
            columns.append((column - width // 2).astype(np.int16))
        total, *skills = columns
        bits = (watched[:, None] >> np.arange(SUM)) & 1
        return np.stack(skills[::-1], axis=1), total, bits.astype(bool)

    def _number(self, packed: int) -> int:
        return self._numbers.setdefault(packed, len(self._numbers))
