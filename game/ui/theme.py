"""One palette, one type scale, one grid. Every size of the window comes from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from game.ui.brush import Brush

Colour = tuple[int, int, int, int]
TextRole = Literal["display", "title", "speech", "heading", "body", "small", "label"]


def colour(code: str, opacity: float = 1.0) -> Colour:
    """The colour written as #RRGGBB."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16), round(opacity * 255)


def faded(base: Colour, opacity: float) -> Colour:
    """The same colour, `opacity` times as dense."""
    return base[0], base[1], base[2], round(base[3] * opacity)


def luminance(tone: Colour) -> float:
    """Relative luminance (WCAG 2)."""
    linear = [
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in tone[:3])
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio of two opaque colours (WCAG 2), 1 .. 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


INK = colour("#33292B")
SOFT = colour("#6F605A")
"""Second voice on cream: labels, referrals."""
CREAM = colour("#FFF9F0")
CARD = colour("#FBF3E8")
"""A reply at rest."""
WHITE = colour("#FFFFFF")
SAND = colour("#F3E7D8")
"""A box within a cream panel."""
STONE = colour("#EBDDCB")
"""A badge or a gauge's bed."""
BROWN = colour("#5B4B45")
"""Italics on sand."""
CORAL = colour("#D0694F")
RUST = colour("#A9452E")
"""Coral dark enough for text and for white letters on it."""
TEAL = colour("#3E7F7A")
PINE = colour("#2F6661")
"""Teal dark enough for text on sand."""
GOLD = colour("#D9A24A")
OCHRE = colour("#8A5A12")
"""Gold dark enough for text."""
NIGHT = colour("#2B2024")
"""Overlays on the room."""
SHADE = colour("#1C1220")
"""Shadows."""
LAMP = colour("#FFF3E4")
"""Text on NIGHT."""
MIST = colour("#E4EFEC")
"""A box told apart by teal: what went well."""
BLUSH = colour("#F9E3DA")
"""A box told apart by coral: what went wrong."""
CLEAR: Colour = (0, 0, 0, 0)

_SIZES: dict[TextRole, float] = {
    "display": 34, "title": 24, "speech": 21, "heading": 18, "body": 17, "small": 15, "label": 14,
}  # fmt: skip
_LEADS: dict[TextRole, float] = {
    "display": 1.2, "title": 1.25, "speech": 1.36, "heading": 1.32, "body": 1.38, "small": 1.36, "label": 1.3,
}  # fmt: skip

LEAST_WIDTH, LEAST_HEIGHT = 1024, 640


class Style(NamedTuple):
    """How a run of text looks."""

    size: int
    lead: int
    """Height of a line, in pixels."""
    ink: Colour = INK
    bold: bool = False
    italic: bool = False


class Theme:
    """Sizes for one window size and one text size, and the brush that draws."""

    __slots__ = ("brush", "height", "text_scale", "width", "zoom")

    def __init__(self, brush: Brush, size: tuple[int, int], text_scale: float = 1.0) -> None:
        self.brush = brush
        self.width, self.height = size
        self.text_scale = text_scale
        room = min(size[0] / 1280, size[1] / 720)
        self.zoom = text_scale * (max(0.9, room) if room < 1 else room**0.75)

    def px(self, units: float) -> int:
        """Design units (pixels of a 1280x720 window at 100 %) to pixels."""
        return max(1, round(units * self.zoom)) if units > 0 else round(units * self.zoom)

    def type(
        self, role: TextRole = "body", ink: Colour = INK, *, bold: bool = False, italic: bool = False
    ) -> Style:
        """The style of a step of the type scale."""
        size = self.px(_SIZES[role])
        return Style(size, max(size + 2, round(size * _LEADS[role])), ink, bold, italic)
