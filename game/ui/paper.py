"""What everything lies on: sheets, cards, boxes and chips, with one scale of corners and of shadows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.brush import Box, Shadow
from game.ui.theme import LIFTS

if TYPE_CHECKING:
    import pygame

    from game.ui.palette import Colour
    from game.ui.theme import Lift, Theme


def shadow(theme: Theme, lift: Lift) -> Shadow:
    """The shadow of what lies so high above the room."""
    spread, fall, opacity = LIFTS[lift]
    return Shadow(theme.px(spread), theme.px(fall), opacity)


def sheet(theme: Theme, lift: Lift = "sheet") -> Box:
    """The paper of a panel, a page or a dialog."""
    colours = theme.palette
    return Box(colours.panel, theme.radius("sheet"), *_rim(theme), shadow(theme, lift))


def card(theme: Theme, fill: Colour | None = None) -> Box:
    """A card that lies on the room, on the panel's paper or on another fill."""
    return Box(fill or theme.palette.panel, theme.radius("card"), *_rim(theme), shadow(theme, "card"))


def inset(theme: Theme, fill: Colour | None = None) -> Box:
    """A box within a panel."""
    return Box(fill or theme.palette.inset, theme.radius("box"))


def glass(theme: Theme, opacity: float = 0.74) -> Box:
    """Dark glass on the room, through which it shines a little."""
    return Box(theme.palette.glass(theme.palette.night, opacity), theme.radius("chip"))


def choice(theme: Theme, *, lit: bool, chosen: bool, lift: Lift | None = "card") -> Box:
    """A card to choose: at rest, under the pointer or with the focus, or the one that holds."""
    colours = theme.palette
    below = shadow(theme, lift) if lift else None
    if lit or chosen:
        edge = colours.warm if lit else colours.cool
        return Box(colours.lit, theme.radius("card"), edge, theme.px(3), below)
    return Box(colours.glass(colours.card, 0.96), theme.radius("card"), *_rim(theme), below)


def badge(theme: Theme, *, lit: bool, chosen: bool = False) -> tuple[Box, Colour]:
    """The bed of a choice's number, and the ink upon it."""
    colours = theme.palette
    fill, ink = (
        (colours.press, colours.on_press)
        if lit
        else (colours.cool_deep, colours.letter)
        if chosen
        else (colours.bed, colours.ink)
    )
    return Box(fill, theme.radius("badge")), ink


def focus_ring(theme: Theme, target: pygame.Surface, rect: pygame.Rect, radius: int) -> None:
    """Around what has the focus, in a dark and a light line, so that it shows on anything."""
    thick, gap = theme.px(2.5), theme.px(2)
    colours, brush = theme.palette, theme.brush
    for out, tone, wide in ((gap + thick, colours.ring_edge, thick), (gap, colours.ring, gap)):
        around = rect.inflate(2 * out, 2 * out)
        brush.ring(target, around, radius + out, tone, wide)


def _rim(theme: Theme) -> tuple[Colour | None, int]:
    """The line around paper, where the palette has one: colour and width."""
    rim = theme.palette.rim
    return (rim, theme.px(1)) if rim[3] else (None, 0)
