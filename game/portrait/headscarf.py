"""The headscarf: the cloth on neck and shoulders, and the cloth about the face."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.portrait.canvas import linear
from game.portrait.geometry import closed_symmetric, knots, ribbon, smooth
from game.portrait.palette import SHADOW, ClothTones

if TYPE_CHECKING:
    from game.portrait.head_space import HeadSpace

_DRAPE: Final = (
    "-62 20 -4, -68 60 -4, -86 104 -4, -102 136 0, -66 156 12, -20 176 24, 30 182 24, 72 162 12,"
    " 103 134 0, 86 102 -4, 68 60 -4, 62 20 -4"
)
_OUTER: Final = (
    "0 -104 -2, 34 -98 0, 60 -74 0, 71 -38 0, 72 4 0, 68 44 2, 56 82 10, 30 108 24, 0 116 30"
)  # fmt: skip
_BAND: Final = "-50 -18 26, -40 -44 38, -20 -58 48, 0 -61.5 52, 20 -58 48, 40 -44 38, 50 -18 26"

# Each fold: its line, its width, the name of its tone, its opacity.
_DRAPE_FOLDS: Final = (
    ("-56 60 10, -30 104 30, 20 130 34, 92 138 8", 9, "shade", 0.85),
    ("-62 78 6, -50 118 20, -10 150 30, 50 168 20", 8, "shade", 0.8),
    ("-40 80 20, 0 108 36, 50 112 30, 98 116 4", 7, "highlight", 0.5),
    ("58 60 8, 50 86 24, 20 104 34, -20 112 30", 8, "deep", 0.55),
    ("-74 96 2, -76 124 6, -60 146 12, -40 160 18", 6, "highlight", 0.45),
)
_HEAD_FOLDS: Final = (
    ("56 30 18, 60 -20 10, 48 -66 14, 10 -90 20", 7, "shade", 0.9),
    ("-56 40 18, -62 -14 10, -54 -60 10, -20 -92 12", 5, "highlight", 0.55),
    ("50 56 24, 66 10 4, 66 -40 2, 44 -84 4", 6, "deep", 0.45),
    ("-48 60 24, -66 20 4, -68 -24 2, -58 -64 2", 6, "shade", 0.7),
    ("-44 66 30, -20 98 32, 20 104 32, 46 84 20", 7, "shade", 0.9),
    ("-40 78 28, -10 106 30, 30 108 26, 56 70 12", 4, "highlight", 0.45),
    ("44 62 30, 20 92 36, -14 100 34, -46 86 18", 5, "deep", 0.40),
)


def _draw_folds(head: HeadSpace, cloth: ClothTones, folds: tuple[tuple[str, int, str, float], ...]) -> None:
    tones = {"shade": cloth.shade, "deep": cloth.deep, "highlight": cloth.highlight}
    s = head.scale
    for line, width, name, opacity in folds:
        fold = ribbon(head.points(knots(line)), [1, width * s, width * 0.8 * s, 1], 6, False, False)
        head.fill(fold, tones[name], opacity)


def draw_drape(head: HeadSpace, cloth: ClothTones) -> None:
    """The part that lies on neck and shoulders; belongs under the head."""
    shape = smooth(head.points(knots(_DRAPE)))
    (x0, y0), (x1, y1) = head.at(-90, 60, 0), head.at(100, 150, 0)
    head.fill(shape.shift(0, 7 * head.scale), SHADOW, 0.16)
    head.fill(shape, linear(x0, y0, x1, y1, (0, cloth.light, 1), (0.4, cloth.base, 1), (1, cloth.shade, 1)))
    head.canvas.clip(shape)
    _draw_folds(head, cloth, _DRAPE_FOLDS)
    head.canvas.unclip()


def draw_headscarf(head: HeadSpace, cloth: ClothTones) -> None:
    """The part about the face, with its shadow on the skin."""
    edge: list[tuple[float, float, float]] = [
        (0, -60, 52),
        (26, -55, 46),
        (44, -38, 34),
        (51, -10, 26),
        (50, 20, 26),
        (43, 48, 32),
        (28, 72, 40),
        (0, head.chin_y - 0.5, 46),
    ]
    inner = edge + [(-x, y, z) for x, y, z in edge[-2:0:-1]]
    head.canvas.clip(head.outline())
    wide = smooth(head.points([(x * 1.9, y * 1.9, z) for x, y, z in inner]))
    narrow = smooth(head.points([(x * 0.955 + 1.5, y * 0.965 + 4, z) for x, y, z in inner[::-1]]))
    head.fill(wide + narrow, head.character.skin.deep, 0.45)
    head.canvas.unclip()
    outer = smooth(head.points(closed_symmetric(knots(_OUTER))))
    ring = outer + smooth(head.points(inner[::-1]))
    (x0, y0), (x1, y1) = head.at(-66, -80, 0), head.at(70, 60, 0)
    head.fill(ring, linear(x0, y0, x1, y1, (0, cloth.light, 1), (0.45, cloth.base, 1), (1, cloth.shade, 1)))
    head.canvas.clip(ring)
    head.tapered(head.points(knots(_BAND)), (2, 8, 10, 8, 2), cloth.deep, 0.9, 6)
    _draw_folds(head, cloth, _HEAD_FOLDS)
    head.canvas.unclip()
    head.stroke(smooth(head.points(inner)), cloth.deep, 1.4, 0.55)
