"""The debrief: what the learner thinks of the session, what became of it, and why, turn by turn."""

from game.app.debrief.guess import guess_view, questions
from game.app.debrief.view import signed

__all__ = ["guess_view", "questions", "signed"]
