"""The debrief: what became of the session, and why."""

from game.ui.screens.debrief.screen import DebriefScreen

__all__ = ["DebriefScreen"]
