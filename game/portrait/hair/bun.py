"""A loose bun on top of the head."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.portrait.canvas import linear
from game.portrait.geometry import XY, Knot, knots, ribbon, smooth
from game.portrait.hair.style import HairStyle, draw_strands, hair_gradient

if TYPE_CHECKING:
    from game.portrait.head_space import HeadSpace

_KNOT: Final = "-33 4, -30 -16, -14 -28, 8 -29, 27 -18, 34 2, 26 22, 0 30, -26 22"
_KNOT_DARK: Final = ("-28 8, -6 -22, 26 -8", "-24 18, 2 -8, 30 8")
_KNOT_LIGHT: Final = ("-30 -4, -12 -26, 14 -24", "-20 22, 4 8, 26 18")
_LOOSE_ENDS: Final = ("-22 -20, -32 -25, -37 -19", "22 -20, 32 -22, 37 -13", "28 10, 42 12, 46 22")
_NAPE: Final = "-52 0 -24, -50 30 -24, -36 50 -24, 36 50 -24, 50 30 -24, 52 0 -24"
_CAP: Final = (
    "-57 16 2, -63 -4 0, -67 -32 0, -65 -60 0, -54 -82 0, -32 -95 0, -4 -99 0, 26 -97 0, 52 -85 0,"
    " 65 -62 0, 68 -32 0, 63 -4 0, 57 16 2, 54 8 14, 54 -10 16, 51 -28 24, 42 -42 36, 22 -56 48,"
    " 10 -66 50 !, -8 -52 52, -28 -38 46, -44 -24 36, -52 -8 20, -54 10 12"
)
_DARK: Final = (
    "10 -66 50, -14 -62 46, -40 -42 34, -58 -12 8",
    "12 -70 44, -16 -76 34, -46 -58 18, -62 -24 2",
    "12 -70 44, 34 -70 30, 54 -50 10, 63 -20 2",
)
_LIGHT: Final = (
    "10 -74 40, -20 -86 20, -46 -74 8, -62 -44 0",
    "12 -68 46, 32 -62 40, 48 -42 26, 58 -14 8",
    "8 -64 50, -20 -52 44, -42 -32 32, -55 -6 12",
)
_WISPS: Final = (
    ("-47 -26 36, -58 -4 24, -57 22 22, -61 44 20", 4.4),
    ("-52 -12 20, -63 10 12, -64 34 10, -58 54 12", 3.0),
    ("50 -24 26, 60 2 16, 58 26 16, 63 46 14", 4.0),
)


def _draw_behind(head: HeadSpace) -> None:
    hair, s = head.character.hair, head.scale * 0.86
    x, y = head.at(6 * head.character.part, -95, -24)

    def about(text: str) -> list[XY]:
        return [(x + point[0] * s, y + point[1] * s) for point in knots(text)]

    shape = smooth(about(_KNOT))
    light = linear(
        x - 30 * s,
        y - 25 * s,
        x + 30 * s,
        y + 25 * s,
        (0, hair.light, 1),
        (0.5, hair.base, 1),
        (1, hair.deep, 1),
    )
    head.fill(shape, light)
    head.canvas.clip(shape)
    for lines, colour in ((_KNOT_DARK, hair.deep), (_KNOT_LIGHT, hair.highlight)):
        for line in lines:
            head.fill(ribbon(about(line), [0.8 * s, 4.5 * s, 0.8 * s], 5, False, False), colour, 0.5)
    head.canvas.unclip()
    for line in _LOOSE_ENDS:
        head.fill(ribbon(about(line), [4 * s, 2.6 * s, 0.6 * s], 5, True, False), hair.base)
    head.fill(smooth(head.points(knots(_NAPE))), hair.deep)


def _cap(head: HeadSpace) -> list[Knot]:
    return head.parted(_CAP)


def _draw(head: HeadSpace) -> None:
    hair = head.character.hair
    cap = smooth(_cap(head), True, 0.37)
    head.fill(cap, hair_gradient(head))
    head.canvas.clip(cap)
    draw_strands(head, (head.parted(line) for line in _DARK), hair.deep, 0.45)
    draw_strands(head, (head.parted(line) for line in _LIGHT), hair.highlight, 0.42)
    head.canvas.unclip()
    for line, width in _WISPS:
        on_left = line.startswith("-") == (head.character.part > 0)
        colour = hair.base if on_left else hair.shade
        head.tapered(head.parted(line), (0.7, width, width * 0.8, 0.7), colour)


BUN: Final = HairStyle(draw=_draw, behind=_draw_behind, cap=_cap)
