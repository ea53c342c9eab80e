"""One type scale, one grid, and the palette in use. Every size of the window comes from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from game.model.values import NamedTuple
from game.ui.palette import Colour, Palette, palette

if TYPE_CHECKING:
    from game.ui.brush import Brush

Corner = Literal["sheet", "card", "chip", "button", "box", "badge"]
Lift = Literal["card", "shelf", "sheet", "dialog"]
TextRole = Literal["display", "title", "speech", "heading", "body", "small", "label"]

_SIZES: dict[TextRole, float] = {
    "display": 34, "title": 24, "speech": 21, "heading": 18, "body": 17, "small": 15, "label": 14,
}  # fmt: skip
_LEADS: dict[TextRole, float] = {
    "display": 1.2, "title": 1.25, "speech": 1.36, "heading": 1.32, "body": 1.38, "small": 1.36, "label": 1.3,
}  # fmt: skip

_RADII: dict[Corner, float] = {"sheet": 22, "card": 18, "chip": 17, "button": 14, "box": 12, "badge": 10}
"""Units of round corners, by what has them."""
LIFTS: dict[Lift, tuple[float, float, float]] = {
    "card": (4, 2, 0.22),
    "shelf": (5, 3, 0.28),
    "sheet": (8, 5, 0.3),
    "dialog": (10, 6, 0.4),
}
"""Shadows by how high a thing lies: units of spread and of fall, and density."""

LEAST_WIDTH, LEAST_HEIGHT = 1024, 640
FADE = 0.15
"""Seconds in which another screen or dialog takes the place of what was there."""
_BLACK: Colour = (0, 0, 0, 255)


class Style(NamedTuple):
    """How a run of text looks."""

    size: int
    lead: int
    """Height of a line, in pixels."""
    ink: Colour = _BLACK
    bold: bool = False
    italic: bool = False


class Theme:
    """Sizes for one window size and one text size, the palette, and the brush that draws."""

    __slots__ = ("brush", "height", "palette", "text_scale", "width", "zoom")

    def __init__(
        self, brush: Brush, size: tuple[int, int], text_scale: float = 1.0, colours: Palette | None = None
    ) -> None:
        """`colours` are the light ones if none are given."""
        self.brush = brush
        self.palette = palette() if colours is None else colours
        self.width, self.height = size
        self.text_scale = text_scale
        room = min(size[0] / 1280, size[1] / 720)
        self.zoom = text_scale * (max(0.9, room) if room < 1 else room**0.75)

    def px(self, units: float) -> int:
        """Design units (pixels of a 1280x720 window at 100 %) to pixels."""
        return max(1, round(units * self.zoom)) if units > 0 else round(units * self.zoom)

    def radius(self, corner: Corner) -> int:
        """Pixels of the round corner of such a thing."""
        return self.px(_RADII[corner])

    def type(
        self, role: TextRole = "body", ink: Colour | None = None, *, bold: bool = False, italic: bool = False
    ) -> Style:
        """The style of a step of the type scale, in the palette's ink if in no other."""
        size = self.px(_SIZES[role])
        return Style(size, max(size + 2, round(size * _LEADS[role])), ink or self.palette.ink, bold, italic)
