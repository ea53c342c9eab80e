"""The mouth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.portrait.geometry import XY, Knot, clamp, ellipse, ribbon, smooth, smooth_line
from game.portrait.palette import mix

if TYPE_CHECKING:
    from game.portrait.head_space import HeadSpace

_STAND_OUT: Final = 4
"""How far the lips stand out from the face."""


class _Lips:
    """The lines of the lips, left to right on the canvas."""

    def __init__(self, head: HeadSpace) -> None:
        pose, femininity = head.pose, head.character.femininity
        self._head = head
        smile = pose.smile
        smiling = max(0.0, smile)
        self.half = 17.0 - femininity * 0.6 + pose.mouth_width * 4.5 + smiling * 4.4 - pose.press * 0.8
        self.half -= head.character.childhood * 2.5
        self.y = y = head.mouth_y
        raised = smile * (5.6 if smile > 0 else 4.6)
        self.left_corner = -raised - pose.mouth_asymmetry * 2.2
        self.right_corner = -raised + pose.mouth_asymmetry * 2.2
        self.middle = middle = smile * 2.2
        self.gap = gap = max(0.0, pose.mouth_open) * 11
        fullness = (2.9 + femininity * 2.2) * (
            1 - head.character.ageing * 0.28 - head.character.great_age * 0.2
        )
        upper = fullness * (1 - 0.55 * pose.press) * (1 - 0.25 * smiling)
        self.lower = lower = fullness * 1.45 * (1 - 0.5 * pose.press) * (1 - 0.15 * smiling) + 0.4
        tremble = 0.48 if pose.tear > 0.5 else 0
        bend = 0.16 if smile > 0 else 0.24
        left = middle + 0.3 - (middle - self.left_corner) * bend
        right = middle + 0.3 - (middle - self.right_corner) * bend
        half, at = self.half, self.at
        self.start, self.end = at(-half, y + self.left_corner), at(half, y + self.right_corner)
        self.parting = [
            at(-half * 0.52, y + left - tremble),
            at(0, y + middle + 0.6),
            at(half * 0.52, y + right - tremble),
        ]
        self.lower_edge = [
            at(-half * 0.54, y + left + gap * 0.80),
            at(0, y + middle + 0.6 + gap),
            at(half * 0.54, y + right + gap * 0.80),
        ]
        self.top = [
            at(-half * 0.50, y + left - upper * 0.72),
            at(-half * 0.17, y + middle - upper - 0.5),
            at(0, y + middle - upper + 0.9),
            at(half * 0.17, y + middle - upper - 0.5),
            at(half * 0.50, y + right - upper * 0.72),
        ]
        self.bottom = [
            at(-half * 0.56, y + left + gap * 0.78 + lower * 0.70),
            at(0, y + middle + gap + lower + 0.6),
            at(half * 0.56, y + right + gap * 0.78 + lower * 0.70),
        ]

    def at(self, x: float, y: float) -> XY:
        """A point of the lips on the canvas."""
        return self._head.at(x, y, self._head.depth(x, y) + _STAND_OUT)

    def between(self, over: list[XY], under: list[XY]) -> list[Knot]:
        """Closed outline, with sharp corners, between two lines of the mouth."""
        return [(*self.start, 1.0), *over, (*self.end, 1.0), *reversed(under)]


def draw_mouth(head: HeadSpace) -> None:
    """Lips, what shows between them, and the small shadows about them."""
    skin, femininity = head.character.skin, head.character.femininity
    lips = _Lips(head)
    if lips.gap > 0.6:
        _draw_inside(head, lips)
    strength = 0.50 + 0.42 * femininity
    head.fill(smooth(lips.between(lips.lower_edge, lips.bottom)), skin.lip, strength * 0.92)
    head.fill(smooth(lips.between(lips.top, lips.parting)), skin.lip_dark, strength * 0.80)
    half, middle, gap, at = lips.half, lips.middle, lips.gap, lips.at
    if femininity > 0.45:
        shine = [
            at(-half * 0.22, lips.y + middle * 0.9 + gap + lips.lower * 0.45),
            at(0, lips.y + middle + gap + lips.lower * 0.52),
            at(half * 0.2, lips.y + middle * 0.9 + gap + lips.lower * 0.45),
        ]
        head.stroke(smooth_line(shine), skin.light, 1.7, 0.35 * femininity)
    parted = [lips.start, *lips.parting, lips.end]
    colour = mix(skin.line, "#7A2E38", 0.35 * (1 - skin.dark))
    if gap <= 3:
        widths = [width * head.scale for width in (1.2, 2.4, 1.9, 2.4, 1.2)]
        head.fill(ribbon(parted, widths), colour, 0.92)
    else:
        widths = [width * head.scale for width in (1.2, 1.8, 1.2)]
        head.fill(ribbon(parted, widths), colour, 0.8)
    _draw_about(head, lips)


def _draw_inside(head: HeadSpace, lips: _Lips) -> None:
    inner = smooth(lips.between(lips.parting, lips.lower_edge))
    head.fill(inner, "#5A2730")
    head.canvas.clip(inner)
    x, y = lips.at(0, lips.y + lips.middle - 1.0)
    teeth = ellipse(x, y, lips.half * 0.72 * head.scale, (2.6 + lips.gap * 0.16) * head.scale)
    head.fill(teeth, "#FBF3EA")
    x, y = lips.at(0, lips.y + lips.middle + lips.gap + 4)
    head.fill(ellipse(x, y, lips.half * 0.55 * head.scale, 5 * head.scale), "#B5606A")
    head.canvas.unclip()


def _draw_about(head: HeadSpace, lips: _Lips) -> None:
    """The corners, the shadow under the lower lip, and a tense chin."""
    pose, skin, at = head.pose, head.character.skin, lips.at
    smile, half = pose.smile, lips.half
    strength = min(0.8, 0.26 + 0.45 * pose.press + 0.22 * abs(smile))
    for d, corner in ((-1, lips.left_corner), (1, lips.right_corner)):
        y = lips.y + corner
        fold = [
            at(d * (half + 0.2), y - 1.6 - smile),
            at(d * (half + 2.2), y + 0.2 - smile * 1.4),
            at(d * (half + 1.2), y + 2.6),
        ]
        head.stroke(smooth_line(fold), skin.crease, 1.7, strength)
    y = lips.y + lips.middle + lips.gap + lips.lower + 4.2
    shadow = [
        at(-9, y - 0.4),
        at(0, y + 1.0),
        at(9, y - 0.4),
        at(5, y + 2.6),
        at(0, y + 3.4),
        at(-5, y + 2.6),
    ]
    head.fill(smooth(shadow), skin.shade, 0.60)
    grieving = pose.brow_inner > 0.6 and smile < -0.25
    if pose.press > 0.55 or grieving:
        tension = max(clamp((pose.press - 0.55) * 1.4), 0.7 if grieving else 0.0)
        chin = [at(-8, head.chin_y - 12), at(0, head.chin_y - 14.5), at(8, head.chin_y - 12)]
        head.stroke(smooth_line(chin), skin.crease, 1.6, 0.40 * tension)
