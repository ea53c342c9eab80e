"""Hair tied back: a high ponytail, and two braids over the shoulders."""

from __future__ import annotations

from math import atan2, hypot
from typing import TYPE_CHECKING, Final

from game.portrait.canvas import linear
from game.portrait.geometry import Knot, clamp, ellipse, knots, lerp, mirrored, sample, smooth
from game.portrait.hair.style import HairStyle, draw_strands, hair_gradient
from game.portrait.palette import SHADOW

if TYPE_CHECKING:
    from game.portrait.geometry import XY
    from game.portrait.head_space import HeadSpace

_NAPE: Final = "-53 0 -24, -50 28 -24, -36 48 -24, 36 48 -24, 50 28 -24, 53 0 -24"

_TAIL: Final = (
    "-16 -92 -30, -8 -107 -34, 16 -114 -38, 47 -107 -40, 77 -80 -42, 95 -38 -42, 105 8 -40, 105 56 -36,"
    " 99 92 -32, 104 116 -30 !, 88 106 -30, 78 122 -30 !, 73 92 -32, 68 54 -34, 67 14 -36, 60 -28 -38,"
    " 44 -64 -38, 18 -82 -34"
)
_TAIL_DARK: Final = (
    "4 -98 -34, 46 -84 -38, 76 -36 -40, 84 24 -38, 80 104 -32",
    "0 -94 -34, 34 -78 -38, 64 -36 -40, 74 14 -38, 78 70 -34",
    "10 -104 -36, 58 -90 -40, 91 -34 -42, 98 30 -40, 92 100 -32",
)
_TAIL_LIGHT: Final = (
    "6 -102 -36, 52 -90 -40, 85 -36 -42, 92 26 -40, 86 100 -32",
    "2 -96 -34, 40 -80 -38, 70 -34 -40, 78 20 -38, 79 84 -34",
)
_TIE: Final = (-2, -97, -32)
_TIED_CAP: Final = (
    "-57 12 2, -63 -6 0, -66 -34 0, -64 -60 0, -53 -82 0, -31 -96 0, 0 -101 0, 31 -97 0, 53 -83 0, 64 -60 0,"
    " 67 -34 0, 63 -6 0, 57 12 2, 54 6 14, 53 -14 16, 49 -36 24, 36 -54 40, 14 -65 50 !, -8 -58 52,"
    " -30 -47 44, -46 -28 34, -53 -8 20, -54 8 14"
)
_TIED_DARK: Final = (
    "14 -65 50, 10 -78 40, 4 -92 20, 0 -98 0",
    "-14 -57 50, -16 -74 40, -10 -90 20, -2 -98 0",
    "-34 -45 42, -38 -66 30, -28 -86 14, -6 -98 0",
    "-52 -14 20, -58 -46 8, -46 -78 4, -14 -97 0",
    "34 -55 40, 36 -72 28, 24 -88 14, 4 -98 0",
    "51 -24 20, 58 -50 8, 46 -78 4, 14 -97 0",
)
_TIED_LIGHT: Final = (
    "2 -62 51, -2 -76 40, -2 -90 20, -1 -98 0",
    "-24 -52 46, -28 -70 34, -20 -88 16, -4 -98 0",
    "-45 -30 32, -52 -58 16, -40 -82 6, -10 -98 0",
    "44 -44 32, 48 -66 16, 36 -84 8, 8 -98 0",
)
_WISPS: Final = (
    ("-50 -16 28, -58 4 20, -57 26 20, -61 44 18", 3.6),
    ("52 -18 22, 61 4 16, 59 26 16, 63 40 14", 3.4),
)

