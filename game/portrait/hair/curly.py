"""A round head of curls."""

from __future__ import annotations

from math import cos, sin
from typing import TYPE_CHECKING, Final

from game.portrait.canvas import linear
from game.portrait.geometry import Knots, clamp, ellipse, knots, smooth
from game.portrait.hair.style import HairStyle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.portrait.head_space import HeadSpace

_BEHIND: Final = (
    "-70 -20 -20, -74 10 -20, -68 36 -20, 70 -20 -20, 74 10 -20, 68 36 -20, -58 54 -20, 58 54 -20"
)
_RING: Final = (
    "-65 8 -6, -70 -14 -4, -75 -42 0, -68 -68 0, -52 -89 0, -28 -102 0, 0 -106 0, 28 -103 0, 52 -90 0,"
    " 69 -68 0, 75 -42 0, 70 -14 -4, 65 8 -6"
)
_CROWN: Final = (
    "-51 -52 22, -31 -60 40, -10 -65 46, 12 -63 46, 33 -59 40, 51 -51 22, -40 -79 14, -12 -86 16, 16 -86 16,"
    " 42 -77 12, -58 -62 8, 58 -62 8, -66 -26 2, 66 -24 2"
)
_MASS: Final = (
    "-58 -24 14, -66 -60 0, -44 -91 0, 0 -100 0, 44 -91 0, 66 -60 0, 58 -24 14, 40 -52 36,"
    " 0 -66 48, -40 -52 36"
)
_WELL_TURNED: Final = 0.4
"""Sine of the yaw at which the far curls have gone all the way."""
_BEHIND_THE_EARS: Final = -10
_SPIRAL: Final = ((0, 0.85), (1.3, 0.72), (2.6, 0.55), (3.9, 0.35))
"""Angle (radians) and distance (share of the radius) along the line drawn in each curl."""


def _curls(head: HeadSpace, centres: Knots, radius: float) -> Iterator[tuple[float, float, float]]:
    """Centre and radius of each curl on the canvas; sizes vary by position.

    Where the head turns away, the far curls stay beside the eye and the lens, as the cheek does.
    """
    far, turned = (1 if head.sin_yaw > 0 else -1), clamp(abs(head.sin_yaw) / _WELL_TURNED)
    for i, (across, y, depth) in enumerate(centres):
        x, z = across, depth
        if x * far > 40 and y > -50 and depth > _BEHIND_THE_EARS:
            x, z = x * (1 + 0.33 * turned), z * (1 - turned)
        cx, cy = head.at(x, y, z)
        yield cx, cy, radius * head.scale * (1 + 0.16 * ((i * 7) % 5 - 2) / 2)


def _draw_behind(head: HeadSpace) -> None:
    for x, y, r in _curls(head, knots(_BEHIND), 21):
        head.fill(ellipse(x, y, r), head.character.hair.deep)


def _draw(head: HeadSpace) -> None:
    hair, ring, crown = head.character.hair, knots(_RING), knots(_CROWN)
    for x, y, r in _curls(head, ring, 20):
        head.fill(ellipse(x, y, r), hair.shade)
    (x0, y0), (x1, y1) = head.at(-60, -90, 0), head.at(64, -10, 0)
    light = linear(x0, y0, x1, y1, (0, hair.light, 1), (0.4, hair.base, 1), (1, hair.shade, 1))
    head.fill(smooth(head.points(knots(_MASS))), light)
    for x, y, r in _curls(head, crown, 18):
        head.fill(ellipse(x, y, r), light)
    for i, (x, y, r) in enumerate([*_curls(head, ring, 18), *_curls(head, crown, 17)]):
        start = (i * 2.4) % 6.28
        spiral = [(x + r * d * cos(start + t), y + r * d * sin(start + t)) for t, d in _SPIRAL]
        colour, opacity = (hair.highlight, 0.36) if i % 2 else (hair.deep, 0.50)
        head.tapered(spiral, (0.6, 3.0, 0.6), colour, opacity, 4)


CURLY: Final = HairStyle(draw=_draw, behind=_draw_behind)
