"""Progress: what a learner's sessions show together, and two of them side by side."""

from game.app.progress.comparison import comparison_view
from game.app.progress.view import progress_view

__all__ = ["comparison_view", "progress_view"]
