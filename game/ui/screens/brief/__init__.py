"""The brief before the door opens."""

from game.ui.screens.brief.screen import BriefScreen

__all__ = ["BriefScreen"]
