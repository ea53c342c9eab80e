"""The cream panel of the encounter: who speaks, what was said to them, what they say, what can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.model.values import NamedTuple
from game.ui.brush import Box
from game.ui.paper import inset, sheet
from game.ui.text import Run
from game.ui.widgets import (
    Column,
    Curtain,
    Flowing,
    Gauge,
    Icon,
    Label,
    Panel,
    Rich,
    Row,
    Space,
    Widget,
    speech_runs,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from game.app.views import EncounterView, PatientLine, Speech
    from game.ui.host import Phrases
    from game.ui.palette import Colour
    from game.ui.theme import Theme

_FINE = 4


class Balloon(Panel):
    """A panel with a tail toward the one who speaks."""

    __slots__ = ("_tail",)

    def __init__(self, theme: Theme, child: Widget, *, name: str, tight: bool) -> None:
        box = sheet(theme)
        super().__init__(theme, child, box=box, margins=(26, 12 if tight else 18), name=name)
        self._tail = (theme.px(34), theme.px(40))
        self.outset = max(self.outset, self._tail[0])

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        super().paint(target)
        wide, high = self._tail
        if self.rect.h > high * 2:
            fill = self.theme.palette.panel
            tail = self.theme.brush.kept(("tail", wide, high, fill), lambda: _tail(wide, high, fill))
            target.blit(
                tail, (self.rect.x - wide, self.rect.y + min(self.theme.px(88), self.rect.h - high * 3 // 2))
            )


def _tail(wide: int, high: int, fill: Colour) -> pygame.Surface:
    """Two soft curves that end in a point."""
    over = 2
    fine = pygame.Surface(((wide + over) * _FINE, high * _FINE), pygame.SRCALPHA)
    fine.fill((*fill[:3], 0))
    tip = (0.0, 0.32)

    def curve(y: float, bend: float) -> list[tuple[float, float]]:
        points = []
        for step in range(25):
            t = step / 24
            x = (1 - t) ** 2 * 1.0 + 2 * t * (1 - t) * 0.55 + t * t * tip[0]
            points.append((x, (1 - t) ** 2 * y + 2 * t * (1 - t) * bend + t * t * tip[1]))
        return points

    outline = [(1.0, 0.0), *curve(0.0, 0.30), *reversed(curve(1.0, 0.45)), (1.0, 1.0)]
    scaled = [(x * wide * _FINE, y * high * _FINE) for x, y in outline]
    pygame.draw.polygon(fine, fill, scaled)
    pygame.draw.rect(fine, fill, (wide * _FINE, 0, over * _FINE, high * _FINE))
    return pygame.transform.smoothscale(fine, (wide + over, high))


class SpokenLine(NamedTuple):
    """The widgets of one of the patient's lines."""

    words: Rich
    cue: Curtain | None
    feeling: str
    gesture: str
    voiced: tuple[range, ...]


class SpeechPanel(NamedTuple):
    """The panel and the parts of it that live."""

    widget: Widget
    lines: tuple[SpokenLine, ...]
    gauges: tuple[Gauge, ...]


def speech_panel(
    theme: Theme, phrases: Phrases, view: EncounterView, before: Mapping[str, float], *, tight: bool = False
) -> SpeechPanel:
    """Build the panel; `before` says where the gauges stood; `tight` saves height."""
    name = Label(theme, view.patient, theme.type("title", bold=True), role="heading")
    who: list[Widget] = [name]
    if view.referral:
        who.append(Label(theme, view.referral, theme.type("label", theme.palette.soft)))
    colours = theme.palette
    tones = (
        (colours.cool, colours.cool_deep),
        (colours.warm, colours.warm_deep),
        (colours.gold, colours.gold_deep),
    )
    gauges = tuple(
        Gauge(
            theme,
            gauge.label,
            gauge.value,
            tones[index % len(tones)],
            spoken=gauge.spoken,
            start=before.get(gauge.id),
            figure=_figure(gauge.value, gauge.change),
        )
        for index, gauge in enumerate(view.gauges)
    )
    head: Widget = Column(theme, who, gap=2)
    if gauges:
        meters = Flowing(theme, gauges, gap=16, line_gap=8)
        head = Head(theme, head, meters)
    rows: list[Widget] = [head]
    if view.said:
        rows.append(_said(theme, phrases, view))
    lines = tuple(_line(theme, phrases, line) for line in view.lines)
    for line in lines:
        rows.append(line.words)
        if line.cue:
            rows.append(line.cue)
    content = Column(theme, rows, gap=8 if tight else 12)
    return SpeechPanel(Balloon(theme, content, name=view.patient, tight=tight), lines, gauges)


def _figure(value: int, change: int) -> str:
    sign = "+" if change > 0 else "–"
    return f"{value} {sign}{abs(change)}" if change else f"{value}"


class Head(Flowing):
    """Name at the left and gauges at the right, or one below the other where the width ends."""

    __slots__ = ()

    def __init__(self, theme: Theme, who: Widget, meters: Widget) -> None:
        super().__init__(theme, [who, meters], gap=20, line_gap=10)

    def _place(self) -> None:
        super()._place()
        who, meters = self.children()
        if meters.rect.y < who.rect.bottom:
            meters.shift(self.rect.right - meters.rect.right, who.rect.y + self.theme.px(4) - meters.rect.y)


def _said(theme: Theme, phrases: Phrases, view: EncounterView) -> Widget:
    """What the clinician said last, small, with a bar at its left."""
    _ = phrases.gettext
    style = theme.type("small", theme.palette.soft)
    label = Run(_("You said") + "\u00a0 ", style._replace(bold=True))
    return Barred(theme, Rich(theme, (label, *speech_runs(view.said, style))))


class Barred(Panel):
    """Content with an upright bar at its left."""

    __slots__ = ()

    def __init__(self, theme: Theme, child: Widget) -> None:
        super().__init__(theme, child, margins=(14, 0, 0, 0))

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        wide = self.theme.px(4)
        bar = pygame.Rect(self.rect.x, self.rect.y, wide, self.rect.h)
        self.theme.brush.box(target, bar, Box(self.theme.palette.bed, wide // 2))


def _line(theme: Theme, phrases: Phrases, line: PatientLine) -> SpokenLine:
    style = theme.type("speech")
    runs = speech_runs(line.speech, style, style._replace(italic=True, ink=theme.palette.aside))
    words = Rich(theme, runs)
    words.live = True
    cue = Curtain(theme, cue_box(theme, phrases, line.cue)) if line.cue else None
    return SpokenLine(words, cue, line.feeling, line.gesture, tuple(_voiced(line.speech, runs)))


def _voiced(speech: Speech, runs: Sequence[Run]) -> Iterator[range]:
    """Where in the text the patient speaks, character by character; the rest is done."""
    begin = 0
    for span, run in zip(speech, runs, strict=True):
        end = begin + len(run.text)
        if not span.action:
            yield range(begin, end)
        begin = end


def cue_box(theme: Theme, phrases: Phrases, text: str) -> Widget:
    """What can be seen, beside a magnifier."""
    _ = phrases.gettext
    icon = Icon(
        theme, "look", theme.palette.letter, size=24, bed=theme.palette.cool, name=_("What you notice")
    )
    words = Label(theme, text, theme.type("body", theme.palette.aside, italic=True))
    words.flex = 1
    row = Row(theme, [icon, words, Space(theme, 2)], gap=12)
    box = inset(theme)
    panel = Panel(theme, row, box=box, margins=(12, 8, 12, 8), role="note", name=text)
    panel.live = True
    return panel
