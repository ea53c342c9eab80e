"""Icons drawn by us: the type family has neither arrows nor check marks."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import pygame

from game.ui.widgets.base import Widget

if TYPE_CHECKING:
    from game.ui.palette import Colour
    from game.ui.theme import Theme

_FINE = 4
Point = tuple[float, float]


def _arc(cx: float, cy: float, rx: float, ry: float, start: float, end: float) -> list[Point]:
    steps = 28
    angles = (math.radians(start + (end - start) * i / steps) for i in range(steps + 1))
    return [(cx + rx * math.cos(a), cy + ry * math.sin(a)) for a in angles]


def _eye() -> list[list[Point]]:
    top: list[Point] = [(x, 12 - 5.6 * math.sin(math.pi * (x - 3) / 18)) for x in range(3, 22)]
    return [top, [(x, 24 - y) for x, y in top]]


# Strokes on a grid of 24, width 2.2; a fourth-of-nothing stroke of one point is a dot.
_STROKES: dict[str, list[list[Point]]] = {
    "look": [_arc(10.5, 10.5, 6, 6, 0, 360), [(15, 15), (20, 20)]],
    "eye": [*_eye(), _arc(12, 12, 2.4, 2.4, 0, 360)],
    "thought": [
        _arc(9, 10, 4.6, 4.2, 100, 270), _arc(13, 8.2, 4.6, 4.2, 205, 340), _arc(17, 11.2, 3.8, 4, 280, 450),
        [(8.2, 14.2), (17, 15.2)], _arc(8, 18.2, 1.1, 1.1, 0, 360), _arc(5, 21, 0.6, 0.6, 0, 360),
    ],
    "check": [[(5, 12.5), (10, 17.5), (19.5, 7)]],
    "cross": [[(6, 6), (18, 18)], [(18, 6), (6, 18)]],
    "warn": [[(12, 3.5), (21.5, 20), (2.5, 20), (12, 3.5)], [(12, 9.5), (12, 14)], [(12, 17)]],
    "question": [[*_arc(12, 9, 4.4, 4.4, 180, 400), (12, 13.4), (12, 14.6)], [(12, 19)]],
    "up": [[(12, 19), (12, 5)], [(6, 11), (12, 5), (18, 11)]],
    "down": [[(12, 5), (12, 19)], [(6, 13), (12, 19), (18, 13)]],
    "right": [[(5, 12), (19, 12)], [(13, 6), (19, 12), (13, 18)]],
    "left": [[(19, 12), (5, 12)], [(11, 6), (5, 12), (11, 18)]],
    "more": [[(6, 9), (12, 15), (18, 9)]],
    "menu": [[(4, 6.5), (20, 6.5)], [(4, 12), (20, 12)], [(4, 17.5), (20, 17.5)]],
    "clock": [_arc(12, 12, 8.5, 8.5, 0, 360), [(12, 7), (12, 12), (15.5, 14)]],
    "key": [_arc(8, 15.5, 4, 4, 0, 360), [(11, 12.5), (19.5, 4)], [(16, 7.5), (19, 10.5)]],
    "link": [
        [(10.2, 7.5), *_arc(7.5, 12, 4.5, 4.5, 270, 90), (10.2, 16.5)],
        [(13.8, 7.5), *_arc(16.5, 12, 4.5, 4.5, -90, 90), (13.8, 16.5)], [(8.5, 12), (15.5, 12)],
    ],
    "broken": [
        [(8.8, 7.5), *_arc(7, 12, 4.5, 4.5, 270, 90), (8.8, 16.5)],
        [(15.2, 7.5), *_arc(17, 12, 4.5, 4.5, -90, 90), (15.2, 16.5)],
        [(13, 3), (12, 6.2)], [(11, 21), (12, 17.8)],
    ],
    "person": [_arc(12, 8, 4, 4, 0, 360), _arc(12, 21, 7.5, 7, 180, 360)],
    "book": [
        [(12, 6), (5, 4.5), (3, 5), (3, 18.5), (5, 18), (12, 19.5), (19, 18), (21, 18.5), (21, 5),
        (19, 4.5), (12, 6), (12, 19.5)]
    ],
    "speak": [
        _arc(12, 10.5, 8.5, 6.5, 115, 420) , _arc(12, 10.5, 8.5, 6.5, 60, 90), [(8.4, 16.4),
        (6.5, 20.5), (12, 17)]
    ],
    "plus": [[(12, 5), (12, 19)], [(5, 12), (19, 12)]],
    "minus": [[(5, 12), (19, 12)]],
    "bulb": [
        _arc(12, 9.5, 5.8, 5.8, 130, 410), [(8.6, 14.2), (9.2, 17), (14.8, 17), (15.4, 14.2)],
        [(10, 20.5), (14, 20.5)]
    ],
    "dot": [[(12, 12)]],
}  # fmt: skip

ICONS = frozenset(_STROKES)


def draw_icon(name: str, size: int, ink: Colour) -> pygame.Surface:
    """An icon on nothing, `size` pixels square."""
    grid = size * _FINE / 24
    fine = pygame.Surface((size * _FINE, size * _FINE), pygame.SRCALPHA)
    fine.fill((*ink[:3], 0))
    half = 1.15 * grid
    for stroke in _STROKES[name]:
        points = [(x * grid, y * grid) for x, y in stroke]
        for start, end in pairwise(points):
            _thick(fine, ink, start, end, half)
        for x, y in points:
            pygame.draw.circle(fine, ink, (round(x), round(y)), half * (1.25 if len(points) == 1 else 1))
    return pygame.transform.smoothscale(fine, (size, size))


def _thick(target: pygame.Surface, ink: Colour, start: Point, end: Point, half: float) -> None:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / length * half, dx / length * half
    corners = [
        (start[0] + nx, start[1] + ny), (end[0] + nx, end[1] + ny),
        (end[0] - nx, end[1] - ny), (start[0] - nx, start[1] - ny),
    ]  # fmt: skip
    pygame.draw.polygon(target, ink, corners)


class Icon(Widget):
    """A small picture; `bed` puts it on a disc. Its name is read aloud, so say what it means."""

    __slots__ = ("_bed", "_ink", "_size", "picture")

    def __init__(
        self,
        theme: Theme,
        picture: str,
        ink: Colour,
        *,
        size: float = 22,
        bed: Colour | None = None,
        name: str = "",
    ) -> None:
        super().__init__(theme, role="image" if name else "none", name=name)
        self.picture = picture
        self._ink, self._bed = ink, bed
        self._size = theme.px(size)

    def _measure(self, width: int) -> tuple[int, int]:
        return min(self._size, width), self._size

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        brush = self.theme.brush
        inner = round(self._size * 0.62) if self._bed else self._size
        centre = self.rect.center
        if self._bed:
            brush.circle(target, centre, self._size // 2, self._bed)
        drawn = brush.kept(
            ("icon", self.picture, inner, self._ink), lambda: draw_icon(self.picture, inner, self._ink)
        )
        target.blit(drawn, (centre[0] - inner // 2, centre[1] - inner // 2))
