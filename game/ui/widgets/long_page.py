"""The long page: what is far below is built little by little, while the player reads what is above."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pygame

from game.ui.widgets.card import Card
from game.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.ui.theme import Theme
    from game.ui.widgets.base import Widget

_AT_ONCE = 4
"""Cards that are measured from the start: more than a window shows."""
_SLICE = 0.006
"""Seconds of building in a frame."""


class LongPage(Scroll):
    """A scroll whose last cards are rough until there was time for them, or until they come into sight."""

    __slots__ = ("_rough",)

    def __init__(self, theme: Theme, child: Widget, cards: Iterable[Widget], *, key: str) -> None:
        """`cards` are all that stands on the page, from its top."""
        super().__init__(theme, child, key=key, on_dark=True, bleed=(34, 24, 22, 18))
        self._rough = [card for card in cards if isinstance(card, Card)][_AT_ONCE:]
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

    def _settle(self, bottom: int) -> bool:
        """Give their true height to the cards that begin within so many pixels of the page.

        True if any had none: then what is below has moved.
        """
        grown, page = 0, self._child.rect.y
        before = len(self._rough)
        while self._rough and self._rough[0].rect.y + grown - page < bottom:
            card = self._rough.pop(0)
            card.rough = False
            card.forget_size()
            grown += card.measure(card.rect.w)[1] - card.rect.h
        if len(self._rough) == before:
            return False
        self.relayout()
        return True

    def key_down(self, event: pygame.event.Event) -> bool:
        """Scroll; the end is that of the true page."""
        if event.key == pygame.K_END:
            self.finish()
        return super().key_down(event)

    def drag(self, pos: tuple[int, int], begins: bool) -> bool:
        """Move the bar of the true page."""
        self.finish()
        return super().drag(pos, begins)

    def move_to(self, offset: int) -> bool:
        """Scroll; what comes into sight is true."""
        self._settle(offset + self.rect.h)
        return super().move_to(offset)

    def show(self, rect: pygame.Rect) -> None:
        """Bring the focus into sight, where it is on the true page."""
        while self._settle(rect.bottom + self.rect.h - self._child.rect.y):
            rect = next((widget.rect for widget in self.walk() if widget.focused), rect)
        super().show(rect)
