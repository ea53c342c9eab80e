"""Which moment an arrow key leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from game.app.map_places import Places
    from game.app.map_values import MapRoad, MapView

_ASIDE = 4.0
"""To the side, a unit up or down counts as so many across."""


class Ways:
    """Down and up go along roads that were taken, the latest session's first; left and right to the side."""

    __slots__ = ("_ahead", "_back", "_corners", "_first", "_seen")

    def __init__(self, view: MapView, places: Places) -> None:
        self._corners = places.corners
        self._seen = [place for place, moment in enumerate(view.moments) if moment.number]
        self._first = view.here if view.here in self._seen else view.start
        taken = sorted((road for road in view.roads if road.times and road.source != road.target), key=_worn)
        self._ahead = {road.source: road.target for road in taken if self._down(road)}
        self._back = {road.target: road.source for road in taken if self._down(road)}

    def first(self) -> int:
        """Where the keys begin: where the latest session stands."""
        return self._first

    def beside(self, here: int, key: int) -> int | None:
        """The moment that an arrow key leads to from here; None where there is none."""
        match key:
            case pygame.K_DOWN:
                return self._ahead.get(here)
            case pygame.K_UP:
                return self._back.get(here)
            case pygame.K_LEFT:
                return self._aside(here, -1)
            case pygame.K_RIGHT:
                return self._aside(here, 1)
        return None

    def _down(self, road: MapRoad) -> bool:
        return self._corners[road.target][1] > self._corners[road.source][1]

    def _aside(self, here: int, side: int) -> int | None:
        x, y = self._corners[here]
        found = [(self._corners[place], place) for place in self._seen]
        there = [
            (abs(to_x - x) + _ASIDE * abs(to_y - y), place)
            for (to_x, to_y), place in found
            if (to_x - x) * side > 0
        ]
        return min(there)[1] if there else None


def _worn(road: MapRoad) -> tuple[bool, int]:
    return road.lit, road.times
