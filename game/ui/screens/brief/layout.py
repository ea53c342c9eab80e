"""Where the brief's portrait and its sheet lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.paper import sheet
from game.ui.widgets import Scroll, Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.actor import Portrait
    from game.ui.theme import Theme

_COLUMN, _SIDE = 690, 26
_LEAST_SHARE, _MOST_SHARE = 0.5, 0.66


class Sheet(Widget):
    """A sheet whose text scrolls, with the door always in sight at its foot."""

    __slots__ = ("_foot", "_scroll")

    def __init__(self, theme: Theme, scroll: Scroll, foot: Widget) -> None:
        super().__init__(theme)
        self._scroll, self._foot = scroll, foot
        self.outset = theme.px(30)

    def children(self) -> Sequence[Widget]:
        """The text and the foot."""
        return self._scroll, self._foot

    def _heights(self, width: int) -> tuple[int, int]:
        """Of the text, and of the foot with all margins."""
        px = self.theme.px
        foot = self._foot.measure(width - 2 * px(_SIDE))[1]
        return self._scroll.measure(width - px(6))[1], foot + px(12) + px(14) + px(20)

    def _measure(self, width: int) -> tuple[int, int]:
        return width, sum(self._heights(width))

    def _place(self) -> None:
        px, (x, y, width, height) = self.theme.px, self.rect
        text = height - self._heights(width)[1]
        self._scroll.place(pygame.Rect(x, y + px(12), width - px(6), text))
        foot = pygame.Rect(x + px(_SIDE), y + px(12) + text + px(14), width - 2 * px(_SIDE), 0)
        foot.h = y + height - px(20) - foot.y
        self._foot.place(foot)

    def paint(self, target: pygame.Surface) -> None:
        """Draw the paper, and a line where the text goes on below."""
        px, brush = self.theme.px, self.theme.brush
        brush.box(target, self.rect, sheet(self.theme))
        if self._scroll.furthest():
            target.fill(
                self.theme.palette.bed[:3],
                (self.rect.x, self._scroll.rect.bottom, self.rect.w, max(1, px(1.5))),
            )


class BriefLayout(Widget):
    """The portrait at the left, the sheet at the right."""

    __slots__ = ("_sheet", "portrait")

    def __init__(self, theme: Theme, name: str, portrait: Portrait, sheet: Sheet) -> None:
        super().__init__(theme, role="main", name=name)
        self.portrait, self._sheet = portrait, sheet

    def children(self) -> Sequence[Widget]:
        """Both."""
        return self.portrait, self._sheet

    def column_share(self) -> float:
        """Where the sheet begins, as a share of the width."""
        return self._left(self.theme.width) / self.theme.width

    def _left(self, width: int) -> int:
        wide = min(max(self.theme.px(_COLUMN), round(_LEAST_SHARE * width)), round(_MOST_SHARE * width))
        return width - wide - self.theme.px(26)

    def _place(self) -> None:
        px, (x, y, width, height) = self.theme.px, self.rect
        left, under = self._left(width), px(60)
        self.portrait.centre = (left - px(8)) / 2 / (left + under)
        self.portrait.place(pygame.Rect(x, y, left + under, height))
        room = width - left - px(26)
        high = min(self._sheet.measure(room)[1], height - 2 * px(18))
        self._sheet.place(pygame.Rect(x + left, y + (height - high) // 2, room, high))