_PARTED_CAP: Final = (
    "-56 46 2, -66 30 -2, -70 -4 -2, -69 -38 0, -63 -66 0, -50 -88 0, -28 -100 0, -7 -105 0, 0 -103 6,"
    " 7 -105 0, 28 -100 0, 50 -88 0, 63 -66 0, 69 -38 0, 70 -4 -2, 66 30 -2, 56 46 2, 54 24 12, 55 4 16,"
    " 53 -16 20, 46 -36 34, 28 -54 46, 10 -65 50, 0 -70 50 !, -10 -65 50, -28 -54 46, -46 -36 34,"
    " -53 -16 20, -55 4 16, -54 24 12"
)
_PARTED_DARK: Final = (
    "2 -78 46, 26 -68 40, 52 -36 22, 60 20 4",
    "2 -90 30, 36 -82 20, 62 -42 4, 64 26 0",
    "4 -70 50, 24 -58 46, 46 -34 32, 56 6 14",
)
_PARTED_LIGHT: Final = (
    "2 -84 40, 32 -76 30, 58 -38 12, 62 22 2",
    "4 -74 48, 26 -62 44, 50 -34 26, 58 14 8",
)
_PARTING: Final = "0 -103 2, 0 -90 30, 0 -70 50"
_BRAID: Final = "56 34 -4, 68 62 6, 73 92 16, 71 124 25, 66 150 30"
_PLAITS: Final = 7
_OVER_CLOTHES: Final = 3
"""The plait from which a braid lies on the clothes, and throws a shadow there."""


def _draw_nape(head: HeadSpace) -> None:
    head.fill(smooth(head.points(knots(_NAPE))), head.character.hair.deep)


def _draw_tail(head: HeadSpace) -> None:
    """The tail falls on the side the patient turns away from, where it is seen when they do."""
    hair, d = head.character.hair, -head.character.side

    def on_side(text: str) -> list[Knot]:
        return head.points(mirrored(knots(text), d))

    _draw_nape(head)
    tail = smooth(on_side(_TAIL))
    (x0, y0), (x1, y1) = head.at(d * 8, -100, -36), head.at(d * 96, 40, -38)
    first, last = (hair.light, hair.shade) if d > 0 else (hair.base, hair.shade)
    head.fill(tail, linear(x0, y0, x1, y1, (0, first, 1), (0.45, hair.base, 1), (1, last, 1)))
    head.canvas.clip(tail)
    draw_strands(head, (on_side(line) for line in _TAIL_DARK), hair.deep, 0.50, 6)
    draw_strands(head, (on_side(line) for line in _TAIL_LIGHT), hair.highlight, 0.42)
    head.canvas.unclip()
    x, y = head.at(_TIE[0] + d * 6, _TIE[1], _TIE[2])
    tie = head.character.top
    head.fill(ellipse(x, y - 2 * head.scale, 17 * head.scale, 6.5 * head.scale, d * 0.25), tie.deep)
    head.fill(ellipse(x, y - 3.5 * head.scale, 14 * head.scale, 3.5 * head.scale, d * 0.25), tie.base)


def _tied_cap(head: HeadSpace) -> list[Knot]:
    return head.parted(_TIED_CAP)


def _draw_tied(head: HeadSpace) -> None:
    hair = head.character.hair
    cap = smooth(_tied_cap(head), True, 0.37)
    head.fill(cap, hair_gradient(head))
    head.canvas.clip(cap)
    draw_strands(head, (head.parted(line) for line in _TIED_DARK), hair.deep, 0.42)
    draw_strands(head, (head.parted(line) for line in _TIED_LIGHT), hair.highlight, 0.44)
    head.canvas.unclip()
    for line, width in _WISPS:
        head.tapered(head.parted(line), (0.7, width, width * 0.8, 0.7), hair.base)


def _parted_cap(head: HeadSpace) -> list[Knot]:
    return head.points(knots(_PARTED_CAP))


