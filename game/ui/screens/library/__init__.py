"""The library: scenes as cards."""

from game.ui.screens.library.screen import LibraryScreen

__all__ = ["LibraryScreen"]
