"""Text on the screen: one style (`Label`), or speech with its actions in italics (`Rich`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.text import Flow, Run
from game.ui.widgets.base import Widget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.app.views import Speech
    from game.ui.theme import Style, Theme
    from game.ui.widgets.layout import Align


def speech_runs(speech: Speech, style: Style, action: Style | None = None) -> tuple[Run, ...]:
    """Spans of speech as runs: actions in italics, a blank between spans that have none."""
    italic = action if action is not None else style._replace(italic=True)
    runs: list[Run] = []
    for span in speech:
        blank = " " if runs and not runs[-1].text[-1:].isspace() and not span.text[:1].isspace() else ""
        runs.append(Run(blank + span.text, italic if span.action else style))
    return tuple(runs)


class Rich(Widget):
    """Wrapped text of one or more styles; can be revealed character by character without reflow."""

    __slots__ = ("_runs", "align", "shown")

    def __init__(
        self, theme: Theme, runs: Iterable[Run], *, align: Align = "start", role: str = "text"
    ) -> None:
        super().__init__(theme, role=role)
        self._runs = tuple(runs)
        self.name = "".join(run.text for run in self._runs)
        self.align: Align = align
        self.shown: int | None = None
        """Characters shown; None is all of them."""

    def flow(self) -> Flow:
        """The lines at the present width."""
        return self.theme.brush.wrap(self._runs, max(self.rect.w, 1))

    def _measure(self, width: int) -> tuple[int, int]:
        flow = self.theme.brush.wrap(self._runs, width)
        return min(flow.width, width), flow.height

    def _place(self) -> None:
        flow = self.flow()
        self.text_fits = flow.height <= self.rect.h and flow.width <= self.rect.w
        self.outset = 2

    def change(self, runs: Iterable[Run]) -> None:
        """Other text; lays the tree out again if the size differs."""
        new = tuple(runs)
        if new == self._runs:
            return
        self._runs = new
        self.name = "".join(run.text for run in new)
        self.forget_size()
        if self.measure(self.rect.w)[1] != self.rect.h:
            self.relayout()
        else:
            self._place()
            self.touch()

    def length(self) -> int:
        """Characters in all."""
        return self.flow().length

    def reveal(self, count: int | None) -> None:
        """Show the first `count` characters (None: all); only the lines that change are drawn again."""
        flow = self.flow()
        before = flow.length if self.shown is None else self.shown
        after = flow.length if count is None else count
        self.shown = count if count is not None and count < flow.length else None
        low, high = sorted((before, after))
        changed = [line for line in flow.lines if line.stop > low and line.start < high]
        if changed:
            top, last = changed[0], changed[-1]
            area = pygame.Rect(self.rect.x, self.rect.y + top.y, self.rect.w, last.y + last.height - top.y)
            self.touch(area.inflate(4, 4))

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        brush, clip = self.theme.brush, target.get_clip()
        for line in self.flow().lines:
            top = self.rect.y + line.y
            if top > clip.bottom or top + line.height < clip.top:
                continue
            left = self.rect.x
            if self.align != "start":
                left += (self.rect.w - line.width) // (2 if self.align == "centre" else 1)
            shown = None if self.shown is None or self.shown >= line.stop else self.shown - line.start
            brush.line(target, line, left, top, shown)


class Label(Rich):
    """Text of one style."""

    __slots__ = ("style",)

    def __init__(
        self, theme: Theme, text: str, style: Style, *, align: Align = "start", role: str = "text"
    ) -> None:
        super().__init__(theme, (Run(text, style),), align=align, role=role)
        self.style = style

    def say(self, text: str) -> None:
        """Other text, same style."""
        self.change((Run(text, self.style),))


def section_heading(theme: Theme, text: str) -> Label:
    """The heading of a part of a sheet or a dialog."""
    return Label(theme, text, theme.type("heading", theme.palette.cool_deep, bold=True), role="heading")
