"""Both roads side by side: what happened, and what the example would have led to."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from game.ui.paper import inset
from game.ui.widgets import Button, Column, Dialog, Label, Panel, Rich, Space, Widget, speech_runs
from game.ui.widgets.card import Halves
from game.ui.widgets.pill import pill

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.app.debrief_values import RoadStep, TurnCard
    from game.app.views import Speech
    from game.ui.host import Host
    from game.ui.palette import Colour
    from game.ui.theme import Theme


def roads_dialog(host: Host, turn: TurnCard, patient: str, replay: Callable[[], None]) -> Widget:
    """The turns of both roads, one pair below the other; each part says on its own which road it is on."""
    _ = host.controls.phrases.gettext
    theme = host.theme
    rows: list[Widget] = []
    if turn.roads:
        rows.append(Label(theme, turn.roads.summary, theme.type("heading", bold=True), role="status"))
        for here, there in zip_longest(turn.roads.taken, turn.roads.other):
            left = _step(host, here, _("As it went"), patient, theme.palette.inset)
            right = _step(host, there, _("The other road"), patient, theme.palette.good_box)
            rows.append(Halves(theme, left, right, gap=16, even=True, least=640))
    button = Button(theme, _("Replay from here"), replay, kind="main", icon="right", key="replay")
    title = _("What reply {number} would have led to").format(number=turn.number)
    return Dialog(
        theme,
        title,
        Column(theme, rows, gap=14),
        host.close_dialog,
        _("Close"),
        width=1000,
        key="roads",
        buttons=[button],
    )


def _step(host: Host, step: RoadStep | None, road: str, patient: str, fill: Colour) -> Widget:
    """One turn of a road; nothing where the session had ended on it."""
    theme = host.theme
    if step is None:
        return Space(theme)
    _ = host.controls.phrases.gettext
    place = _("{road} · reply {number}").format(road=road, number=step.turn)
    rows: list[Widget] = [
        Label(
            theme,
            place,
            theme.type(
                "label",
                theme.palette.cool_deep if fill == theme.palette.good_box else theme.palette.soft,
                bold=True,
            ),
        ),
        _speech(theme, step.said),
        Label(theme, step.technique, theme.type("small", theme.palette.cool_deep, bold=True)),
    ]
    if step.answer:
        rows.append(Label(theme, patient, theme.type("label", theme.palette.soft, bold=True)))
        rows.append(_speech(theme, step.answer))
    rows.append(pill(theme, step.state, fill=theme.palette.panel))
    if step.ending:
        rows.append(pill(theme, step.ending, fill=theme.palette.panel, icon="check"))
    box = inset(theme, fill)
    column = Column(theme, rows, gap=5, align="start")
    return Panel(theme, column, box=box, margins=(16, 11, 16, 12), role="article", name=place)


def _speech(theme: Theme, speech: Speech) -> Widget:
    style = theme.type("body")
    return Rich(theme, speech_runs(speech, style, style._replace(italic=True, ink=theme.palette.aside)))
