"""The eyes: lids, iris, lashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.portrait.canvas import linear
from game.portrait.geometry import XY, Path, clamp, curves, ellipse, lerp, ribbon, sample_curve
from game.portrait.palette import mix, tone

if TYPE_CHECKING:
    from game.portrait.head_space import HeadSpace


class _Eye:
    """The shape of one eye: its corners, lids and crease, in head units and on the canvas.

    Args:
        head: Whose eye.
        d: -1 for the viewer's left, 1 for the right.
    """

    def __init__(self, head: HeadSpace, d: int) -> None:
        pose, femininity, ageing = head.pose, head.character.femininity, head.character.ageing
        self.d = d
        self.x, self.y = d * head.eye_x, head.eye_y
        self.half = w = head.eye_half_width
        awake = 1 - clamp(pose.blink)
        self.opening = max(0.0, pose.lid * awake - 0.16 * max(0.0, pose.gaze_y) * awake)
        self.height = head.eye_height
        self.depth = 5.6 - 3.6 * clamp(pose.squint) + 0.5 * max(0.0, pose.lid - 1)
        grief = max(0.0, pose.brow_inner)
        droop = ageing * 1.6 - femininity * 1.6 + grief * 1.4 - 1.0
        self.inner_x, self.inner_y = self.x - d * w, self.y + 2.0
        self.outer_x, self.outer_y = self.x + d * w, self.y + 0.2 + droop
        self.tilt = -pose.brow_inner * (2.4 if pose.brow_inner > 0 else 2.6)
        at, y = head.at, self.y
        self.inner, self.outer = at(self.inner_x, self.inner_y), at(self.outer_x, self.outer_y)
        self.upper = (
            at(self.inner_x + d * w * 0.30, self._lid_y(1.12) + self.tilt * 0.9 * min(1, self.opening)),
            at(self.outer_x - d * w * 0.52, self._lid_y(1.38) - self.tilt * 0.25),
        )
        self.lower = (
            at(self.outer_x - d * w * 0.34, y + self.depth * 1.35),
            at(self.inner_x + d * w * 0.52, y + self.depth * 1.30),
        )
        self.crease = (
            at(self.inner_x + d * w * 0.22, y - self.height * 1.30 - 2.5 + self.tilt * 0.5),
            at(self.outer_x - d * w * 0.50, y - self.height * 1.42 - 4.2 + ageing * 2),
        )

    def _lid_y(self, share: float) -> float:
        """Height of a handle of the upper lid: from the closed lid up to a share of the eye's height."""
        return lerp(self.y + self.depth * 0.95, self.y - self.height * share, min(self.opening, 1.25))

    def white(self) -> Path:
        """What shows between the lids."""
        return curves(self.inner, (*self.upper, self.outer), (*self.lower, self.inner))


def draw_eye(head: HeadSpace, d: int) -> None:
    """One eye; d is -1 for the viewer's left and 1 for the right."""
    eye = _Eye(head, d)
    skin, ageing = head.character.skin, head.character.ageing
    inner = head.at(eye.inner_x - d * 0.5, eye.inner_y - 1)
    outer = head.at(eye.outer_x + d * 2.5, eye.outer_y - 1 + ageing)
    lid = curves(inner, (*eye.crease, outer), (eye.upper[1], eye.upper[0], inner))
    head.fill(lid, mix(skin.shade, skin.deep, 0.25), 0.50)
    if eye.opening > 0.10:
        _draw_ball(head, eye)
    _draw_lower_lid(head, eye)
    _draw_lashes(head, eye)
    start = head.at(eye.inner_x + d * 2.5, eye.inner_y - 5.5 + eye.tilt * 0.4)
    end = head.at(eye.outer_x + d * 1.0, eye.outer_y - 3.4 + ageing * 1.5)
    head.stroke(curves(start, (*eye.crease, end), closed=False), skin.crease, 1.4, 0.66)
    if head.pose.squint > 0.3 or head.pose.smile > 0.5:
        _draw_raised_cheek(head, eye)


