"""Something that the player should know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.widgets import Dialog, Label, Widget

if TYPE_CHECKING:
    from game.app.views import TroubleView
    from game.ui.host import Host


def trouble_dialog(host: Host, told: TroubleView) -> Widget:
    """One clear sentence, to be closed."""
    text = Label(host.theme, told.message, host.theme.type("body"))
    text.live = True
    close = host.controls.phrases.gettext("Close")
    return Dialog(host.theme, told.title, text, host.close_dialog, close, width=560)
