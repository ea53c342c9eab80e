"""Neck, torso and lap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.portrait.body_space import NECK_Y, BodySpace
from game.portrait.canvas import linear
from game.portrait.geometry import Knot, Path, lerp, smooth
from game.portrait.palette import SHADOW, mix

if TYPE_CHECKING:
    from game.portrait.head_space import HeadSpace

_NECKLINE: Final = {
    "sweater": 20,
    "hoodie": 26,
    "shirt": 40,
    "cardigan": 30,
    "jacket": 40,
    "tunic": 26,
    "tee": 26,
    "gown": 40,
    "dress": 34,
}
"""How deep each garment is cut at the neck."""


def draw_neck(body: BodySpace, head: HeadSpace) -> None:
    """The neck, with the shadow of the head on it, and the collar bones."""
    skin = body.character.skin
    x, y = body.neck
    w = body.neck_width * 1.04
    left, right = head.at(-body.neck_width, 50, -6), head.at(body.neck_width, 50, -6)
    shape = smooth(
        [
            left,
            (lerp(left[0], x - w, 0.6), y - 26),
            (x - w * 1.12, y - 4),
            (x - w * 1.9, y + 20),
            (x, y + 62),
            (x + w * 1.9, y + 20),
            (x + w * 1.12, y - 4),
            (lerp(right[0], x + w, 0.6), y - 26),
            right,
        ]
    )
    middle = mix(skin.base, skin.shade, 0.6)
    body.fill(shape, linear(x - w, y, x + w, y, (0, skin.base, 1), (0.5, middle, 1), (1, skin.shade, 1)))
    body.canvas.clip(shape)
    body.fill(head.outline().shift(5, 23 - body.up * 0.3), skin.deep, 0.50)
    body.canvas.unclip()
    up = body.up
    for d in (-1, 1):
        bone = [
            (d * 10, NECK_Y + 36 - up * 0.4, 34),
            (d * 30, NECK_Y + 30 - up * 0.5, 30),
            (d * 54, NECK_Y + 24 - up * 0.8, 14),
        ]
        body.line(bone, skin.crease, 2.2, 0.35 + 0.2 * skin.dark)


def torso_shape(body: BodySpace) -> Path:
    """The outline of the torso on the canvas, cut out at the neckline of the garment."""
    up, breath, neck, shoulder = body.up, body.pose.breath, body.neck_width, body.shoulder_width
    chest = body.chest_width * (1 + 0.010 * breath)
    waist = body.waist_width * (1 + 0.006 * breath)
    right: list[tuple[float, float, float]] = [
        (neck * 1.30, NECK_Y - 7 - up * 0.55, -6),
        (neck * 1.30 + 30, NECK_Y + 7 - up * 0.85, -4),
        (shoulder - 20, NECK_Y + 20 - up, 0),
        (shoulder - 1, 330 - up, 0),
        (shoulder + 1, 372 - up * 0.6, 0),
        (chest + 8, 420 - up * 0.3, 6),
        (waist + 3, 500, 8),
        (body.hip_width, 575, 12),
        (body.hip_width + 12, 660, 14),
    ]
    left = [(-x, y, z) for x, y, z in reversed(right)]
    y = body.neckline_y
    depth = _NECKLINE[body.character.look.top]
    neckline: list[Knot] = [
        (-neck * 0.95, y + depth * 0.62, 26),
        (0, y + depth, 40),
        (neck * 0.95, y + depth * 0.62, 26),
    ]
    return smooth(body.points(right + left + neckline), True, 0.35)


def draw_torso(body: BodySpace, torso: Path) -> None:
    """The plain garment on the torso."""
    cloth = body.character.top
    body.fill(torso.shift(14, 10), SHADOW, 0.13)
    x0, y0 = body.at(-body.shoulder_width, 330, 30)
    x1, y1 = body.at(body.shoulder_width, 470, 30)
    shade = mix(cloth.base, cloth.shade, 0.85)
    body.fill(torso, linear(x0, y0, x1, y1, (0, cloth.light, 1), (0.38, cloth.base, 1), (1, shade, 1)))


def lap_shape(body: BodySpace) -> Path:
    """The outline of the lap on the canvas."""
    w = body.hip_width
    if body.character.look.top == "dress":
        return _skirt_shape(body)
    right: list[Knot] = [
        (0, 586, 60),
        (26, 571, 58),
        (w * 0.62, 562, 52),
        (w + 6, 563, 30),
        (w + 34, 588, 30),
        (w + 46, 624, 36),
        (w + 48, 680, 40),
    ]
    left = [(-p[0], *p[1:]) for p in right[:0:-1]]
    return smooth(body.points(right + left))


def _skirt_shape(body: BodySpace) -> Path:
    """Wider than trousers, and of one piece over both knees."""
    w = body.hip_width
    right: list[Knot] = [
        (0, 574, 62),
        (w * 0.5, 564, 58),
        (w + 2, 556, 34),
        (w + 38, 582, 32),
        (w + 60, 626, 36),
        (w + 66, 690, 40),
    ]
    left = [(-p[0], *p[1:]) for p in right[:0:-1]]
    return smooth(body.points(right + left))


def draw_lap(body: BodySpace, torso: Path, lap: Path) -> None:
    """Thighs and knees in trousers or under a skirt, with their folds."""
    skirt = body.character.look.top == "dress"
    cloth, w = body.character.top if skirt else body.character.bottom, body.hip_width
    x0, y0 = body.at(0, 560, 50)
    x1, y1 = body.at(30, 650, 60)
    body.canvas.clip(torso)
    body.fill(lap.shift(0, -6), SHADOW, 0.18)
    body.canvas.unclip()
    body.fill(lap, linear(x0, y0, x1, y1, (0, cloth.light, 1), (0.4, cloth.base, 1), (1, cloth.shade, 1)))
    body.canvas.clip(lap)
    side = [
        (0, 584, 60),
        (14, 600, 62),
        (30, 690, 66),
        (w + 70, 690, 40),
        (w + 60, 600, 36),
        (w + 20, 640, 40),
        (60, 622, 60),
    ]
    body.fill(smooth(body.points(side)), cloth.shade, 0.55)
    if skirt:
        _draw_skirt_folds(body)
    else:
        _draw_trouser_folds(body)
    body.canvas.unclip()


def _draw_skirt_folds(body: BodySpace) -> None:
    """The cloth hangs from knee to knee, and in pleats from the waist."""
    cloth, w = body.character.top, body.hip_width
    for points, width, opacity in (
        ([(-w * 0.62, 572, 58), (-w * 0.52, 606, 64), (-w * 0.60, 690, 66)], 9, 0.34),
        ([(w * 0.62, 572, 58), (w * 0.54, 606, 64), (w * 0.64, 690, 66)], 10, 0.40),
        ([(-w * 0.16, 580, 62), (-w * 0.10, 622, 68), (-w * 0.18, 690, 72)], 8, 0.36),
        ([(w * 0.20, 580, 62), (w * 0.12, 622, 68), (w * 0.22, 690, 72)], 9, 0.40),
        ([(-w * 0.98, 584, 40), (-w * 1.10, 620, 42), (-w * 1.16, 690, 44)], 8, 0.30),
        ([(w * 0.98, 584, 40), (w * 1.12, 620, 42), (w * 1.18, 690, 44)], 8, 0.36),
    ):
        body.fold(points, (0.6, width, width * 0.7), cloth.deep, opacity)
    body.fold([(-w * 0.45, 618, 64), (0, 634, 70), (w * 0.45, 618, 64)], (0.6, 9, 0.6), cloth.deep, 0.30)


def _draw_trouser_folds(body: BodySpace) -> None:
    cloth = body.character.bottom
    for d in (-1, 1):
        body.fold([(d * 3, 587, 62), (d * 34, 592, 60), (d * 74, 586, 50)], (0.8, 6, 0.6), cloth.deep, 0.40)
        body.fold([(d * 3, 592, 62), (d * 30, 604, 62), (d * 58, 604, 58)], (0.8, 5, 0.6), cloth.deep, 0.30)
    body.fold([(0, 584, 62), (0, 620, 66), (0, 680, 70)], (1.5, 9, 17), cloth.deep, 0.75, 5)