def _draw_ball(head: HeadSpace, eye: _Eye) -> None:
    pose, s = head.pose, head.scale
    white = eye.white()
    head.fill(white, mix("#FFFBF4", "#F0D9CF", 0.30 * clamp(pose.tear)))
    head.canvas.clip(white)
    iris = head.character.iris
    r = 8.9 + head.character.femininity * 0.35
    cx, cy = head.at(eye.x + pose.gaze_x * eye.half * 0.44, eye.y - 1.4 + pose.gaze_y * 4.4)
    head.fill(ellipse(cx, cy, r * s * (0.94 if abs(head.sin_yaw) > 0.2 else 1), r * s), tone(iris, -0.10))
    lit = linear(cx, cy - r * s, cx, cy + r * s, (0, tone(iris, -0.07), 1), (1, tone(iris, 0.11, 0.015), 1))
    head.fill(ellipse(cx, cy + 1.0 * s, r * 0.80 * s, r * 0.80 * s), lit)
    head.fill(ellipse(cx, cy, r * 0.47 * s), "#1D1519")
    (x1, y1), (x2, y2) = eye.upper
    below: tuple[XY, XY, XY] = ((x2, y2 + 5.2 * s), (x1, y1 + 5.2 * s), eye.inner)
    head.fill(curves(eye.inner, (*eye.upper, eye.outer), below), "#4A2C36", 0.30)
    head.fill(ellipse(cx - 2.7 * s, cy - 3.0 * s, 2.2 * s), "#FFFFFF", 0.95)
    head.fill(ellipse(cx + 2.8 * s, cy + 3.2 * s, 1.1 * s), "#FFFFFF", 0.50)
    if pose.tear > 0.2:
        (x1, y1), (x2, y2) = eye.lower
        over: tuple[XY, XY, XY] = ((x2, y2 - 2.6 * s), (x1, y1 - 2.6 * s), eye.outer)
        head.fill(curves(eye.inner, over, (*eye.lower, eye.inner)), "#DDF0FA", 0.85 * clamp(pose.tear))
    head.canvas.unclip()
    x, y = head.at(eye.inner_x + eye.d * 1.6, eye.inner_y - 0.1)
    head.fill(ellipse(x, y, 1.5 * s, 1.1 * s), "#D98F86", 0.8)


def _draw_lower_lid(head: HeadSpace, eye: _Eye) -> None:
    skin, d, w = head.character.skin, eye.d, eye.half
    line = curves(
        head.at(eye.inner_x + d * w * 0.45, eye.y + eye.depth * 0.98),
        (
            head.at(eye.inner_x + d * w * 0.9, eye.y + eye.depth * 1.12),
            head.at(eye.outer_x - d * w * 0.35, eye.y + eye.depth * 0.98),
            eye.outer,
        ),
        closed=False,
    )
    width = 1.3 + 0.3 * head.character.femininity
    head.stroke(line, mix(skin.crease, skin.line, 0.4), width, 0.66)


def _draw_lashes(head: HeadSpace, eye: _Eye) -> None:
    femininity, ageing, s = head.character.femininity, head.character.ageing, head.scale
    line = sample_curve(eye.inner, *eye.upper, eye.outer, 8)
    width = 2.6 + femininity * 1.3
    if femininity > 0.55:
        x = eye.outer_x + eye.d * (4.4 - ageing * 1.6)
        y = eye.outer_y - 3.4 + ageing * 1.2 + (1 - min(eye.opening, 1)) * 4
        line.append(head.at(x, y))
        widths = [1.0 * s, width * 0.85 * s, (width + 0.5) * s, width * 0.95 * s, 0.7 * s]
        lashes = ribbon(line, widths, 2, True, False)
        head.fill(lashes, mix(head.character.skin.line, "#120C12", 0.5))
    else:
        widths = [1.0 * s, width * 0.9 * s, width * s, width * 0.8 * s]
        head.fill(ribbon(line, widths, 2), mix(head.character.skin.line, "#120C12", 0.35))


def _draw_raised_cheek(head: HeadSpace, eye: _Eye) -> None:
    """The fold under an eye that a smile or a squint pushes up."""
    strength = clamp(max(head.pose.squint - 0.1, head.pose.smile * 0.6))
    x, y, d = eye.x, eye.y, eye.d
    fold = curves(
        head.at(eye.inner_x + d * 4, y + 10.5),
        (head.at(x, y + 14.5), head.at(x + d * 9, y + 13), head.at(eye.outer_x - d * 1, y + 8.5)),
        closed=False,
    )
    head.stroke(fold, head.character.skin.crease, 1.4, 0.40 * strength)
