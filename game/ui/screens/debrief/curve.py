"""Guard and trust over the session, with what broke, what was mended and what was confided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.theme import INK, OCHRE, PINE, RUST, SOFT, TEAL, Colour
from game.ui.widgets import Flowing, Icon, Label, Mark, Plot, Row, Series, Widget
from game.ui.widgets.card import Card, titled
from game.ui.widgets.plot import Stroke

if TYPE_CHECKING:
    from game.app.debrief_values import DebriefView
    from game.ui.host import Phrases
    from game.ui.theme import Theme

MARKS: dict[str, tuple[str, Colour]] = {
    "rupture": ("broken", RUST),
    "repair": ("link", PINE),
    "secret": ("key", OCHRE),
}
"""Icon and colour of what can happen on the curve."""


def curve_card(theme: Theme, phrases: Phrases, view: DebriefView) -> Card:
    """The two curves with their legend; spoken as one sentence."""
    _ = phrases.gettext
    title = _("Guard and trust over the session")
    guard, trust = _("Guard"), _("Trust")

    def build() -> Widget:
        points = view.curve
        marks = [Mark(step, *MARKS[point.mark]) for step, point in enumerate(points) if point.mark in MARKS]
        series = [
            Series(guard, tuple(point.guardedness for point in points), RUST, dashed=True),
            Series(trust, tuple(point.trust for point in points), TEAL),
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
        style = theme.type("small", INK)
        legend: list[Widget] = [
            Row(theme, [Stroke(theme, RUST, dashed=True), Label(theme, guard, style)], gap=8),
            Row(theme, [Stroke(theme, TEAL, dashed=False), Label(theme, trust, style)], gap=8),
        ]
        legend += [
            Row(
                theme,
                [Icon(theme, MARKS[mark][0], MARKS[mark][1], size=20), Label(theme, label, style)],
                gap=6,
            )
            for mark, label in {point.mark: point.label for point in points if point.mark in MARKS}.items()
        ]
        told = Label(theme, view.curve_spoken, theme.type("small", SOFT))
        return titled(theme, title, [Flowing(theme, legend, gap=22, line_gap=6), plot, told])

    card = Card(theme, title, build, key="curve", role="figure")
    card.value = view.curve_spoken
    return card
