"""A figure between 0 and 100 as a bar with its label; it eases to a new value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.brush import Box
from game.ui.widgets.base import Widget
from game.ui.widgets.words import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.palette import Colour
    from game.ui.theme import Theme


class Gauge(Widget):
    """Label, figure and bar. `tick` moves the bar from where it stood."""

    __slots__ = ("_bar", "_figure", "_goal", "_label", "_least", "_now", "_tones")

    def __init__(
        self,
        theme: Theme,
        label: str,
        value: int,
        tones: tuple[Colour, Colour],
        *,
        spoken: str = "",
        start: float | None = None,
        figure: str | None = None,
        least: float = 92,
    ) -> None:
        """`tones` are those of the bar and of its edge, which stands out from the bed.

        `start` is where the bar begins to move from; `figure` the text at the right (the value itself).
        """
        super().__init__(theme, role="meter", name=label)
        self.value = spoken or f"{value}"
        self._goal = float(max(0, min(100, value)))
        self._now = self._goal if start is None else start
        self._tones = tones
        self._bar = theme.px(7)
        self._least = theme.px(least)
        self._label = Label(theme, label, theme.type("label", theme.palette.soft), role="none")
        text = f"{value}" if figure is None else figure
        self._figure = Label(theme, text, theme.type("label", bold=True), role="none")

    @property
    def now(self) -> float:
        """Where the bar stands."""
        return self._now

    @property
    def figure(self) -> tuple[float, float, float] | None:
        """From 0 to 100; the value that the bar moves to."""
        return 0.0, self._goal, 100.0

    def children(self) -> Sequence[Widget]:
        """What is within."""
        return self._label, self._figure

    def _measure(self, width: int) -> tuple[int, int]:
        gap = self.theme.px(8)
        figure, high = self._figure.measure(width)
        label, tall = self._label.measure(max(1, width - figure - gap))
        return min(width, max(self._least, label + gap + figure)), max(tall, high) + self.theme.px(
            4
        ) + self._bar

    def _place(self) -> None:
        gap = self.theme.px(8)
        figure, high = self._figure.measure(self.rect.w)
        label, tall = self._label.measure(max(1, self.rect.w - figure - gap))
        self._label.place(pygame.Rect(self.rect.x, self.rect.y, label, tall))
        self._figure.place(pygame.Rect(self.rect.right - figure, self.rect.y, figure, high))

    def _bed(self) -> pygame.Rect:
        return pygame.Rect(self.rect.x, self.rect.bottom - self._bar, self.rect.w, self._bar)

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        bed = self._bed()
        radius = self._bar // 2
        self.theme.brush.box(target, bed, Box(self.theme.palette.bed, radius))
        if self._now > 0:
            full = pygame.Rect(bed.x, bed.y, max(self._bar, round(bed.w * self._now / 100)), bed.h)
            self.theme.brush.box(target, full, Box(self._tones[0], radius, self._tones[1], self.theme.px(1)))

    def tick(self, dt: float) -> bool:
        """Ease toward the value; True while it moves."""
        if self._now == self._goal:
            return False
        step = (self._goal - self._now) * min(1.0, dt * 6)
        self._now = self._goal if abs(self._goal - self._now) < 0.4 else self._now + step
        self.touch(self._bed())
        return True

    def settle(self) -> None:
        """Stand at the value at once."""
        if self._now != self._goal:
            self._now = self._goal
            self.touch(self._bed())
