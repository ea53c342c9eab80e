"""A line of a file with a caret below the place that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.widgets import Widget

if TYPE_CHECKING:
    from game.ui.theme import Theme

_HEAD, _END = "… ", "…"
"""What stands for the part of a line that is left out."""


class Excerpt(Widget):
    """The line, never wrapped: where it is wider than its place, what is far from the caret is left out."""

    __slots__ = ("_caret", "_left", "_line", "_style", "shown")

    def __init__(self, theme: Theme, line: str, caret: int) -> None:
        """`caret` is how many characters of the line stand before the place."""
        super().__init__(theme, role="text", name=line)
        self._style = theme.type("small", theme.palette.aside)
        clean = theme.brush.fonts.clean
        self._line = clean(line).replace("\n", " ")
        self._caret = min(len(clean(line[:caret])), len(self._line))
        self._left = 0
        self.shown = ""

    def _place(self) -> None:
        """What there is room for, as far as possible on both sides of the caret."""
        width = max(1, self.rect.w)
        first, last = self._caret, min(self._caret + 1, len(self._line))
        before = after = True
        while before or after:
            before = first > 0 and self._wide(self._part(first - 1, last)) <= width
            first -= before
            after = last < len(self._line) and self._wide(self._part(first, last + 1)) <= width
            last += after
        self.shown = self._part(first, last)
        self._left = self._wide(self._part(first, self._caret).removesuffix(_END))

    def _part(self, first: int, last: int) -> str:
        head = _HEAD if first > 0 else ""
        return head + self._line[first:last] + (_END if last < len(self._line) else "")

    def _wide(self, text: str) -> int:
        return self.theme.brush.fonts.width(text, self._style) if text else 0

    def _measure(self, width: int) -> tuple[int, int]:
        return min(width, self._wide(self._line) + self.theme.px(12)), self._style.lead + self.theme.px(9)

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        px = self.theme.px
        target.blit(self.theme.brush.words(self.shown or " ", self._style), self.rect.topleft)
        middle, top = self.rect.x + self._left + px(4), self.rect.y + self._style.lead
        points = ((middle, top), (middle - px(6), top + px(8)), (middle + px(6), top + px(8)))
        pygame.draw.polygon(target, self.theme.palette.warm_deep, points)
        pygame.draw.aalines(target, self.theme.palette.warm_deep, True, points)
