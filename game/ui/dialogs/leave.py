"""Whether to close the game."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.dialogs.settings import settings_dialog
from game.ui.widgets import CHOICES, Button, Column, Dialog, Label, Widget

if TYPE_CHECKING:
    from game.ui.host import Host


def quit_dialog(host: Host) -> Widget:
    """Stay, quit, or change the settings first."""
    _ = host.controls.phrases.gettext
    theme = host.theme

    def settings() -> None:
        host.close_dialog()
        host.open_dialog(lambda: settings_dialog(host))

    stay = Button(theme, _("Stay"), host.close_dialog, kind="main", key="stay")
    change = Button(theme, _("Settings"), settings, key="change settings")
    leave = Button(theme, _("Quit"), host.quit, key="quit")
    buttons = [stay, leave, change]
    for button in buttons:
        button.group = CHOICES
    question = Label(theme, _("Do you want to close the game?"), theme.type("body"))
    content = Column(theme, [question, *buttons], gap=12)
    return Dialog(theme, _("First Session"), content, host.close_dialog, _("Close"), width=440, key="leave")
