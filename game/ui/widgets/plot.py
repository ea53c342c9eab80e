"""A curve over turns with marked moments, in lines that differ by dash as well as by colour."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pygame

from game.model.values import NamedTuple
from game.ui.widgets.base import Widget
from game.ui.widgets.icon import draw_icon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.palette import Colour
    from game.ui.theme import Theme

_FINE = 3
_MARGIN = 8


class Series(NamedTuple):
    """One curve: values 0..100, one for each step; None where a step has none. It may end before others."""

    label: str
    values: tuple[int | None, ...]
    tone: Colour
    dashed: bool = False


class Mark(NamedTuple):
    """A moment on the curve: which step, which icon, in which colour."""

    step: int
    icon: str
    tone: Colour


class Stroke(Widget):
    """A short piece of a curve, for a legend."""

    __slots__ = ("_dashed", "_tone")

    def __init__(self, theme: Theme, tone: Colour, *, dashed: bool) -> None:
        super().__init__(theme, role="none")
        self._tone, self._dashed = tone, dashed

    def _measure(self, width: int) -> tuple[int, int]:
        return min(width, self.theme.px(40)), self.theme.px(12)

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        thick = max(2, self.theme.px(3))
        cells = 5 if self._dashed else 1
        for cell in range(0, cells, 2):
            left = self.rect.x + self.rect.w * cell // cells
            right = self.rect.x + self.rect.w * (cell + 1) // cells
            target.fill(self._tone, (left, self.rect.centery - thick // 2, right - left, thick))


class Plot(Widget):
    """Curves over steps. `spoken` is what a screen reader says instead."""

    __slots__ = ("_high", "_marks", "_series", "_steps")

    def __init__(
        self,
        theme: Theme,
        series: Sequence[Series],
        *,
        marks: Sequence[Mark] = (),
        steps: Sequence[str] = (),
        height: float = 200,
        name: str = "",
        spoken: str = "",
    ) -> None:
        """`steps` are the labels below, as many as values; those without room are left out."""
        super().__init__(theme, role="figure", name=name)
        self.value = spoken
        self._series = tuple(series)
        self._marks = tuple(marks)
        self._steps = tuple(steps)
        self._high = theme.px(height)

    def _measure(self, width: int) -> tuple[int, int]:
        return width, self._high

    def field(self) -> pygame.Rect:
        """Where the curves are drawn."""
        label = self.theme.type("label", self.theme.palette.soft)
        left = self.theme.brush.fonts.width("100", label) + self.theme.px(10)
        top, right = self.theme.px(26), self.theme.px(16)
        return pygame.Rect(
            self.rect.x + left,
            self.rect.y + top,
            self.rect.w - left - right,
            self.rect.h - top - label.lead - self.theme.px(6),
        )

    def point(self, series: int, step: int) -> tuple[int, int] | None:
        """The pixel of a value; None where the curve has none at that step."""
        field, values = self.field(), self._series[series].values
        value = values[step] if step < len(values) else None
        if value is None:
            return None
        return field.x + self._across(step), field.bottom - value * field.h // 100

    def _across(self, step: int) -> int:
        return _across(step, max((len(series.values) for series in self._series), default=0), self.field().w)

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        field, brush = self.field(), self.theme.brush
        label = self.theme.type("label", self.theme.palette.soft)
        for level in (0, 50, 100):
            y = field.bottom - level * field.h // 100
            pygame.draw.line(
                target, self.theme.palette.bed, (field.x, y), (field.right, y), max(1, self.theme.px(1))
            )
            text = brush.words(str(level), label)
            target.blit(text, (field.x - self.theme.px(8) - text.get_width(), y - text.get_height() // 2))
        free = field.x - field.w
        for index, step in enumerate(self._steps):
            text = brush.words(step, label)
            x = field.x + _across(index, len(self._steps), field.w) - text.get_width() // 2
            x = min(x, self.rect.right - text.get_width())
            if x > free:
                target.blit(text, (x, field.bottom + self.theme.px(6)))
                free = x + text.get_width() + self.theme.px(8)
        drawn = brush.kept(("plot", field.size, self._series, self.theme.zoom), self._curves)
        target.blit(drawn, (field.x - _MARGIN, field.y - _MARGIN))
        size = self.theme.px(18)
        for mark in self._marks:
            found = [self.point(index, mark.step) for index in range(len(self._series))]
            ups = [point[1] for point in found if point]
            if ups:
                x = field.x + self._across(mark.step)
                y = max(self.rect.y, min(ups) - size - self.theme.px(6))
                target.blit(_mark(self.theme, mark, size), (x - size // 2, y))

    def _curves(self) -> pygame.Surface:
        field = self.field()
        size = (field.w + 2 * _MARGIN, field.h + 2 * _MARGIN)
        fine = pygame.Surface((size[0] * _FINE, size[1] * _FINE), pygame.SRCALPHA)
        fine.fill((*self.theme.palette.ink[:3], 0))
        thick = max(2, round(self.theme.px(3) * _FINE))
        for index, series in enumerate(self._series):
            found = [self.point(index, step) for step in range(len(series.values))]
            points = [
                ((point[0] - field.x + _MARGIN) * _FINE, (point[1] - field.y + _MARGIN) * _FINE)
                for point in found
                if point
            ]
            for start, end in pairwise(points):
                for a, b in _dashes(start, end, 9 * _FINE if series.dashed else 0):
                    pygame.draw.line(fine, series.tone, a, b, thick)
            for x, y in points:
                pygame.draw.circle(fine, series.tone, (x, y), thick * 1.1)
        return pygame.transform.smoothscale(fine, size)


def _across(step: int, count: int, width: int) -> int:
    return width * step // (count - 1) if count > 1 else width // 2


def _mark(theme: Theme, mark: Mark, size: int) -> pygame.Surface:
    return theme.brush.kept(
        ("icon", mark.icon, size, mark.tone), lambda: draw_icon(mark.icon, size, mark.tone)
    )


def _dashes(
    start: tuple[int, int], end: tuple[int, int], length: int
) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    if not length:
        return [(start, end)]
    a, b = pygame.Vector2(start), pygame.Vector2(end)
    count = max(1, int(a.distance_to(b) / length) | 1)
    cuts = [a.lerp(b, i / count) for i in range(count + 1)]
    return [((p.x, p.y), (q.x, q.y)) for p, q in zip(cuts[::2], cuts[1::2], strict=False)]
