"""Guard and trust over the session, with what broke, what was mended and what was confided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.signs import mark_sign
from game.ui.widgets import Flowing, Icon, Label, Mark, Plot, Row, Series, Widget
from game.ui.widgets.card import Card, titled
from game.ui.widgets.plot import Stroke

if TYPE_CHECKING:
    from game.app.debrief_values import DebriefView
    from game.ui.host import Phrases
    from game.ui.theme import Theme


def curve_card(theme: Theme, phrases: Phrases, view: DebriefView) -> Card:
    """The two curves with their legend; spoken as one sentence."""
    _ = phrases.gettext
    title = _("Guard and trust over the session")
    guard, trust = _("Guard"), _("Trust")

    def build() -> Widget:
        points = view.curve
        signs = {point.mark: mark_sign(theme.palette, point.mark) for point in points}
        marks = [
            Mark(step, sign.icon, sign.tone)
            for step, point in enumerate(points)
            if (sign := signs[point.mark]) is not None
        ]
        series = [
            Series(guard, tuple(point.guardedness for point in points), theme.palette.warm_deep, dashed=True),
            Series(trust, tuple(point.trust for point in points), theme.palette.cool),
        ]
        plot = Plot(
            theme,
            series,
            marks=marks,
            steps=[str(point.turn) for point in points],
            height=max(150, min(250, theme.height / theme.zoom * 0.4)),
            name=title,
            spoken=view.curve_spoken,
        )
        style = theme.type("small")
        legend: list[Widget] = [
            Row(
                theme,
                [Stroke(theme, theme.palette.warm_deep, dashed=True), Label(theme, guard, style)],
                gap=8,
            ),
            Row(theme, [Stroke(theme, theme.palette.cool, dashed=False), Label(theme, trust, style)], gap=8),
        ]
        legend += [
            Row(theme, [Icon(theme, sign.icon, sign.tone, size=20), Label(theme, label, style)], gap=6)
            for mark, label in {point.mark: point.label for point in points}.items()
            if (sign := signs[mark]) is not None
        ]
        told = Label(theme, view.curve_spoken, theme.type("small", theme.palette.soft))
        return titled(theme, title, [Flowing(theme, legend, gap=22, line_gap=6), plot, told])

    card = Card(theme, title, build, key="curve", role="figure")
    card.value = view.curve_spoken
    return card
