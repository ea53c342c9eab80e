"""A moment of the map, opened: what was heard there, what was answered, and from where to begin anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.paper import inset
from game.ui.signs import mark_sign
from game.ui.widgets import (
    Button,
    Column,
    Dialog,
    Flowing,
    Label,
    Panel,
    Rich,
    Widget,
    section_heading,
    speech_runs,
)
from game.ui.widgets.pill import pill

if TYPE_CHECKING:
    from game.app.map_values import MapMoment, MapReply, MapStart
    from game.ui.host import Host
    from game.ui.theme import Theme


def moment_dialog(host: Host, moment: MapMoment) -> Widget:
    """All that was seen of one moment."""
    theme = host.theme
    _ = host.controls.phrases.gettext
    rows: list[Widget] = []
    if moment.note:
        rows.append(Label(theme, moment.note, theme.type("body", theme.palette.cool_deep, bold=True)))
    if moment.facts:
        rows.append(Flowing(theme, _facts(theme, moment), gap=8, line_gap=6))
    rows.append(_heard(theme, moment))
    if moment.said:
        rows.append(section_heading(theme, _("What you said here")))
        rows += [_reply(theme, reply) for reply in moment.said]
    if moment.starts:
        rows.append(section_heading(theme, _("Begin anew from here")))
        rows.append(
            Label(theme, _("Your former sessions stay as they are."), theme.type("small", theme.palette.soft))
        )
        rows += [_start(host, start, first=place == 0) for place, start in enumerate(moment.starts)]
    content = Column(theme, rows, gap=12)
    return Dialog(theme, moment.title, content, host.close_dialog, _("Close"), width=720, key="moment")


def _facts(theme: Theme, moment: MapMoment) -> list[Widget]:
    """The marks come first among the facts, each with its icon."""
    told: list[Widget] = []
    for place, fact in enumerate(moment.facts):
        sign = mark_sign(theme.palette, moment.marks[place]) if place < len(moment.marks) else None
        if sign:
            told.append(pill(theme, fact, ink=sign.tone, icon=sign.icon))
        else:
            told.append(pill(theme, fact, bold=False))
    return told


def _heard(theme: Theme, moment: MapMoment) -> Widget:
    rows: list[Widget] = []
    style = theme.type("body")
    action = style._replace(italic=True, ink=theme.palette.aside)
    for line in moment.lines:
        if line.cue:
            rows.append(Label(theme, line.cue, action))
        if line.speech:
            rows.append(Rich(theme, speech_runs(line.speech, style, action)))
    return Panel(theme, Column(theme, rows, gap=5), box=inset(theme), margins=(16, 10))


def _reply(theme: Theme, reply: MapReply) -> Widget:
    style = theme.type("body")
    words = Rich(theme, speech_runs(reply.said, style, style._replace(italic=True, ink=theme.palette.aside)))
    label = Label(theme, reply.label, theme.type("label", theme.palette.soft))
    rows = Column(theme, [words, label], gap=2)
    return Panel(theme, rows, box=inset(theme, theme.palette.good_box), margins=(16, 8))


def _start(host: Host, start: MapStart, *, first: bool) -> Widget:
    return Button(
        host.theme,
        start.label,
        lambda: host.send(start.begin),
        kind="main" if first else "plain",
        icon="right",
        key=f"start:{start.label}",
        align="start",
    )
