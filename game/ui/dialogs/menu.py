"""The pause menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.intents import OpenLibrary
from game.ui.dialogs.settings import settings_dialog
from game.ui.dialogs.take_back import may_take_back, take_back_button
from game.ui.widgets import CHOICES, Button, Column, Dialog, Widget

if TYPE_CHECKING:
    from game.ui.host import Host


def menu_dialog(host: Host) -> Widget:
    """Resume, take back where that is possible, settings, leave."""
    _ = host.controls.phrases.gettext
    theme = host.theme

    def leave() -> None:
        host.close_dialog()
        host.send(OpenLibrary())

    buttons = [
        Button(theme, _("Resume"), host.close_dialog, kind="main", key="resume"),
        *([take_back_button(host)] if may_take_back(host) else []),
        Button(theme, _("Settings"), lambda: host.open_dialog(lambda: settings_dialog(host)), key="settings"),
        Button(theme, _("Leave to the library"), leave, key="leave"),
        Button(theme, _("Quit"), host.quit, key="quit"),
    ]
    for button in buttons:
        button.group = CHOICES
    return Dialog(theme, _("Pause"), Column(theme, buttons, gap=12), host.close_dialog, _("Close"), width=420)
