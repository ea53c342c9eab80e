"""Things to press: buttons, choice cards with a number, switches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pygame

from game.ui.brush import Box
from game.ui.palette import CLEAR, Colour, faded
from game.ui.paper import badge, choice, focus_ring
from game.ui.widgets.base import Widget
from game.ui.widgets.icon import Icon
from game.ui.widgets.words import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.ui.palette import Colour, Palette
    from game.ui.theme import Theme

Kind = Literal["main", "plain", "quiet", "dark", "bar"]


def _looks(colours: Palette, kind: Kind) -> tuple[Colour, Colour, Colour]:
    """Fill, fill under the pointer, text."""
    match kind:
        case "main":
            return colours.press, colours.press, colours.on_press
        case "plain":
            return colours.bed, colours.inset, colours.ink
        case "quiet":
            return CLEAR, colours.inset, colours.ink
        case "dark":
            return colours.glass(colours.night, 0.74), colours.night, colours.lamp
        case "bar":
            return faded(colours.lamp, 0.14), faded(colours.lamp, 0.28), colours.lamp


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
        """The focus ring."""
        focus_ring(self.theme, target, self.rect, radius)


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
        ink = _looks(theme.palette, kind)[2]
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
        radius = min(self.rect.h // 2, self.theme.radius("button"))
        rest, over, _ = _looks(self.theme.palette, self.kind)
        colours, px = self.theme.palette, self.theme.px
        box = Box(over if self.hovered else rest, radius)
        if self.hovered and self.kind == "main":
            box = Box(rest, radius, colours.ink, px(2))
        elif colours.solid and self.kind == "plain":
            box = box._replace(border=colours.rim, width=px(1))
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
        self.shortcut = str(number) if number else ""
        self.outset = theme.px(14)

    def children(self) -> Sequence[Widget]:
        """What is within."""
        return (self._content,)

    @property
    def checked(self) -> bool | None:
        """Whether the card holds, where it is one of a few."""
        return self.chosen if self.role == "radio" else None

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
        brush.box(target, self.rect, choice(self.theme, lit=lit, chosen=self.chosen))
        if self._number:
            bed = pygame.Rect(self.rect.x + px(18), 0, self._badge, self._badge)
            bed.centery = self.rect.centery
            box, ink = badge(self.theme, lit=lit)
            brush.box(target, bed, box)
            style = self.theme.type("body", ink, bold=True)
            digit = brush.words(str(self._number), style)
            target.blit(digit, digit.get_rect(center=bed.center))


class Switch(Pressable):
    """On or off, with its label; the knob's side and a check mark tell, not colour alone."""

    __slots__ = ("_label", "on")

    def __init__(
        self,
        theme: Theme,
        text: str,
        on: bool,
        on_change: Callable[[bool], None],
        *,
        key: str = "",
        enabled: bool = True,
    ) -> None:
        """One that is not `enabled` is grey, and the focus passes it by."""
        super().__init__(theme, text, lambda: on_change(not self.on), role="switch", key=key)
        self.on = on
        self.focusable = enabled
        ink = theme.palette.ink if enabled else theme.palette.soft
        self._label = Label(theme, text, theme.type("body", ink), role="none")

    def children(self) -> Sequence[Widget]:
        """What is within."""
        return (self._label,)

    @property
    def checked(self) -> bool | None:
        """Whether it is on."""
        return self.on

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
        border = (
            self.theme.palette.ink
            if self.hovered
            else self.theme.palette.cool
            if self.on
            else faded(self.theme.palette.ink, 0.65)
        )
        brush.box(
            target,
            track,
            Box(
                self.theme.palette.cool if self.on else self.theme.palette.panel,
                high // 2,
                border,
                self.theme.px(2),
            ),
        )
        knob = high // 2 - self.theme.px(4)
        x = track.right - high // 2 if self.on else track.x + high // 2
        ink = self.theme.palette.ink if self.focusable else self.theme.palette.soft
        brush.circle(target, (x, track.centery), knob, self.theme.palette.letter if self.on else ink)
        if self.focused:
            self.ring(target, self.theme.px(8))
