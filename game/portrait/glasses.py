"""Glasses."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from game.portrait.geometry import Path, knots, polygon, smooth

if TYPE_CHECKING:
    from game.portrait.head_space import HeadSpace

_FRAME: Final = {"square": ("#3A3236", "#B8B1AB"), "round": ("#85542F", "#D2A066")}
"""Colour of the frame on most skins, and on dark ones."""
_DARK: Final = 0.55
_SQUARE_RIM: Final = "-21 -11, -12 -14, 12 -14, 21 -11, 20 7, 12 15, -12 15, -20 7"
_ROUND_RIM: Final = tuple((20.5 * cos(t * pi / 6), 18.5 * sin(t * pi / 6)) for t in range(12))
_BEFORE_THE_FACE: Final = 9


def _rim(head: HeadSpace, d: int) -> Path:
    shape = _ROUND_RIM if head.character.look.glasses == "round" else knots(_SQUARE_RIM)
    points = [(d * 27.5 + point[0], head.eye_y + 3.5 + point[1]) for point in shape]
    return smooth(head.points([(x, y, head.depth(x, y) + _BEFORE_THE_FACE) for x, y in points]))


def draw_glasses(head: HeadSpace) -> None:
    """Rims, lenses, bridge and temples. The brows belong over them."""
    skin = head.character.skin
    y = head.eye_y - 0.5
    colour = _FRAME[head.character.look.glasses][skin.dark > _DARK]
    for d in (-1, 1):
        rim = _rim(head, d)
        head.fill(rim, "#DCEBF2", 0.13 - 0.04 * skin.dark)
        head.canvas.clip(rim)
        x = d * 27
        glint = [(x - 14, -18, 60), (x - 4, -18, 60), (x - 18, 30, 60), (x - 28, 30, 60)]
        head.fill(polygon(head.points(glint)), "#FFFFFF", 0.20 - 0.06 * skin.dark)
        head.canvas.unclip()
        head.stroke(rim.shift(0, 2.0 * head.scale), skin.deep, 2.0, 0.28)
        head.stroke(rim, colour, 2.2)
    head.line([(-8, y, 70), (0, y - 3.5, 74), (8, y, 70)], colour, 2.4)
    for d in (-1, 1):
        if d * head.sin_yaw < 0.25:
            head.line([(d * 48, 2, 46), (d * (head.half_width + 1), -1, 8)], colour, 2.3)
