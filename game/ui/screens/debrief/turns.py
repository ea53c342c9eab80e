"""One turn as a card: what was seen and said, what it moved, part by part, and what might have been."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.model.values import NamedTuple
from game.ui.brush import Box
from game.ui.paper import inset
from game.ui.signs import mark_sign
from game.ui.widgets import Button, Column, Flowing, Icon, Label, Panel, Rich, Space, Widget, speech_runs
from game.ui.widgets.card import Card, Halves
from game.ui.widgets.cloud import Cloud
from game.ui.widgets.pill import beside, pill

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.app.debrief_values import DebriefView, EffectPart, TurnCard
    from game.app.views import Speech
    from game.ui.host import Phrases
    from game.ui.palette import Colour
    from game.ui.theme import Style, Theme


class Doors(NamedTuple):
    """Where a card leads: both roads side by side, and back into the session before this reply."""

    roads: Callable[[TurnCard], None]
    replay: Callable[[TurnCard], None]


def turn_cards(theme: Theme, phrases: Phrases, view: DebriefView, doors: Doors) -> list[Card]:
    """All turns, in order."""
    kinds = {point.label: point.mark for point in view.curve if point.mark}
    return [_card(theme, phrases, turn, view.patient, kinds, doors) for turn in view.turns]


def _card(
    theme: Theme, phrases: Phrases, turn: TurnCard, patient: str, kinds: Mapping[str, str], doors: Doors
) -> Card:
    _ = phrases.gettext

    def build() -> Widget:
        head = _head(theme, phrases, turn, kinds)
        talk = Column(theme, _talk(theme, phrases, turn, patient), gap=10)
        sense = Column(theme, _sense(theme, phrases, turn), gap=12)
        return Column(theme, [head, Halves(theme, talk, sense, share=0.54, gap=30)], gap=12)

    name = _("Reply {number}").format(number=turn.number)
    card = Card(theme, name, build, key=f"turn:{turn.number}", foot=_foot(theme, phrases, turn, doors))
    card.value = _told(turn)
    return card


def _foot(theme: Theme, phrases: Phrases, turn: TurnCard, doors: Doors) -> Widget:
    """What can be done from this card."""
    _ = phrases.gettext
    replay = Button(
        theme, _("Replay from here"), lambda: doors.replay(turn), key=f"replay:{turn.number}", small=True
    )
    buttons = [replay]
    if turn.roads:
        both = _("Both roads, side by side")
        key = f"roads:{turn.number}"
        buttons.insert(0, Button(theme, both, lambda: doors.roads(turn), key=key, small=True))
    number = _("Reply {number}").format(number=turn.number)
    for button in buttons:
        button.name = f"{button.name} · {number}"
    return Flowing(theme, buttons, gap=10, line_gap=8)


def _told(turn: TurnCard) -> str:
    """The card as one text, for a screen reader."""
    speech = [
        " ".join(span.text for span in part) for part in (turn.heard, turn.said, turn.reply, turn.better)
    ]
    parts = [" ".join((part.source, *part.changes, part.because)) for part in turn.parts]
    texts = (
        *turn.marks,
        turn.cue,
        *speech[:2],
        turn.technique,
        speech[2],
        *turn.total,
        *parts,
        turn.thought,
        turn.feedback,
        speech[3],
        turn.roads.summary if turn.roads else "",
    )
    return "\n".join(text for text in texts if text)


def _head(theme: Theme, phrases: Phrases, turn: TurnCard, kinds: Mapping[str, str]) -> Widget:
    _ = phrases.gettext
    number = Label(
        theme, _("Reply {number}").format(number=turn.number), theme.type("title", bold=True), role="heading"
    )
    tone, icon, meaning = (
        (theme.palette.cool_deep, "check", _("Helpful"))
        if turn.good
        else (theme.palette.warm_deep, "warn", _("Less helpful"))
    )
    parts: list[Widget] = [
        Icon(theme, icon, theme.palette.letter, size=28, bed=tone, name=meaning),
        number,
        Space(theme, 2),
    ]
    for mark in turn.marks:
        sign = mark_sign(theme.palette, kinds.get(mark, ""))
        icon, tone = (sign.icon, sign.tone) if sign else ("bulb", theme.palette.gold_deep)
        parts.append(pill(theme, mark, fill=theme.palette.inset, ink=tone, icon=icon))
    parts += [change_pill(theme, change) for change in turn.total]
    return Flowing(theme, parts, gap=8, line_gap=6)


def change_pill(theme: Theme, change: str) -> Widget:
    """Such as "Empathy +2"."""
    return pill(theme, change, fill=theme.palette.bed)


def _talk(theme: Theme, phrases: Phrases, turn: TurnCard, patient: str) -> list[Widget]:
    """What was seen, heard, said, answered, and thought."""
    _ = phrases.gettext
    style = theme.type("body")
    rows: list[Widget] = []
    if turn.cue:
        icon = Icon(
            theme,
            "look",
            theme.palette.letter,
            size=24,
            bed=theme.palette.cool,
            name=_("What you could notice"),
        )
        words = Label(theme, turn.cue, theme.type("body", theme.palette.aside, italic=True))
        rows.append(_boxed(theme, beside(theme, icon, words), theme.palette.inset))
    if turn.heard:
        rows.append(_voice(theme, patient, _speech(theme, turn.heard, style)))
    if turn.said:
        parts: list[Widget] = [
            Label(theme, _("You said"), theme.type("label", theme.palette.cool_deep, bold=True)),
            _speech(theme, turn.said, style),
        ]
        if turn.technique:
            parts.append(
                Label(theme, turn.technique, theme.type("small", theme.palette.cool_deep, bold=True))
            )
        rows.append(_boxed(theme, Column(theme, parts, gap=3), theme.palette.good_box))
    if turn.reply:
        rows.append(_voice(theme, patient, _speech(theme, turn.reply, style)))
    if turn.thought:
        rows.append(thought(theme, phrases, turn.thought))
    return rows


def _sense(theme: Theme, phrases: Phrases, turn: TurnCard) -> list[Widget]:
    """What it moved, why, a word on it, and the example."""
    _ = phrases.gettext
    rows: list[Widget] = []
    if turn.feedback:
        icon = Icon(
            theme, "bulb", theme.palette.on_gold, size=26, bed=theme.palette.gold, name=_("A word on it")
        )
        rows.append(beside(theme, icon, Label(theme, turn.feedback, theme.type("body"))))
    if turn.parts:
        heading = Label(theme, _("What it is made of"), theme.type("label", theme.palette.soft, bold=True))
        rows.append(Column(theme, [heading, *(_part(theme, part) for part in turn.parts)], gap=8))
    if turn.better:
        heading = Label(
            theme, _("One could have said"), theme.type("label", theme.palette.cool_deep, bold=True)
        )
        parts: list[Widget] = [heading, _speech(theme, turn.better, theme.type("body"))]
        if turn.roads:
            parts.append(
                Label(theme, turn.roads.summary, theme.type("small", theme.palette.cool_deep, bold=True))
            )
        box = Box(theme.palette.panel, theme.radius("box"), theme.palette.cool_deep, theme.px(2))
        rows.append(Panel(theme, Column(theme, parts, gap=3), box=box, margins=(16, 10, 16, 11)))
    return rows


def _part(theme: Theme, part: EffectPart) -> Widget:
    """Where a part of the sum comes from, what it moved, and because of what."""
    source = Label(theme, part.source, theme.type("small", bold=True))
    rows: list[Widget] = [
        source,
        Flowing(theme, [change_pill(theme, c) for c in part.changes], gap=6, line_gap=5),
    ]
    if part.because:
        rows.append(Label(theme, part.because, theme.type("small", theme.palette.aside, italic=True)))
    return Ruled(theme, Column(theme, rows, gap=4))


class Ruled(Panel):
    """Content with an upright rule at its left."""

    __slots__ = ()

    def __init__(self, theme: Theme, child: Widget) -> None:
        super().__init__(theme, child, margins=(14, 0, 0, 0))

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        wide = max(2, self.theme.px(3))
        self.theme.brush.box(
            target,
            pygame.Rect(self.rect.x, self.rect.y, wide, self.rect.h),
            Box(self.theme.palette.bed, wide // 2),
        )


def thought(theme: Theme, phrases: Phrases, text: str) -> Widget:
    """What the patient thought and did not say."""
    _ = phrases.gettext
    words = Label(theme, text, theme.type("body", theme.palette.lamp, italic=True))
    return Panel(theme, Cloud(theme, _("Thought, not said"), words), margins=(0, 0, 0, 14))


def _speech(theme: Theme, speech: Speech, style: Style) -> Widget:
    return Rich(theme, speech_runs(speech, style, style._replace(italic=True, ink=theme.palette.aside)))


def _voice(theme: Theme, who: str, words: Widget) -> Widget:
    return Column(
        theme, [Label(theme, who, theme.type("label", theme.palette.soft, bold=True)), words], gap=2
    )


def _boxed(theme: Theme, content: Widget, fill: Colour) -> Widget:
    return Panel(theme, content, box=inset(theme, fill), margins=(14, 9, 14, 9))
