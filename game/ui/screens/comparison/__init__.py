"""Two sessions side by side, from where they part."""

from game.ui.screens.comparison.screen import ComparisonScreen

__all__ = ["ComparisonScreen"]
