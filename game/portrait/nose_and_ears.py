"""The nose and the ears."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.portrait.canvas import linear
from game.portrait.geometry import clamp, ellipse, smooth
from game.portrait.palette import mix

if TYPE_CHECKING:
    from game.portrait.head_space import HeadSpace

_GOLD: Final = "#D9B46A"


def draw_ears(head: HeadSpace) -> None:
    """Both ears; the far one hides when the head turns well away."""
    character = head.character
    skin, lobe = character.skin, character.ageing * 3 + character.great_age * 4
    edge = head.half_width + 0.5
    for d in (-1, 1):
        if d * head.sin_yaw > 0.34:
            continue
        shell = [
            (d * (edge - 6), -8, -4),
            (d * (edge + 4), -14, -10),
            (d * (edge + 10), -6, -12),
            (d * (edge + 8.5), 10, -10),
            (d * (edge + 4), 24 + lobe, -6),
            (d * (edge - 3), 29 + lobe, -3),
            (d * (edge - 8), 18, 0),
        ]
        head.fill(smooth(head.points(shell)), skin.base if d < 0 else mix(skin.base, skin.shade, 0.6))
        fold = [
            (d * (edge + 1), -5, -6),
            (d * (edge + 6), 0, -8),
            (d * (edge + 3.5), 8, -8),
            (d * (edge + 4), 16, -6),
        ]
        head.line(fold, skin.crease, 2.0, 0.58)
        if character.look.earrings:
            _draw_stud(head, d * (edge + 2), 30 + lobe, -4)


def draw_earrings_before_hair(head: HeadSpace) -> None:
    """Earrings that hang out of hair which covers the ears."""
    y = 34 + head.character.ageing * 2
    for d in (-1, 1):
        if d * head.sin_yaw > 0.34:
            continue
        x = d * (head.half_width - 3.5)
        head.line([(x, y - 8, 12), (x, y, 12)], _GOLD, 1.3)
        _draw_stud(head, x, y + 1, 12)


def _draw_stud(head: HeadSpace, x: float, y: float, z: float) -> None:
    cx, cy = head.at(x, y, z)
    head.fill(ellipse(cx, cy, 3.4 * head.scale), _GOLD)
    head.fill(ellipse(cx - 1, cy - 1, 1.2 * head.scale), "#FFF3D0")


def draw_nose(head: HeadSpace) -> None:
    """The nose; when the head turns, its ridge overlaps the far cheek."""
    skin = head.character.skin
    y = head.nose_y
    half = (
        10.5 - head.character.femininity * 2.0 + head.character.ageing * 1.0 - head.character.childhood * 2.0
    )
    far = 1 if head.sin_yaw > 0 else -1
    turned = clamp((abs(head.sin_yaw) - 0.08) / 0.25)
    if turned > 0:
        _draw_ridge(head, y, half, turned)
    flank = [
        (2.0, -16, 48),
        (3.0, 2, 55),
        (4.6, y - 12, 63),
        (half - 0.5, y - 4, 54),
        (half - 1.5, y - 10, 50),
        (7.0, 6, 46),
        (7.5, -12, 44),
    ]
    head.fill(smooth(head.points(flank)), skin.shade, 0.58 if far > 0 or turned < 0.5 else 0.40)
    if turned > 0:
        contour = [(far * 5.0, -14, 47), (far * 4.4, 2, 53), (far * 5.0, y - 13, 60), (far * 6.4, y - 6, 62)]
        head.tapered(head.points(contour), (0.6, 1.6, 2.0, 0.8), skin.crease, 0.62 * turned)
    underside = [
        (-half, y - 4, 52),
        (-half * 0.52, y - 1.5, 59),
        (0, y, 63),
        (half * 0.52, y - 1.5, 59),
        (half, y - 4, 52),
        (half * 0.62, y + 1.4, 55),
        (0, y + 4.2, 57),
        (-half * 0.62, y + 1.4, 55),
    ]
    head.fill(smooth(head.points(underside)), skin.deep, 0.62)
    for d in (-1, 1):
        cx, cy = head.at(d * half * 0.46, y + 0.2, 57)
        head.fill(ellipse(cx, cy, 2.3 * head.scale, 1.25 * head.scale), skin.line, 0.60)
        wing = [
            (d * (half - 1), y - 11, 52),
            (d * (half + 1.6), y - 5.5, 51),
            (d * (half - 0.5), y - 1.2, 54),
        ]
        head.line(wing, skin.crease, 1.5, 0.60 * (1 - 0.8 * turned if d == far else 1))
    cx, cy = head.at(-1.2 + far * turned * 0.8, y - 8.5, 64)
    head.fill(ellipse(cx, cy, 3.8 * head.scale, 2.9 * head.scale), skin.light, 0.75 + 0.15 * skin.dark)
    head.line([(-1, -8, 52), (-1.2, 6, 57), (-1.2, y - 17, 62)], skin.light, 3.0, 0.45)


def _draw_ridge(head: HeadSpace, y: float, half: float, turned: float) -> None:
    skin = head.character.skin
    ridge = [
        (-4.5, -18, 46),
        (-4.6, 0, 53),
        (-5.6, y - 12, 62),
        (-half, y - 5, 53),
        (-half * 0.5, y - 0.5, 61),
        (0, y + 0.8, 64),
        (half * 0.5, y - 0.5, 61),
        (half, y - 5, 53),
        (5.6, y - 12, 62),
        (4.6, 0, 53),
        (4.5, -18, 46),
    ]
    (x0, y0), (x1, y1) = head.at(-6, 0, 56), head.at(7, 0, 56)
    light = linear(x0, y0, x1, y1, (0, mix(skin.base, skin.light, 0.6), 1), (1, skin.base, 1))
    head.fill(smooth(head.points(ridge)), light, 0.55 * turned)
