"""Hair to the jaw (bob) and over the shoulders (long)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.portrait.canvas import linear
from game.portrait.geometry import Knot, knots, smooth
from game.portrait.hair.style import HairStyle, draw_strands, hair_gradient
from game.portrait.palette import SHADOW

if TYPE_CHECKING:
    from game.portrait.head_space import HeadSpace

_BOB_BEHIND: Final = (
    "-60 -60 -20, -76 -20 -22, -80 30 -22, -76 72 -20, -50 84 -20, 50 84 -20, 76 72 -20, 80 30 -22,"
    " 76 -20 -22, 60 -60 -20"
)
_BOB_CAP: Final = (
    "-60 80 6, -76 66 2, -80 30 0, -77 -10 0, -72 -46 0, -58 -82 0, -32 -102 0, 0 -108 0, 32 -103 0,"
    " 58 -84 0, 73 -48 0, 78 -10 0, 80 32 0, 75 68 2, 60 80 6, 50 70 14 !, 54 40 16, 56 10 18, 52 -16 26,"
    " 42 -36 38, 22 -56 48, 12 -64 50 !, -6 -50 54, -26 -34 48, -44 -18 38, -54 8 22, -55 40 16, -50 70 14 !"
)
_BOB_DARK: Final = (
    "12 -64 50, -24 -56 44, -56 -16 20, -64 60 8",
    "14 -72 44, -30 -78 28, -66 -34 6, -72 54 2",
    "14 -68 44, 42 -62 30, 64 -20 8, 66 64 6",
)
_BOB_LIGHT: Final = ("12 -80 36, -34 -90 12, -64 -58 2, -74 0 0", "14 -66 46, 38 -54 38, 58 -16 16, 60 50 12")
_LONG_BEHIND: Final = (
    "-58 -60 -20, -78 -14 -20, -86 50 -20, -92 120 -10, -90 176 0, -50 190 0, 50 190 0, 90 176 0,"
    " 92 120 -10, 86 50 -20, 78 -14 -20, 58 -60 -20"
)
_LONG_CAP: Final = (
    "-60 84 6, -72 100 4, -82 84 2, -82 40 0, -78 -6 0, -72 -46 0, -58 -82 0, -32 -102 0, 0 -108 0,"
    " 32 -103 0, 58 -84 0, 73 -48 0, 79 -6 0, 83 40 0, 82 86 2, 72 100 4, 60 84 6, 54 50 16, 56 10 18,"
    " 52 -16 26, 42 -36 38, 22 -56 48, 12 -64 50 !, -6 -50 54, -26 -34 48, -44 -18 38, -54 8 22, -55 50 16"
)
_LONG_DARK: Final = (
    "12 -64 50, -24 -56 44, -58 -10 20, -66 84 8",
    "14 -72 44, -30 -78 28, -68 -30 6, -76 74 2",
    "14 -68 44, 42 -62 30, 66 -16 8, 68 84 6",
)
_LONG_LIGHT: Final = (
    "12 -80 36, -34 -90 12, -64 -58 2, -74 10 0",
    "14 -66 46, 38 -54 38, 58 -16 16, 61 60 12",
)


def _draw_behind_bob(head: HeadSpace) -> None:
    head.fill(smooth(head.points(knots(_BOB_BEHIND))), head.character.hair.deep)


def _draw_behind_long(head: HeadSpace) -> None:
    head.fill(smooth(head.points(knots(_LONG_BEHIND))), head.character.hair.deep)


def _bob_cap(head: HeadSpace) -> list[Knot]:
    return head.parted(_BOB_CAP)


def _draw_sheet(head: HeadSpace, cap: str, dark: tuple[str, ...], light: tuple[str, ...]) -> None:
    hair = head.character.hair
    shape = smooth(head.parted(cap), True, 0.37)
    head.fill(shape, hair_gradient(head))
    head.canvas.clip(shape)
    draw_strands(head, (head.parted(line) for line in dark), hair.deep, 0.45, 6)
    draw_strands(head, (head.parted(line) for line in light), hair.highlight, 0.42, 6)
    head.canvas.unclip()


def _draw_bob(head: HeadSpace) -> None:
    _draw_sheet(head, _BOB_CAP, _BOB_DARK, _BOB_LIGHT)


def _draw_long(head: HeadSpace) -> None:
    _draw_sheet(head, _LONG_CAP, _LONG_DARK, _LONG_LIGHT)


def _draw_locks(head: HeadSpace) -> None:
    """Locks over the shoulders."""
    hair = head.character.hair
    for d, end in ((-1, 168), (1, 156)):
        lock = [
            (d * 50, 20, 10),
            (d * 80, 30, 4),
            (d * 86, 84, 10),
            (d * 84, 130, 22),
            (d * 66, end, 30),
            (d * 56, end - 14, 30),
            (d * 50, 110, 28),
            (d * 46, 70, 20),
        ]
        shape = smooth(head.points(lock))
        (x0, y0), (x1, y1) = head.at(d * 46, 60, 10), head.at(d * 88, 80, 10)
        head.fill(shape.shift(4, 5), SHADOW, 0.16)
        head.fill(
            shape, linear(x0, y0, x1, y1, (0, hair.base, 1), (1, hair.light if d < 0 else hair.shade, 1))
        )
        head.canvas.clip(shape)
        dark = (
            [(d * 62, 20, 10), (d * 70, 70, 12), (d * 68, 120, 22), (d * 62, end, 30)],
            [(d * 74, 30, 8), (d * 79, 80, 10), (d * 76, 124, 20), (d * 66, end, 30)],
        )
        light = [(d * 68, 20, 10), (d * 75, 70, 12), (d * 72, 118, 22), (d * 64, end, 30)]
        draw_strands(head, (head.points(line) for line in dark), hair.deep, 0.45)
        draw_strands(head, [head.points(light)], hair.highlight, 0.40)
        head.canvas.unclip()


BOB: Final = HairStyle(draw=_draw_bob, behind=_draw_behind_bob, cap=_bob_cap, covers_ears=True)
LONG: Final = HairStyle(
    draw=_draw_long, behind=_draw_behind_long, locks=_draw_locks, cap=_bob_cap, covers_ears=True
)
