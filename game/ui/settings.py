"""What the player set for the window. Kept elsewhere; passed in."""

from __future__ import annotations

from typing import NamedTuple

SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 1.0, 2.0, 0.25


class Settings(NamedTuple):
    """How this player wants the window."""

    text_scale: float = 1.0
    """1.0 .. 2.0: multiplies type and spacing."""
    reduced_motion: bool = False
    reveal_speed: float = 45.0
    """Characters a second; 0 shows all at once."""
    full_screen: bool = False
    width: int = 1280
    height: int = 720

    def with_text(self, steps: int) -> Settings:
        """The same with the text larger (steps > 0) or smaller, within bounds."""
        scale = round((self.text_scale + steps * TEXT_STEP) / TEXT_STEP) * TEXT_STEP
        return self._replace(text_scale=min(LARGEST_TEXT, max(SMALLEST_TEXT, scale)))
