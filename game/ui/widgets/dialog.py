"""A panel in the middle, upon a veil: it keeps the focus until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.paper import sheet
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.layout import Column, Row
from game.ui.widgets.scroll import Scroll
from game.ui.widgets.words import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.ui.theme import Theme

_LONG = 80
"""Characters of a title beyond which it is set smaller, so that it leaves room for the content."""


class Dialog(Widget):
    """Title, content that scrolls when it is long, a close button. Esc closes it.

    Give it to `Host.open_dialog`. As a layer it takes the whole window and dims what lies below.
    """

    __slots__ = ("_box", "_column", "_most", "on_close", "scroll")
    dim = True

    def __init__(
        self,
        theme: Theme,
        title: str,
        content: Widget,
        on_close: Callable[[], None],
        close_label: str,
        *,
        width: float = 640,
        key: str = "dialog",
        buttons: Sequence[Widget] = (),
    ) -> None:
        super().__init__(theme, role="dialog", name=title, key=key)
        self.on_close = on_close
        self._most = theme.px(width)
        self._box = sheet(theme, "dialog")
        size = theme.type("title" if len(title) <= _LONG else "heading", bold=True)
        heading = Label(theme, title, size, role="heading")
        heading.flex = 1
        close = Button(theme, close_label, on_close, icon="cross", key="close", small=True)
        self.scroll = Scroll(theme, content, key=f"{key}:scroll", bleed=8)
        self.scroll.flex = 1
        rows: list[Widget] = [Row(theme, [heading, close], gap=16, align="start"), self.scroll]
        if buttons:
            rows.append(Row(theme, list(buttons), gap=12))
        self._column = Column(theme, rows, gap=12)

    def children(self) -> Sequence[Widget]:
        """What is within."""
        return (self._column,)

    def panel(self) -> pygame.Rect:
        """The panel within the window."""
        return self._column.rect.inflate(2 * self.theme.px(26), 2 * self.theme.px(22))

    def _measure(self, width: int) -> tuple[int, int]:
        return width, self._column.measure(width)[1]

    def _place(self) -> None:
        px = self.theme.px
        edge = min(px(24), self.rect.h // 20)
        wide = min(self._most, self.rect.w - 2 * edge) - 2 * px(26)
        most = self.rect.h - 2 * edge - 2 * px(22)
        self.scroll.limit = None
        self.scroll.forget_size()
        high = min(self._column.measure(wide)[1], most)
        inner = pygame.Rect(0, 0, wide, high)
        inner.center = self.rect.center
        # The scrolled part gives way first: its wish is cut by what is missing.
        missing = self._column.measure(wide)[1] - high
        if missing > 0:
            self.scroll.limit = self.scroll.measure(wide)[1] - missing
            self.scroll.forget_size()
        self._column.place(inner)

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        self.theme.brush.box(target, self.panel(), self._box)

    def key_down(self, event: pygame.event.Event) -> bool:
        """Use a key, or not."""
        if event.key == pygame.K_ESCAPE:
            self.on_close()
            return True
        return False
