"""The long page: what is far below is built little by little, while the player reads what is above."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from game.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pygame

    from game.ui.theme import Theme
    from game.ui.widgets.base import Widget
    from game.ui.widgets.card import Card

_AT_ONCE = 3
"""Cards that are measured from the start: more than a window shows."""
_SLICE = 0.006
"""Seconds of building in a frame."""


class LongPage(Scroll):
    """A scroll whose last cards are rough until there was time for them, or until it is scrolled."""

    __slots__ = ("_rough",)

    def __init__(self, theme: Theme, child: Widget, cards: Sequence[Card], *, key: str) -> None:
        super().__init__(theme, child, key=key, on_dark=True, bleed=(34, 24, 22, 18))
        self._rough = list(cards[_AT_ONCE:])
        for card in self._rough:
            card.rough = True

    @property
    def complete(self) -> bool:
        """Whether every card has its true height."""
        return not self._rough

    def work(self) -> bool:
        """Build some of what is rough; True while there is more to do."""
        if self.complete:
            return False
        until = time.perf_counter() + _SLICE
        for card in self._rough:
            card.prepare()
            if time.perf_counter() > until:
                break
        else:
            self.finish()
        return not self.complete

    def finish(self) -> None:
        """Give every card its true height now."""
        if self.complete:
            return
        for card in self._rough:
            card.rough = False
            card.forget_size()
        self._rough = []
        self.relayout()

    def wheel(self, steps: float) -> bool:
        """Scroll, on the true page."""
        self.finish()
        return super().wheel(steps)

    def key_down(self, event: pygame.event.Event) -> bool:
        """Scroll, on the true page."""
        self.finish()
        return super().key_down(event)

    def drag(self, pos: tuple[int, int], begins: bool) -> bool:
        """Move the bar of the true page."""
        self.finish()
        return super().drag(pos, begins)

    def move_to(self, offset: int) -> bool:
        """Scroll, on the true page."""
        if offset > 0:
            self.finish()
        return super().move_to(offset)

    def show(self, rect: pygame.Rect) -> None:
        """Bring the focus into sight, where it is on the true page."""
        if not self.complete:
            self.finish()
            rect = next((widget.rect for widget in self.walk() if widget.focused), rect)
        super().show(rect)
