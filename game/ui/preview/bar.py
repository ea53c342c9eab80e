"""The bar above a preview: which moment this is, where it is written, and what can be changed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pygame

from game.app.intents import BackToBeginning, Nudge, OtherMoment
from game.ui.brush import Box
from game.ui.widgets import Button, Column, Flowing, Icon, Label, Panel, Row, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.app.intents import Intent
    from game.app.preview.bar import BarView, Dial
    from game.ui.host import Phrases
    from game.ui.theme import Theme

NUDGE = 5
"""Points by which guardedness or trust change at a press."""

_NUDGES = {"guardedness": ("F5", "F6"), "trust": ("F7", "F8")}
_INTENTS: dict[int, Intent] = {
    pygame.K_r: BackToBeginning(),
    pygame.K_n: OtherMoment(1),
    pygame.K_p: OtherMoment(-1),
    pygame.K_F5: Nudge("guardedness", -NUDGE),
    pygame.K_F6: Nudge("guardedness", NUDGE),
    pygame.K_F7: Nudge("trust", -NUDGE),
    pygame.K_F8: Nudge("trust", NUDGE),
}
TOOLS, REMARKS = pygame.K_t, pygame.K_w


def asked_by(key: int) -> Intent | None:
    """What a key asks of the preview."""
    return _INTENTS.get(key)


class Hands(NamedTuple):
    """What the bar's buttons do."""

    send: Callable[[Intent], None]
    toggle_tools: Callable[[], None]
    show_remarks: Callable[[], None]


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
        buttons.append(_button(theme, f"W {bar.remarks}", hands.show_remarks, "W"))
    if bar.dials:
        buttons.append(_button(theme, f"T {_('tools')}", hands.toggle_tools, "T"))
    rows: list[Widget] = [Flowing(theme, [*words, *buttons], gap=14, line_gap=4)]
    if tools and bar.dials:
        rows = [Flowing(theme, [*words, *_tools(theme, phrases, bar, hands), *buttons], gap=12, line_gap=5)]
    if bar.notice:
        note = Label(theme, bar.notice, theme.type("small", theme.palette.letter, bold=True))
        note.flex = 1
        icon = Icon(theme, "warn", theme.palette.night, size=22, bed=theme.palette.gold, name=_("Preview"))
        rows.append(Row(theme, [icon, note], gap=10, role="status", name=bar.notice))
    box = Box(theme.palette.glass(theme.palette.night, 0.94), 0)
    return Panel(theme, Column(theme, rows, gap=6), box=box, margins=(16, 5, 16, 6), role="toolbar")


def _tools(theme: Theme, phrases: Phrases, bar: BarView, hands: Hands) -> list[Widget]:
    _ = phrases.gettext
    ways = (
        ("R", _("beginning"), pygame.K_r),
        ("P", _("previous"), pygame.K_p),
        ("N", _("next"), pygame.K_n),
    )
    tools: list[Widget] = [
        _button(theme, f"{name} {what}", _sender(hands, _INTENTS[key]), name) for name, what, key in ways
    ]
    return tools + [_dial(theme, dial, hands) for dial in bar.dials]


def _dial(theme: Theme, dial: Dial, hands: Hands) -> Widget:
    down, up = _NUDGES[dial.measure]
    less = _button(theme, f"{down} −", _sender(hands, Nudge(dial.measure, -NUDGE)), down)
    more = _button(theme, f"{up} +", _sender(hands, Nudge(dial.measure, NUDGE)), up)
    less.name, more.name = f"{dial.label} −{NUDGE}", f"{dial.label} +{NUDGE}"
    figure = Label(theme, f"{dial.label} {dial.value}", theme.type("small", theme.palette.lamp, bold=True))
    return Row(theme, [less, figure, more], gap=7, name=figure.name)


def _sender(hands: Hands, intent: Intent) -> Callable[[], None]:
    return lambda: hands.send(intent)


def _button(theme: Theme, text: str, act: Callable[[], None], key: str) -> Button:
    return Button(theme, text, act, kind="bar", key=f"preview:{key}", small=True)
