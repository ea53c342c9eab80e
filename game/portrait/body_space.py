"""The space of the seated body: its measures, how it turns and leans, and the canvas it is drawn on.

Body units are canvas units of the figure (520 wide, 640 high): x from the middle of the body to the viewer's
right, y down the canvas, z toward the viewer.
"""

from __future__ import annotations

from math import cos, sin
from typing import TYPE_CHECKING, Final

from game.portrait.geometry import XY, Knot, Knots, Path, clamp, ribbon, smooth_line
from game.portrait.head_space import HeadSpace

if TYPE_CHECKING:
    from game.portrait.canvas import Canvas, Paint
    from game.portrait.character import Character
    from game.portrait.pose import Pose

WIDTH: Final = 520
HEIGHT: Final = 640
MIDDLE_X: Final = 260
NECK_Y: Final = 286

_HEAD_Y: Final = 165
_HEAD_SCALE: Final = 1.14
_BUILD: Final = {"slim": -1, "average": 0, "broad": 1}
_LOOSENESS: Final = {"hoodie": 9, "dress": -2, "jacket": 7, "cardigan": 7, "gown": 10, "sweater": 4}
"""How far a garment stands off the waist."""


class BodySpace:
    """Measures, projection and brushes of one body in one pose.

    Widths are half widths; `up` is how far the shoulders are raised.
    """

    def __init__(self, canvas: Canvas, character: Character, pose: Pose) -> None:
        self.canvas = canvas
        self.character = character
        self.pose = pose
        self._measure()
        self.sin_turn, self._cos_turn = sin(pose.turn), cos(pose.turn)
        self.up = pose.shoulders * 20 - pose.slump * 9 + pose.breath * 2.2
        self._lean = 1 + 0.028 * pose.lean
        self._sink = 6 * pose.slump + 4 * max(0.0, pose.lean)
        self.neck = self.at(0, NECK_Y - self.up * 0.35, 12)
        self.neckline_y = NECK_Y - 7 - self.up * 0.5

    def _measure(self) -> None:
        character = self.character
        femininity, ageing = character.femininity, character.ageing
        build = _BUILD[character.look.build]
        young = character.youth(until=0.35)
        self.shoulder_width = 128 - femininity * 20 + build * 8 - young * 9 - ageing * 2
        self.chest_width = 96 - femininity * 14 + build * 11 - young * 8
        self.waist_width = 86 - femininity * 14 + build * 14 - young * 8 + ageing * 4
        self.waist_width += _LOOSENESS.get(character.look.top, 0)
        self.hip_width = 98 - femininity * 2 + build * 12 - young * 8
        self.neck_width = 31 - femininity * 7 + build * 2 - young * 3
        self.arm_widths = (
            33 - femininity * 6 + build * 3 - young * 4,
            26 - femininity * 5 + build * 2 - young * 3,
            18.5 - femininity * 3.0 - young * 1.5,
        )
        self.hand_scale = 1.12 - femininity * 0.14 - young * 0.05

    def at(self, x: float, y: float, z: float) -> XY:
        """A point of the body on the canvas."""
        turned_x = x * self._cos_turn + z * self.sin_turn
        turned_z = -x * self.sin_turn + z * self._cos_turn
        scale = (1 + turned_z * 0.0007) * self._lean
        sunk = self._sink * clamp((HEIGHT - y) / 330)
        return (
            MIDDLE_X + 10 * self.sin_turn + turned_x * scale,
            HEIGHT + (y - HEIGHT) * (1 + (scale - 1) * 0.5) + sunk,
        )

    def points(self, points: Knots) -> list[Knot]:
        """Points (x, y, z[, corner]) of the body on the canvas."""
        at = self.at
        return [at(p[0], p[1], p[2]) if len(p) == 3 else (*at(p[0], p[1], p[2]), p[3]) for p in points]

    def shoulder(self, d: int, x: float, y: float, z: float) -> XY:
        """A point by the shoulder: x from the middle, y below the top of the arm; d is the side."""
        return self.at(d * x, 322 - self.up + y, z)

    def head(self) -> HeadSpace:
        """The space of the head on this body."""
        pose = self.pose
        x = self.neck[0] + pose.yaw * 10 + pose.roll * 20
        y = _HEAD_Y + 10 * pose.slump + 3 * max(0.0, pose.lean) - pose.breath * 0.9 + self._sink * 0.6
        return HeadSpace(self.canvas, self.character, pose, x, y, _HEAD_SCALE * self._lean)

    def fill(self, path: Path, paint: Paint, opacity: float = 1.0) -> None:
        """Fill an outline given on the canvas."""
        self.canvas.fill(path, paint, opacity)

    def stroke(self, path: Path, colour: str, width: float, opacity: float = 1.0) -> None:
        """Draw a line given on the canvas."""
        self.canvas.stroke(path, colour, width, opacity)

    def line(self, points: Knots, colour: str, width: float, opacity: float = 1.0) -> None:
        """Draw a smooth line through points of the body."""
        self.stroke(smooth_line(self.points(points)), colour, width, opacity)

    def fold(
        self, points: Knots, widths: tuple[float, ...], colour: str, opacity: float, steps: int = 6
    ) -> None:
        """Draw a fold of cloth, pointed at both ends, through points of the body."""
        self.fill(ribbon(self.points(points), widths, steps, False, False), colour, opacity)
