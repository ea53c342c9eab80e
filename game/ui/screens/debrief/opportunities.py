"""The empathic opportunities: what the patient offered, and how far each was met."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.brush import Box
from game.ui.widgets import Column, Icon, Label, Row, Widget
from game.ui.widgets.card import Card, Halves, titled
from game.ui.widgets.pill import beside

if TYPE_CHECKING:
    from game.app.debrief_values import DebriefView, OpportunityView
    from game.ui.host import Phrases
    from game.ui.theme import Theme

_STEPS = 6


class StepBar(Widget):
    """Six steps, of which the first so many are full; none full shows an empty first step."""

    __slots__ = ("_level", "_tone")

    def __init__(self, theme: Theme, level: int, label: str, *, met: bool) -> None:
        super().__init__(theme, role="meter", name=label)
        self.value = f"{level} / {_STEPS}"
        self._level = level
        self._tone = theme.palette.cool if met else theme.palette.warm

    @property
    def figure(self) -> tuple[float, float, float] | None:
        """How many of the steps were gone."""
        return 0.0, float(self._level), float(_STEPS)

    def _measure(self, width: int) -> tuple[int, int]:
        return min(width, self.theme.px(150)), self.theme.px(12)

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        gap = self.theme.px(4)
        for step in range(_STEPS):
            left = self.rect.x + (self.rect.w + gap) * step // _STEPS
            right = self.rect.x + (self.rect.w + gap) * (step + 1) // _STEPS - gap
            cell = pygame.Rect(left, self.rect.y, right - left, self.rect.h)
            full = step < self._level
            edge = None if full else self.theme.palette.soft
            box = Box(
                self._tone if full else self.theme.palette.bed,
                self.rect.h // 2,
                edge,
                0 if full else max(1, self.theme.px(1)),
            )
            self.theme.brush.box(target, cell, box)


def opportunities_card(theme: Theme, phrases: Phrases, view: DebriefView) -> Card:
    """How many were met, and each in a row."""
    _ = phrases.gettext

    def build() -> Widget:
        note = _(
            "A reply can miss an opening, notice it, or go along with it: from three steps on, it is met."
        )
        rows = [_row(theme, phrases, offer) for offer in view.opportunities]
        intro = Label(theme, note, theme.type("small", theme.palette.soft))
        return titled(theme, view.opportunities_label, [intro, Column(theme, rows, gap=12, role="list")])

    card = Card(theme, view.opportunities_label, build, key="opportunities")
    card.value = " ".join(
        f"{offer.turn}: {offer.offered} {offer.level_label}." for offer in view.opportunities
    )
    return card


def _row(theme: Theme, phrases: Phrases, offer: OpportunityView) -> Widget:
    _ = phrases.gettext
    icon = (
        Icon(theme, "check", theme.palette.cool_deep, size=22, name=_("Met"))
        if offer.met
        else Icon(theme, "minus", theme.palette.gold_deep, size=22, name=_("Not met"))
    )
    turn = Label(
        theme,
        _("Reply {number}").format(number=offer.turn),
        theme.type("label", theme.palette.soft, bold=True),
    )
    words = Column(theme, [turn, Label(theme, offer.offered, theme.type("body"))], gap=0)
    bar = StepBar(theme, offer.level, offer.level_label, met=offer.met)
    figure = Label(theme, f"{offer.level}/{_STEPS}", theme.type("label", bold=True), role="none")
    label = Label(theme, offer.level_label, theme.type("small"), role="none")
    level = Column(theme, [Row(theme, [bar, figure], gap=10), label], gap=2, align="start")
    row = beside(theme, icon, Halves(theme, words, level, share=0.68, least=560, gap=18))
    row.role, row.name = "listitem", f"{turn.name}. {offer.offered} {offer.level_label}"
    return row
