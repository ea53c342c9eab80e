"""Whether to close the game."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.widgets import CHOICES, Button, Column, Dialog, Label, Widget

if TYPE_CHECKING:
    from game.ui.host import Host


def quit_dialog(host: Host) -> Widget:
    """Stay or quit."""
    _ = host.controls.phrases.gettext
    theme = host.theme
    stay = Button(theme, _("Stay"), host.close_dialog, kind="main", key="stay")
    leave = Button(theme, _("Quit"), host.quit, key="quit")
    stay.group = leave.group = CHOICES
    question = Label(theme, _("Do you want to close the game?"), theme.type("body"))
    content = Column(theme, [question, stay, leave], gap=12)
    return Dialog(theme, _("First Session"), content, host.close_dialog, _("Close"), width=440, key="leave")
