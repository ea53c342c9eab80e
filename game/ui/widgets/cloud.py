"""A dark cloud with two bubbles at its foot: what someone thinks and does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.brush import Box
from game.ui.paper import shadow
from game.ui.widgets.icon import Icon
from game.ui.widgets.layout import Column, Panel, Row
from game.ui.widgets.words import Label

if TYPE_CHECKING:
    import pygame

    from game.ui.theme import Theme
    from game.ui.widgets.words import Rich

_BUBBLES = ((32, 4, 6), (18, 10, 3.5))
"""Units from the side and below the foot, and radius."""


class Cloud(Panel):
    """Who thinks, in gold, above what. The bubbles lead left, to the patient, or right where it is `ours`."""

    __slots__ = ("_ours",)

    def __init__(
        self, theme: Theme, who: str, thought: Rich, *, meaning: str = "", ours: bool = False
    ) -> None:
        """`thought` is written in the palette's `lamp`; `meaning` is read aloud for the sign before it."""
        colours = theme.palette
        self._ours = ours
        words = Column(
            theme, [Label(theme, who, theme.type("label", colours.flame, bold=True)), thought], gap=1
        )
        words.flex = 1
        row = Row(theme, [Icon(theme, "thought", colours.lamp, size=28, name=meaning), words], gap=14)
        box = Box(colours.glass(colours.night, 0.92), theme.radius("sheet"), shadow=shadow(theme, "card"))
        super().__init__(theme, row, box=box, margins=(20, 11, 22, 12), role="note", name=thought.name)
        self.outset = max(self.outset, theme.px(14))

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        super().paint(target)
        px, tone = self.theme.px, self.theme.palette.glass(self.theme.palette.night, 0.92)
        for aside, below, radius in _BUBBLES:
            x = self.rect.right - px(aside) if self._ours else self.rect.x + px(aside)
            self.theme.brush.circle(target, (x, self.rect.bottom + px(below)), px(radius), tone)
