"""The first cards of the debrief: what became of it, where help is, what happened in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.access import bearing
from game.ui.busts import Bust
from game.ui.paper import inset
from game.ui.signs import returns_sign
from game.ui.widgets import Column, Flowing, Icon, Label, Panel, Row, Widget, section_heading
from game.ui.widgets.card import Card, Halves, titled
from game.ui.widgets.pill import beside, bullets

if TYPE_CHECKING:
    from game.app.debrief_values import AdviceView, DebriefView, GuessOutcome, HelpLine
    from game.ui.busts import Busts
    from game.ui.host import Phrases
    from game.ui.theme import Theme

_WIDE = 800
"""Units of width from which the picture stands beside the words."""


def outcome_card(theme: Theme, phrases: Phrases, busts: Busts, view: DebriefView) -> tuple[Card, Bust]:
    """How it ended and why, beside the patient as they were at the end."""
    high = 264 if theme.width / theme.zoom > _WIDE else 150
    seen = bearing(phrases, *view.pose)
    sitter = (view.appearance, view.room, view.pose)
    bust = Bust(theme, busts, sitter, view.patient, words=seen, size=(300, high))

    def build() -> Widget:
        words = Column(
            theme,
            [
                Label(
                    theme,
                    f"{view.title} · {view.patient}",
                    theme.type("small", theme.palette.soft, bold=True),
                ),
                Label(theme, view.outcome, theme.type("display", bold=True), role="heading"),
                _returns(theme, view),
                *(_guess(theme, guess) for guess in view.guesses),
                Label(theme, view.reasons, theme.type("body")),
            ],
            gap=10,
        )
        return Halves(theme, bust, words, share=0.31, least=700)

    card = Card(theme, view.outcome, build, key="outcome")
    card.live = True
    guesses = "".join(f" {guess.text}" for guess in view.guesses)
    card.value = f"{view.outcome_label}. {view.returns_label}.{guesses} {view.reasons}"
    return card, bust


def _returns(theme: Theme, view: DebriefView) -> Widget:
    icon, tone, ground = returns_sign(theme.palette, view.returns)
    words: list[Widget] = [Label(theme, view.returns_label, theme.type("heading", tone, bold=True))]
    if view.outcome_label and view.outcome_label != view.outcome:
        words.append(Label(theme, view.outcome_label, theme.type("small")))
    text = Column(theme, words, gap=0)
    row = Row(theme, [Icon(theme, icon, theme.palette.letter, size=34, bed=tone), text], gap=12)
    told = Panel(theme, row, box=inset(theme, ground), margins=(14, 9, 20, 9), role="status")
    return Flowing(theme, [told])


def _guess(theme: Theme, guess: GuessOutcome) -> Widget:
    """What the learner thought, beside what it was."""
    icon = {"yes": "check", "no": "minus"}.get(guess.verdict, "question")
    words = Label(theme, guess.text, theme.type("small"))
    return beside(
        theme, Icon(theme, icon, theme.palette.on_gold, size=22, bed=theme.palette.gold), words, gap=10
    )


def advice_card(theme: Theme, phrases: Phrases, advice: AdviceView) -> Card:
    """What to keep, and what to try next time."""
    _ = phrases.gettext
    title = _("From this session to the next")

    def build() -> Widget:
        keep = Icon(theme, "check", theme.palette.letter, size=30, bed=theme.palette.cool_deep)
        change = Icon(theme, "right", theme.palette.letter, size=30, bed=theme.palette.gold_deep)
        rows = [
            beside(theme, keep, Label(theme, advice.keep, theme.type("body")), gap=14),
            beside(theme, change, Label(theme, advice.change, theme.type("body")), gap=14),
        ]
        return titled(theme, title, rows, gap=12)

    card = Card(theme, title, build, key="advice")
    card.value = f"{advice.keep} {advice.change}"
    return card


def help_card(theme: Theme, help_line: HelpLine) -> Card:
    """Where real help is: calm, and not to be missed."""

    def build() -> Widget:
        words = Column(
            theme,
            [
                section_heading(theme, help_line.title),
                Label(theme, help_line.text, theme.type("body")),
            ],
            gap=4,
        )
        return beside(
            theme,
            Icon(theme, "speak", theme.palette.letter, size=44, bed=theme.palette.cool_deep),
            words,
            gap=18,
        )

    card = Card(theme, help_line.title, build, key="help", fill=theme.palette.good_box, role="note")
    card.value = help_line.text
    return card


def facts_card(theme: Theme, phrases: Phrases, view: DebriefView) -> Card:
    """Ruptures, confidences, talk share and the like, as sentences."""
    _ = phrases.gettext
    title = _("What happened between you")

    def build() -> Widget:
        return titled(theme, title, [bullets(theme, view.facts, theme.type("body"))])

    card = Card(theme, title, build, key="facts")
    card.value = " ".join(view.facts)
    return card
