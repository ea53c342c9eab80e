"""Things to read beside the session: what was said so far, and the techniques explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.dialogs.take_back import may_take_back, take_back_button
from game.ui.paper import inset
from game.ui.widgets import Column, Dialog, Label, Panel, Rich, Widget, speech_runs

if TYPE_CHECKING:
    from game.app.views import TranscriptEntry
    from game.ui.host import Host
    from game.ui.theme import Theme


def transcript_dialog(host: Host) -> Widget:
    """Everything said so far, the newest at the end."""
    _ = host.controls.phrases.gettext
    theme, transcript = host.theme, host.controls.transcript()
    rows = [_entry(theme, entry) for entry in transcript.entries]
    if not rows:
        rows = [Label(theme, _("Nothing has been said yet."), theme.type("body", theme.palette.soft))]
    content = Column(theme, rows, gap=10)
    buttons = [take_back_button(host)] if may_take_back(host) else []
    return Dialog(
        theme,
        transcript.title,
        content,
        host.close_dialog,
        _("Close"),
        width=780,
        key="transcript",
        buttons=buttons,
    )


def _entry(theme: Theme, entry: TranscriptEntry) -> Widget:
    style = theme.type("body", theme.palette.ink if entry.who else theme.palette.aside, italic=not entry.who)
    words: Widget = Rich(
        theme, speech_runs(entry.speech, style, style._replace(italic=True, ink=theme.palette.aside))
    )
    if not entry.who:
        return Panel(theme, words, margins=(16, 0))
    who = Label(
        theme,
        entry.who,
        theme.type("label", theme.palette.cool_deep if entry.clinician else theme.palette.soft, bold=True),
    )
    words = Column(theme, [who, words], gap=1)
    margins = (60.0, 0.0, 0.0, 0.0) if entry.clinician else (0.0, 0.0, 60.0, 0.0)
    box = inset(theme, theme.palette.good_box if entry.clinician else None)
    return Panel(theme, Panel(theme, words, box=box, margins=(14, 8)), margins=margins)


def glossary_dialog(host: Host) -> Widget:
    """The techniques, explained."""
    _ = host.controls.phrases.gettext
    theme = host.theme
    rows: list[Widget] = []
    for entry in host.controls.glossary().entries:
        parts: list[Widget] = [
            Label(theme, entry.name, theme.type("heading", bold=True), role="heading"),
            Label(theme, entry.definition, theme.type("body")),
        ]
        if entry.example:
            parts.append(Label(theme, entry.example, theme.type("body", theme.palette.aside, italic=True)))
        if entry.source:
            parts.append(Label(theme, entry.source, theme.type("label", theme.palette.soft)))
        rows.append(Column(theme, parts, gap=3))
    content = Column(theme, rows, gap=18)
    return Dialog(theme, _("Glossary"), content, host.close_dialog, _("Close"), width=780, key="glossary")
