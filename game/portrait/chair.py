"""The armchair: its back behind the sitter, its armrests in front. It turns with whoever sits in it."""

from __future__ import annotations

from functools import lru_cache
from math import cos, sin
from typing import TYPE_CHECKING, Final

from game.model.values import NamedTuple
from game.portrait.body_space import MIDDLE_X
from game.portrait.canvas import Canvas, linear
from game.portrait.geometry import Knot, Path, knots, mirrored, smooth, smooth_line

if TYPE_CHECKING:
    from game.portrait.palette import ClothTones

# Outlines as seen from the front, x from the middle of the chair.
_BACK: Final = (
    "-164 660, -176 480, -174 378, -156 318, -100 292, 0 285, 100 292, 156 318, 174 378, 176 480, 164 660"
)
_INNER: Final = (
    "-138 660, -148 480, -146 384, -130 338, -84 318, 0 312, 84 318, 130 338, 146 384, 148 480, 138 660"
)
_SEAM: Final = "-148 480, -146 384, -130 338, -84 318, 0 312, 84 318, 130 338, 146 384, 148 480"
_SEAT: Final = "-142 610, -110 592, 0 588, 110 592, 142 610, 150 670, -150 670"
_SEAT_EDGE: Final = "-142 610, -110 592, 0 588, 110 592, 142 610, 110 606, 0 602, -110 606"
# The armrest at the viewer's right.
_ARM: Final = "150 508, 168 486, 206 480, 236 494, 242 530, 238 660, 150 660"
_ARM_FRONT: Final = "158 528, 172 505, 200 499, 224 508, 232 536, 230 660, 156 660"
_ARM_SEAM: Final = "157 560, 158 528, 172 505, 200 499, 224 508, 232 536, 231 600"

_FOLLOWS: Final = 0.6
"""How much of the sitter's turn the chair makes."""
_BACK_DEPTH: Final = -80.0
_SEAT_DEPTH: Final = 0.0
_ARM_DEPTH: Final = 60.0
"""How far each part lies toward the viewer."""


class _Chair(NamedTuple):
    """The outlines of a chair that is turned so far; of an armrest: whole, front and seam."""

    back: Path
    inner: Path
    seam: Path
    seat: Path
    seat_edge: Path
    armrests: tuple[tuple[Path, Path, Path], tuple[Path, Path, Path]]


@lru_cache(maxsize=64)
def _turned(milliradians: int) -> _Chair:
    angle = milliradians / 1000 * _FOLLOWS
    c, s = cos(angle), sin(angle)

    def points(text: str, depth: float, d: float = 1) -> list[Knot]:
        found: list[Knot] = []
        for x, y in mirrored(knots(text), d):
            nearer = -x * s + depth * (c - 1)
            found.append((MIDDLE_X + (x * c + depth * s) * (1 + nearer * 0.0007), y))
        return found

    def armrest(d: int) -> tuple[Path, Path, Path]:
        whole, front, seam = (points(text, _ARM_DEPTH, d) for text in (_ARM, _ARM_FRONT, _ARM_SEAM))
        return smooth(whole), smooth(front), smooth_line(seam)

    return _Chair(
        smooth(points(_BACK, _BACK_DEPTH)),
        smooth(points(_INNER, _BACK_DEPTH)),
        smooth_line(points(_SEAM, _BACK_DEPTH)),
        smooth(points(_SEAT, _SEAT_DEPTH)),
        smooth(points(_SEAT_EDGE, _SEAT_DEPTH)),
        (armrest(-1), armrest(1)),
    )


def draw_chair_back(canvas: Canvas, cloth: ClothTones, turn: float) -> None:
    """Back and seat; turn is how far the sitter turns, in radians."""
    chair = _turned(round(turn * 1000))
    light = linear(90, 250, 440, 620, (0, cloth.light, 1), (0.35, cloth.base, 1), (1, cloth.shade, 1))
    canvas.fill(chair.back, light)
    canvas.fill(chair.inner, cloth.shade, 0.45)
    canvas.fill(chair.seat, cloth.base)
    canvas.fill(chair.seat_edge, cloth.light, 0.8)
    canvas.stroke(chair.seam, cloth.deep, 2, 0.35)


def draw_armrests(canvas: Canvas, cloth: ClothTones, turn: float) -> None:
    """Both armrests."""
    for d, (arm, front, seam) in zip((-1, 1), _turned(round(turn * 1000)).armrests, strict=True):
        x, far = MIDDLE_X + d * 150, MIDDLE_X + d * 240
        shade = cloth.shade if d < 0 else cloth.deep
        canvas.fill(arm, linear(x, 480, far, 640, (0, cloth.base, 1), (1, shade, 1)))
        canvas.fill(front, cloth.light if d < 0 else cloth.base, 0.55)
        canvas.stroke(seam, cloth.deep, 1.8, 0.35)
