"""The paper of long pages: cards that draw their content only while it is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.paper import card, focus_ring
from game.ui.widgets.base import Widget
from game.ui.widgets.layout import Column
from game.ui.widgets.words import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.ui.brush import Box, Brush
    from game.ui.palette import Colour
    from game.ui.theme import Theme


_GUESS = 420
"""Units of height that a card takes until it is measured."""
_TILE = 256
"""Pixels of height of the piece that the sides are made of."""


class Card(Widget):
    """A sheet in the Tab ring, with all its text as its value.

    What can be pressed stands at its foot and is always there, so that the Tab key finds it. The rest of the
    content is built when the sheet is first measured, and gets its place only when the sheet is in the
    window: scrolling a long page moves sheets, not what is on them. Out of sight a card has no children.
    While it is `rough` its height is only a guess, and nothing is built.
    """

    __slots__ = ("_build", "_content", "_fill", "_foot", "_placed", "rough")

    def __init__(
        self,
        theme: Theme,
        name: str,
        build: Callable[[], Widget],
        *,
        key: str,
        fill: Colour | None = None,
        role: str = "article",
        foot: Widget | None = None,
    ) -> None:
        super().__init__(theme, role=role, name=name, key=key)
        self._foot = foot
        self._build = build
        self._content: Widget | None = None
        self._fill = fill or theme.palette.panel
        self._placed: pygame.Rect | None = None
        self.rough = False
        self.focusable = True
        self.outset = theme.px(16)

    def content(self) -> Widget:
        """What is on the sheet."""
        if self._content is None:
            self._content = self._build()
            self._content.parent = self
            self._content.adopt()
        return self._content

    def in_sight(self) -> bool:
        """Whether any of the sheet is in the window."""
        return self.rect.bottom > 0 and self.rect.top < self.theme.height

    def children(self) -> Sequence[Widget]:
        """What is within."""
        foot = () if self._foot is None else (self._foot,)
        if self.rough or not self.in_sight():
            return foot
        content = self.content()
        before, self._placed = self._placed, self.rect.copy()
        if before is not None and before.size == self.rect.size:
            if before != self.rect:
                content.shift(self.rect.x - before.x, self.rect.y - before.y)
        else:
            left, top = self._margins()
            inner = self.rect.inflate(-2 * left, -2 * top)
            inner.h -= self._foot_height(inner.w)
            content.place(inner)
        return (content, *foot)

    def adopt(self) -> None:
        """The content is told whose it is when it is built."""
        if self._foot is not None:
            self._foot.parent = self
            self._foot.adopt()

    def forsake(self) -> None:
        """The content too, wherever the card stands."""
        for own in (self._content, self._foot):
            if own is not None:
                own.parent = None
                own.forsake()

    def _foot_height(self, width: int) -> int:
        """Pixels that the foot takes, with the gap above it."""
        return 0 if self._foot is None else self._foot.measure(width)[1] + self.theme.px(14)

    def _place(self) -> None:
        if self._foot is not None:
            left, top = self._margins()
            wide = self.rect.w - 2 * left
            high = self._foot.measure(wide)[1]
            self._foot.place(pygame.Rect(self.rect.x + left, self.rect.bottom - top - high, wide, high))

    def _margins(self) -> tuple[int, int]:
        return self.theme.px(24), self.theme.px(20)

    def _measure(self, width: int) -> tuple[int, int]:
        if self.rough:
            return width, self.theme.px(_GUESS)
        left, top = self._margins()
        inner = width - 2 * left
        return width, self.content().measure(inner)[1] + self._foot_height(inner) + 2 * top

    def prepare(self) -> None:
        """Build the content and wrap its text, so that measuring is quick."""
        self.content().measure(self.rect.w - 2 * self._margins()[0])

    def _extend(self) -> None:
        self._placed = None
        self.extent = self.rect.inflate(2 * self.outset, 2 * self.outset)

    def shift(self, dx: int, dy: int) -> None:
        """Move; the content follows when it is next in sight."""
        self.rect.move_ip(dx, dy)
        self.extent.move_ip(dx, dy)
        if self._foot is not None:
            self._foot.shift(dx, dy)

    def set_hover(self, on: bool) -> None:
        """The pointer is here: a sheet does not answer to it."""
        self.hovered = on

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        box = card(self.theme, self._fill)
        self._paint_sheet(target, box)
        if self.focused:
            focus_ring(self.theme, target, self.rect, box.radius)

    def _paint_sheet(self, target: pygame.Surface, box: Box) -> None:
        """The sheet in three parts, so that cards of any height share their drawn edges."""
        cap, out, (x, y, width, height) = self.theme.px(60), box.outset, self.rect
        brush = self.theme.brush
        if height <= 2 * cap:
            brush.box(target, self.rect, box)
            return
        ends = brush.kept(("sheet", width, box), lambda: _drawn(brush, box, width, 2 * cap))
        row = pygame.Rect(0, out + cap, ends.get_width(), 1)
        sides = brush.kept(
            ("sheet sides", width, box),
            lambda: pygame.transform.scale(ends.subsurface(row), (ends.get_width(), _TILE)),
        )
        target.blit(ends, (x - out, y - out), (0, 0, ends.get_width(), out + cap))
        target.blit(ends, (x - out, y + height - cap), (0, out + cap, ends.get_width(), out + cap))
        target.fill(self._fill, (x, y + cap, width, height - 2 * cap))
        for top in range(y + cap, y + height - cap, _TILE):
            high = min(_TILE, y + height - cap - top)
            edge = out + box.width
            target.blit(sides, (x - out, top), (0, 0, edge, high))
            target.blit(sides, (x + width - box.width, top), (out + width - box.width, 0, edge, high))


def _drawn(brush: Brush, box: Box, width: int, height: int) -> pygame.Surface:
    out = box.outset
    surface = pygame.Surface((width + 2 * out, height + 2 * out), pygame.SRCALPHA)
    brush.box(surface, pygame.Rect(out, out, width, height), box)
    return surface


class Halves(Widget):
    """Two parts side by side where the width allows, else one below the other."""

    __slots__ = ("_even", "_gap", "_least", "_parts", "_share")

    def __init__(
        self,
        theme: Theme,
        left: Widget,
        right: Widget,
        *,
        share: float = 0.5,
        gap: float = 24,
        least: float = 760,
        even: bool = False,
    ) -> None:
        """`share` is the left part's; below `least` units the parts are stacked; `even` ones end together."""
        super().__init__(theme)
        self._parts = (left, right)
        self._share = share
        self._gap = theme.px(gap)
        self._least = theme.px(least)
        self._even = even

    def children(self) -> Sequence[Widget]:
        """What is within."""
        return self._parts

    def _widths(self, width: int) -> tuple[int, int] | None:
        if width < self._least:
            return None
        left = round((width - self._gap) * self._share)
        return left, width - self._gap - left

    def _measure(self, width: int) -> tuple[int, int]:
        widths = self._widths(width)
        if widths:
            return width, max(part.measure(wide)[1] for part, wide in zip(self._parts, widths, strict=True))
        highs = [part.measure(width)[1] for part in self._parts]
        return width, sum(highs) + self._between(highs)

    def _between(self, highs: Sequence[int]) -> int:
        return self._gap // 2 if all(highs) else 0

    def _place(self) -> None:
        x, y, width, height = self.rect
        widths = self._widths(width)
        for index, part in enumerate(self._parts):
            wide = widths[index] if widths else width
            high = height if self._even and widths else part.measure(wide)[1]
            part.place(pygame.Rect(x, y, wide, high))
            if widths:
                x += wide + self._gap
            else:
                y += high + self._between([p.measure(width)[1] for p in self._parts])


def titled(theme: Theme, title: str, content: Sequence[Widget], *, gap: float = 10) -> Widget:
    """A heading and what belongs to it."""
    heading = Label(theme, title, theme.type("title", bold=True), role="heading")
    return Column(theme, [heading, *content], gap=gap)
