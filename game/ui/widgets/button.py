"""Things to press: buttons, choice cards with a number, switches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pygame

from game.ui.brush import Box, Shadow
from game.ui.theme import (
    CARD,
    CLEAR,
    CORAL,
    CREAM,
    GOLD,
    INK,
    LAMP,
    NIGHT,
    RUST,
    SAND,
    STONE,
    TEAL,
    WHITE,
    Colour,
    faded,
)  # fmt: skip
from game.ui.widgets.base import Widget
from game.ui.widgets.icon import Icon
from game.ui.widgets.words import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.ui.theme import Theme

Kind = Literal["main", "plain", "quiet", "dark", "bar"]
_LOOKS: dict[Kind, tuple[Colour, Colour, Colour]] = {
    "main": (RUST, CORAL, WHITE),
    "plain": (STONE, SAND, INK),
    "quiet": (CLEAR, SAND, INK),
    "dark": (faded(NIGHT, 0.74), NIGHT, LAMP),
    "bar": (faded(LAMP, 0.14), faded(LAMP, 0.28), LAMP),
}
"""Fill, fill under the pointer, text."""


class Pressable(Widget):
    """Base of what can be pressed by pointer, Enter or Space."""

    __slots__ = ("enabled", "on_press")

    def __init__(
        self, theme: Theme, name: str, on_press: Callable[[], None], *, role: str = "button", key: str = ""
    ) -> None:
        super().__init__(theme, role=role, name=name, key=key or name)
        self.on_press = on_press
        self.focusable = True
        self.outset = theme.px(6)

    def press(self) -> None:
        """Do what it is for."""
        self.on_press()

    def ring(self, target: pygame.Surface, radius: int) -> None:
        """The focus ring, in a dark and a light line so that it shows on anything."""
        thick, gap = self.theme.px(2.5), self.theme.px(2)
        out = self.rect.inflate(2 * (gap + thick), 2 * (gap + thick))
        self.theme.brush.box(target, out, Box(CLEAR, radius + gap + thick, INK, thick))
        out = self.rect.inflate(2 * gap, 2 * gap)
        self.theme.brush.box(target, out, Box(CLEAR, radius + gap, GOLD, gap))


class Button(Pressable):
    """A button whose text wraps; an icon may stand before it."""

    __slots__ = ("_icon", "_label", "_margins", "kind")

    def __init__(
        self,
        theme: Theme,
        text: str,
        on_press: Callable[[], None],
        *,
        kind: Kind = "plain",
        icon: str = "",
        key: str = "",
        align: Literal["start", "centre"] = "centre",
        small: bool = False,
    ) -> None:
        super().__init__(theme, text, on_press, key=key)
        self.kind: Kind = kind
        ink = _LOOKS[kind][2]
        style = theme.type("small" if small else "body", ink, bold=kind == "main")
        self._label = Label(theme, text, style, align=align, role="none")
        self._icon = Icon(theme, icon, ink, size=18) if icon else None
        self._margins = (theme.px(12 if small else 18), theme.px(6 if small else 10))

    def children(self) -> Sequence[Widget]:
        """What is within."""
        return (self._icon, self._label) if self._icon else (self._label,)

    def _sizes(self, width: int) -> tuple[int, int, int]:
        aside = self._icon.measure(width)[0] + self.theme.px(8) if self._icon else 0
        wide, high = self._label.measure(width - 2 * self._margins[0] - aside)
        return aside, wide, high

    def _measure(self, width: int) -> tuple[int, int]:
        aside, wide, high = self._sizes(width)
        return min(width, wide + aside + 2 * self._margins[0]), high + 2 * self._margins[1]

    def _place(self) -> None:
        aside, wide, high = self._sizes(self.rect.w)
        spare = self.rect.w - 2 * self._margins[0] - aside - wide
        x = self.rect.x + self._margins[0] + (spare // 2 if self._label.align == "centre" else 0)
        y = self.rect.y + (self.rect.h - high) // 2
        if self._icon:
            size = self._icon.measure(self.rect.w)[1]
            self._icon.place(pygame.Rect(x, self.rect.y + (self.rect.h - size) // 2, size, size))
        self._label.place(pygame.Rect(x + aside, y, wide, high))

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        radius = min(self.rect.h // 2, self.theme.px(14))
        rest, over, _ = _LOOKS[self.kind]
        if self.kind == "main":
            over = rest
        box = Box(over if self.hovered else rest, radius)
        if self.hovered and self.kind == "main":
            box = Box(rest, radius, INK, self.theme.px(2))
        self.theme.brush.box(target, self.rect, box)
        if self.focused:
            self.ring(target, radius)


class ChoiceCard(Pressable):
    """A card to choose: a number badge, any content, and a strong border under pointer or focus."""

    __slots__ = ("_badge", "_content", "_least", "_number", "_pad", "chosen")

    def __init__(
        self,
        theme: Theme,
        content: Widget,
        on_press: Callable[[], None],
        *,
        number: int = 0,
        name: str = "",
        key: str = "",
        chosen: bool = False,
        tight: bool = False,
        role: str = "button",
    ) -> None:
        """`number` 1..9 draws a badge; 0 draws none. `chosen` marks the card that holds (a radio)."""
        super().__init__(theme, name or content.name, on_press, role=role, key=key)
        self._content = content
        self._number = number
        self._pad, self._least = (theme.px(9), theme.px(54)) if tight else (theme.px(13), theme.px(64))
        self._badge = theme.px(34) if number else 0
        self.chosen = chosen
        self.value = "chosen" if chosen else ""
        self.outset = theme.px(14)

    def children(self) -> Sequence[Widget]:
        """What is within."""
        return (self._content,)

    def _left(self) -> int:
        return self.theme.px(18) + (self._badge + self.theme.px(16) if self._number else 0)

    def _measure(self, width: int) -> tuple[int, int]:
        right = self.theme.px(20)
        wide, high = self._content.measure(width - self._left() - right)
        high = max(high, self._badge) + 2 * self._pad
        return min(width, wide + self._left() + right), max(high, self._least)

    def _place(self) -> None:
        wide = self.rect.w - self._left() - self.theme.px(20)
        high = self._content.measure(wide)[1]
        y = self.rect.y + (self.rect.h - high) // 2
        self._content.place(pygame.Rect(self.rect.x + self._left(), y, wide, high))

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        brush, px = self.theme.brush, self.theme.px
        lit = self.hovered or self.focused
        shadow = Shadow(px(4), px(2), 0.22)
        border = CORAL if lit else TEAL if self.chosen else None
        fill = WHITE if lit or self.chosen else faded(CARD, 0.96)
        brush.box(target, self.rect, Box(fill, px(17), border, px(3) if border else 0, shadow))
        if self._number:
            badge = pygame.Rect(self.rect.x + px(18), 0, self._badge, self._badge)
            badge.centery = self.rect.centery
            brush.box(target, badge, Box(RUST if lit else STONE, px(11)))
            style = self.theme.type("body", WHITE if lit else INK, bold=True)
            digit = brush.words(str(self._number), style)
            target.blit(digit, digit.get_rect(center=badge.center))


class Switch(Pressable):
    """On or off, with its label; the knob's side and a check mark tell, not colour alone."""

    __slots__ = ("_label", "on")

    def __init__(
        self, theme: Theme, text: str, on: bool, on_change: Callable[[bool], None], *, key: str = ""
    ) -> None:
        super().__init__(theme, text, lambda: on_change(not self.on), role="switch", key=key)
        self.on = on
        self.value = "on" if on else "off"
        self._label = Label(theme, text, theme.type("body"), role="none")

    def children(self) -> Sequence[Widget]:
        """What is within."""
        return (self._label,)

    def _track(self) -> tuple[int, int]:
        return self.theme.px(44), self.theme.px(24)

    def _measure(self, width: int) -> tuple[int, int]:
        track, high = self._track()
        gap = self.theme.px(12)
        wide, tall = self._label.measure(width - track - gap)
        return min(width, wide + track + gap), max(high, tall) + self.theme.px(8)

    def _place(self) -> None:
        left = self._track()[0] + self.theme.px(12)
        high = self._label.measure(self.rect.w - left)[1]
        y = self.rect.y + (self.rect.h - high) // 2
        self._label.place(pygame.Rect(self.rect.x + left, y, self.rect.w - left, high))

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        wide, high = self._track()
        track = pygame.Rect(self.rect.x, 0, wide, high)
        track.centery = self.rect.centery
        brush = self.theme.brush
        border = INK if self.hovered else TEAL if self.on else faded(INK, 0.65)
        brush.box(target, track, Box(TEAL if self.on else CREAM, high // 2, border, self.theme.px(2)))
        knob = high // 2 - self.theme.px(4)
        x = track.right - high // 2 if self.on else track.x + high // 2
        brush.circle(target, (x, track.centery), knob, WHITE if self.on else INK)
        if self.focused:
            self.ring(target, self.theme.px(8))
