"""The five skills, each as the range that the session allowed with the place reached in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.brush import Box
from game.ui.widgets import Column, Label, Row, Widget
from game.ui.widgets.card import Card, titled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.app.debrief_values import DebriefView, SkillScore
    from game.ui.host import Phrases
    from game.ui.theme import Theme


def signed(value: int) -> str:
    """A change with its sign: +2, −3, 0."""
    return f"+{value}" if value > 0 else f"\u2212{-value}" if value < 0 else "0"


class RangeBar(Widget):
    """From least to most on an axis that all skills share; a needle at the value, a line at nought."""

    __slots__ = ("_axis", "_ends", "_skill")

    def __init__(self, theme: Theme, skill: SkillScore, axis: tuple[int, int]) -> None:
        """`axis` goes from the lowest least to the highest most of all skills."""
        super().__init__(theme, role="meter", name=skill.label)
        self.value = skill.spoken
        self._skill = skill
        self._axis = axis
        style = theme.type("label", theme.palette.soft)
        self._ends = tuple(Label(theme, signed(end), style, role="none") for end in (skill.least, skill.most))

    @property
    def figure(self) -> tuple[float, float, float] | None:
        """The place reached between the least and the most."""
        return float(self._skill.least), float(self._skill.value), float(self._skill.most)

    def children(self) -> Sequence[Widget]:
        """What is within."""
        return self._ends

    def _measure(self, width: int) -> tuple[int, int]:
        return width, max(self.theme.px(26), self._ends[0].measure(width)[1])

    def _margin(self) -> int:
        return self.theme.brush.fonts.width(
            "\u201300", self.theme.type("label", self.theme.palette.soft)
        ) + self.theme.px(10)

    def at(self, value: int) -> int:
        """The pixel of a figure."""
        low, high = self._axis
        room = self.rect.w - 2 * self._margin()
        return self.rect.x + self._margin() + room * (value - low) // max(1, high - low)

    def _place(self) -> None:
        gap = self.theme.px(8)
        for label, end, left in zip(
            self._ends, (self._skill.least, self._skill.most), (True, False), strict=True
        ):
            wide, high = label.measure(self.rect.w)
            x = self.at(end) - gap - wide if left else self._span().right + gap
            label.place(pygame.Rect(x, self.rect.centery - high // 2, wide, high))

    def _span(self) -> pygame.Rect:
        """Where the bar lies; it is round even where least and most are one."""
        first, high = self.at(self._skill.least), self.theme.px(12)
        span = pygame.Rect(first, 0, max(high, self.at(self._skill.most) - first), high)
        span.centery = self.rect.centery
        return span

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        px, brush, rect = self.theme.px, self.theme.brush, self.rect
        skill, high = self._skill, px(12)
        here, span = self.at(skill.value), self._span()
        top = span.top
        brush.box(
            target,
            span,
            Box(self.theme.palette.bed, high // 2, self.theme.palette.soft, 1),
        )
        nought = self.at(0)
        if here != nought:
            tone = self.theme.palette.cool_deep if here > nought else self.theme.palette.warm_deep
            target.fill(tone, (min(here, nought), top + px(2), abs(here - nought), high - 2 * px(2)))
        target.fill(self.theme.palette.ink, (nought - px(1), top - px(4), max(1, px(1.5)), high + px(8)))
        needle = pygame.Rect(0, 0, px(9), px(24))
        needle.center = (here, rect.centery)
        brush.box(target, needle, Box(self.theme.palette.ink, px(4), self.theme.palette.panel, px(2)))


def skills_card(theme: Theme, phrases: Phrases, view: DebriefView) -> Card:
    """Each skill with its figure and its range."""
    _ = phrases.gettext
    title = _("Five conditions of a good meeting")

    def build() -> Widget:
        axis = min((s.least for s in view.skills), default=0), max((s.most for s in view.skills), default=0)
        axis = min(axis[0], 0), max(axis[1], 0)
        note = _("From the least to the most possible at the same moments. The thick mark is you.")
        if view.proved:
            note = _("From the least to the most possible in the whole scene. The thick mark is you.")
        rows: list[Widget] = [Label(theme, note, theme.type("small", theme.palette.soft))]
        for skill in view.skills:
            label = Label(theme, skill.label, theme.type("body", bold=True))
            label.flex = 1
            figure = Label(theme, signed(skill.value), theme.type("heading", bold=True))
            bar = RangeBar(theme, skill, axis)
            rows.append(Column(theme, [Row(theme, [label, figure], gap=12), bar], gap=2))
        return titled(theme, title, rows, gap=12)

    card = Card(theme, title, build, key="skills")
    card.value = " ".join(f"{skill.spoken}." for skill in view.skills)
    return card
