"""What skin shows: light and shade, blush, the lines of age, freckles, tears and sweat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.portrait.canvas import linear
from game.portrait.geometry import clamp, curves, ellipse, lerp, ribbon, smooth
from game.portrait.palette import mix

if TYPE_CHECKING:
    from game.portrait.head_space import HeadSpace

_SIDES: Final = (-1, 1)
_FRECKLES: Final = (
    (-36, 20), (-31, 25), (-26, 19), (-22, 26), (-40, 27), (-16, 20), (36, 20), (31, 26),
    (25, 20), (21, 26), (40, 26), (15, 21), (-5, 18), (5, 20), (-33, 31), (33, 32),
)  # fmt: skip
_SPOTS: Final = ((-44, -12, 2.6), (-40, -30, 1.8), (43, 26, 2.2), (38, -38, 2.4), (-38, 34, 1.6))
_CORNER_HIDDEN: Final = 0.2
"""Sine of the yaw from which the far corner of the eye lies at the outline of the face."""
_SWEAT: Final = ((-42, -33, 3.4), (-47, -16, 2.3), (41, -36, 2.7))


def draw_modelling(head: HeadSpace) -> None:
    """Light and shade of the face, within its outline."""
    skin, pose, character = head.character.skin, head.pose, head.character
    cheek = [
        (70, -70, 0),
        (70, 90, 0),
        (10, 96, 45),
        (24, head.chin_y - 2, 42),
        (head.jaw - 8, 58, 36),
        (head.jaw + 1, 34, 30),
        (49, 12, 26),
        (52, -14, 22),
        (50, -44, 18),
    ]
    head.fill(smooth(head.points(cheek)), skin.shade, 0.55)
    for side in _SIDES:
        head.glow(side * 25, -3, 21, skin.shade, 0.50 - 0.20 * skin.dark)
        head.glow(side * 28, -24, 17, skin.light, 0.85 * skin.dark)
    blush = 0.30 + 0.42 * clamp(pose.blush) + (0.08 if character.femininity > 0.6 else 0)
    for side in _SIDES:
        head.glow(side * 34, 28, 24, skin.blush, blush * skin.flush)
    if pose.blush > 0.3:
        head.glow(0, 24, 15, skin.blush, 0.22 * clamp(pose.blush))
    head.glow(-14, -40, 34, skin.light, 0.45)
    head.glow(-30, 18, 13, skin.light, 0.40)
    head.glow(0, head.chin_y - 12, 12, skin.light, 0.35)
    for side in _SIDES:
        head.glow(side * 41, 40, 16, skin.deep, 0.50 * character.great_age)
        head.glow(side * 50, -22, 15, skin.deep, 0.34 * character.great_age)
    if character.tired > 0 or character.ageing > 0.7:
        _draw_eye_rings(head)


def _draw_eye_rings(head: HeadSpace) -> None:
    character = head.character
    strength = max(character.tired, (character.ageing - 0.7) * 1.6)
    colour = mix(character.skin.deep, "#7A5470", 0.35)
    for d in _SIDES:
        ring = [(d * 14, 12), (d * 25, 16.5), (d * 37, 12.5), (d * 34, 19), (d * 24, 22.5), (d * 15, 18)]
        head.fill(smooth(head.on_face(ring)), colour, 0.26 * strength)


def draw_lines(head: HeadSpace) -> None:
    """Folds and wrinkles, of age and of expression."""
    ageing, pose, tired = head.character.ageing, head.pose, head.character.tired
    colour = head.character.skin.crease
    older = clamp((ageing - 0.42) / 0.5)
    smiling = max(0.0, pose.smile)
    fold = max(older * 0.60, (0.10 + 0.26 * ageing) * smiling + 0.12 * clamp(-pose.smile) * older)
    if fold > 0.03:
        for d in _SIDES:
            head.face_line(
                [(d * 13.5, 34), (d * 20.5, 42), (d * (24.5 + 2 * smiling), 52)], colour, 1.7, fold
            )
    if ageing > 0.62:
        _draw_wrinkles(head, colour, (ageing - 0.62) / 0.38)
    if head.character.great_age > 0.05:
        _draw_great_age(head, colour, head.character.great_age)
    if pose.brow_inner > 0.35 and ageing > 0.3:
        strength = clamp((pose.brow_inner - 0.35) * 1.4) * clamp(0.25 + ageing)
        for y, half in ((-46, 15), (-39, 19)):
            head.face_line([(-half, y + 2.5), (0, y - 1), (half, y + 2.5)], colour, 1.4, 0.34 * strength)
    if pose.furrow > 0.25:
        strength = clamp((pose.furrow - 0.25) * 1.3)
        for d in _SIDES:
            head.face_line([(d * 4.6, -27), (d * 3.6, -21), (d * 4.6, -15)], colour, 1.6, 0.55 * strength)
    if tired > 0.2 or ageing > 0.55:
        strength = max(tired, (ageing - 0.4) * 1.2)
        for d in _SIDES:
            head.face_line([(d * 15, 14.5), (d * 24, 19.5), (d * 34, 17.5)], colour, 1.3, 0.42 * strength)


def _draw_wrinkles(head: HeadSpace, colour: str, strength: float) -> None:
    for y, half in ((-52, 24), (-43, 29)):
        brow = [(-half, y + 2), (-half * 0.4, y - 1), (half * 0.35, y - 0.5), (half, y + 2)]
        head.face_line(brow, colour, 1.4, 0.40 * strength)
    for d in _SIDES:
        for dy in (-3, 2, 7) if d * head.sin_yaw < _CORNER_HIDDEN else ():
            crow = [(d * 45, 3 + dy * 0.5), (d * 51, 2 + dy * 1.2)]
            head.face_line(crow, colour, 1.2, 0.42 * strength)
        head.face_line([(d * 22, 62), (d * 24, 70)], colour, 1.6, 0.40 * strength)


def _draw_great_age(head: HeadSpace, colour: str, strength: float) -> None:
    """Bags under the eyes, fine lines about the lips, spots."""
    lips = head.mouth_y
    for d in _SIDES:
        bag = [(d * 13, 15), (d * 22, 23), (d * 33, 22.5), (d * 39, 15)]
        head.face_line(bag, colour, 1.5, 0.50 * strength)
        head.face_line([(d * 30, 34), (d * 36, 44), (d * 36, 56)], colour, 1.4, 0.40 * strength)
        head.face_line([(d * 12, lips + 9), (d * 15, lips + 16)], colour, 1.2, 0.36 * strength)
        for x in (4, 9):
            head.face_line([(d * x, lips - 9), (d * x * 1.1, lips - 5)], colour, 1.0, 0.42 * strength)
    head.face_line([(-21, -35), (-6, -37), (8, -36.5), (22, -34)], colour, 1.3, 0.40 * strength)
    for x, y, size in _SPOTS:
        cx, cy = head.at(x, y)
        head.fill(ellipse(cx, cy, size * head.scale, size * 0.75 * head.scale), colour, 0.26 * strength)


def draw_freckles(head: HeadSpace) -> None:
    """Freckles over cheeks and nose."""
    skin = head.character.skin
    colour = mix(skin.crease, mix(skin.line, "#4A3024", 0.4), 0.25 + 0.3 * skin.dark)
    for i, (x, y) in enumerate(_FRECKLES):
        cx, cy = head.at(x, y)
        head.fill(ellipse(cx, cy, (1.0 + 0.35 * (i % 3)) * head.scale), colour, 0.50)


def draw_tears(head: HeadSpace) -> None:
    """One tear from the left eye, then one from the right, as `tear` grows."""
    s, tear = head.scale, head.pose.tear
    if tear <= 0.35:
        return
    for d, lowest, threshold in ((-1, 48, 0.40), (1, 33, 0.72)):
        run = clamp((tear - threshold) / 0.3)
        if run <= 0:
            continue
        x = d * 31
        track = head.on_face([(x - d * 3, 11), (x + d * 1, 22), (x + d * 2.2, lerp(14, lowest, run))])
        stream = ribbon(track, [1.8 * s, 2.4 * s, 3.4 * s])
        head.fill(stream, "#CFE8F7", 0.62)
        head.stroke(stream, "#7FA9C6", 0.5, 0.35)
        cx, cy = track[-1]
        drop = curves(
            (cx, cy - 5 * s),
            ((cx + 3.6 * s, cy), (cx + 3.6 * s, cy + 5 * s), (cx, cy + 5 * s)),
            ((cx - 3.6 * s, cy + 5 * s), (cx - 3.6 * s, cy), (cx, cy - 5 * s)),
        )
        water = linear(cx, cy - 5 * s, cx, cy + 5 * s, (0, "#E9F6FD", 1), (1, "#9CCBE6", 1))
        head.fill(drop, water, 0.95)
        head.stroke(drop, "#6E9DBD", 0.7, 0.55)
        head.fill(ellipse(cx - 1.1 * s, cy + 1.2 * s, 1.0 * s, 1.6 * s), "#FFFFFF", 0.95)


def draw_sweat(head: HeadSpace) -> None:
    """Beads on the temples."""
    if head.pose.sweat <= 0.3:
        return
    strength = clamp((head.pose.sweat - 0.3) / 0.5)
    for x, y, size in _SWEAT:
        cx, cy = head.at(x, y)
        r = size * head.scale
        bead = curves(
            (cx, cy - r * 1.7),
            ((cx + r, cy - r * 0.2), (cx + r, cy + r), (cx, cy + r)),
            ((cx - r, cy + r), (cx - r, cy - r * 0.2), (cx, cy - r * 1.7)),
        )
        head.fill(bead, "#CFE8F5", 0.82 * strength)
        head.fill(ellipse(cx - r * 0.3, cy + r * 0.1, r * 0.25, r * 0.4), "#FFFFFF", 0.9 * strength)
