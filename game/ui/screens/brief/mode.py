"""A way to play, to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.paper import badge, choice
from game.ui.widgets import Label, Pressable, Widget
from game.ui.widgets.icon import draw_icon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.app.views import ModeCard
    from game.ui.theme import Theme


class ModeChoice(Pressable):
    """A way to play: its number and name, and below them what it does."""

    __slots__ = ("_about", "_chosen", "_label", "_number")

    def __init__(self, theme: Theme, mode: ModeCard, number: int, choose: Callable[[], None]) -> None:
        super().__init__(theme, mode.label, choose, role="radio", key=f"mode:{mode.id}")
        self.value = mode.description
        self.outset = theme.px(10)
        self._number = number
        self._chosen = mode.chosen
        self.shortcut = str(number)
        self._label = Label(theme, mode.label, theme.type("body", bold=True), role="none")
        self._about = Label(theme, mode.description, theme.type("small"), role="none")

    def children(self) -> Sequence[Widget]:
        """What is within."""
        return self._label, self._about

    @property
    def checked(self) -> bool | None:
        """Whether one plays in this way."""
        return self._chosen

    def _sizes(self, width: int) -> tuple[int, int, int]:
        """Where the label begins, how high the first line is, how high the rest."""
        pad, bed = self.theme.px(14), self.theme.px(28)
        left = pad + bed + self.theme.px(10)
        line = max(bed, self._label.measure(width - left - pad)[1])
        return left, line, self._about.measure(width - 2 * pad)[1]

    def _measure(self, width: int) -> tuple[int, int]:
        _, line, rest = self._sizes(width)
        return width, line + rest + self.theme.px(12 + 5 + 12)

    def _place(self) -> None:
        pad, top = self.theme.px(14), self.theme.px(12)
        x, y, width, _ = self.rect
        left, line, rest = self._sizes(width)
        high = self._label.measure(width - left - pad)[1]
        self._label.place(pygame.Rect(x + left, y + top + (line - high) // 2, width - left - pad, high))
        self._about.place(pygame.Rect(x + pad, y + top + line + self.theme.px(5), width - 2 * pad, rest))

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        brush, px = self.theme.brush, self.theme.px
        lit = self.hovered or self.focused
        box = choice(self.theme, lit=lit, chosen=self._chosen, lift=None)
        brush.box(target, self.rect, box)
        line = self._sizes(self.rect.w)[1]
        bed = pygame.Rect(self.rect.x + px(14), 0, px(28), px(28))
        bed.centery = self.rect.y + px(12) + line // 2
        number, ink = badge(self.theme, lit=lit, chosen=self._chosen)
        brush.box(target, bed, number)
        figure = brush.words(
            str(self._number),
            self.theme.type("small", ink, bold=True),
        )
        target.blit(figure, figure.get_rect(center=bed.center))
        if self._chosen:
            mark = pygame.Rect(0, 0, px(18), px(18))
            mark.midright = (self.rect.right - px(10), bed.centery)
            target.blit(
                brush.kept(
                    ("icon", "check", px(18), self.theme.palette.cool_deep),
                    lambda: draw_icon("check", px(18), self.theme.palette.cool_deep),
                ),
                mark,
            )
        if self.focused:
            self.ring(target, box.radius)
