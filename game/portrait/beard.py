"""Beards and moustaches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.portrait.canvas import linear
from game.portrait.geometry import smooth
from game.portrait.palette import mix

if TYPE_CHECKING:
    from game.portrait.head_space import HeadSpace

_HANGS: Final = {"stubble": 0, "short": 4, "full": 15}
_STANDS_OUT: Final = {"stubble": 0.0, "short": 1.5, "full": 4.0}


def draw_beard(head: HeadSpace) -> None:
    """The beard on cheeks and chin, if there is one."""
    style = head.character.look.beard
    if style not in _HANGS:
        return
    hang, out = _HANGS[style], _STANDS_OUT[style]
    half, jaw, chin_y, mouth_y = head.half_width, head.jaw, head.chin_y, head.mouth_y
    outer = [
        (half - 0.5, 4, 8),
        (half - 0.5 + out * 0.4, 18, 11),
        (jaw + 10 + out, 41, 19),
        (jaw - 4 + out, 64 + hang * 0.4, 31),
        (head.chin_half_width + 2 + out, chin_y - 3 + hang, 42),
        (0, chin_y + 1 + hang, 45),
    ]
    inner = [
        (0, mouth_y + 13.5, 56),
        (12, mouth_y + 11, 55),
        (22, mouth_y - 2, 50),
        (23, mouth_y - 9, 49),
        (33, 40, 45),
        (44, 26, 38),
        (half - 9, 6, 26),
    ]
    left_outer = [(-x, y, z) for x, y, z in outer[-2::-1]]
    left_inner = [(-x, y, z) for x, y, z in inner[:0:-1]]
    shape = smooth(head.points(outer + left_outer + left_inner + inner), True, 0.33)
    hair, colour = head.character.hair, head.character.beard
    if style == "stubble":
        head.canvas.clip(head.outline())
        head.fill(shape, mix(colour, head.character.skin.deep, 0.4), 0.30)
        head.canvas.unclip()
        return
    (x0, y0), (x1, y1) = head.at(-50, 40, 20), head.at(50, 60, 20)
    head.fill(shape, linear(x0, y0, x1, y1, (0, hair.light, 1), (0.35, colour, 1), (1, hair.shade, 1)))
    tuft = [(-7, 9, 60), (7, 9, 60), (5, 17, 56), (0, 20, 55), (-5, 17, 56)]
    head.fill(smooth(head.points([(x, mouth_y + y, z) for x, y, z in tuft])), colour)
    for x in (-34, -22, -10, 4, 17, 29):
        strand = [
            (x, mouth_y + 12 + abs(x) * -0.35),
            (x * 0.92, mouth_y + 20 - abs(x) * 0.22),
            (x * 0.84, mouth_y + 27 + hang * 0.5 - abs(x) * 0.2),
        ]
        head.face_line(strand, hair.light if x < 0 else hair.deep, 1.6, 0.38)


def draw_moustache(head: HeadSpace) -> None:
    """The moustache, alone or with a beard, if there is one."""
    style = head.character.look.beard
    if style not in ("moustache", "short", "full"):
        return
    mouth_y, nose_y, smile = head.mouth_y, head.nose_y, head.pose.smile
    hair, colour = head.character.hair, head.character.beard
    size = 1.2 if style == "moustache" else 0.85
    for d in (-1, 1):
        half = [
            (0, nose_y + 7.5, 66),
            (d * 9, nose_y + 7.0, 63),
            (d * 18, mouth_y - 5 * size, 58),
            (d * 25, mouth_y + 3 - smile * 4.5, 50),
            (d * 23.5, mouth_y + 5.0 - smile * 4.2, 50),
            (d * 13, mouth_y - 1.0 - smile * 1.2, 60),
            (0, mouth_y - 2.2 + smile, 64),
        ]
        head.fill(smooth(head.points(half)), colour if d < 0 else mix(colour, hair.shade, 0.6))
    for d in (-1, 1):
        for t in (0, 1, 2):
            strand = [
                (d * (3 + t * 4), nose_y + 9 + t * 0.5, 65),
                (d * (10 + t * 4), mouth_y - 6 + t * 1.2, 61),
                (d * (17 + t * 2.6), mouth_y - 1.0 + t * 0.8 - smile * 3, 57),
            ]
            head.line(strand, hair.light if d < 0 else hair.deep, 1.2, 0.45)
