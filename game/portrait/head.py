"""The head, back to front."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from game.portrait.beard import draw_beard, draw_moustache
from game.portrait.brows import draw_brow
from game.portrait.canvas import linear
from game.portrait.complexion import draw_freckles, draw_lines, draw_modelling, draw_sweat, draw_tears
from game.portrait.eyes import draw_eye
from game.portrait.geometry import Path, smooth
from game.portrait.glasses import draw_glasses
from game.portrait.hair.styles import STYLES
from game.portrait.headscarf import draw_drape, draw_headscarf
from game.portrait.mouth import draw_mouth
from game.portrait.nose_and_ears import draw_earrings_before_hair, draw_ears, draw_nose
from game.portrait.palette import mix
from game.portrait.turban import TURBAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.portrait.hair.style import HairStyle
    from game.portrait.head_space import HeadSpace

_SCALP: Final = (
    (-60, 8, -6), (-63, -30, -6), (-52, -74, -4), (0, -96, 0),
    (52, -74, -4), (63, -30, -6), (60, 8, -6), (0, -20, 0),
)  # fmt: skip
_TURNED_AWAY: Final = 0.2
"""Sine of the yaw from which the far eye must be cut at the outline of the face."""


def draw_behind(head: HeadSpace) -> None:
    """What hangs behind neck and body."""
    style = _style(head)
    if style is not None and style.behind is not None:
        style.behind(head)


def draw_over_clothes(head: HeadSpace) -> None:
    """What falls on the clothes, under the face: locks, or the drape of a headscarf."""
    scarf, style = head.character.scarf, _style(head)
    if scarf is not None:
        draw_drape(head, scarf)
    elif style is not None and style.locks is not None:
        style.locks(head)


def draw_head(head: HeadSpace) -> None:
    """The head itself, in front of everything."""
    style = _style(head)
    if style is not None:
        if style.scalp:
            _draw_scalp(head)
        draw_ears(head)
    outline = head.outline()
    _draw_skin(head, outline, style)
    draw_lines(head)
    draw_nose(head)
    draw_beard(head)
    draw_mouth(head)
    draw_moustache(head)
    glasses = head.character.look.glasses != "none"
    _draw_eyes(head, outline, not glasses)
    draw_tears(head)
    draw_sweat(head)
    if head.character.look.freckles:
        draw_freckles(head)
    if style is not None:
        style.draw(head)
        if style.covers_ears and head.character.look.earrings:
            draw_earrings_before_hair(head)
    if head.character.scarf is not None:
        draw_headscarf(head, head.character.scarf)
    if glasses:
        draw_glasses(head)
        _draw_brows(head, outline)


def _style(head: HeadSpace) -> HairStyle | None:
    """What is on the head: hair, or a turban over it; None under a headscarf."""
    if head.character.scarf is not None:
        return None
    return STYLES[head.character.look.hair] if head.character.turban is None else TURBAN


def _draw_scalp(head: HeadSpace) -> None:
    scalp = [(x * 1.05, y, 14) if x * head.sin_yaw > 0 and y < 0 else (x * 1.0, y, z) for x, y, z in _SCALP]
    head.fill(smooth(head.points(scalp)), head.character.hair.shade)


def _draw_skin(head: HeadSpace, outline: Path, style: HairStyle | None) -> None:
    skin = head.character.skin
    (x0, y0), (x1, y1) = head.at(-60, -40, 10), head.at(64, 40, 10)
    shaded = mix(skin.base, skin.shade, 0.62)
    head.fill(outline, linear(x0, y0, x1, y1, (0, skin.light, 1), (0.42, skin.base, 1), (1, shaded, 1)))
    head.canvas.clip(outline)
    draw_modelling(head)
    if style is not None and style.cap is not None:
        fringe = smooth(style.cap(head)).shift(2.5 * head.scale, 5.5 * head.scale)
        head.fill(fringe, skin.deep, style.shadow)
    head.canvas.unclip()


def _draw_eyes(head: HeadSpace, outline: Path, brows: bool) -> None:
    with _far_side_cut(head, outline):
        for d in (-1, 1):
            draw_eye(head, d)
        if brows:
            for d in (-1, 1):
                draw_brow(head, d)


def _draw_brows(head: HeadSpace, outline: Path) -> None:
    """The brows by themselves, over a frame that would hide what they say."""
    with _far_side_cut(head, outline):
        for d in (-1, 1):
            draw_brow(head, d)


@contextmanager
def _far_side_cut(head: HeadSpace, outline: Path) -> Iterator[None]:
    """Where the head turns away, what is drawn stays within the outline of the face."""
    turned_away = abs(head.sin_yaw) > _TURNED_AWAY
    if turned_away:
        head.canvas.clip(outline)
    yield
    if turned_away:
        head.canvas.unclip()
