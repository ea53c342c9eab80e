"""The patient's chair: the whole session again, with what the patient thought and did not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.paper import inset
from game.ui.widgets import Column, Dialog, Label, Panel, Rich, Widget, speech_runs
from game.ui.widgets.cloud import Cloud

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.app.debrief_values import ChairLine
    from game.ui.host import Host
    from game.ui.theme import Theme


def chair_dialog(host: Host, lines: Sequence[ChairLine]) -> Widget:
    """In order: what you said, what the patient thought of it, what the patient said."""
    _ = host.controls.phrases.gettext
    theme = host.theme
    note = _("The same session from the other chair: what was seen and said, and what was only thought.")
    rows: list[Widget] = [Label(theme, note, theme.type("small", theme.palette.soft))]
    rows += [_line(theme, line) for line in lines]
    content = Column(theme, rows, gap=10)
    return Dialog(
        theme, _("The patient’s chair"), content, host.close_dialog, _("Close"), width=780, key="chair"
    )


def _line(theme: Theme, line: ChairLine) -> Widget:
    if line.kind == "thought":
        return _thought(theme, line)
    seen = line.kind == "seen"
    style = theme.type("body", theme.palette.aside if seen else theme.palette.ink, italic=seen)
    words: Widget = Rich(
        theme, speech_runs(line.speech, style, style._replace(italic=True, ink=theme.palette.aside))
    )
    if seen:
        return Panel(theme, words, margins=(16, 0))
    mine = line.kind == "said"
    who = Label(
        theme,
        line.who,
        theme.type("label", theme.palette.cool_deep if mine else theme.palette.soft, bold=True),
    )
    box = inset(theme, theme.palette.good_box if mine else None)
    inner = Panel(theme, Column(theme, [who, words], gap=1), box=box, margins=(14, 8))
    return Panel(theme, inner, margins=(0.0, 0.0, 60.0, 0.0) if mine else (60.0, 0.0, 0.0, 0.0))


def _thought(theme: Theme, line: ChairLine) -> Widget:
    style = theme.type("body", theme.palette.lamp, italic=True)
    cloud = Cloud(theme, line.who, Rich(theme, speech_runs(line.speech, style)))
    return Panel(theme, cloud, margins=(60.0, 0.0, 0.0, 10.0))
