"""Dialogs that any screen may open: `host.open_dialog(lambda: menu_dialog(host))`."""

from game.ui.dialogs.menu import menu_dialog
from game.ui.dialogs.reading import glossary_dialog, transcript_dialog
from game.ui.dialogs.settings import settings_dialog
from game.ui.dialogs.take_back import take_back_dialog

__all__ = ["glossary_dialog", "menu_dialog", "settings_dialog", "take_back_dialog", "transcript_dialog"]
