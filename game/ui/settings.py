"""What the player set for the window. Kept elsewhere; passed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.model.values import NamedTuple
from game.ui.palette import palette

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.ui.palette import Palette

SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 1.0, 2.0, 0.25


class Settings(NamedTuple):
    """How this player wants the window."""

    text_scale: float = 1.0
    """1.0 .. 2.0: multiplies type and spacing."""
    reduced_motion: bool = False
    reveal_speed: float = 45.0
    """Characters a second; 0 shows all at once."""
    dark: bool = False
    """The dark theme in place of the light one."""
    high_contrast: bool = False
    """Stronger lines and inks."""
    safe_colours: bool = False
    """Colours that stay apart for every kind of colour vision."""
    sound: bool = True
    volume: float = 0.5
    """0 .. 1, of sounds and of the voice."""
    read_aloud: bool = False
    """The voice says what the patient says, and what has the focus."""
    keys: tuple[tuple[str, str], ...] = ()
    """Keys that the player changed: pairs of an action and a key, as `Keys.kept` gives them."""
    full_screen: bool = False
    width: int = 1280
    height: int = 720

    def colours(self) -> Palette:
        """The colours of the window."""
        return palette(dark=self.dark, high_contrast=self.high_contrast, safe_colours=self.safe_colours)

    def with_text(self, steps: int) -> Settings:
        """The same with the text larger (steps > 0) or smaller, within bounds."""
        scale = round((self.text_scale + steps * TEXT_STEP) / TEXT_STEP) * TEXT_STEP
        return self._replace(text_scale=min(LARGEST_TEXT, max(SMALLEST_TEXT, scale)))


_RANGES = {
    "text_scale": (SMALLEST_TEXT, LARGEST_TEXT),
    "reveal_speed": (0.0, 10_000.0),
    "volume": (0.0, 1.0),
    "width": (640, 16_384),
    "height": (480, 16_384),
}


def read_settings(values: Mapping[str, object]) -> Settings:
    """The settings among some kept values; whatever is missing or makes no sense is as at first."""
    found: dict[str, Any] = {"keys": _read_keys(values.get("keys"))}
    for name, first in Settings()._asdict().items():
        value = values.get(name)
        if isinstance(first, bool):
            if isinstance(value, bool):
                found[name] = value
        elif name in _RANGES and isinstance(value, int | float) and not isinstance(value, bool):
            low, high = _RANGES[name]
            if low <= value <= high:
                found[name] = type(first)(value)
    return Settings(**found)


def _read_keys(value: object) -> tuple[tuple[str, str], ...]:
    """The pairs of texts in a list; whether they name actions and keys is for `Keys` to see."""
    rows = (
        [row for row in value if isinstance(row, list) and len(row) == 2] if isinstance(value, list) else []
    )
    return tuple((action, key) for action, key in rows if isinstance(action, str) and isinstance(key, str))
