"""The cards of the progress page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.paper import inset
from game.ui.screens.progress.bars import bar_row
from game.ui.widgets import (
    Column,
    Flowing,
    Grid,
    Icon,
    Label,
    Option,
    Panel,
    Plot,
    Row,
    Segmented,
    Series,
    Widget,
)
from game.ui.widgets.card import Card, Halves, titled
from game.ui.widgets.pill import beside, bullets
from game.ui.widgets.plot import Stroke

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.app.progress_values import HabitView, ProgressView
    from game.ui.host import Phrases
    from game.ui.palette import Colour
    from game.ui.theme import Theme

_ALL = "*"
"""The key of all scenes among the options, where ids of scenes stand."""


def head_card(theme: Theme, phrases: Phrases, view: ProgressView, look_at: Callable[[str], None]) -> Card:
    """How many sessions there are, and the choice of a scene."""

    def build() -> Widget:
        words: list[Widget] = [
            Label(theme, view.title, theme.type("display", bold=True), role="heading"),
            Label(theme, view.count_label, theme.type("body", theme.palette.soft)),
        ]
        return Column(theme, words, gap=4)

    options = [Option(scope.id or _ALL, scope.label) for scope in view.scopes]
    choice = None
    if len(options) > 2:
        choice = Segmented(
            theme,
            phrases.gettext("Scene"),
            options,
            view.scope or _ALL,
            lambda scope: look_at("" if scope == _ALL else scope),
            key="scope",
        )
    card = Card(theme, view.title, build, key="head", foot=choice)
    card.value = view.count_label
    return card


def next_card(theme: Theme, phrases: Phrases, view: ProgressView) -> Card:
    """What has changed, and what to try: before all figures."""
    title = phrases.gettext("What has changed, and what to try")

    def build() -> Widget:
        rows = [
            beside(
                theme,
                Icon(theme, icon, theme.palette.letter, size=30, bed=bed),
                Label(theme, text, theme.type("body")),
                gap=14,
            )
            for icon, bed, text in (
                ("look", theme.palette.cool_deep, view.changed),
                ("right", theme.palette.gold_deep, view.advice),
            )
            if text
        ]
        return titled(theme, title, rows, gap=12)

    card = Card(theme, title, build, key="next")
    card.value = f"{view.changed} {view.advice}".strip()
    return card


def curve_card(theme: Theme, phrases: Phrases, view: ProgressView) -> Card:
    """How much was won of what was within reach, and how many opportunities were met, over the sessions."""
    _ = phrases.gettext
    title = _("From session to session")
    reached, met = _("Won of what was within reach (%)"), _("Opportunities met (%)")

    def build() -> Widget:
        series = [
            Series(reached, tuple(point.reached for point in view.points), theme.palette.cool),
            Series(met, tuple(point.met for point in view.points), theme.palette.gold_deep, dashed=True),
        ]
        style = theme.type("small")
        legend = [
            Row(theme, [Stroke(theme, one.tone, dashed=one.dashed), Label(theme, one.label, style)], gap=8)
            for one in series
            if any(value is not None for value in one.values)
        ]
        plot = Plot(
            theme,
            series,
            steps=[point.label for point in view.points],
            height=max(150, min(250, theme.height / theme.zoom * 0.4)),
            name=title,
            spoken=view.curve_spoken,
        )
        note = _("Within reach: from the worst to the best of the replies on offer in the moments you met.")
        told = [
            Label(theme, text, theme.type("small", theme.palette.soft)) for text in (view.curve_spoken, note)
        ]
        return titled(theme, title, [Flowing(theme, legend, gap=22, line_gap=6), plot, *told])

    card = Card(theme, title, build, key="curve", role="figure")
    card.value = view.curve_spoken
    return card


def skills_card(theme: Theme, phrases: Phrases, view: ProgressView) -> Card:
    """Each of the five conditions as a share of what was within reach."""
    title = phrases.gettext("Five conditions of a good meeting")

    def build() -> Widget:
        rows: list[Widget] = [Label(theme, view.skills_note, theme.type("small", theme.palette.soft))]
        if any(skill.before >= 0 for skill in view.skills):
            mark = phrases.gettext("The thin mark on a bar is where it stood before.")
            rows.append(Label(theme, mark, theme.type("small", theme.palette.soft)))
        return titled(theme, title, [*rows, *(bar_row(theme, skill) for skill in view.skills)], gap=12)

    card = Card(theme, title, build, key="skills")
    card.value = " ".join(f"{skill.spoken}." for skill in view.skills)
    return card


def habits_card(theme: Theme, phrases: Phrases, view: ProgressView) -> Card:
    """What is said most, beside what talks that help are made of."""
    _ = phrases.gettext
    title = _("Your ways of answering")
    leant, aside = _("What comes easily, in the place of listening"), _("Open to you, and left aside")

    def build() -> Widget:
        rows: list[Widget] = [Label(theme, view.habits_note, theme.type("small", theme.palette.soft))]
        rows += [bar_row(theme, family) for family in view.families]
        rows.append(Label(theme, view.families_note, theme.type("small", theme.palette.soft)))
        for name, habits, fill in (
            (leant, view.leant_on, theme.palette.inset),
            (aside, view.left_aside, theme.palette.good_box),
        ):
            if habits:
                rows.append(Label(theme, name, theme.type("heading", bold=True), role="heading"))
                rows.append(Grid(theme, [_habit(theme, habit, fill) for habit in habits], least=300, gap=14))
        return titled(theme, title, rows, gap=12)

    card = Card(theme, title, build, key="habits")
    told = [view.habits_note, *(f"{family.spoken}." for family in view.families), view.families_note]
    for name, habits in ((leant, view.leant_on), (aside, view.left_aside)):
        told += [f"{name}: {habit.label}, {habit.figure}. {habit.example}" for habit in habits]
    card.value = " ".join(told)
    return card


def _habit(theme: Theme, habit: HabitView, fill: Colour) -> Widget:
    rows: list[Widget] = [
        Label(theme, habit.label, theme.type("body", bold=True)),
        Label(theme, habit.figure, theme.type("small", theme.palette.cool_deep, bold=True)),
        Label(theme, habit.about, theme.type("small")),
    ]
    if habit.example:
        rows.append(Label(theme, habit.example, theme.type("small", italic=True)))
    box = inset(theme, fill)
    column = Column(theme, rows, gap=4)
    return Panel(theme, column, box=box, margins=(16, 11, 16, 12), role="article", name=habit.label)


def guesses_card(theme: Theme, phrases: Phrases, view: ProgressView) -> Card:
    """How well sessions were judged before they were told."""
    _ = phrases.gettext
    title = _("Your own judgement")
    note = _("Guessing first, then seeing the difference, is how one learns to judge one’s own sessions.")

    def build() -> Widget:
        told = bullets(theme, view.guesses, theme.type("body"))
        return titled(theme, title, [told, Label(theme, note, theme.type("small", theme.palette.soft))])

    card = Card(theme, title, build, key="guesses")
    card.value = " ".join(view.guesses)
    return card


def scenes_card(theme: Theme, phrases: Phrases, view: ProgressView) -> Card:
    """What was found of each scene."""
    title = phrases.gettext("What you have found")

    def build() -> Widget:
        rows = [
            Halves(
                theme,
                Label(theme, scene.title, theme.type("body", bold=True)),
                Label(theme, " · ".join(scene.lines), theme.type("body", theme.palette.soft)),
                share=0.36,
                least=620,
            )
            for scene in view.scenes
        ]
        return titled(theme, title, rows, gap=12)

    card = Card(theme, title, build, key="scenes")
    card.value = " ".join(f"{scene.title}: {', '.join(scene.lines)}." for scene in view.scenes)
    return card
