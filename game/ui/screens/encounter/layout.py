"""Where the parts of the encounter stand, from a large window to a small one with the largest text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.actor import Portrait
from game.ui.paper import glass
from game.ui.widgets import Column, Flowing, Label, Panel, Scroll, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.app.views import EncounterView
    from game.ui.actor import Actor
    from game.ui.theme import Theme

_COLUMN = 614
_BLEED = (36, 12, 14, 12)
_LEAST_SHARE, _MOST_SHARE = 0.48, 0.64
_LOW, _NARROW = 600, 1000
"""Design units below which chips and key hints give their place to the talk."""


class EncounterLayout(Widget):
    """Portrait and place at the left, the column at the right; key hints below it, or at its end."""

    __slots__ = (
        "_compact",
        "_first_words",
        "_hints",
        "_place_chip",
        "_scroll",
        "_turn_chip",
        "_unsay",
        "portrait",
    )

    def __init__(
        self,
        theme: Theme,
        view: EncounterView,
        actor: Actor,
        column: Column,
        keys: Sequence[Widget],
        first_words: Widget | None,
        unsay: Widget | None,
        seen: Callable[[int, str], str],
    ) -> None:
        """`keys` are the hints; `first_words` are to be in sight at once; `unsay` takes a reply back.

        `seen` puts the portrait into words.
        """
        super().__init__(theme, role="main", name=view.place)
        self._compact = theme.height / theme.zoom < _LOW or theme.width / theme.zoom < _NARROW
        self.portrait = Portrait(theme, actor, view.patient, seen)
        self._place_chip = chip(theme, view.place)
        self._turn_chip = chip(theme, " · ".join(part for part in (view.mode_label, view.turn_label) if part))
        self._hints = Flowing(theme, keys, gap=8, line_gap=6)
        self._first_words = first_words
        self._unsay = unsay
        content: Widget = column
        if self._compact:
            around = [self._place_chip, self._turn_chip, *([unsay] if unsay else [])]
            chips = Flowing(theme, around, gap=10, line_gap=8)
            content = Column(theme, [column, chips, self._hints], gap=12)
        self._scroll = Scroll(theme, content, key=f"talk:{view.step}", on_dark=True, bleed=_BLEED)

    def children(self) -> Sequence[Widget]:
        """What is within."""
        if self._compact:
            return self.portrait, self._scroll
        unsay = (self._unsay,) if self._unsay else ()
        return self.portrait, self._place_chip, self._turn_chip, self._scroll, *unsay, self._hints

    def column_share(self) -> float:
        """Where the column begins, as a share of the width."""
        return self._column_left(self.theme.width) / self.theme.width

    def _column_left(self, width: int) -> int:
        wide = min(max(self.theme.px(_COLUMN), round(_LEAST_SHARE * width)), round(_MOST_SHARE * width))
        return width - wide - self.theme.px(26)

    @property
    def scrolls(self) -> bool:
        """Whether the talk is higher than its place."""
        return self._scroll.furthest() > 0

    def show(self, rect: pygame.Rect) -> None:
        """Bring a part of the talk into sight."""
        self._scroll.show(rect)

    def read_on(self) -> bool:
        """Scroll on; False at the end."""
        scroll = self._scroll
        return scroll.move_to(scroll.offset + max(1, scroll.rect.h * 2 // 3))

    def _place(self) -> None:
        px, (x, y, width, height) = self.theme.px, self.rect
        left = self._column_left(width)
        first, last = y, y + height
        if not self._compact:
            edge, top = px(16), px(16)
            wide, tall = self._place_chip.measure(left - edge - px(_BLEED[0]) - px(8))
            self._place_chip.place(pygame.Rect(x + edge, y + top, wide, tall))
            wide, high = self._turn_chip.measure(width - left - px(18))
            self._turn_chip.place(pygame.Rect(x + width - px(18) - wide, y + top, wide, high))
            if self._unsay:
                room = width - left - px(18) - wide - px(10)
                wide, tall = self._unsay.measure(room)
                self._unsay.place(pygame.Rect(self._turn_chip.rect.x - px(10) - wide, y + top, wide, tall))
                high = max(high, tall)
            below = self._hints.measure(width - left - px(26))[1]
            self._hints.place(
                pygame.Rect(x + left, y + height - below - px(12), width - left - px(26), below)
            )
            first, last = y + top + high, self._hints.rect.y - px(4)
        bleed = px(_BLEED[0])
        self._scroll.place(pygame.Rect(x + left - bleed, first, width - left + bleed, last - first))
        if self._first_words:
            self._scroll.show(self._first_words.rect)
            self._first_words = None
        under = bleed * 2
        self.portrait.centre = (left - px(8)) / 2 / (left + under)
        self.portrait.place(pygame.Rect(x, y, left + under, height))


def chip(theme: Theme, text: str) -> Widget:
    """A dark pill on the room."""
    label = Label(theme, text, theme.type("small", theme.palette.lamp))
    return Panel(
        theme,
        label,
        box=glass(theme),
        margins=(16, 7, 16, 7),
    )
