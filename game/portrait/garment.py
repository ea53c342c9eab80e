"""What a garment is made of, and the parts that garments share."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from game.model.values import NamedTuple
from game.portrait.canvas import linear
from game.portrait.geometry import ellipse, lerp, polyline, ribbon, sample, smooth, smooth_line
from game.portrait.palette import SHADOW, ClothTones

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.portrait.body_space import BodySpace


class Garment(NamedTuple):
    """How one garment is drawn, over the plain torso and sleeves."""

    within: Callable[[BodySpace], None] | None = None
    """What shows within the outline of the torso."""
    over: Callable[[BodySpace], None] | None = None
    """Collars and hems, which may stand out of it."""
    short_sleeves: bool = False
    ribbed_cuffs: bool = False
    light_cuffs: bool = False
    """Whether cuffs keep the colour of the sleeve."""
    shirt_cuffs: bool = False
    """Whether the cuff of what is worn under shows."""


def draw_ribbed_neck(
    body: BodySpace, depth: float, width: float, cloth: ClothTones, neck: float | None = None, drop: float = 0
) -> None:
    """A ribbed band about the neck.

    Args:
        body: Whose neck.
        depth: How deep the band hangs in front.
        width: How wide it is.
        cloth: Its tones.
        neck: Half width of the neck; the body's own without.
        drop: How far the whole band is let down.
    """
    n = body.neck_width if neck is None else neck
    y = body.neckline_y + drop
    line = body.points(
        [
            (-n * 1.26, y - 1, -4),
            (-n * 0.98, y + depth * 0.62, 26),
            (0, y + depth, 42),
            (n * 0.98, y + depth * 0.62, 26),
            (n * 1.26, y - 1, -4),
        ]
    )
    band = ribbon(line, [width * 0.8, width, width, width, width * 0.8], 7)
    body.fill(band.shift(0, 3), cloth.deep, 0.35)
    body.fill(band, cloth.base)
    body.stroke(smooth_line([(p[0], p[1] - width * 0.30) for p in line]), cloth.light, 1.6, 0.6)
    along = sample(line, 7)
    half = width * 0.36
    for (x0, y0), (x1, y1) in list(pairwise(along))[1:-1]:
        length = hypot(x1 - x0, y1 - y0) or 1
        nx, ny = -(y1 - y0) / length * half, (x1 - x0) / length * half
        body.stroke(polyline([(x0 - nx, y0 - ny), (x0 + nx, y0 + ny)]), cloth.deep, 1.1, 0.35)


def draw_collar(body: BodySpace, cloth: ClothTones, depth: float) -> None:
    """A turned-down collar with two points; depth is how deep it hangs in front."""
    n, y = body.neck_width, body.neckline_y
    for d in (-1, 1):
        half = [
            (d * n * 0.92, y - 18, -8),
            (d * n * 1.45, y - 5, 4),
            (d * n * 1.66, y + depth * 0.80, 34, True),
            (d * n * 0.90, y + depth * 0.80, 40),
            (d * 1.5, y + depth, 44, True),
            (d * n * 0.74, y + depth * 0.30, 26),
        ]
        shape = smooth(body.points(half), True, 0.28)
        body.fill(shape.shift(1.5, 4.5), SHADOW, 0.16)
        body.fill(shape, cloth.light if d < 0 else cloth.base)
        body.stroke(shape, cloth.deep, 1.3, 0.35)


def draw_placket(body: BodySpace, top: float, bottom: float, cloth: ClothTones) -> None:
    """The buttoned front from one height to another, with five buttons."""
    for offset, width, opacity in ((9, 1.4, 0.45), (-9, 1.0, 0.25)):
        edge = [body.at(offset, top, 46), body.at(offset, bottom, 60)]
        body.stroke(polyline(edge), cloth.deep, width, opacity)
    for i in range(5):
        x, y = body.at(0, lerp(top + 16, bottom - 10, i / 4), 52)
        body.fill(ellipse(x + 0.6, y + 1, 3.4), cloth.deep, 0.6)
        body.fill(ellipse(x, y, 3.2), cloth.highlight)
        body.fill(ellipse(x, y, 1.1), cloth.deep, 0.6)


def draw_open_front(body: BodySpace, depth: float, gap_top: float, gap_bottom: float) -> None:
    """What is worn under, between two front edges; gaps are half widths, depth the cut at the neck."""
    under, n, y = body.character.under, body.neck_width, body.neckline_y
    shape = [
        (-n * 1.15, y, 4),
        (-gap_top, y + 60, 44),
        (-gap_bottom, 480, 56),
        (-gap_bottom - 8, 620, 58),
        (gap_bottom + 8, 620, 58),
        (gap_bottom, 480, 56),
        (gap_top, y + 60, 44),
        (n * 1.15, y, 4),
        (n * 0.8, y + depth * 0.7, 28),
        (0, y + depth, 40),
        (-n * 0.8, y + depth * 0.7, 28),
    ]
    (x0, y0), (x1, y1) = body.at(-40, 400, 50), body.at(50, 440, 50)
    light = linear(x0, y0, x1, y1, (0, under.base, 1), (0.5, under.base, 1), (1, under.shade, 1))
    body.fill(smooth(body.points(shape)), light)
