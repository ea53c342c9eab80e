"""Short styles: tousled, crop, buzz, swept back, and bald with a fringe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.portrait.geometry import Knot, ellipse, knots, smooth
from game.portrait.hair.style import HairStyle, draw_strands, hair_gradient

if TYPE_CHECKING:
    from game.portrait.head_space import HeadSpace

_TOUSLED_CAP: Final = (
    "-57 12 2, -63 -8 0, -69 -24 0 !, -67 -40 0, -70 -58 0, -66 -78 0, -56 -94 0, -44 -102 0 !, -26 -109 0,"
    " -2 -113 0, 10 -118 0 !, 26 -109 0, 46 -101 0, 60 -92 0 !, 66 -74 0, 70 -54 0, 67 -36 0, 70 -22 0 !,"
    " 63 -6 0, 57 12 2, 53 4 14, 54 -16 16, 52 -30 24, 48 -44 32, 38 -58 40, 27 -62 46 !, 20 -46 50,"
    " 6 -32 54 !, 6 -42 54, -4 -34 54, -18 -22 52 !, -17 -33 52, -28 -22 46, -40 -13 40 !, -41 -24 38,"
    " -49 -14 26, -53 -2 18 !, -54 6 12"
)
_TOUSLED_DARK: Final = (
    "30 -84 30, 14 -74 44, 6 -54 52, -4 -34 54",
    "30 -90 26, -4 -88 36, -22 -62 44, -30 -24 46",
    "20 -100 14, -24 -96 18, -46 -66 24, -50 -18 26",
    "34 -72 40, 46 -66 30, 56 -46 18, 60 -14 6",
    "4 -106 8, -40 -92 6, -62 -58 4, -62 -10 2",
)
_TOUSLED_LIGHT: Final = (
    "30 -78 36, 20 -66 48, 12 -52 52, 8 -40 54",
    "28 -94 20, -14 -92 28, -34 -66 36, -38 -26 40",
    "34 -94 14, 52 -80 10, 62 -58 6, 64 -34 0",
    "28 -88 30, 4 -80 42, -12 -58 50, -18 -34 52",
)
_CROP_CAP: Final = (
    "-57 14 2, -62 -8 0, -65 -34 0, -64 -60 0, -54 -84 0, -34 -100 0, -6 -107 0, 24 -105 0, 48 -94 0,"
    " 63 -70 0, 66 -38 0, 62 -8 0, 57 14 2, 53 6 14, 53 -22 16, 50 -44 26, 40 -56 38, 14 -58 52,"
    " -14 -54 54, -34 -46 46, -46 -40 34, -51 -26 20, -53 6 14"
)
_CROP_LIGHT: Final = (
    "40 -58 40, 28 -84 24, 0 -92 24, -40 -80 10",
    "28 -58 48, 8 -74 40, -20 -76 34, -52 -60 10",
    "10 -56 54, -10 -66 46, -34 -62 36, -56 -42 10",
)
_CROP_DARK: Final = (
    "44 -56 36, 36 -80 18, 14 -98 8, -24 -96 4",
    "20 -57 50, 0 -68 46, -28 -70 34, -54 -50 10",
    "56 -4 6, 58 -30 4, 54 -54 10, 44 -60 30",
)
_BUZZ_CAP: Final = (
    "-58 8 2, -62 -14 0, -63 -40 0, -57 -66 0, -40 -85 0, -14 -93 0, 14 -93 0, 40 -85 0, 57 -66 0,"
    " 63 -40 0, 62 -14 0, 58 8 2, 54 2 14, 53 -26 18, 45 -44 30, 30 -54 44, 0 -57 54, -30 -54 44,"
    " -45 -44 30, -53 -26 18, -54 2 14"
)
_SWEPT_CAP: Final = (
    "-58 18 2, -65 2 -2, -68 -26 -2, -66 -56 0, -55 -82 0, -36 -98 0, -8 -104 0, 18 -103 0, 44 -93 0,"
    " 60 -72 0, 68 -42 0, 68 -12 -2, 63 8 -2, 58 20 2, 54 10 14, 53 -14 16, 50 -36 22, 42 -46 32,"
    " 40 -64 34, 26 -74 40, 6 -68 46, -10 -68 46, -28 -75 40, -41 -64 34, -43 -46 32, -50 -34 22,"
    " -53 -14 16, -54 8 14"
)
_SWEPT_LIGHT: Final = (
    "-26 -72 42, -32 -88 20, -36 -96 6, -40 -100 0",
    "-6 -68 46, -8 -86 26, -10 -98 8, -12 -104 0",
    "10 -69 46, 12 -86 26, 14 -98 8, 16 -104 0",
    "-48 -36 24, -58 -52 8, -60 -66 2, -58 -78 0",
)
_SWEPT_DARK: Final = (
    "20 -72 42, 26 -88 20, 30 -96 6, 34 -100 0",
    "-16 -70 44, -20 -88 22, -23 -98 6, -26 -102 0",
    "2 -68 46, 2 -86 26, 2 -98 8, 2 -104 0",
    "48 -36 24, 58 -52 8, 60 -66 2, 58 -78 0",
    "54 8 10, 60 -8 2, 62 -26 0, 62 -44 0",
    "-54 8 10, -60 -8 2, -62 -26 0, -62 -44 0",
)
_BALD_SIDE: Final = (
    (57, 16, 2),
    (65, 4, -4),
    (67, -18, -4),
    (62, -40, -2),
    (56, -44, 6),
    (54, -28, 14),
    (53.5, 4, 14),
)


def _tousled_cap(head: HeadSpace) -> list[Knot]:
    return head.parted(_TOUSLED_CAP)


def _draw_tousled(head: HeadSpace) -> None:
    hair = head.character.hair
    cap = smooth(_tousled_cap(head), True, 0.38)
    head.fill(cap, hair_gradient(head))
    head.canvas.clip(cap)
    draw_strands(head, (head.parted(line) for line in _TOUSLED_DARK), hair.deep, 0.55, 6)
    draw_strands(head, (head.parted(line) for line in _TOUSLED_LIGHT), hair.highlight, 0.40, 6)
    head.canvas.unclip()


def _crop_cap(head: HeadSpace) -> list[Knot]:
    return head.parted(_CROP_CAP)


def _draw_crop(head: HeadSpace) -> None:
    hair = head.character.hair
    cap = smooth(_crop_cap(head), True, 0.37)
    head.fill(cap, hair_gradient(head))
    head.canvas.clip(cap)
    draw_strands(head, (head.parted(line) for line in _CROP_LIGHT), hair.highlight, 0.40)
    draw_strands(head, (head.parted(line) for line in _CROP_DARK), hair.deep, 0.45)
    head.canvas.unclip()


def _buzz_cap(head: HeadSpace) -> list[Knot]:
    return head.points(knots(_BUZZ_CAP))


def _draw_buzz(head: HeadSpace) -> None:
    head.fill(smooth(_buzz_cap(head), True, 0.37), hair_gradient(head), 0.92)


def _swept_cap(head: HeadSpace) -> list[Knot]:
    return head.points(knots(_SWEPT_CAP))


def _draw_swept(head: HeadSpace) -> None:
    hair = head.character.hair
    cap = smooth(_swept_cap(head), True, 0.37)
    head.fill(cap, hair_gradient(head))
    head.canvas.clip(cap)
    draw_strands(head, (head.points(knots(line)) for line in _SWEPT_LIGHT), hair.highlight, 0.55)
    draw_strands(head, (head.points(knots(line)) for line in _SWEPT_DARK), hair.deep, 0.35)
    head.canvas.unclip()


def _draw_bald(head: HeadSpace) -> None:
    for d in (-1, 1):
        fringe = head.points([(d * x, y, z) for x, y, z in _BALD_SIDE])
        head.fill(smooth(fringe), hair_gradient(head))
    x, y = head.at(-20, -66, 30)
    head.fill(ellipse(x, y, 16 * head.scale, 8 * head.scale, -0.5), head.character.skin.light, 0.6)


TOUSLED: Final = HairStyle(draw=_draw_tousled, cap=_tousled_cap)
CROP: Final = HairStyle(draw=_draw_crop, cap=_crop_cap)
BUZZ: Final = HairStyle(draw=_draw_buzz, cap=_buzz_cap, scalp=False)
SWEPT: Final = HairStyle(draw=_draw_swept, cap=_swept_cap, shadow=0.26)
BALD: Final = HairStyle(draw=_draw_bald, scalp=False)
