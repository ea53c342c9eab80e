"""The map on its ground, drawn in squares that are kept: moving it only copies them to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app.map_places import CARD
from game.app.map_values import ENDING
from game.ui.screens.map.cards import Cards, readable
from game.ui.screens.map.strokes import Strokes, dashes
from game.ui.surfaces import SurfaceCache

if TYPE_CHECKING:
    from game.app.map_places import Places
    from game.app.map_values import MapRoad, MapView
    from game.ui.palette import Colour, Palette
    from game.ui.screens.map.strokes import Line, Point
    from game.ui.theme import Theme

SQUARE = 256
"""Pixels of a side."""
_KEPT = 40.0
"""Megabytes of squares: those of a large window, and around it."""
_NEAR = 0.35
"""Pixels for a unit of the map from which roads are bent, and those that were never taken dashed."""
_DASH = 9.0
"""Units of the map."""
_WIDEST = 9.0
"""Pixels of the thickest road."""
_FINE = 2
"""How many times finer than the window roads are drawn before they are averaged."""


class Plan:
    """All that a map is drawn from, and that takes a while: where moments and roads lie."""

    __slots__ = ("far", "near", "places")

    def __init__(self, view: MapView, places: Places) -> None:
        self.places = places
        self.near = Strokes(view.roads, places)
        self.far = Strokes(view.roads, places, rough=True)


class Sheet:
    """A map at any scale: `scale` is pixels for a unit of the map."""

    __slots__ = ("_cards", "_fine", "_plan", "_squares", "_theme", "_view")

    def __init__(self, theme: Theme, view: MapView, plan: Plan) -> None:
        self._theme = theme
        self._view = view
        self._plan = plan
        self._cards = Cards(theme, view)
        self._squares = SurfaceCache(_KEPT)
        self._fine = pygame.Surface((SQUARE * _FINE, SQUARE * _FINE), depth=32)
        """Where the roads of a square are drawn: one for all, since new pixels cost as much as the roads."""

    @property
    def places(self) -> Places:
        """Where the moments stand."""
        return self._plan.places

    def paint(self, target: pygame.Surface, area: pygame.Rect, corner: tuple[int, int], scale: float) -> None:
        """Draws the part of the map that begins at `corner` (pixels of the whole map) into an area."""
        clip = target.get_clip()
        seen = clip.clip(area)
        target.set_clip(seen)
        left, top = seen.x - area.x + corner[0], seen.y - area.y + corner[1]
        for row in range(top // SQUARE, (top + seen.h - 1) // SQUARE + 1):
            for column in range(left // SQUARE, (left + seen.w - 1) // SQUARE + 1):
                square = self._square(column, row, scale)
                x = area.x + column * SQUARE - corner[0]
                y = area.y + row * SQUARE - corner[1]
                target.blit(square, (x, y))
        target.set_clip(clip)

    def ahead(self, size: tuple[int, int], corner: tuple[int, int], scale: float) -> bool:
        """Draws one square around what is seen, before it is needed; False where all of them are there."""
        left, top = corner[0] // SQUARE - 1, corner[1] // SQUARE - 1
        right, bottom = (corner[0] + size[0]) // SQUARE + 1, (corner[1] + size[1]) // SQUARE + 1
        around = [(column, row) for column in range(left, right + 1) for row in (top, bottom)]
        around += [(column, row) for column in (left, right) for row in range(top + 1, bottom)]
        for column, row in around:
            if self._holds(column, row, scale) and (column, row, scale) not in self._squares:
                self._square(column, row, scale)
                return True
        return False

    def _holds(self, column: int, row: int, scale: float) -> bool:
        """Whether a part of the map lies in a square."""
        wide, high = self.places.width * scale, self.places.height * scale
        return -SQUARE < column * SQUARE < wide and -SQUARE < row * SQUARE < high

    def small(self, size: tuple[int, int]) -> pygame.Surface:
        """The whole map as a small picture."""
        return self._squares.get(("small", size), lambda: self._draw_small(size))

    def _square(self, column: int, row: int, scale: float) -> pygame.Surface:
        return self._squares.get((column, row, scale), lambda: self._draw(column, row, scale))

    def _draw(self, column: int, row: int, scale: float) -> pygame.Surface:
        origin = (column * SQUARE, row * SQUARE)
        margin = _WIDEST + 24 * scale
        left, top = (origin[0] - margin) / scale, (origin[1] - margin) / scale
        right, bottom = (origin[0] + SQUARE + margin) / scale, (origin[1] + SQUARE + margin) / scale
        strokes = self._plan.near if scale >= _NEAR else self._plan.far
        near = [*strokes.near(left, top, right, bottom)]
        surface = _roads(near, self._fine, origin, scale, self._theme.palette)
        width, height = CARD
        for number, (x, y) in enumerate(self.places.corners):
            if x < right and x + width > left and y < bottom and y + height > top:
                rect = card_rect((x, y), scale)
                rect.move_ip(-origin[0], -origin[1])
                self._cards.paint(surface, rect, number, scale)
        if readable(scale):
            for line in {id(line): line for line, _ in near if line.road.times > 1}.values():
                self._count(surface, line, origin, scale)
        return surface

    def _count(self, surface: pygame.Surface, line: Line, origin: tuple[int, int], scale: float) -> None:
        """How often a road was taken."""
        road, colours = line.road, self._theme.palette
        style = self._cards.style(scale, colours.on_gold if road.lit else colours.lamp, bold=True)
        words = self._theme.brush.words(f"×{road.times}", style)
        bed = words.get_rect(center=_at(line.middle, origin, scale)).inflate(round(10 * scale), 0)
        radius = bed.h // 2
        pygame.draw.rect(surface, colours.gold if road.lit else colours.ground, bed, border_radius=radius)
        if not road.lit:
            pygame.draw.rect(surface, colours.earlier, bed, 1, border_radius=radius)
        surface.blit(words, words.get_rect(center=bed.center))

    def _draw_small(self, size: tuple[int, int]) -> pygame.Surface:
        colours = self._theme.palette
        surface = pygame.Surface(size, depth=32)
        surface.fill(colours.ground[:3])
        scale = min(size[0] / self.places.width, size[1] / self.places.height)
        for line in self._plan.far.lines:
            if line.road.times:
                points = [_at(point, (0, 0), scale) for point in line.points]
                pygame.draw.aalines(
                    surface, colours.gold if line.road.lit else colours.earlier, False, points
                )
        for moment, corner in zip(self._view.moments, self.places.corners, strict=True):
            rect = card_rect(corner, scale)
            rect.size = max(2, rect.w), max(2, rect.h)
            tone = colours.gold if moment.lit else colours.earlier if moment.number else colours.fog
            pygame.draw.rect(surface, tone, rect, border_radius=rect.h // 2 if moment.kind == ENDING else 0)
        return surface


def card_rect(corner: tuple[float, float], scale: float) -> pygame.Rect:
    """Where a card lies on the whole map, in pixels."""
    left, top = round(corner[0] * scale), round(corner[1] * scale)
    return pygame.Rect(left, top, round(CARD[0] * scale), round(CARD[1] * scale))


def _at(point: Point, origin: tuple[int, int], scale: float) -> Point:
    return point[0] * scale - origin[0], point[1] * scale - origin[1]


def _roads(
    near: list[tuple[Line, int]],
    fine: pygame.Surface,
    origin: tuple[int, int],
    scale: float,
    colours: Palette,
) -> pygame.Surface:
    """The roads of a square: drawn `fine`, finer than they are shown, so that they are smooth."""
    surface = pygame.Surface((SQUARE, SQUARE), depth=32)
    surface.fill(colours.ground[:3])
    if not near:
        return surface
    fine.fill(colours.ground[:3])
    corner, finer = (origin[0] * _FINE, origin[1] * _FINE), scale * _FINE
    for line, place in near:
        start, end = _at(line.points[place], corner, finer), _at(line.points[place + 1], corner, finer)
        if not _meets(start, end, 24 * finer):
            continue
        if line.road.times:
            _taken(fine, line, place, (start, end), finer, colours)
        elif scale >= _NEAR:
            for a, b in dashes(start, end, line.along[place] * finer, _DASH * finer):
                pygame.draw.line(fine, colours.untaken, a, b, max(_FINE, round(1.4 * finer)))
        else:
            pygame.draw.line(fine, colours.untaken, start, end, _FINE)
    pygame.transform.smoothscale(fine, surface.get_size(), surface)
    return surface


def _meets(start: Point, end: Point, margin: float) -> bool:
    """Whether a stroke comes near the square, which is drawn finer."""
    far = SQUARE * _FINE + margin
    (x0, y0), (x1, y1) = start, end
    return not (
        (x0 < -margin and x1 < -margin)
        or (x0 > far and x1 > far)
        or (y0 < -margin and y1 < -margin)
        or (y0 > far and y1 > far)
    )


def _taken(
    fine: pygame.Surface, line: Line, place: int, stroke: tuple[Point, Point], finer: float, colours: Palette
) -> None:
    """A stroke of a road that was taken, with a round end, or with the road's arrow."""
    road = line.road
    tone = colours.gold if road.lit else colours.earlier
    wide = _width(road, finer)
    start, end = stroke
    _bar(fine, tone, start, end, wide)
    if place + 2 < len(line.points):
        pygame.draw.circle(fine, tone, end, wide / 2)
        return
    toward = (0.0, 1.0 if line.points[-1][1] > line.points[0][1] else -1.0)
    if road.source == road.target:
        toward = (-1.0, 0.0)
    _arrow(fine, tone, end, toward, max(wide * 1.3, 8 * finer))


def _width(road: MapRoad, finer: float) -> float:
    """Thick in the latest session; a little thicker the more often the road was taken."""
    wide = (5.0 if road.lit else 2.0) + min(road.times, 5) * 0.5
    return max((3.0 if road.lit else 1.5) * _FINE, min(_WIDEST * _FINE, wide * finer))


def _bar(surface: pygame.Surface, tone: Colour, start: Point, end: Point, wide: float) -> None:
    first, last = pygame.Vector2(start), pygame.Vector2(end)
    aside = (last - first).rotate(90)
    if not aside.length_squared():
        return
    aside.scale_to_length(wide / 2)
    pygame.draw.polygon(surface, tone, [first + aside, last + aside, last - aside, first - aside])


def _arrow(surface: pygame.Surface, tone: Colour, end: Point, toward: Point, size: float) -> None:
    """Which way a road leads."""
    tip, along = pygame.Vector2(end), pygame.Vector2(toward) * size
    aside = along.rotate(90) * 0.65
    pygame.draw.polygon(surface, tone, [tip, tip - along * 1.4 + aside, tip - along * 1.4 - aside])
