"""What the encounter says to the player beside the talk: feedback, notices, the inner voice, a probe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.brush import Box
from game.ui.paper import card, shadow, sheet
from game.ui.text import Run
from game.ui.widgets import (
    CHOICES,
    Button,
    ChoiceCard,
    Column,
    Flowing,
    Grid,
    Icon,
    Label,
    Panel,
    Rich,
    Row,
    Widget,
    speech_runs,
)  # fmt: skip
from game.ui.widgets.cloud import Cloud

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.app.views import Feedback, InnerVoice, Probe, Reply
    from game.ui.host import Phrases
    from game.ui.theme import Theme

_SHORT = 30
"""Characters of a technique's name that stay on one line."""


def feedback_strip(theme: Theme, phrases: Phrases, feedback: Feedback) -> Widget:
    """A word at once on the last reply; the icon tells good from not so good, and so does the tone."""
    _ = phrases.gettext
    tone, fill = (
        (theme.palette.cool_deep, theme.palette.good_box)
        if feedback.good
        else (theme.palette.warm_deep, theme.palette.bad_box)
    )
    picture, meaning = ("check", _("Helpful")) if feedback.good else ("warn", _("Less helpful"))
    head: list[Widget] = [Label(theme, feedback.technique, theme.type("small", tone, bold=True))]
    head += [_pill(theme, change) for change in feedback.changes]
    rows: list[Widget] = [Flowing(theme, head, gap=8, line_gap=6)]
    if feedback.text:
        rows.append(Label(theme, feedback.text, theme.type("small")))
    words = Column(theme, rows, gap=4)
    words.flex = 1
    row = Row(
        theme, [Icon(theme, picture, theme.palette.letter, size=24, bed=tone, name=meaning), words], gap=12
    )
    box = card(theme, fill)
    strip = Panel(theme, row, box=box, margins=(14, 9, 14, 9), role="status", name=feedback.technique)
    strip.live = True
    return strip


def _pill(theme: Theme, text: str) -> Widget:
    label = Label(theme, text, theme.type("label", bold=True))
    return Panel(theme, label, box=Box(theme.palette.panel, theme.radius("badge")), margins=(8, 1, 8, 2))


def notice_strip(theme: Theme, text: str) -> Widget:
    """What just happened."""
    words = Label(theme, text, theme.type("small", bold=True))
    words.flex = 1
    row = Row(
        theme, [Icon(theme, "bulb", theme.palette.on_gold, size=24, bed=theme.palette.gold), words], gap=12
    )
    box = Box(
        theme.palette.panel, theme.radius("card"), theme.palette.gold, theme.px(2), shadow(theme, "card")
    )
    strip = Panel(theme, row, box=box, margins=(14, 9, 14, 9), role="status", name=text)
    strip.live = True
    return strip


def inner_voice(theme: Theme, phrases: Phrases, inner: InnerVoice) -> Widget:
    """What the clinician feels drawn to do."""
    _ = phrases.gettext
    words = Label(theme, inner.text, theme.type("body", theme.palette.lamp, italic=True))
    pull = inner.pull or _("Inside you")
    cloud = Cloud(theme, pull[:1].upper() + pull[1:], words, meaning=_("Your inner voice"), ours=True)
    cloud.live = True
    return Panel(theme, cloud, margins=(0, 0, 0, 10))


def reply_card(theme: Theme, reply: Reply, say: Callable[[str], None], *, tight: bool = False) -> Widget:
    """A reply to choose; its technique, if it is told, follows in small."""
    style = theme.type("body")
    runs = speech_runs(reply.speech, style, style._replace(italic=True, ink=theme.palette.aside))
    if reply.technique:
        together = (
            reply.technique.replace(" ", "\u00a0") if len(reply.technique) < _SHORT else reply.technique
        )
        small = theme.type("label", theme.palette.cool_deep, bold=True)._replace(lead=style.lead)
        runs = (*runs, Run(" ", style), Run(together, small))
    words = Rich(theme, runs)
    name = " ".join(span.text for span in reply.speech)
    card = ChoiceCard(
        theme,
        words,
        lambda: say(reply.id),
        number=reply.number,
        name=name,
        key=f"reply:{reply.id}",
        tight=tight,
    )
    card.value = reply.technique
    card.group = CHOICES
    return card


def probe_panel(
    theme: Theme, phrases: Phrases, probe: Probe, answer: Callable[[str], None], *, tight: bool = False
) -> Widget:
    """The question what the patient feels, its answers as cards, and a way past it."""
    _ = phrases.gettext
    question = Label(theme, probe.question, theme.type("heading", bold=True))
    question.flex = 1
    question.live = True
    head = Row(
        theme,
        [
            Icon(
                theme,
                "question",
                theme.palette.letter,
                size=28,
                bed=theme.palette.gold_deep,
                name=_("Question to you"),
            ),
            question,
        ],
        gap=12,
    )
    note = Label(
        theme, _("Your answer does not change the session."), theme.type("small", theme.palette.soft)
    )

    def option(feeling: str, label: str, number: int) -> Widget:
        words = Label(theme, label, theme.type("body"), role="none")
        card = ChoiceCard(
            theme,
            words,
            lambda: answer(feeling),
            number=number,
            name=label,
            key=f"feeling:{feeling}",
            tight=tight,
        )
        card.group = CHOICES
        return card

    cards = [option(o.id, o.label, o.number) for o in probe.options]
    skip = Button(theme, _("I cannot tell"), lambda: answer(""), kind="plain", key="feeling:", small=True)
    skip.group = CHOICES
    column = Column(
        theme,
        [head, Grid(theme, cards, least=200, gap=8 if tight else 10), Flowing(theme, [skip, note], gap=14)],
        gap=12,
    )
    box = sheet(theme)
    return Panel(theme, column, box=box, margins=(20, 12 if tight else 16), name=probe.question)
