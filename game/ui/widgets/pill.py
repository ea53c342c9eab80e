"""Small pieces put together from boxes and words: a pill, a bullet list, an icon beside words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.brush import Box
from game.ui.widgets.base import Widget
from game.ui.widgets.icon import Icon
from game.ui.widgets.layout import Column, Panel, Row
from game.ui.widgets.words import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pygame

    from game.ui.palette import Colour
    from game.ui.theme import Style, Theme


def pill(
    theme: Theme,
    text: str,
    *,
    fill: Colour | None = None,
    ink: Colour | None = None,
    icon: str = "",
    bold: bool = True,
) -> Widget:
    """A word or a figure on a round box (an inset if no other); an icon may stand before it."""
    fill, ink = fill or theme.palette.inset, ink or theme.palette.ink
    words: Widget = Label(theme, text, theme.type("label", ink, bold=bold))
    if icon:
        words = Row(theme, [Icon(theme, icon, ink, size=15), words], gap=6)
    return Panel(theme, words, box=Box(fill, theme.radius("badge")), margins=(9, 2, 9, 3))


def beside(theme: Theme, icon: Widget, words: Widget, *, gap: float = 12) -> Widget:
    """An icon at the left of words that take what is left of the width."""
    words.flex = 1
    return Row(theme, [icon, words], gap=gap, align="start")


def bullets(
    theme: Theme, texts: Iterable[str], style: Style, *, gap: float = 5, tone: Colour | None = None
) -> Widget:
    """A list, each line after a dot."""
    rows = [
        beside(
            theme,
            Bullet(theme, style, tone or theme.palette.soft),
            Label(theme, text, style, role="listitem"),
        )
        for text in texts
    ]
    return Column(theme, rows, gap=gap, role="list")


class Bullet(Widget):
    """A dot as high as a line of text."""

    __slots__ = ("_lead", "_tone")

    def __init__(self, theme: Theme, style: Style, tone: Colour) -> None:
        super().__init__(theme, role="none")
        self._lead, self._tone = style.lead, tone

    def _measure(self, width: int) -> tuple[int, int]:
        return min(width, self.theme.px(10)), self._lead

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        self.theme.brush.circle(target, self.rect.center, self.theme.px(3.5), self._tone)
