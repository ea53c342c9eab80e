"""The cards of the comparison: the first session on sand, dashed; the other one on mist, in a solid line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.speech import plain
from game.ui.paper import inset
from game.ui.signs import returns_sign
from game.ui.widgets import (
    Button,
    Column,
    Flowing,
    Icon,
    Label,
    Mark,
    Panel,
    Plot,
    Rich,
    Row,
    Series,
    Widget,
    speech_runs,
)
from game.ui.widgets.card import Card, Halves, titled
from game.ui.widgets.pill import beside, bullets, pill
from game.ui.widgets.plot import Stroke

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.app.debrief_values import RoadStep
    from game.app.intents import StartFrom
    from game.app.progress_values import ComparisonView, PartedStep, Side
    from game.app.views import Speech
    from game.ui.host import Phrases
    from game.ui.palette import Colour
    from game.ui.theme import Theme

_LEAST = 640
"""Units of width from which both sessions stand side by side."""


def sides_card(theme: Theme, phrases: Phrases, view: ComparisonView) -> Card:
    """How each of both went."""
    title = phrases.gettext("Two sessions compared")

    def build() -> Widget:
        sides = Halves(
            theme,
            _side(theme, view.one, theme.palette.inset),
            _side(theme, view.other, theme.palette.good_box),
            gap=16,
            even=True,
            least=_LEAST,
        )
        words = [
            Label(
                theme, f"{view.title} · {view.patient}", theme.type("small", theme.palette.soft, bold=True)
            ),
            Label(theme, title, theme.type("display", bold=True), role="heading"),
            sides,
        ]
        return Column(theme, words, gap=10)

    card = Card(theme, title, build, key="sides")
    card.value = " ".join(
        f"{side.label}: {side.outcome}. {', '.join(side.facts)}." for side in (view.one, view.other)
    )
    return card


def _side(theme: Theme, side: Side, fill: Colour) -> Widget:
    icon, tone, _ = returns_sign(theme.palette, side.returns)
    outcome = beside(
        theme,
        Icon(theme, icon, theme.palette.letter, size=30, bed=tone),
        Label(theme, side.outcome, theme.type("heading", bold=True)),
    )
    rows = [
        Label(
            theme,
            side.label,
            theme.type(
                "label",
                theme.palette.cool_deep if fill == theme.palette.good_box else theme.palette.soft,
                bold=True,
            ),
        ),
        outcome,
        bullets(theme, side.facts, theme.type("small")),
    ]
    box = inset(theme, fill)
    return Panel(
        theme, Column(theme, rows, gap=8), box=box, margins=(16, 12, 16, 14), role="article", name=side.label
    )


def parting_card(
    theme: Theme, phrases: Phrases, view: ComparisonView, begin: Callable[[StartFrom], None]
) -> Card:
    """Where they part, and the way to try a third road from there."""
    title = phrases.gettext("Where they part")

    def press(start: StartFrom) -> Callable[[], None]:
        return lambda: begin(start)

    buttons = [
        Button(
            theme, one.label, press(one.begin), kind="main", icon="right", key=f"start:{place}", small=True
        )
        for place, one in enumerate(view.starts)
    ]

    def build() -> Widget:
        texts = [Label(theme, text, theme.type("body")) for text in (view.parting, view.ends)]
        return titled(theme, title, texts, gap=8)

    foot = Flowing(theme, buttons, gap=10, line_gap=8) if buttons else None
    card = Card(theme, title, build, key="parting", foot=foot)
    card.value = f"{view.parting} {view.ends}"
    return card


def curves_card(theme: Theme, phrases: Phrases, view: ComparisonView) -> Card:
    """Guard, and trust, of both."""
    _ = phrases.gettext
    title = _("Guard and trust in both sessions")
    shared = len(view.shared)

    def build() -> Widget:
        style = theme.type("small")
        legend: list[Widget] = [
            Row(theme, [Stroke(theme, tone, dashed=dashed), Label(theme, side.label, style)], gap=8)
            for side, tone, dashed in (
                (view.one, theme.palette.warm_deep, True),
                (view.other, theme.palette.cool, False),
            )
        ]
        marks = []
        if view.parted:
            marks = [Mark(shared, "more", theme.palette.ink)]
            where = Label(theme, _("The last point that they share"), style)
            legend.append(Row(theme, [Icon(theme, "more", theme.palette.ink, size=20), where], gap=6))
        plots = [
            _plot(theme, view, label, place, marks) for place, label in enumerate((_("Guard"), _("Trust")))
        ]
        told = Label(theme, view.curve_spoken, theme.type("small", theme.palette.soft))
        return titled(
            theme,
            title,
            [Flowing(theme, legend, gap=22, line_gap=6), Halves(theme, *plots, gap=28, least=_LEAST), told],
        )

    card = Card(theme, title, build, key="curves", role="figure")
    card.value = view.curve_spoken
    return card


def _plot(theme: Theme, view: ComparisonView, label: str, place: int, marks: list[Mark]) -> Widget:
    series = [
        Series(
            view.one.label,
            tuple(state[place] for state in view.one.curve),
            theme.palette.warm_deep,
            dashed=True,
        ),
        Series(view.other.label, tuple(state[place] for state in view.other.curve), theme.palette.cool),
    ]
    steps = [str(step) for step in range(max(len(one.values) for one in series))]
    plot = Plot(theme, series, marks=marks, steps=steps, height=190, name=label, spoken=view.curve_spoken)
    return Column(theme, [Label(theme, label, theme.type("body", bold=True)), plot], gap=2)


def shared_card(theme: Theme, phrases: Phrases, view: ComparisonView) -> Card:
    """The road of both, told once."""
    _ = phrases.gettext
    title = _("The road they share")

    def build() -> Widget:
        rows: list[Widget] = []
        if view.opening:
            rows.append(_heard(theme, view.patient, view.opening))
        for step in view.shared:
            place = _("Reply {number}").format(number=step.turn)
            words: list[Widget] = [
                Label(
                    theme,
                    f"{place} · {step.technique}",
                    theme.type("label", theme.palette.cool_deep, bold=True),
                ),
                _speech(theme, step.said),
            ]
            rows.append(Column(theme, words, gap=2))
            if step.answer:
                rows.append(_heard(theme, view.patient, step.answer))
        return titled(theme, title, rows, gap=10)

    card = Card(theme, title, build, key="shared")
    said = [plain(view.opening)]
    for step in view.shared:
        said += [f"{step.turn}. {plain(step.said)}", plain(step.answer)]
    card.value = " ".join(said)
    return card


def _heard(theme: Theme, patient: str, speech: Speech) -> Widget:
    who = Label(theme, patient, theme.type("label", theme.palette.soft, bold=True))
    return Panel(theme, Column(theme, [who, _speech(theme, speech)], gap=1), margins=(22, 0, 0, 0))


def parted_cards(theme: Theme, phrases: Phrases, view: ComparisonView) -> Iterator[Card]:
    """A card for each turn after they part."""
    for step in view.parted:
        yield _parted(theme, phrases, view, step)


def _parted(theme: Theme, phrases: Phrases, view: ComparisonView, step: PartedStep) -> Card:
    _ = phrases.gettext
    place = _("Reply {number}").format(number=step.turn)

    def build() -> Widget:
        rows: list[Widget] = [Label(theme, place, theme.type("heading", bold=True), role="heading")]
        if step.note:
            rows.append(Label(theme, step.note, theme.type("small", theme.palette.cool_deep, bold=True)))
        left = _step(theme, phrases, view, view.one.label, step.one, theme.palette.inset)
        right = _step(theme, phrases, view, view.other.label, step.other, theme.palette.good_box)
        rows.append(Halves(theme, left, right, gap=16, even=True, least=_LEAST))
        return Column(theme, rows, gap=6)

    card = Card(theme, place, build, key=f"turn:{step.turn}")
    told = [step.note] if step.note else []
    for side, road in ((view.one, step.one), (view.other, step.other)):
        if road:
            ends = f" {road.ending}." if road.ending else ""
            told.append(f"{side.label}: {plain(road.said)} {plain(road.answer)} {road.state}.{ends}")
    card.value = " ".join(told)
    return card


def _step(
    theme: Theme, phrases: Phrases, view: ComparisonView, label: str, step: RoadStep | None, fill: Colour
) -> Widget:
    """One turn of one session; where it had ended before, that is said."""
    tone = theme.palette.cool_deep if fill == theme.palette.good_box else theme.palette.soft
    rows: list[Widget] = [Label(theme, label, theme.type("label", tone, bold=True))]
    if step is None:
        over = phrases.gettext("This session had ended before.")
        rows.append(Label(theme, over, theme.type("small", theme.palette.soft)))
    else:
        rows.append(_speech(theme, step.said))
        rows.append(Label(theme, step.technique, theme.type("small", theme.palette.cool_deep, bold=True)))
        if step.answer:
            rows.append(Label(theme, view.patient, theme.type("label", theme.palette.soft, bold=True)))
            rows.append(_speech(theme, step.answer))
        rows.append(pill(theme, step.state, fill=theme.palette.panel))
        if step.ending:
            rows.append(pill(theme, step.ending, fill=theme.palette.panel, icon="check"))
    column = Column(theme, rows, gap=5, align="start")
    box = inset(theme, fill)
    return Panel(theme, column, box=box, margins=(16, 11, 16, 12), role="article", name=label)


def _speech(theme: Theme, speech: Speech) -> Widget:
    style = theme.type("body")
    return Rich(theme, speech_runs(speech, style, style._replace(italic=True, ink=theme.palette.aside)))
