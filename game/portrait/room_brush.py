"""Brushes for rooms: boxes, shapes, light and shadow, leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.portrait.canvas import Canvas, Paint, linear, radial
from game.portrait.geometry import (
    Path,
    ellipse,
    knots,
    place,
    polygon,
    polyline,
    ribbon,
    rounded,
    smooth,
    smooth_line,
)
from game.portrait.palette import SHADOW, tone

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

ROOM_WIDTH: Final = 1280
ROOM_HEIGHT: Final = 720

_LEAF: Final = ((0, 0), (0.3, -0.42), (0.65, -0.40), (1, 0), (0.65, 0.40), (0.3, 0.42))
_LEAF_SHADE: Final = ((0, 0), (0.5, 0.02), (1, 0), (0.65, 0.40), (0.3, 0.42))
_LEAF_VEIN: Final = ((0.02, 0), (0.5, 0.02), (0.95, 0))


class RoomBrush:
    """Draws a room of 1280 by 720 units; light falls from the upper left.

    Shapes are written as text: "x y [!], ..." where "!" marks a sharp corner.
    """

    def __init__(self, rng: random.Random) -> None:
        self.canvas = Canvas()
        self.rng = rng

    def fill(self, path: Path, paint: Paint, opacity: float = 1.0) -> None:
        """Fill an outline."""
        self.canvas.fill(path, paint, opacity)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        paint: Paint,
        radius: float = 0,
        opacity: float = 1.0,
    ) -> None:
        """Fill an upright rectangle, its corners rounded by a radius."""
        self.fill(box_path(x, y, width, height, radius), paint, opacity)

    def polygon(self, text: str, paint: Paint, opacity: float = 1.0) -> None:
        """Fill a shape of straight sides."""
        self.fill(polygon(knots(text)), paint, opacity)

    def blob(self, text: str, paint: Paint, opacity: float = 1.0, tension: float = 0.36) -> None:
        """Fill a shape of smooth sides."""
        self.fill(smooth(knots(text), True, tension), paint, opacity)

    def disc(
        self, x: float, y: float, rx: float, paint: Paint, opacity: float = 1.0, ry: float | None = None
    ) -> None:
        """Fill an ellipse; a circle without ry."""
        self.fill(ellipse(x, y, rx, ry), paint, opacity)

    def stroke(self, path: Path, colour: str, width: float, opacity: float = 1.0) -> None:
        """Draw a line."""
        self.canvas.stroke(path, colour, width, opacity)

    def straight(self, text: str, colour: str, width: float, opacity: float = 1.0) -> None:
        """Draw a line of straight pieces."""
        self.stroke(polyline(knots(text)), colour, width, opacity)

    def curve(self, text: str, colour: str, width: float, opacity: float = 1.0) -> None:
        """Draw a smooth line."""
        self.stroke(smooth_line(knots(text)), colour, width, opacity)

    def fold(
        self,
        points: Sequence[tuple[float, float]],
        widths: Sequence[float],
        colour: str,
        opacity: float,
        steps: int = 4,
    ) -> None:
        """Draw a fold of cloth, pointed at both ends."""
        self.fill(ribbon(points, widths, steps, False, False), colour, opacity)

    def glow(self, x: float, y: float, radius: float, colour: str, opacity: float) -> None:
        """Light about a lamp."""
        light = radial(
            x,
            y,
            radius,
            (0, colour, opacity),
            (0.25, colour, opacity * 0.66),
            (0.5, colour, opacity * 0.32),
            (0.75, colour, opacity * 0.10),
            (1, colour, 0),
        )
        self.disc(x, y, radius, light)

    def shadow(self, x: float, y: float, rx: float, ry: float, opacity: float = 0.22) -> None:
        """A soft shadow on the floor."""
        dark = radial(x, y, rx, (0, SHADOW, opacity), (0.7, SHADOW, opacity * 0.6), (1, SHADOW, 0))
        self.disc(x, y, rx, dark, ry=ry)

    def leaf(self, x: float, y: float, angle: float, length: float, width: float, colour: str) -> None:
        """A pointed leaf from its stem; angle in radians."""
        placed = place(x, y, angle, length, width)
        outline = [(*placed(px, py), 1.0) if py == 0 else placed(px, py) for px, py in _LEAF]
        self.fill(smooth(outline), colour)
        shade = [(*placed(px, py), 1.0) if py == 0 else placed(px, py) for px, py in _LEAF_SHADE]
        self.fill(smooth(shade), tone(colour, -0.05), 0.8)
        self.stroke(smooth_line([placed(px, py) for px, py in _LEAF_VEIN]), tone(colour, 0.07), 1.6, 0.7)

    def tiles(self, horizon: float, step: float, rows: Sequence[float], colour: str, opacity: float) -> None:
        """Joints of a tiled floor that run to a point above it; step is a tile's width at the wall."""
        middle, wall, near = ROOM_WIDTH / 2, rows[0], ROOM_HEIGHT + 20
        spread = (near - horizon) / (wall - horizon)
        for i in range(-9, 10):
            x = (i + 0.5) * step
            self.straight(f"{middle + x} {wall}, {middle + x * spread} {near}", colour, 1.5, opacity)
        for y in rows[1:]:
            self.straight(f"0 {y}, {ROOM_WIDTH} {y}", colour, 1.5, opacity)

    def vignette(self, colour: str = SHADOW, opacity: float = 0.20) -> None:
        """Darken the room toward the bottom."""
        dark = linear(0, 420, 0, ROOM_HEIGHT, (0, colour, 0), (1, colour, opacity))
        self.box(0, 0, ROOM_WIDTH, ROOM_HEIGHT, dark)


def box_path(x: float, y: float, width: float, height: float, radius: float = 0) -> Path:
    """An upright rectangle, its corners rounded by a radius."""
    if radius:
        return rounded(x, y, width, height, radius)
    return polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
