"""The roads of the map as short strokes, each found by where it lies: a square is drawn from what is near."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from game.app.map_places import CARD
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.app.map_places import Places
    from game.app.map_values import MapRoad

Point = tuple[float, float]
_BENDS = 15
"""Straight pieces of a wide bend."""
_LONGEST = 320.0
"""Units of the map that a stroke is long at most."""
_CELL = 200.0
_ROOM = 1 << 16
"""Strokes of one road, at most."""


class Line(NamedTuple):
    """A road in units of the map: its points, how far each is along it, and the place of its count."""

    road: MapRoad
    points: tuple[Point, ...]
    along: tuple[float, ...]
    middle: Point


class Strokes:
    """All roads: those that were never taken lie below, those of the latest session above all others.

    A `rough` map, to be seen from afar, has no bends.
    """

    __slots__ = ("_cells", "lines")

    def __init__(self, roads: Sequence[MapRoad], places: Places, *, rough: bool = False) -> None:
        drawn = []
        for number, road in enumerate(roads):
            corners = places.paths[number] if number < len(places.paths) else _straight(road, places)
            drawn.append(_line(road, corners, 1 if rough else _BENDS))
        self.lines = sorted(drawn, key=lambda line: (line.road.lit, line.road.times))
        self._cells: dict[tuple[int, int], list[int]] = {}
        for number, line in enumerate(self.lines):
            for place, (start, end) in enumerate(pairwise(line.points)):
                self._file(number * _ROOM + place, start, end)

    def _file(self, code: int, start: Point, end: Point) -> None:
        left, right = sorted((int(start[0] // _CELL), int(end[0] // _CELL)))
        top, bottom = sorted((int(start[1] // _CELL), int(end[1] // _CELL)))
        for column in range(left, right + 1):
            for row in range(top, bottom + 1):
                self._cells.setdefault((column, row), []).append(code)

    def near(self, left: float, top: float, right: float, bottom: float) -> Iterator[tuple[Line, int]]:
        """The strokes around this part of the map, lowest first: the line, and which point begins it."""
        codes: set[int] = set()
        for column in range(int(left // _CELL), int(right // _CELL) + 1):
            for row in range(int(top // _CELL), int(bottom // _CELL) + 1):
                codes.update(self._cells.get((column, row), ()))
        for code in sorted(codes):
            yield self.lines[code // _ROOM], code % _ROOM


def dashes(start: Point, end: Point, along: float, dash: float) -> Iterator[tuple[Point, Point]]:
    """The dashes of a stroke that begins so far along its line: as long as the gaps between them."""
    (x0, y0), (x1, y1) = start, end
    length = math.hypot(x1 - x0, y1 - y0)
    first = math.floor(along / (2 * dash)) * 2 * dash - along
    while first < length:
        a, b = max(0.0, first) / length, min(length, first + dash) / length
        if b > a:
            yield (x0 + (x1 - x0) * a, y0 + (y1 - y0) * a), (x0 + (x1 - x0) * b, y0 + (y1 - y0) * b)
        first += 2 * dash


def _straight(road: MapRoad, places: Places) -> tuple[Point, ...]:
    """A road that a turning point opened: from card to card, wherever they stand."""
    width, height = CARD
    (x, y), (to_x, to_y) = places.corners[road.source], places.corners[road.target]
    if to_y > y:
        return (x + width / 2, y + height), (to_x + width / 2, to_y)
    return (x + width / 2, y), (to_x + width / 2, to_y + height)


def _line(road: MapRoad, corners: tuple[Point, ...], bends: int) -> Line:
    points: list[Point] = [corners[0]]
    if road.source == road.target:
        points = list(_loop(corners))
        middle = points[len(points) // 2]
    else:
        middle = _between(corners[0], corners[1])
        for start, end in pairwise(corners):
            points += _bend(start, end, bends)
    along = [0.0]
    for (x0, y0), (x1, y1) in pairwise(points):
        along.append(along[-1] + math.hypot(x1 - x0, y1 - y0))
    return Line(road, tuple(points), tuple(along), middle)


def _between(start: Point, end: Point) -> Point:
    return (start[0] + end[0]) / 2, (start[1] + end[1]) / 2


def _bend(start: Point, end: Point, most: int) -> Iterator[Point]:
    """From one point to another, leaving and arriving upright: a cubic curve without its first point."""
    (x0, y0), (x1, y1) = start, end
    wide, long = abs(x1 - x0), abs(x1 - x0) + abs(y1 - y0)
    curved = 1 if wide < 1 or most == 1 else min(most, 3 + int(wide / 13))
    count = max(curved, math.ceil(long / _LONGEST))
    for step in range(1, count + 1):
        t = step / count
        if curved == 1:
            yield x0 + (x1 - x0) * t, y0 + (y1 - y0) * t
        else:
            yield x0 + (x1 - x0) * t * t * (3 - 2 * t), y0 + (y1 - y0) * (1.5 * t * (1 - t) + t**3)


def _loop(corners: tuple[Point, ...]) -> Iterator[Point]:
    """From a card back to itself, around its right side."""
    (x, first), (far, _), (_, last) = corners
    for step in range(_BENDS + 1):
        angle = math.pi * step / _BENDS
        yield x + (far - x) * math.sin(angle), first + (last - first) * (1 - math.cos(angle)) / 2
