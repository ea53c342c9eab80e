"""Plane geometry for drawing: numbers that blend, smooth paths, ribbons, and affine maps.

A knot is a point (x, y) that a curve passes through; a third item that is true makes it a sharp corner.
Points of head and body space carry a depth: (x, y, z), with the corner mark in fourth place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import cos, hypot, sin
from typing import TypeAlias

XY: TypeAlias = tuple[float, float]
Knot: TypeAlias = tuple[float, ...]
Knots: TypeAlias = Sequence[Knot]

_TEMPLATES = {"M": "M%.1f %.1f", "L": "L%.1f %.1f", "C": "C%.1f %.1f %.1f %.1f %.1f %.1f", "Z": "Z"}
_CIRCLE = 0.5523
"""Length of the handles that make four cubic curves a circle of radius 1."""


def lerp(a: float, b: float, t: float) -> float:
    """Blend a into b; t goes from 0 to 1."""
    return a + (b - a) * t


def clamp(value: float, low: float = 0.0, high: float = 1.0) -> float:
    """Keep a value within bounds."""
    return low if value < low else high if value > high else value


def ease(t: float) -> float:
    """Blend weight from 0 to 1 that starts and ends gently."""
    t = clamp(t)
    return t * t * (3 - 2 * t)


def blend_point(a: Knot, b: Knot, t: float) -> Knot:
    """Blend two points of as many coordinates."""
    return tuple([p + (q - p) * t for p, q in zip(a, b, strict=True)])


def blend_points(a: Knots, b: Knots, t: float) -> list[Knot]:
    """Blend two lists of as many points."""
    return [blend_point(p, q, t) for p, q in zip(a, b, strict=True)]


def keyed(stops: Sequence[tuple[float, float]], t: float) -> float:
    """Value at t of a curve given by (t, value) stops, flat before the first and after the last."""
    if t <= stops[0][0]:
        return stops[0][1]
    for (t0, a), (t1, b) in pairwise(stops):
        if t <= t1:
            return lerp(a, b, ease((t - t0) / (t1 - t0)))
    return stops[-1][1]


def keyed_point(stops: Sequence[tuple[float, Knot]], t: float) -> Knot:
    """Point at t of a path given by (t, point) stops, still before the first and after the last."""
    if t <= stops[0][0]:
        return stops[0][1]
    for (t0, a), (t1, b) in pairwise(stops):
        if t <= t1:
            return blend_point(a, b, ease((t - t0) / (t1 - t0)))
    return stops[-1][1]


@lru_cache(maxsize=2048)
def knots(text: str) -> tuple[Knot, ...]:
    """Read "x y [z] [!], ..." as knots; "!" marks a sharp corner."""
    return tuple(
        tuple([1.0 if word == "!" else float(word) for word in group.split()]) for group in text.split(",")
    )


@lru_cache(maxsize=1024)
def _template(operations: str) -> str:
    return "".join([_TEMPLATES[operation] for operation in operations])


class Path:
    """An outline that does not change: SVG operations (M, L, C, Z) and the numbers they take, in order."""

    __slots__ = ("_text", "numbers", "operations")

    def __init__(self, operations: str, numbers: list[float]) -> None:
        self.operations = operations
        self.numbers = numbers
        self._text: str | None = None

    def __add__(self, other: Path) -> Path:
        return Path(self.operations + other.operations, self.numbers + other.numbers)

    def shift(self, dx: float, dy: float) -> Path:
        """The same outline, moved."""
        moved = self.numbers.copy()
        moved[::2] = [x + dx for x in moved[::2]]
        moved[1::2] = [y + dy for y in moved[1::2]]
        return Path(self.operations, moved)

    def text(self) -> str:
        """The outline as the `d` of an SVG path, to a tenth of a unit."""
        if self._text is None:
            self._text = _template(self.operations) % tuple(self.numbers)
        return self._text


def curves(start: XY, *segments: tuple[XY, XY, XY], closed: bool = True) -> Path:
    """Path of cubic curves, each given by two handles and its end."""
    numbers = [*start]
    for (x1, y1), (x2, y2), (x3, y3) in segments:
        numbers += (x1, y1, x2, y2, x3, y3)
    return Path("M" + "C" * len(segments) + ("Z" if closed else ""), numbers)


def polygon(points: Knots) -> Path:
    """Closed path of straight lines."""
    return Path("M" + "L" * (len(points) - 1) + "Z", [v for point in points for v in point[:2]])


def polyline(points: Knots) -> Path:
    """Open path of straight lines."""
    return Path("M" + "L" * (len(points) - 1), [v for point in points for v in point[:2]])


def _end_tangent(start: Knot, end: Knot, chord: float) -> XY:
    return (end[0] - start[0]) / chord * 0.8, (end[1] - start[1]) / chord * 0.8


def _tangents(points: Knots, chords: Sequence[float], closed: bool) -> list[XY]:
    """Direction of the curve at each knot; chords are the distances from each knot to the next, round."""
    found: list[XY] = []
    before, chord_before = points[-1], chords[-1]
    for p, after, chord in zip(points, [*points[1:], points[0]], chords, strict=True):
        if len(p) > 2 and p[2]:
            found.append((0.0, 0.0))
        else:
            span = (chord_before + chord) or 1.0
            found.append(((after[0] - before[0]) / span, (after[1] - before[1]) / span))
        before, chord_before = p, chord
    if not closed:
        if len(points[0]) == 2:
            found[0] = _end_tangent(points[0], points[1], chords[0] or 1.0)
        if len(points[-1]) == 2:
            found[-1] = _end_tangent(points[-2], points[-1], chords[-2] or 1.0)
    return found


def smooth(points: Knots, closed: bool = True, tension: float = 0.36) -> Path:
    """Smooth curve through knots (Catmull-Rom scaled by chords).

    Args:
        points: At least two knots.
        closed: Whether the last knot joins the first.
        tension: Length of the handles as a share of each chord; about 0.1 (tight) to 0.4 (round).
    """
    ends = [*points[1:], points[0]]
    chords = [hypot(q[0] - p[0], q[1] - p[1]) for p, q in zip(points, ends, strict=True)]
    tangents = _tangents(points, chords, closed)
    numbers = [points[0][0], points[0][1]]
    if not closed:
        ends.pop()
    for p, q, (tx, ty), (ux, uy), chord in zip(
        points, ends, tangents, [*tangents[1:], tangents[0]], chords, strict=False
    ):
        handle = chord * tension
        x, y = q[0], q[1]
        numbers += (p[0] + tx * handle, p[1] + ty * handle, x - ux * handle, y - uy * handle, x, y)
    return Path("M" + "C" * len(ends) + ("Z" if closed else ""), numbers)


def smooth_line(points: Knots) -> Path:
    """Open smooth curve through knots."""
    return smooth(points, closed=False)


def ellipse(cx: float, cy: float, rx: float, ry: float | None = None, rotation: float = 0.0) -> Path:
    """Ellipse about (cx, cy); a circle without ry; rotation in radians."""
    ry = rx if ry is None else ry
    kx, ky = rx * _CIRCLE, ry * _CIRCLE
    # fmt: off
    unit = (
        rx, 0, rx, ky, kx, ry, 0, ry, -kx, ry, -rx, ky, -rx, 0,
        -rx, -ky, -kx, -ry, 0, -ry, kx, -ry, rx, -ky, rx, 0,
    )
    # fmt: on
    c, s = cos(rotation), sin(rotation)
    numbers: list[float] = []
    for x, y in zip(unit[::2], unit[1::2], strict=True):
        numbers += (cx + x * c - y * s, cy + x * s + y * c)
    return Path("MCCCCZ", numbers)


def rounded(x: float, y: float, width: float, height: float, radius: float) -> Path:
    """Rectangle with rounded corners."""
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _CIRCLE)
    right, bottom = x + width, y + height
    # fmt: off
    return Path("MLCLCLCLCZ", [
        x + r, y, right - r, y, right - k, y, right, y + k, right, y + r,
        right, bottom - r, right, bottom - k, right - k, bottom, right - r, bottom,
        x + r, bottom, x + k, bottom, x, bottom - k, x, bottom - r,
        x, y + r, x, y + k, x + k, y, x + r, y,
    ])
    # fmt: on


@lru_cache(maxsize=64)
def _weights(steps: int) -> tuple[tuple[float, float, float, float], ...]:
    """Cubic Bernstein weights at 1/steps, 2/steps ... 1."""
    found = []
    for i in range(1, steps + 1):
        t = i / steps
        u = 1 - t
        found.append((u**3, 3 * u * u * t, 3 * u * t * t, t**3))
    return tuple(found)


def sample(points: Knots, steps: int) -> list[XY]:
    """Points along the open smooth curve through knots: the first knot, then `steps` for each stretch."""
    n = smooth_line(points).numbers
    weights = _weights(steps)
    x0, y0 = n[0], n[1]
    found = [(x0, y0)]
    for i in range(2, len(n), 6):
        x1, y1, x2, y2, x3, y3 = n[i : i + 6]
        found += [
            (a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3) for a, b, c, d in weights
        ]
        x0, y0 = x3, y3
    return found


def sample_curve(start: XY, handle: XY, other_handle: XY, end: XY, steps: int) -> list[XY]:
    """Points along one cubic curve, both ends included."""
    return [start] + [
        (
            a * start[0] + b * handle[0] + c * other_handle[0] + d * end[0],
            a * start[1] + b * handle[1] + c * other_handle[1] + d * end[1],
        )
        for a, b, c, d in _weights(steps)
    ]


@lru_cache(maxsize=512)
def _half_widths(widths: tuple[float, ...], count: int) -> tuple[float, ...]:
    """Half of the width at each of `count` points, blended evenly along the given widths."""
    found = []
    for i in range(count):
        t = i / (count - 1) * (len(widths) - 1)
        j = min(int(t), len(widths) - 2)
        found.append(lerp(widths[j], widths[j + 1], ease(t - j)) / 2)
    return tuple(found)


def _cap(end: XY, before: XY, half_width: float) -> XY:
    """The tip of a round cap beyond the end of a line."""
    dx, dy = end[0] - before[0], end[1] - before[1]
    length = hypot(dx, dy) or 1.0
    return end[0] + dx / length * half_width, end[1] + dy / length * half_width


def ribbon(
    points: Knots,
    widths: Sequence[float],
    steps: int = 5,
    cap_start: bool = True,
    cap_end: bool = True,
) -> Path:
    """Closed shape around a centre line.

    Args:
        points: Knots of the centre line; at least two.
        widths: Full widths, spread evenly along the line; at least two.
        steps: Points for each stretch between knots.
        cap_start: Whether the start is round.
        cap_end: Whether the end is round.
    """
    if len(points) > 2:
        line = sample(points, steps)
    else:
        (x0, y0), (x1, y1) = points[0][:2], points[1][:2]
        line = [(x0, y0), ((x0 + x1) / 2, (y0 + y1) / 2), (x1, y1)]
    one_side: list[XY] = []
    other_side: list[XY] = []
    befores, afters = [line[0], *line[:-1]], [*line[1:], line[-1]]
    for (x, y), a, b, w in zip(line, befores, afters, _half_widths(tuple(widths), len(line)), strict=True):
        dx, dy = b[0] - a[0], b[1] - a[1]
        length = hypot(dx, dy) or 1.0
        ox, oy = dy / length * w, dx / length * w
        one_side.append((x - ox, y + oy))
        other_side.append((x + ox, y - oy))
    if cap_end and widths[-1] > 1:
        one_side.append(_cap(line[-1], line[-2], widths[-1] / 2))
    other_side.reverse()
    outline = one_side + other_side
    if cap_start and widths[0] > 1:
        outline.append(_cap(line[0], line[1], widths[0] / 2))
    return smooth(outline, True, 0.34)


def place(
    x: float, y: float, rotation: float, scale_x: float, scale_y: float
) -> Callable[[float, float], XY]:
    """Map that scales, rotates (radians) and then moves a point to (x, y)."""
    c, s = cos(rotation), sin(rotation)
    a, b, d, e = c * scale_x, s * scale_x, -s * scale_y, c * scale_y

    def placed(px: float, py: float) -> XY:
        return a * px + d * py + x, b * px + e * py + y

    return placed


def mirrored(points: Iterable[Knot], sign: float) -> list[Knot]:
    """Points with x taken times sign (1 or -1)."""
    return [(point[0] * sign, *point[1:]) for point in points]


def closed_symmetric(right: Knots) -> list[Knot]:
    """Points down the right side, then back up the left; the first and last lie on the axis."""
    return [*right, *[(-p[0], *p[1:]) for p in right[-2:0:-1]]]
