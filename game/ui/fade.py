"""Another screen or dialog comes as a short fade: what was there lies upon it and thins out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.theme import FADE

if TYPE_CHECKING:
    import pygame


class Fade:
    """One picture of the window as it was; while it thins, all of the window is drawn again and again."""

    __slots__ = ("_picture", "_since")

    def __init__(self) -> None:
        self._picture: pygame.Surface | None = None
        self._since = 0.0

    def begin(self, display: pygame.Surface) -> None:
        """From what is on the display now. Its time runs from the second tick: the first follows a pause."""
        self._picture = display.copy()
        self._since = -1.0

    @property
    def covers(self) -> bool:
        """Whether nothing of what comes can be seen yet: it need not be drawn."""
        return self._picture is not None and self._since <= 0

    def stop(self) -> None:
        """Show only what is there now."""
        self._picture = None

    def tick(self, dt: float) -> bool:
        """Time passed; True while the window must be drawn again, the last time without the picture."""
        if self._picture is None:
            return False
        self._since = 0.0 if self._since < 0 else self._since + dt
        if self._since >= FADE:
            self._picture = None
        return True

    def paint(self, target: pygame.Surface, rect: pygame.Rect) -> None:
        """Upon a part of the window that was drawn anew."""
        if self._picture is not None:
            left = 1 - max(0.0, self._since) / FADE
            self._picture.set_alpha(round(255 * left * left))
            target.blit(self._picture, rect, rect)
