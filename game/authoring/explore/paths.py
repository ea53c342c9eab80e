"""Shortest roads to whatever a walk has met, each played by the real engine before it is believed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.replay import replay

if TYPE_CHECKING:
    from game.authoring.explore.exploration import Path
    from game.authoring.explore.walk import Walk


class Paths:
    """Roads through the states of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._played: set[Path] = set()

    def met(self, kind: str) -> dict[str, Path]:
        """Everything of a kind that was met, in the order of the scene's walk."""
        walk = self._walk
        found = {}
        for (of, name), met in walk.met.items():
            if of == kind:
                road = self._to(met.moment, met.key) if met.moment else ()
                found[name] = self._sound((*road, *self._reply(met.moment, met.choice)))
        return found

    def standing(self) -> dict[str, Path]:
        """Every moment in which a session can stand or end."""
        return {
            name: self.shortest(name) for name, table in self._walk.tables.items() if len(table.rows.keys)
        }

    def shortest(self, moment: str) -> Path:
        """The road with the fewest replies to a moment in which a session can stand or end."""
        rows = self._walk.tables[moment].rows
        return self._sound(self._to(moment, int(rows.keys[rows.depth[:, 0].argmin()])))

    def _to(self, moment: str, key: int) -> Path:
        walk = self._walk
        road: list[str] = []
        while True:
            table = walk.tables[moment]
            place = table.find(key)
            origin = int(table.rows.origin[place])
            if origin < 0:
                return tuple(reversed(road))
            moment, key = walk.names[origin >> 10], int(table.rows.parent[place])
            road += self._reply(moment, origin & 1023)

    def _reply(self, moment: str, choice: int) -> Path:
        return () if choice < 0 else (list(self._walk.scene.moments[moment].by_id)[choice],)

    def _sound(self, road: Path) -> Path:
        """The road, once the engine has played it. Raises ValueError where it cannot be played."""
        if road not in self._played:
            replay(self._walk.scene, 0, road)
            self._played.add(road)
        return road