def _draw_parted(head: HeadSpace) -> None:
    hair = head.character.hair
    cap = smooth(_parted_cap(head), True, 0.37)
    head.fill(cap, hair_gradient(head))
    head.canvas.clip(cap)
    for d in (-1, 1):
        for lines, colour, opacity in (
            (_PARTED_DARK, hair.deep, 0.45),
            (_PARTED_LIGHT, hair.highlight, 0.46 if d < 0 else 0.34),
        ):
            strands = (head.points(mirrored(knots(line), d)) for line in lines)
            draw_strands(head, strands, colour, opacity, 6)
    head.canvas.unclip()
    head.line(knots(_PARTING), hair.deep, 2.0, 0.75)


def _draw_braids(head: HeadSpace) -> None:
    for d in (-1, 1):
        _draw_braid(head, d)


def _draw_braid(head: HeadSpace, d: int) -> None:
    """One braid: plaits that cross from side to side down its line, a tie, and what hangs below it."""
    hair, s = head.character.hair, head.scale
    line = sample(head.points(mirrored(knots(_BRAID), d)), 6)
    stretch = (len(line) - 1) / (_PLAITS - 0.35)
    for i in range(_OVER_CLOTHES, _PLAITS):
        x, y, _, size = _along(line, i * stretch, lerp(14.5, 9.5, i / (_PLAITS - 1)) * s)
        head.fill(ellipse(x - d * 4 * s, y + 4 * s, size, size * 1.15), SHADOW, 0.09)
    for i in range(_PLAITS):
        x, y, angle, size = _along(line, i * stretch, lerp(14.5, 9.5, i / (_PLAITS - 1)) * s)
        for side in (1, -1) if i % 2 else (-1, 1):
            lit = side < 0
            cx = x + side * size * 0.42
            lean = angle + side * 0.62
            head.fill(ellipse(cx, y, size * 0.72, size * 1.08, lean), hair.deep)
            lobe = ellipse(cx - 0.4 * s, y - 0.8 * s, size * 0.62, size * 0.98, lean)
            top, bottom = (hair.light, hair.base) if lit else (hair.base, hair.shade)
            light = linear(cx - size * 0.5, y - size, cx + size * 0.4, y + size, (0, top, 1), (1, bottom, 1))
            head.fill(lobe, light)
            glint = ellipse(cx - side * size * 0.08, y - size * 0.2, size * 0.13, size * 0.56, lean)
            head.fill(glint, hair.highlight, 0.50 if lit else 0.28)
    x, y, angle, size = _along(line, len(line) - 1, 9.0 * s)
    tip = [(x - 6 * s, y), (x + 6 * s, y), (x + 8 * s, y + 14 * s), (x - d * 1 * s, y + 27 * s, 1.0)]
    head.fill(smooth([*tip, (x - 7 * s, y + 14 * s)]), hair.base if d < 0 else hair.shade)
    head.tapered([(x, y + 3 * s), (x + 1 * s, y + 12 * s), (x, y + 22 * s)], (1, 3, 1), hair.deep, 0.5)
    tie = head.character.top
    head.fill(ellipse(x, y + 1 * s, 8.2 * s, 4.4 * s, angle), tie.deep)
    head.fill(ellipse(x - 0.6 * s, y + 0.1 * s, 6.6 * s, 2.4 * s, angle), tie.light)


def _along(line: list[XY], place: float, size: float) -> tuple[float, float, float, float]:
    """Point at a place of a line, the angle of what hangs along it there, and the size handed in."""
    at = int(clamp(place, 0, len(line) - 2))
    (x0, y0), (x1, y1) = line[at], line[at + 1]
    t = clamp(place - at)
    length = hypot(x1 - x0, y1 - y0) or 1.0
    return lerp(x0, x1, t), lerp(y0, y1, t), -atan2((x1 - x0) / length, (y1 - y0) / length), size


PONYTAIL: Final = HairStyle(draw=_draw_tied, behind=_draw_tail, cap=_tied_cap)
BRAIDS: Final = HairStyle(
    draw=_draw_parted, behind=_draw_nape, locks=_draw_braids, cap=_parted_cap, covers_ears=True
)
