"""The debrief: what the learner thinks of the session, what became of it, and why."""

from game.ui.screens.debrief.guess import GuessScreen
from game.ui.screens.debrief.screen import DebriefScreen

__all__ = ["DebriefScreen", "GuessScreen"]
