"""Progress: what one's sessions show together, and the list of them."""

from game.ui.screens.progress.screen import ProgressScreen

__all__ = ["ProgressScreen"]
