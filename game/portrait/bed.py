"""The hospital bed of a patient who sits up in it: pillow behind, blanket and rails in front."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from game.portrait.canvas import linear
from game.portrait.geometry import Path, knots, mirrored, ribbon, rounded, smooth, smooth_line
from game.portrait.palette import SHADOW, ClothTones

if TYPE_CHECKING:
    from game.portrait.body_space import BodySpace
    from game.portrait.canvas import Canvas

_FRAME: Final = "#B4C1CB"
_FRAME_DARK: Final = "#8797A5"
_FRAME_LIGHT: Final = "#DDE5EA"
_SHEET: Final = ClothTones("#E9EEF2")
_BLANKET: Final = ClothTones("#86AFC4")

_BOARD: Final = "58 660, 58 318, 74 262, 120 244, 260 238, 400 244, 446 262, 462 318, 462 660"
_BOARD_PANEL: Final = "80 660, 80 330, 92 286, 130 270, 260 264, 390 270, 428 286, 440 330, 440 660"
_MATTRESS: Final = "88 660, 90 470, 98 372, 116 330, 260 318, 404 330, 422 372, 430 470, 432 660"
_PILLOW: Final = (
    "108 268, 132 236, 186 222, 260 228, 334 222, 388 236, 412 268, 416 330, 404 388,"
    " 352 412, 260 404, 168 412, 116 388, 104 330"
)
_PILLOW_SHADE: Final = (
    "300 226, 388 236, 412 268, 416 330, 404 388, 352 412, 300 408, 366 370, 380 300, 350 250"
)
_CREASES: Final = (
    ("110 282, 140 290, 166 310", 7),
    ("410 282, 382 292, 356 312", 7),
    ("120 380, 146 360, 160 336", 6),
    ("400 380, 376 362, 362 338", 6),
)
# The blanket, from the middle to the viewer's right, as points of the body.
_BLANKET_EDGE: Final = "0 566 66, 54 562 64, 104 552 50, 136 560 30, 170 592 24, 214 640 30, 224 690 36"
_FOLD_EDGE: Final = "0 596 70, 54 590 68, 108 580 54, 142 590 32, 172 622 26, 204 660 30, 208 690 36"
_RAIL: Final = (
    ("34 690, 30 560, 40 512, 66 492, 92 512, 100 560, 98 690", 11),
    ("31 584, 66 576, 100 584", 8),
)


@lru_cache(maxsize=32)
def _shape(text: str) -> Path:
    return smooth(knots(text))


def draw_bed_back(canvas: Canvas) -> None:
    """Head board, raised mattress and pillow."""
    board = _shape(_BOARD)
    canvas.fill(board, linear(60, 240, 460, 600, (0, _FRAME_LIGHT, 1), (0.5, _FRAME, 1), (1, _FRAME_DARK, 1)))
    canvas.fill(_shape(_BOARD_PANEL), _FRAME_DARK, 0.28)
    grip = rounded(212, 249, 96, 9, 4.5)
    canvas.fill(grip, _FRAME_DARK, 0.75)
    mattress = linear(
        90, 320, 430, 640, (0, _SHEET.highlight, 1), (0.5, _SHEET.base, 1), (1, _SHEET.shade, 1)
    )
    canvas.fill(_shape(_MATTRESS), mattress)
    pillow = _shape(_PILLOW)
    canvas.fill(pillow.shift(5, 13), SHADOW, 0.16)
    canvas.fill(
        pillow, linear(110, 224, 410, 410, (0, "#FFFFFF", 1), (0.55, _SHEET.light, 1), (1, _SHEET.base, 1))
    )
    canvas.clip(pillow)
    canvas.fill(_shape(_PILLOW_SHADE), _SHEET.shade, 0.30)
    for text, width in _CREASES:
        canvas.fill(ribbon(knots(text), [0.8, width, 0.8], 6, False, False), _SHEET.shade, 0.8)
    canvas.unclip()
    canvas.stroke(pillow, _SHEET.deep, 1.4, 0.30)


def draw_blanket(body: BodySpace, torso: Path) -> Path:
    """The blanket over lap and legs, its sheet folded back; returns its outline."""
    outline = _across(body, _BLANKET_EDGE)
    body.canvas.clip(torso)
    body.fill(outline.shift(0, -8), SHADOW, 0.20)
    body.canvas.unclip()
    (x0, y0), (x1, y1) = body.at(-120, 560, 50), body.at(150, 680, 60)
    body.fill(
        outline, linear(x0, y0, x1, y1, (0, "#FFFFFF", 1), (0.5, _SHEET.light, 1), (1, _SHEET.shade, 1))
    )
    body.canvas.clip(outline)
    for d in (-1, 1):
        body.fold([(d * 40, 566, 64), (d * 62, 580, 66), (d * 96, 590, 60)], (0.8, 6, 0.6), _SHEET.shade, 0.9)
        body.fold(
            [(d * 128, 562, 40), (d * 150, 590, 34), (d * 178, 632, 30)], (0.8, 7, 0.6), _SHEET.shade, 0.9
        )
    blanket = _across(body, _FOLD_EDGE)
    body.fill(blanket.shift(0, -5), _SHEET.deep, 0.45)
    cloth = _BLANKET
    body.fill(
        blanket, linear(x0, y0, x1, y1, (0, cloth.light, 1), (0.45, cloth.base, 1), (1, cloth.shade, 1))
    )
    for d in (-1, 1):
        body.fold([(d * 16, 604, 70), (d * 58, 616, 72), (d * 112, 606, 60)], (0.8, 8, 0.6), cloth.deep, 0.35)
        body.fold([(d * 60, 598, 68), (d * 84, 640, 72), (d * 86, 690, 74)], (0.8, 10, 3), cloth.deep, 0.30)
        body.fold([(d * 138, 600, 34), (d * 156, 644, 34), (d * 158, 690, 36)], (0.8, 9, 3), cloth.deep, 0.35)
    body.fold([(0, 602, 70), (3, 640, 72), (0, 690, 74)], (0.8, 12, 14), cloth.deep, 0.45, 5)
    body.canvas.unclip()
    return outline


def draw_bed_rails(canvas: Canvas) -> None:
    """The rail at each side of the bed."""
    for d in (-1, 1):
        for text, width in _RAIL:
            bar = [(260 + x, y) for x, y in mirrored([(x - 260, y) for x, y in knots(text)], -d)]
            line = smooth_line(bar)
            canvas.stroke(line.shift(2, 4), SHADOW, width, 0.16)
            canvas.stroke(line, _FRAME_DARK, width)
            canvas.stroke(line.shift(-0.8, -0.8), _FRAME, width * 0.72)
            canvas.stroke(line.shift(-1.6, -1.6), _FRAME_LIGHT, width * 0.26)


def _across(body: BodySpace, half: str) -> Path:
    """A shape of the body from its right half, below the edge that crosses it."""
    right = knots(half)
    left = [(-p[0], *p[1:]) for p in right[:0:-1]]
    return smooth(body.points([*right, *left]))
