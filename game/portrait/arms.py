"""The arms: upper arm, forearm, sleeve and cuff."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from game.portrait.canvas import linear
from game.portrait.geometry import XY, Path, ease, lerp, polyline, ribbon, smooth_line
from game.portrait.hands import draw_hand
from game.portrait.limbs import Limb, limb, raised
from game.portrait.palette import SHADOW, mix
from game.portrait.wardrobe import WARDROBE

if TYPE_CHECKING:
    from game.portrait.body_space import BodySpace
    from game.portrait.garment import Garment


def draw_arms(body: BodySpace, behind: Path) -> None:
    """Both arms; `behind` is where a forearm may throw its shadow: torso and lap.

    A forearm on its way to the face is left to `draw_raised_forearm`.
    """
    for d in (1, -1):
        arm = _Arm(body, d)
        upper = arm.draw_upper()
        behind = behind + upper
        if not raised(body, d).to_face:
            arm.draw_forearm(behind)


def draw_raised_forearm(body: BodySpace, behind: Path) -> None:
    """The forearm and hand on their way to the face, if they are: over clothes, hair and head."""
    if raised(body, -1).to_face:
        _Arm(body, -1).draw_forearm(behind)


class _Arm:
    """One arm; d is -1 for the viewer's left and 1 for the right."""

    def __init__(self, body: BodySpace, d: int) -> None:
        self._body = body
        self._d = d
        self._limb: Limb = limb(body, d)
        self._garment: Garment = WARDROBE[body.character.look.top]
        shoulder, elbow, wrist = body.arm_widths
        x = body.shoulder_width
        self._start = body.shoulder(d, x - shoulder * 1.22, -1, 0)
        self._top = body.shoulder(d, x - shoulder * 0.98, 24, 4)
        near = 1 - 0.08 * d * body.sin_turn
        self._shoulder_width, self._elbow_width, self._wrist_width = (
            shoulder * near,
            elbow * near,
            wrist * near,
        )

    def draw_upper(self) -> Path:
        """Shoulder to elbow; returns the outline."""
        body, d = self._body, self._d
        cloth, skin = body.character.top, body.character.skin
        w, (x, y), elbow = self._shoulder_width, self._top, self._limb.elbow
        middle = (lerp(x, elbow[0], 0.55) + d * 2.5, lerp(y, elbow[1], 0.52))
        outline = ribbon(
            [self._start, self._top, middle, elbow],
            [w * 0.80, w * 1.90, w * 1.80, self._elbow_width * 1.86],
            6,
        )
        near, half = (cloth.light, cloth.base) if d < 0 else (cloth.base, mix(cloth.base, cloth.shade, 0.5))
        sleeve = linear(x - w, y, x + w, y + 20, (0, near, 1), (0.5, half, 1), (1, cloth.shade, 1))
        body.fill(outline.shift(5, 5), SHADOW, 0.13)
        if self._garment.short_sleeves:
            bare = linear(x - w, y, x + w, y, (0, skin.light, 1), (0.5, skin.base, 1), (1, skin.shade, 1))
            body.fill(outline, bare)
            hem = (lerp(x, elbow[0], 0.50) + d * 3, lerp(y, elbow[1], 0.50))
            short = ribbon([self._start, self._top, hem], [w * 0.84, w * 1.98, w * 2.02], 6, True, False)
            body.canvas.clip(outline)
            body.fill(short.shift(0, 6), skin.deep, 0.40)
            body.canvas.unclip()
            body.fill(short, sleeve)
            edge = polyline([(hem[0] - w * 0.98, hem[1] - 4), (hem[0] + w * 0.98, hem[1] - 4)])
            body.stroke(edge, cloth.deep, 1.4, 0.35)
        else:
            body.fill(outline, sleeve)
        body.canvas.clip(outline)
        if not self._garment.short_sleeves:
            self._draw_upper_folds(elbow)
        self._draw_inner_shade(middle)
        body.canvas.unclip()
        return outline

    def _draw_upper_folds(self, elbow: XY) -> None:
        body, d, w, (x, y) = self._body, self._d, self._elbow_width, elbow
        deep, seam = body.character.top.deep, body.shoulder_width
        for line, width, opacity in (
            ([(x - w * 1.1, y - 30), (x, y - 24), (x + w * 0.9, y - 31)], 5, 0.5),
            ([(x - w * 1.0, y - 14), (x - d * 2, y - 9), (x + w * 0.9, y - 17)], 5, 0.42),
            (
                [
                    body.shoulder(d, seam - 44, 40, 10),
                    body.shoulder(d, seam - 40, 66, 10),
                    body.shoulder(d, seam - 44, 92, 12),
                ],
                6,
                0.40,
            ),
        ):
            body.fill(ribbon(line, [0.6, width, 0.6], 5, False, False), deep, opacity)

    def _draw_inner_shade(self, middle: XY) -> None:
        body, d, w, elbow = self._body, self._d, self._shoulder_width * 0.95, self._limb.elbow
        tones = body.character.skin if self._garment.short_sleeves else body.character.top
        line = [
            (self._top[0] - d * w, self._top[1] + 18),
            (middle[0] - d * w, middle[1]),
            (elbow[0] - d * self._elbow_width * 0.95, elbow[1]),
        ]
        opacity = (0.7 if d > 0 else 0.45) * (0.6 if self._garment.short_sleeves else 1)
        body.fill(ribbon(line, [4, 16, 12], 4, False, False), tones.shade, opacity)

    def draw_forearm(self, behind: Path) -> None:
        """Elbow to fingertips, with the shadow on what lies behind."""
        body, garment = self._body, self._garment
        (ex, ey), (wx, wy) = self._limb.elbow, self._limb.wrist
        w = self._elbow_width
        sag = (lerp(ex, wx, 0.45), lerp(ey, wy, 0.45) + 5)
        widths = [w * 1.86, w * 1.86, self._wrist_width * 2.0]
        outline = ribbon([(ex, ey), sag, (wx, wy)], widths, 6, True, garment.short_sleeves)
        body.canvas.clip(behind)
        body.fill(outline.shift(1, 9), SHADOW, 0.20)
        body.canvas.unclip()
        draw_hand(body, self._d, self._limb)
        tones = body.character.skin if garment.short_sleeves else body.character.top
        length = hypot(wx - ex, wy - ey) or 1.0
        ux, uy = (wx - ex) / length, (wy - ey) / length
        nx, ny = (uy, -ux) if ux < 0 else (-uy, ux)
        mx, my = (ex + wx) / 2, (ey + wy) / 2
        light = linear(
            mx - nx * w,
            my - ny * w,
            mx + nx * w,
            my + ny * w,
            (0, tones.light, 1),
            (0.45, tones.base, 1),
            (1, tones.shade, 1),
        )
        body.fill(outline, light)
        if garment.short_sleeves:
            self._draw_bare_edges((nx, ny))
        body.canvas.clip(outline)
        if not garment.short_sleeves:
            for t, width in ((0.10, 6), (0.24, 5), (0.40, 4)):
                x, y = lerp(ex, wx, t), lerp(ey, wy, t)
                fold = [
                    (x - nx * w * 1.05, y - ny * w),
                    (x + ux * 7, y + uy * 7),
                    (x + nx * w * 0.9, y + ny * w * 0.9),
                ]
                body.fill(ribbon(fold, [0.6, width, 0.6], 5, False, False), body.character.top.deep, 0.38)
        body.canvas.unclip()
        if not garment.short_sleeves:
            self._draw_cuff((ux, uy), (nx, ny))

    def _draw_bare_edges(self, across: XY) -> None:
        """Lines along a bare forearm, so that it stays apart from the other on every skin."""
        skin = self._body.character.skin
        (ex, ey), (wx, wy), (nx, ny) = self._limb.elbow, self._limb.wrist, across
        for side, start, opacity in ((1, 0.12, 0.55), (-1, 0.30, 0.30)):
            edge = []
            for i in range(4):
                t = lerp(start, 1, i / 3)
                half = lerp(self._elbow_width * 0.93, self._wrist_width, ease((t - 0.5) * 2)) * side
                sag = 20 * t * (1 - t)
                edge.append((lerp(ex, wx, t) + nx * half, lerp(ey, wy, t) + sag + ny * half))
            self._body.stroke(smooth_line(edge), skin.crease, 1.5, opacity * (0.55 + 0.45 * skin.dark))

    def _draw_cuff(self, along: XY, across: XY) -> None:
        body, cloth = self._body, self._body.character.top
        (x, y), (ux, uy), (nx, ny) = self._limb.wrist, along, across
        width = self._wrist_width * 2.14
        start, end = (x - ux * 9, y - uy * 9), (x + ux * 5, y + uy * 5)
        if self._garment.shirt_cuffs:
            shirt = [start, (x + ux * 10, y + uy * 10)]
            widths = [width * 0.86, width * 0.84]
            body.fill(ribbon(shirt, widths, 4, False, False), body.character.under.light)
        cuff = ribbon([start, end], [width, width * 0.97], 4, False, False)
        body.fill(cuff, cloth.base if self._garment.light_cuffs else cloth.shade)
        half = width * 0.48
        edge = [(start[0] - nx * half, start[1] - ny * half), (start[0] + nx * half, start[1] + ny * half)]
        body.stroke(polyline(edge), cloth.deep, 1.5, 0.5)
        if self._garment.ribbed_cuffs:
            for i in range(-3, 4):
                o = i / 3.6 * half
                rib = [(start[0] + nx * o, start[1] + ny * o), (end[0] + nx * o, end[1] + ny * o)]
                body.stroke(polyline(rib), cloth.deep, 1.0, 0.35)
