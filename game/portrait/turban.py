"""The turban: cloth wound about the head, in layers that cross over the forehead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.portrait.canvas import linear
from game.portrait.geometry import Knot, knots, ribbon, smooth
from game.portrait.hair.style import HairStyle

if TYPE_CHECKING:
    from game.portrait.head_space import HeadSpace
    from game.portrait.palette import ClothTones

_WHOLE: Final = (
    "-58 2 2, -69 -12 -2, -77 -40 -2, -76 -70 0, -62 -96 0, -36 -111 0, -4 -116 0, 32 -112 0, 60 -97 0,"
    " 75 -70 0, 77 -40 -2, 69 -12 -2, 58 2 2, 55 -8 14, 48 -26 30, 28 -42 44, 4 -56 51 !, -4 -56 51 !,"
    " -28 -42 44, -48 -26 30, -55 -8 14"
)
_OVER: Final = (
    "4 -57 51 !, 28 -42 44, 48 -26 30, 55 -8 14, 58 2 2, 69 -12 -2, 77 -40 -2, 75 -70 0, 60 -97 0, 32 -112 0,"
    " -4 -116 0, -34 -111 4, -22 -92 30, -8 -74 46"
)
"""The side that was wound last, over the other."""

_LOWER_LAYERS: Final = (
    "-4 -64 50, -28 -52 44, -50 -36 26, -66 -14 0",
    "-8 -76 46, -32 -64 40, -56 -46 20, -72 -26 0",
    "-14 -87 38, -38 -76 32, -62 -58 12, -76 -42 0",
    "-22 -98 24, -46 -87 20, -66 -70 6, -76 -58 0",
    "-34 -108 10, -54 -96 8, -68 -80 2, -74 -70 0",
)
_UPPER_LAYERS: Final = (
    "0 -66 49, 28 -52 44, 50 -36 26, 66 -14 0",
    "-5 -78 45, 28 -64 40, 56 -46 20, 72 -26 0",
    "-11 -89 36, 28 -77 32, 62 -58 12, 76 -42 0",
    "-17 -98 26, 28 -90 22, 64 -72 6, 76 -58 0",
    "-26 -106 14, 26 -102 10, 60 -86 2, 73 -72 0",
)


def _cap(head: HeadSpace) -> list[Knot]:
    return head.points(knots(_WHOLE))


def _draw_layers(head: HeadSpace, cloth: ClothTones, layers: tuple[str, ...]) -> None:
    """Each layer throws a shadow on the one below it, and has light on its edge."""
    s = head.scale
    for line in layers:
        edge = head.points(knots(line))
        head.fill(
            ribbon([(x, y + 2.6 * s) for x, y in edge], [2 * s, 7 * s, 6 * s, 3 * s]), cloth.shade, 0.80
        )
        head.fill(
            ribbon([(x, y + 0.9 * s) for x, y in edge], [1.2 * s, 2.4 * s, 2.4 * s, 1.2 * s]),
            cloth.deep,
            0.75,
        )
        lit = [(x, y - 2.4 * s) for x, y in edge]
        head.fill(ribbon(lit, [0.8, 3.4 * s, 2.6 * s, 0.8], 5, False, False), cloth.highlight, 0.50)


def _draw(head: HeadSpace) -> None:
    cloth = head.character.turban
    if cloth is None:
        raise ValueError("a turban has a colour")
    (x0, y0), (x1, y1) = head.at(-66, -100, 0), head.at(72, 0, 0)
    light = linear(x0, y0, x1, y1, (0, cloth.light, 1), (0.45, cloth.base, 1), (1, cloth.shade, 1))
    whole = smooth(_cap(head), True, 0.37)
    head.fill(whole, light)
    head.canvas.clip(whole)
    _draw_layers(head, cloth, _LOWER_LAYERS)
    over = smooth(head.points(knots(_OVER)), True, 0.36)
    head.fill(over.shift(-2.5 * head.scale, 3 * head.scale), cloth.deep, 0.55)
    head.fill(over, light)
    head.canvas.clip(over)
    _draw_layers(head, cloth, _UPPER_LAYERS)
    head.canvas.unclip()
    head.canvas.unclip()


TURBAN: Final = HairStyle(draw=_draw, cap=_cap, shadow=0.36, scalp=False)
