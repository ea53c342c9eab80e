"""The bar above a preview: which moment this is, where it is written, and what can be changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.intents import BackToBeginning, Nudge, OtherMoment
from game.model.values import NamedTuple
from game.ui.brush import Box
from game.ui.keys import Action
from game.ui.widgets import Button, Column, Flowing, Icon, Label, Panel, Row, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.app.intents import Intent
    from game.app.preview.bar import BarView, Dial
    from game.ui.host import Phrases
    from game.ui.keys import Keys
    from game.ui.theme import Theme

NUDGE = 5
"""Points by which guardedness or trust change at a press."""

_NUDGES = {
    "guardedness": (Action.LESS_GUARDED, Action.MORE_GUARDED),
    "trust": (Action.LESS_TRUST, Action.MORE_TRUST),
}
INTENTS: dict[Action, Intent] = {
    Action.BEGINNING: BackToBeginning(),
    Action.NEXT: OtherMoment(1),
    Action.PREVIOUS: OtherMoment(-1),
    Action.LESS_GUARDED: Nudge("guardedness", -NUDGE),
    Action.MORE_GUARDED: Nudge("guardedness", NUDGE),
    Action.LESS_TRUST: Nudge("trust", -NUDGE),
    Action.MORE_TRUST: Nudge("trust", NUDGE),
}
"""What a key asks of the preview."""


class Hands(NamedTuple):
    """What the bar's buttons do, and the keys that do the same."""

    send: Callable[[Intent], None]
    toggle_tools: Callable[[], None]
    show_remarks: Callable[[], None]
    keys: Keys


def preview_bar(theme: Theme, phrases: Phrases, bar: BarView, hands: Hands, *, tools: bool) -> Widget:
    """The bar; its buttons and dials are there with `tools`."""
    _ = phrases.gettext
    words: list[Widget] = [Label(theme, _("Preview"), theme.type("small", theme.palette.flame, bold=True))]
    if bar.moments:
        words.append(Label(theme, bar.moments, theme.type("small", theme.palette.lamp, bold=True)))
    if bar.place:
        words.append(Label(theme, bar.place, theme.type("small", theme.palette.lamp)))
    buttons: list[Widget] = []
    if bar.remarks:
        buttons.append(_button(theme, hands, Action.REMARKS, bar.remarks, hands.show_remarks))
    if bar.dials:
        buttons.append(_button(theme, hands, Action.TOOLS, _("tools"), hands.toggle_tools))
    rows: list[Widget] = [Flowing(theme, [*words, *buttons], gap=14, line_gap=4)]
    if tools and bar.dials:
        rows = [Flowing(theme, [*words, *_tools(theme, phrases, bar, hands), *buttons], gap=12, line_gap=5)]
    if bar.notice:
        note = Label(theme, bar.notice, theme.type("small", theme.palette.lamp, bold=True))
        note.flex = 1
        icon = Icon(theme, "warn", theme.palette.on_gold, size=22, bed=theme.palette.gold, name=_("Preview"))
        rows.append(Row(theme, [icon, note], gap=10, role="status", name=bar.notice))
    box = Box(theme.palette.glass(theme.palette.night, 0.94), 0)
    return Panel(theme, Column(theme, rows, gap=6), box=box, margins=(16, 5, 16, 6), role="toolbar")


def _tools(theme: Theme, phrases: Phrases, bar: BarView, hands: Hands) -> list[Widget]:
    _ = phrases.gettext
    ways = (
        (Action.BEGINNING, _("beginning")),
        (Action.PREVIOUS, _("previous")),
        (Action.NEXT, _("next")),
    )
    tools: list[Widget] = [
        _button(theme, hands, action, what, _sender(hands, INTENTS[action])) for action, what in ways
    ]
    return tools + [_dial(theme, dial, hands) for dial in bar.dials]


def _dial(theme: Theme, dial: Dial, hands: Hands) -> Widget:
    down, up = _NUDGES[dial.measure]
    less = _button(theme, hands, down, "−", _sender(hands, INTENTS[down]))
    more = _button(theme, hands, up, "+", _sender(hands, INTENTS[up]))
    less.name, more.name = f"{dial.label} −{NUDGE}", f"{dial.label} +{NUDGE}"
    figure = Label(theme, f"{dial.label} {dial.value}", theme.type("small", theme.palette.lamp, bold=True))
    return Row(theme, [less, figure, more], gap=7, name=figure.name)


def _sender(hands: Hands, intent: Intent) -> Callable[[], None]:
    return lambda: hands.send(intent)


def _button(theme: Theme, hands: Hands, action: Action, what: str, act: Callable[[], None]) -> Button:
    text = f"{hands.keys.name(action)} {what}"
    return Button(theme, text, act, kind="bar", key=f"preview:{action}", small=True)
