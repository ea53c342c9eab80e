"""A page that scrolls, with a bar below it that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.brush import Box
from game.ui.widgets.base import Widget
from game.ui.widgets.layout import Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.theme import Theme
    from game.ui.widgets.scroll import Scroll


class Foot(Panel):
    """The bar that stays below the page."""

    __slots__ = ()

    def __init__(self, theme: Theme, buttons: Widget) -> None:
        super().__init__(
            theme,
            buttons,
            box=Box(theme.palette.glass(theme.palette.night, 0.86), 0),
            margins=(20, 10, 20, 10),
            role="toolbar",
        )


class Footed(Widget):
    """The page, and the footer below it."""

    __slots__ = ("_foot", "_scroll")

    def __init__(self, theme: Theme, name: str, scroll: Scroll, foot: Widget) -> None:
        super().__init__(theme, role="main", name=name)
        self._scroll, self._foot = scroll, foot

    def children(self) -> Sequence[Widget]:
        """What is within."""
        return self._scroll, self._foot

    def _place(self) -> None:
        x, y, width, height = self.rect
        foot = self._foot.measure(width)[1]
        self._foot.place(pygame.Rect(x, y + height - foot, width, foot))
        self._scroll.place(pygame.Rect(x, y, width, height - foot))
