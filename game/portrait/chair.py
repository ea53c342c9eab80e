"""The armchair: its back behind the sitter, its armrests in front."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from game.portrait.body_space import MIDDLE_X
from game.portrait.canvas import Canvas, linear
from game.portrait.geometry import Knot, Path, knots, smooth, smooth_line

if TYPE_CHECKING:
    from game.portrait.palette import ClothTones

_BACK: Final = (
    "96 660, 84 480, 86 378, 104 318, 160 292, 260 285, 360 292, 416 318, 434 378, 436 480, 424 660"
)  # fmt: skip
_INNER: Final = (
    "122 660, 112 480, 114 384, 130 338, 176 318, 260 312, 344 318, 390 338, 406 384, 408 480, 398 660"
)  # fmt: skip
_SEAT: Final = "118 610, 150 592, 260 588, 370 592, 402 610, 410 670, 110 670"
_SEAT_EDGE: Final = "118 610, 150 592, 260 588, 370 592, 402 610, 370 606, 260 602, 150 606"
_SEAM: Final = "112 480, 114 384, 130 338, 176 318, 260 312, 344 318, 390 338, 406 384, 408 480"
# The armrest, to be mirrored about the middle of the figure.
_ARM: Final = "150 508, 168 486, 206 480, 236 494, 242 530, 238 660, 150 660"
_ARM_FRONT: Final = "158 528, 172 505, 200 499, 224 508, 232 536, 230 660, 156 660"
_ARM_SEAM: Final = "157 560, 158 528, 172 505, 200 499, 224 508, 232 536, 231 600"


@lru_cache(maxsize=64)
def _shape(text: str) -> Path:
    return smooth(knots(text))


@lru_cache(maxsize=64)
def _seam(text: str) -> Path:
    return smooth_line(knots(text))


def _beside(text: str, d: int) -> list[Knot]:
    return [(MIDDLE_X + d * point[0], point[1]) for point in knots(text)]


@lru_cache(maxsize=8)
def _armrest(d: int) -> tuple[Path, Path, Path]:
    front, seam = _beside(_ARM_FRONT, d), _beside(_ARM_SEAM, d)
    return smooth(_beside(_ARM, d)), smooth(front), smooth_line(seam)


def draw_chair_back(canvas: Canvas, cloth: ClothTones) -> None:
    """Back and seat."""
    light = linear(90, 250, 440, 620, (0, cloth.light, 1), (0.35, cloth.base, 1), (1, cloth.shade, 1))
    canvas.fill(_shape(_BACK), light)
    canvas.fill(_shape(_INNER), cloth.shade, 0.45)
    canvas.fill(_shape(_SEAT), cloth.base)
    canvas.fill(_shape(_SEAT_EDGE), cloth.light, 0.8)
    canvas.stroke(_seam(_SEAM), cloth.deep, 2, 0.35)


def draw_armrests(canvas: Canvas, cloth: ClothTones) -> None:
    """Both armrests."""
    for d in (-1, 1):
        arm, front, seam = _armrest(d)
        x, far = MIDDLE_X + d * 150, MIDDLE_X + d * 240
        shade = cloth.shade if d < 0 else cloth.deep
        canvas.fill(arm, linear(x, 480, far, 640, (0, cloth.base, 1), (1, shade, 1)))
        canvas.fill(front, cloth.light if d < 0 else cloth.base, 0.55)
        canvas.stroke(seam, cloth.deep, 1.8, 0.35)
