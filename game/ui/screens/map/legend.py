"""What the signs of the map mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app.map_values import REPAIR, RUPTURE, SECRET, START
from game.ui.signs import HERE, MARK_ICONS
from game.ui.widgets import Flowing, Icon, Label, Row, Widget
from game.ui.widgets.layout import Align  # noqa: TC001

if TYPE_CHECKING:
    from game.ui.host import Phrases
    from game.ui.theme import Theme

LIT_ROAD, EARLIER_ROAD, UNKNOWN_ROAD, UNSEEN, ENDING_SHAPE = "lit", "earlier", "unknown", "unseen", "ending"


def legend(theme: Theme, phrases: Phrases, *, align: Align = "centre") -> Widget:
    """Every sign with its word."""
    _ = phrases.gettext
    told = [
        (LIT_ROAD, _("latest session")),
        (EARLIER_ROAD, _("earlier sessions")),
        (UNKNOWN_ROAD, _("untaken road")),
        (UNSEEN, _("unseen moment")),
        (ENDING_SHAPE, _("ending")),
        (HERE, _("where you stopped")),
        (MARK_ICONS[START], _("beginning")),
        (MARK_ICONS[RUPTURE], _("rupture")),
        (MARK_ICONS[REPAIR], _("repair")),
        (MARK_ICONS[SECRET], _("confidence")),
    ]
    style = theme.type("label", theme.palette.lamp)
    entries: list[Widget] = []
    for sign, words in told:
        drawn = Sign(theme, sign) if sign in _SHAPES else Icon(theme, sign, theme.palette.lamp, size=17)
        entries.append(Row(theme, [drawn, Label(theme, words, style, role="listitem")], gap=7))
    return Flowing(theme, entries, gap=16, line_gap=5, align=align, even=True, role="list")


_SHAPES = frozenset({LIT_ROAD, EARLIER_ROAD, UNKNOWN_ROAD, UNSEEN, ENDING_SHAPE})


class Sign(Widget):
    """A piece of the map: a road, or the shape of a moment."""

    __slots__ = ("_sign",)

    def __init__(self, theme: Theme, sign: str) -> None:
        super().__init__(theme, role="none")
        self._sign = sign

    def _measure(self, width: int) -> tuple[int, int]:
        return min(width, self.theme.px(28)), self.theme.px(16)

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        px, rect, colours = self.theme.px, self.rect, self.theme.palette
        left, right, y = rect.left, rect.right, rect.centery
        match self._sign:
            case "lit":
                pygame.draw.line(target, colours.gold, (left, y), (right, y), px(5))
            case "earlier":
                pygame.draw.line(target, colours.earlier, (left, y), (right, y), px(2.5))
            case "unknown":
                for x in range(left, right, px(9)):
                    pygame.draw.line(target, colours.untaken, (x, y), (min(right, x + px(5)), y), px(1.5))
            case "unseen":
                self._shape(target, colours.fog, colours.untaken, px(4))
            case _:
                self._shape(target, colours.panel, colours.earlier, rect.h)

    def _shape(
        self, target: pygame.Surface, fill: tuple[int, ...], line: tuple[int, ...], radius: int
    ) -> None:
        pygame.draw.rect(target, fill, self.rect, border_radius=radius)
        pygame.draw.rect(target, line, self.rect, self.theme.px(1), border_radius=radius)
