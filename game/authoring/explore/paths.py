"""Shortest roads to whatever a walk has met, each played by the real engine before it is believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.engine.replay import replay

if TYPE_CHECKING:
    from game.authoring.explore.columns import Array
    from game.authoring.explore.exploration import Path
    from game.authoring.explore.spread import Roads
    from game.authoring.explore.walk import Walk


class Paths:
    """Roads through the states of a walk. `depth` has each state's fewest replies."""

    def __init__(self, walk: Walk, roads: Roads, depth: Array) -> None:
        self._walk = walk
        self._roads = roads
        self._depth = depth
        self._before: dict[str, Array] = {}
        self._played: set[Path] = set()

    def met(self, kind: str) -> dict[str, Path]:
        """Everything of a kind that was met, in the order of the scene's walk."""
        found = {}
        for (of, name), places in self._walk.met.items():
            if of == kind:
                best: tuple[int, int, str, int] | None = None
                for moment, choice, rows in places:
                    if not moment:
                        best = (-1, -1, "", -1)
                        break
                    states = rows + self._roads.offsets[moment]
                    state = int(states[self._depth[states].argmin()])
                    one = (int(self._depth[state]), state, moment, choice)
                    best = one if best is None or one[0] < best[0] else best
                if best is not None:
                    _, state, moment, choice = best
                    road = self._to(state) if moment else ()
                    found[name] = self._sound((*road, *self._reply(moment, choice)))
        return found

    def standing(self) -> dict[str, Path]:
        """Every moment in which a session can stand or end."""
        return {name: self.shortest(name) for name in self._roads.names if self._walk.tables[name].count}

    def shortest(self, moment: str) -> Path:
        """The road with the fewest replies to a moment in which a session can stand or end."""
        rows = self._roads.rows(moment)
        return self._sound(self._to(rows.start + int(self._depth[rows].argmin())))

    def _to(self, state: int) -> Path:
        roads = self._roads
        road: list[str] = []
        while self._depth[state]:
            at = int(np.searchsorted(roads.starts, state, "right")) - 1
            entries = roads.entries[at]
            entry = int(self._leading(at)[state - entries.offset])
            origin = int(entries.origin[entry])
            road += self._reply(self._walk.names[origin >> 10], origin & 1023)
            state = int(entries.src[entry])
        return tuple(reversed(road))

    def _leading(self, at: int) -> Array:
        """For each state of a moment, the first reply that leads there on a shortest road."""
        name = self._roads.names[at]
        found = self._before.get(name)
        if found is None:
            entries = self._roads.entries[at]
            found = self._before[name] = np.full(entries.count, -1, np.int32)
            near = self._depth[entries.src] + 1 == self._depth[entries.dst + entries.offset]
            leading = np.flatnonzero(near)[::-1]
            found[entries.dst[leading]] = leading
        return found

    def _reply(self, moment: str, choice: int) -> Path:
        return () if choice < 0 else (list(self._walk.scene.moments[moment].by_id)[choice],)

    def _sound(self, road: Path) -> Path:
        """The road, once the engine has played it. Raises ValueError where it cannot be played."""
        if road not in self._played:
            replay(self._walk.scene, 0, road)
            self._played.add(road)
        return road
