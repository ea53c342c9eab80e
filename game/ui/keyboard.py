"""Where a key goes: to what holds everywhere, then to the widgets, then to the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pygame

from game.app.intents import SwitchLanguage
from game.ui.dialogs.settings import settings_dialog
from game.ui.host import Host, next_language
from game.ui.keys import Action, pressed

if TYPE_CHECKING:
    from game.ui.host import Screen
    from game.ui.widgets import Tree, Widget

_LARGER = frozenset({pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS})
_SMALLER = frozenset({pygame.K_MINUS, pygame.K_KP_MINUS})


class Typed(Host, Protocol):
    """The shell, seen from the keyboard."""

    tree: Tree

    @property
    def screen(self) -> Screen:
        """The screen that is shown."""
        ...

    @property
    def dialogs(self) -> int:
        """How many dialogs are open."""
        ...

    def read(self, *, everything: bool = False) -> None:
        """Read the control that has the focus; `everything`, or where none has it, what is shown."""
        ...

    def walked(self, to: Widget) -> None:
        """The keyboard's focus came here."""
        ...


def key_down(host: Typed, event: pygame.event.Event) -> None:
    """One key that went down."""
    focus, view, keys = host.tree.focus, host.controls.view, host.keys
    if focus is not None and focus.writes:
        if not host.tree.handle(event) and not keys.writes(event):
            _everywhere(host, event)
        return
    if keys.action(event) is Action.BACK:
        event = pressed(pygame.K_ESCAPE)
    if _everywhere(host, event):
        return
    if host.tree.handle(event):
        now = host.tree.focus
        moved = now is not None and (focus is None or now.key != focus.key)
        if now is not None and moved and host.controls.view is view:
            host.walked(now)
    elif not host.dialogs and not host.screen.key_down(event) and keys.action(event) is Action.LANGUAGE:
        host.send(SwitchLanguage(next_language(host.controls)))


def _everywhere(host: Typed, event: pygame.event.Event) -> bool:
    """Keys that do the same on every screen and every dialog."""
    settings = host.settings
    if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
        steps = (event.key in _LARGER) - (event.key in _SMALLER)
        if steps:
            host.change(settings.with_text(steps))
        return bool(steps)
    match host.keys.action(event):
        case Action.FULL_SCREEN:
            host.change(settings._replace(full_screen=not settings.full_screen))
        case Action.SOUND:
            host.change(settings._replace(sound=not settings.sound))
        case Action.READ_ALOUD:
            host.read(everything=bool(event.mod & pygame.KMOD_SHIFT))
        case Action.SETTINGS if not host.dialogs:
            host.open_dialog(lambda: settings_dialog(host))
        case _:
            return False
    return True
