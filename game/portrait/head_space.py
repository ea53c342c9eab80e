"""The space of the head: where its features lie, how it turns, and the canvas it is drawn on.

Head units: the face is about 172 high, the eyes lie at y = 0, x grows to the viewer's right and z toward
the viewer.
"""

from __future__ import annotations

from math import cos, sin, sqrt
from typing import TYPE_CHECKING, Final

from game.portrait.canvas import Canvas, Paint, radial
from game.portrait.geometry import (
    XY,
    Knot,
    Knots,
    Path,
    clamp,
    ellipse,
    knots,
    mirrored,
    ribbon,
    smooth,
    smooth_line,
)

if TYPE_CHECKING:
    from game.portrait.character import Character
    from game.portrait.pose import Pose

_MOST_YAW: Final = 0.44
_NECK: Final = 62
"""How far below the eyes the head tilts."""

_FACE_WIDER: Final = {"oval": 0.0, "round": 3.5, "long": -2.0, "square": 2.0}
_FACE_LONGER: Final = {"oval": 0.0, "round": -4.0, "long": 6.0, "square": 0.0}
_JAW_WIDER: Final = {"oval": 0.0, "round": 2.0, "long": 0.0, "square": 3.5}


class HeadSpace:
    """Measures, projection and brushes of one head in one pose.

    Args:
        canvas: Where to draw.
        character: Whose head.
        pose: How it is held.
        x: Canvas x of the point between the eyes.
        y: Canvas y of the same.
        scale: Canvas units for a head unit.
    """

    def __init__(
        self, canvas: Canvas, character: Character, pose: Pose, x: float, y: float, scale: float
    ) -> None:
        self.canvas = canvas
        self.character = character
        self.pose = pose
        self.x, self.y, self.scale = x, y, scale
        yaw = clamp(pose.yaw, -_MOST_YAW, _MOST_YAW)
        self.sin_yaw, self._cos_yaw = sin(yaw), cos(yaw)
        self._sin_pitch, self._cos_pitch = sin(pose.pitch), cos(pose.pitch)
        self._sin_roll, self._cos_roll = sin(pose.roll), cos(pose.roll)
        self._measure()
        self._outline: Path | None = None

    def _measure(self) -> None:
        femininity, ageing = self.character.femininity, self.character.ageing
        face = self.character.look.face
        young = self.character.youth(until=0.4)
        wider, longer, square = _FACE_WIDER[face], _FACE_LONGER[face], _JAW_WIDER[face]
        child, old = self.character.childhood, self.character.great_age
        self.half_width = 59.5 + wider - femininity * 1.5 - old * 1.0
        self.chin_y = 86 + longer - femininity * 3 - young * 3 - child * 7
        self.jaw = 43.5 + wider - femininity * 5 + square - young * 1.0 + child * 2.5 - old * 2.0
        self.chin_half_width = 18 - femininity * 4.5 + square * 0.8
        self.eye_x = 26.5
        self.eye_y = 4.0 + child * 6.0
        self.eye_half_width = 15.4 + femininity * 1.3 + young * 0.8 - ageing * 0.5 + child * 2.2 - old * 0.7
        self.eye_height = 10.8 + femininity * 1.2 + young * 0.9 - ageing * 1.2 + child * 2.4 - old * 1.1
        self.nose_y = 35 + ageing * 2 - femininity * 2 - young * 2 - child * 0.5 + old * 1.5
        self.mouth_y = 56 + longer * 0.5 - femininity * 1 - young * 1.5 - child * 2.5 + old * 1.0

    @staticmethod
    def depth(x: float, y: float) -> float:
        """How far the face stands out at a point."""
        return 48 * sqrt(max(0.0, 1 - (x / 76) ** 2)) - 8 * (abs(y) / 90) ** 2

    def at(self, x: float, y: float, z: float | None = None) -> XY:
        """A point of the head on the canvas; without z, on the surface of the face."""
        if z is None:
            z = self.depth(x, y)
        x1 = x * self._cos_yaw + z * self.sin_yaw
        z1 = -x * self.sin_yaw + z * self._cos_yaw
        y1 = y * self._cos_pitch + z1 * self._sin_pitch - _NECK
        x2 = x1 * self._cos_roll - y1 * self._sin_roll
        y2 = x1 * self._sin_roll + y1 * self._cos_roll + _NECK
        return self.x + x2 * self.scale, self.y + y2 * self.scale

    def on_face(self, points: Knots) -> list[XY]:
        """Points (x, y) of the surface of the face on the canvas."""
        return [self.at(point[0], point[1]) for point in points]

    def points(self, points: Knots) -> list[Knot]:
        """Points (x, y, z[, corner]) of the head on the canvas."""
        at = self.at
        return [at(p[0], p[1], p[2]) if len(p) == 3 else (*at(p[0], p[1], p[2]), p[3]) for p in points]

    def parted(self, text: str) -> list[Knot]:
        """Points written as text, mirrored to the side where the hair parts."""
        return self.points(mirrored(knots(text), self.character.part))

    def outline(self) -> Path:
        """The outline of the face; where the head turns away, the far cheek stays full."""
        if self._outline is not None:
            return self._outline
        half_width, jaw, chin_y = self.half_width, self.jaw, self.chin_y
        ageing = self.character.ageing
        jowl = (ageing * 2.2 if ageing > 0.6 else 0) + self.character.great_age * 2.5
        right: list[tuple[float, float, float]] = [
            (0, -86, -4),
            (34, -79, 0),
            (half_width - 6, -52, 3),
            (half_width + 0.5, -18, 6),
            (half_width - 1.5, 16, 11),
            (jaw + 9.5, 40, 19),
            (jaw - 5 + jowl, 62, 31),
            (self.chin_half_width, chin_y - 4.5, 42),
            (0, chin_y, 45),
        ]
        turned = clamp(abs(self.sin_yaw) / 0.4)
        far = 1 if self.sin_yaw > 0 else -1
        found: list[Knot] = []
        for x, y, z in right + [(-x, y, z) for x, y, z in right[-2:0:-1]]:
            if 0 < y < 60 and x * far > 0:
                found.append((x * (1 + 0.035 * turned), y, z * (1 - 0.15 * turned)))
            elif 0 < y < 30:
                found.append((x * (1 + 0.02 * turned), y, z))
            else:
                found.append((x, y, z))
        self._outline = smooth(self.points(found))
        return self._outline

    def fill(self, path: Path, paint: Paint, opacity: float = 1.0) -> None:
        """Fill an outline given on the canvas."""
        self.canvas.fill(path, paint, opacity)

    def stroke(self, path: Path, colour: str, width: float, opacity: float = 1.0) -> None:
        """Draw a line given on the canvas, of a width in head units."""
        self.canvas.stroke(path, colour, width * self.scale, opacity)

    def face_line(self, points: Knots, colour: str, width: float, opacity: float = 1.0) -> None:
        """Draw a smooth line through (x, y) points of the surface of the face."""
        self.stroke(smooth_line(self.on_face(points)), colour, width, opacity)

    def line(self, points: Knots, colour: str, width: float, opacity: float = 1.0) -> None:
        """Draw a smooth line through (x, y, z) points of the head."""
        self.stroke(smooth_line(self.points(points)), colour, width, opacity)

    def glow(self, x: float, y: float, radius: float, colour: str, opacity: float) -> None:
        """Tint the face softly about a point of its surface."""
        cx, cy = self.at(x, y)
        r = radius * self.scale
        tint = radial(cx, cy, r, (0, colour, opacity), (0.5, colour, opacity * 0.55), (1, colour, 0))
        self.fill(ellipse(cx, cy, r), tint)

    def tapered(
        self, points: Knots, widths: tuple[float, ...], colour: str, opacity: float = 1.0, steps: int = 5
    ) -> None:
        """Draw a stroke with pointed ends through points on the canvas; widths in head units."""
        scaled = [width * self.scale for width in widths]
        self.fill(ribbon(points, scaled, steps, False, False), colour, opacity)
