"""A share as a bar, with a thin mark where it stood before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.brush import Box
from game.ui.widgets import Column, Label, Row, Widget

if TYPE_CHECKING:
    from game.app.progress_values import FigureBar
    from game.ui.theme import Theme


class Bar(Widget):
    """From 0 to 100; the mark is drawn over the bar and beyond its edges, so that it shows on any ground."""

    __slots__ = ("_figure",)

    def __init__(self, theme: Theme, figure: FigureBar) -> None:
        super().__init__(theme, role="meter", name=figure.label)
        self.value = figure.spoken
        self._figure = figure

    @property
    def figure(self) -> tuple[float, float, float] | None:
        """The share, from 0 to 100."""
        return 0.0, float(self._figure.value), 100.0

    def _measure(self, width: int) -> tuple[int, int]:
        return width, self.theme.px(22)

    def at(self, share: int) -> int:
        """The pixel of a share."""
        return self.rect.x + self.rect.w * max(0, min(100, share)) // 100

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        px, brush, rect = self.theme.px, self.theme.brush, self.rect
        high = px(12)
        top = rect.centery - high // 2
        brush.box(
            target,
            pygame.Rect(rect.x, top, rect.w, high),
            Box(self.theme.palette.bed, high // 2, self.theme.palette.soft, 1),
        )
        full = self.at(self._figure.value) - rect.x
        if full > 0:
            brush.box(
                target,
                pygame.Rect(rect.x, top, max(high, full), high),
                Box(self.theme.palette.cool, high // 2),
            )
        if self._figure.before >= 0:
            mark = pygame.Rect(0, 0, px(6), rect.h)
            mark.center = (self.at(self._figure.before), rect.centery)
            mark.clamp_ip(rect)
            brush.box(target, mark, Box(self.theme.palette.ink, px(3), self.theme.palette.panel, px(1.5)))


def bar_row(theme: Theme, figure: FigureBar) -> Widget:
    """A bar below its label and figure."""
    label = Label(theme, figure.label, theme.type("body", bold=True))
    label.flex = 1
    share = Label(theme, figure.figure, theme.type("heading", bold=True))
    return Column(theme, [Row(theme, [label, share], gap=12), Bar(theme, figure)], gap=2)
