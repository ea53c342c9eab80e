"""The keys: all that a key can do, with its key; each can be given another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app.phrases import mark
from game.ui.brush import Box
from game.ui.keys import MODIFIERS, Action, Keys, reserved
from game.ui.widgets import (
    CHOICES,
    Button,
    ChoiceCard,
    Column,
    Dialog,
    Flowing,
    Grid,
    Label,
    Row,
    Widget,
    section_heading,
)
from game.ui.widgets.pill import pill

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.host import Host
    from game.ui.theme import Theme

TITLES: dict[Action, str] = {
    Action.SHOW_ALL: mark("Show all of what is being said"),
    Action.TAKE_BACK: mark("Take a reply back"),
    Action.TRANSCRIPT: mark("Transcript"),
    Action.GLOSSARY: mark("Glossary"),
    Action.BACK: mark("Menu, or back"),
    Action.MAP: mark("Map"),
    Action.PROGRESS: mark("Progress"),
    Action.CHAIR: mark("The patient’s chair"),
    Action.EXPORT: mark("Export"),
    Action.READ_ALOUD: mark("Read aloud"),
    Action.SOUND: mark("Sounds on or off"),
    Action.LANGUAGE: mark("Other language"),
    Action.SETTINGS: mark("Settings"),
    Action.FULL_SCREEN: mark("Full screen"),
    Action.BEGINNING: mark("Back to the beginning"),
    Action.PREVIOUS: mark("Previous moment"),
    Action.NEXT: mark("Next moment"),
    Action.LESS_GUARDED: mark("Less guarded"),
    Action.MORE_GUARDED: mark("More guarded"),
    Action.LESS_TRUST: mark("Less trust"),
    Action.MORE_TRUST: mark("More trust"),
    Action.TOOLS: mark("Tools"),
    Action.REMARKS: mark("Remarks"),
}
_PLAY = (Action.SHOW_ALL, Action.TAKE_BACK, Action.TRANSCRIPT, Action.GLOSSARY, Action.BACK)
_ELSEWHERE = (Action.MAP, Action.PROGRESS, Action.CHAIR, Action.EXPORT)
_ALWAYS = (Action.READ_ALOUD, Action.SOUND, Action.LANGUAGE, Action.SETTINGS, Action.FULL_SCREEN)
_GROUPS: tuple[tuple[str, tuple[Action, ...]], ...] = (
    (mark("In a session"), _PLAY),
    (mark("Before and after"), _ELSEWHERE),
    (mark("Everywhere"), _ALWAYS),
    (
        mark("Preview of a scene"),
        tuple(action for action in Action if action not in {*_PLAY, *_ELSEWHERE, *_ALWAYS}),
    ),
)


def pad_words(host: Host) -> str:
    """What the buttons of a gamepad do."""
    return host.controls.phrases.gettext(
        "Gamepad: cross or left stick to move, A to choose, B to go back, X all at once, Y transcript,"
        " right stick to scroll; left and right shoulder: take back, glossary."
    )


def keys_dialog(host: Host) -> Widget:
    """Every action with its key; pressing one asks for another key."""
    _ = host.controls.phrases.gettext
    theme = host.theme
    note = _(
        "Choose what to give another key. Arrows, Enter, Tab, Space, Esc and digits always do the same; Ctrl"
        " and + or − change the text size."
    )
    rows: list[Widget] = [Label(theme, note, theme.type("small", theme.palette.soft))]
    for title, actions in _GROUPS:
        cards = [_card(host, action) for action in actions]
        rows.append(
            Column(theme, [section_heading(theme, _(title)), Grid(theme, cards, least=270, gap=8)], gap=8)
        )
    if host.gamepad:
        rows.append(Label(theme, pad_words(host), theme.type("small", theme.palette.soft)))

    def usual() -> None:
        host.change(host.settings._replace(keys=()))

    again = Button(theme, _("Back to the usual keys"), usual, key="usual keys")
    rows.append(Flowing(theme, [again]))
    content = Column(theme, rows, gap=18)
    return Dialog(theme, _("Keys"), content, host.close_dialog, _("Close"), width=720, key="keys")


def _card(host: Host, action: Action) -> Widget:
    theme = host.theme
    text, key = host.controls.phrases.gettext(TITLES[action]), host.keys.name(action)
    words: Widget = Label(theme, text, theme.type("body"), role="none")
    words.flex = 1
    sign = pill(theme, key, fill=theme.palette.bed)
    content = Row(theme, [words, sign], gap=12)
    card = ChoiceCard(
        theme, content, lambda: _ask(host, action), name=text, key=f"action:{action}", tight=True
    )
    card.value = key
    card.group = CHOICES
    return card


def _ask(host: Host, action: Action) -> None:
    question = _Question(host, action)
    host.open_dialog(question.dialog, focus="new key")


class _Question:
    """Which key an action is to have: what was pressed, and why that is not to be."""

    def __init__(self, host: Host, action: Action) -> None:
        self._host, self._action = host, action
        self._told = ""
        self._wanted = 0
        """A key that another action has, and could give away."""

    def dialog(self) -> Widget:
        """Press a key."""
        host, theme = self._host, self._host.theme
        _ = host.controls.phrases.gettext
        well = KeyWell(theme, _("New key"), host.keys.name(self._action), self._pressed)
        rows: list[Widget] = [
            Label(theme, _("Press the new key. Esc leaves it as it is."), theme.type("body")),
            Flowing(theme, [well], align="centre"),
        ]
        if self._told:
            style = theme.type("body", theme.palette.warm_deep, bold=True)
            rows.append(Label(theme, self._told, style, role="status"))
        if self._wanted:
            text = _("Exchange the two keys")
            swap = Button(theme, text, lambda: self._take(self._wanted), kind="main", key="exchange")
            rows.append(Flowing(theme, [swap], align="centre"))
        return Dialog(
            theme,
            _(TITLES[self._action]),
            Column(theme, rows, gap=14),
            host.close_dialog,
            _("Close"),
            width=520,
            key="new key of",
        )

    def _pressed(self, event: pygame.event.Event) -> None:
        keys, action, code = self._host.keys, self._action, event.key
        _ = self._host.controls.phrases.gettext
        holder = keys.holder(code)
        if code == pygame.K_ESCAPE:
            self._host.close_dialog()
        elif Keys.modified(event) or reserved(event, action):
            self._tell(_("This key always does the same. Choose another one."))
        elif holder is None or holder is action or code == self._wanted:
            self._take(code)
        else:
            self._wanted = code if keys.exchanges(action, code) else 0
            told = _("{key} is the key of: {action}.")
            if self._wanted:
                told = _("{key} is the key of: {action}. Press it again to exchange the two keys.")
            self._tell(told.format(key=keys.printed(code), action=_(TITLES[holder])), self._wanted)

    def _tell(self, text: str, wanted: int = 0) -> None:
        self._told, self._wanted = text, wanted
        self._host.rebuild()

    def _take(self, code: int) -> None:
        host = self._host
        host.close_dialog()
        host.change(host.settings._replace(keys=host.keys.given(self._action, code).kept()))


class KeyWell(Widget):
    """Takes any key that is pressed while it has the focus, but for Tab."""

    __slots__ = ("_label", "_on_key")
    writes = True

    def __init__(
        self, theme: Theme, name: str, now: str, on_key: Callable[[pygame.event.Event], None]
    ) -> None:
        super().__init__(theme, role="textbox", name=name, key="new key")
        self.value = now
        self.focusable = True
        self.outset = theme.px(6)
        self._on_key = on_key
        self._label = Label(theme, now, theme.type("title", bold=True), align="centre", role="none")

    def children(self) -> tuple[Widget, ...]:
        """What is within."""
        return (self._label,)

    def _measure(self, width: int) -> tuple[int, int]:
        side = self.theme.px(26)
        wide, high = self._label.measure(width - 2 * side)
        return min(width, max(wide + 2 * side, self.theme.px(110))), high + self.theme.px(26)

    def _place(self) -> None:
        self._label.place(self.rect.inflate(-2 * self.theme.px(26), -self.theme.px(26)))

    def key_down(self, event: pygame.event.Event) -> bool:
        """Any key; those that do nothing alone are waited over."""
        if event.key not in MODIFIERS:
            self._on_key(event)
        return True

    def paint(self, target: pygame.Surface) -> None:
        """Draw it; under the focus its edge is strong."""
        colours, px = self.theme.palette, self.theme.px
        edge = colours.warm if self.focused else colours.soft
        self.theme.brush.box(
            target, self.rect, Box(colours.lit, px(12), edge, px(3 if self.focused else 1.5))
        )
