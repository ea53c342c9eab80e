"""Draws text lines, smooth boxes, shadows and veils; keeps what it drew."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

import pygame

from game.model.values import NamedTuple
from game.ui.fonts import Fonts
from game.ui.palette import CLEAR, Colour, colour
from game.ui.surfaces import SurfaceCache
from game.ui.text import Flow, Line, Run, laid, split

if TYPE_CHECKING:
    from game.ui.theme import Style

_SHADE = colour("#1C1220")
"""Shadows are the same at any hour."""
_BOXES, _LINES = 12.0, 5.0
"""Megabytes of drawn boxes and of drawn text that are kept at least."""
_WINDOWS = (4.5, 1.5)
"""The same in windows full of pixels: a screen with a dialog upon it must fit in, or is drawn anew."""
_HOLE = colour("#000000")
_FINE = 4
"""How many times finer than the screen round shapes are drawn before they are averaged."""


class Shadow(NamedTuple):
    """A soft shadow: how far it spreads, how far it falls, how dense it is."""

    spread: int
    fall: int
    opacity: float


class Box(NamedTuple):
    """A rounded box."""

    fill: Colour
    radius: int
    border: Colour | None = None
    width: int = 0
    shadow: Shadow | None = None

    @property
    def outset(self) -> int:
        """Pixels painted beyond the box's own rectangle."""
        return self.shadow.spread * 3 + self.shadow.fall if self.shadow else 0


class Brush:
    """What every widget draws with. One for the life of the window."""

    __slots__ = ("_boxes", "_lines", "_split", "fonts", "wrap")

    def __init__(self) -> None:
        self.fonts = Fonts()
        self._boxes = SurfaceCache(_BOXES)
        self._lines = SurfaceCache(_LINES)
        self.wrap = lru_cache(maxsize=3000)(self._wrap)
        self._split = lru_cache(maxsize=300)(partial(split, self.fonts))

    def fit(self, size: tuple[int, int]) -> None:
        """Keep as much as a window of this size shows, and little of what it showed before."""
        window = size[0] * size[1] * 4 / 1_000_000
        self._boxes.limit(max(_BOXES, _WINDOWS[0] * window))
        self._lines.limit(max(_LINES, _WINDOWS[1] * window))

    def _wrap(self, runs: tuple[Run, ...], width: int) -> Flow:
        return laid(self.fonts, self._split(runs), width)

    def words(self, text: str, style: Style) -> pygame.Surface:
        """One piece of text, drawn."""
        return self._lines.get((text, style), lambda: self.fonts.face(style).render(text, True, style.ink))

    def line(self, target: pygame.Surface, line: Line, left: int, top: int, shown: int | None = None) -> None:
        """A line at a place; only its first `shown` characters if given."""
        baseline = top + self._baseline(line)
        for piece in line.pieces:
            count = len(piece.text) if shown is None else min(len(piece.text), shown)
            if count <= 0:
                return
            if not piece.text.isspace():
                drawn = self.words(piece.text, piece.style)
                y = baseline - self.fonts.face(piece.style).get_ascent()
                if count == len(piece.text):
                    target.blit(drawn, (left + piece.x, y))
                else:
                    width = self.fonts.width(piece.text[:count], piece.style)
                    target.blit(drawn, (left + piece.x, y), (0, 0, width, drawn.get_height()))
            if shown is not None:
                shown -= count

    def _baseline(self, line: Line) -> int:
        """Where the letters of a line stand: its highest face is in the middle."""
        faces = [self.fonts.face(piece.style) for piece in line.pieces]
        if not faces:
            return 0
        tallest = max(faces, key=pygame.font.Font.get_height)
        return (line.height - tallest.get_height()) // 2 + tallest.get_ascent()

    def box(self, target: pygame.Surface, rect: pygame.Rect, box: Box) -> None:
        """A rounded box with its shadow."""
        if rect.w <= 0 or rect.h <= 0:
            return
        drawn = self._boxes.get((rect.size, box), lambda: self._make_box(rect.w, rect.h, box))
        out = box.outset
        target.blit(drawn, (rect.x - out, rect.y - out))

    def ring(self, target: pygame.Surface, rect: pygame.Rect, radius: int, tone: Colour, wide: int) -> None:
        """A line of one opaque tone along the inside of a rounded box; a large one takes no large picture."""
        box, cap = Box(CLEAR, radius, tone, wide), max(radius, wide) + 1
        if min(rect.size) < 2 * cap:
            self.box(target, rect, box)
            return
        small = pygame.Rect(0, 0, 2 * cap, 2 * cap)
        drawn = self._boxes.get((small.size, box), lambda: self._make_box(small.w, small.h, box))
        x, y, width, height = rect
        for left, cut_x in ((x, 0), (x + width - cap, cap)):
            for top, cut_y in ((y, 0), (y + height - cap, cap)):
                target.blit(drawn, (left, top), (cut_x, cut_y, cap, cap))
        for edge in (y, y + height - wide):
            target.fill(tone, (x + cap, edge, width - 2 * cap, wide))
        for edge in (x, x + width - wide):
            target.fill(tone, (edge, y + cap, wide, height - 2 * cap))

    def circle(self, target: pygame.Surface, centre: tuple[int, int], radius: int, fill: Colour) -> None:
        """A smooth disc."""
        drawn = self._boxes.get(("disc", radius, fill), lambda: disc(radius, fill))
        target.blit(drawn, (centre[0] - radius, centre[1] - radius))

    def kept(self, key: tuple[object, ...], make: SurfaceMaker) -> pygame.Surface:
        """A surface drawn by a widget itself, kept with the boxes."""
        return self._boxes.get(key, make)

    def _make_box(self, width: int, height: int, box: Box) -> pygame.Surface:
        out = box.outset
        body = _rounded(width, height, box.radius, box.fill, box.border, box.width)
        if not box.shadow:
            return body
        drawn = _cast(width, height, box.radius, box.shadow, out)
        if box.fill[3] < 255:
            _punch(drawn, (width, height), box.radius, out)
        drawn.blit(body, (out, out))
        return drawn


if TYPE_CHECKING:
    from collections.abc import Callable

    SurfaceMaker = Callable[[], pygame.Surface]


def disc(radius: int, fill: Colour) -> pygame.Surface:
    """A smooth disc on nothing."""
    fine = pygame.Surface((radius * 2 * _FINE,) * 2, pygame.SRCALPHA)
    fine.fill((*fill[:3], 0))
    pygame.draw.circle(fine, fill, (radius * _FINE, radius * _FINE), radius * _FINE)
    return pygame.transform.smoothscale(fine, (radius * 2, radius * 2))


def _rounded(
    width: int, height: int, radius: int, fill: Colour, border: Colour | None, thick: int
) -> pygame.Surface:
    radius = max(0, min(radius, width // 2, height // 2))
    surface = pygame.Surface((width, height), pygame.SRCALPHA)
    surface.fill(border if border else fill)
    if radius:
        round_corner = disc(radius, border if border else fill)
        for x, cut_x in ((0, 0), (width - radius, radius)):
            for y, cut_y in ((0, 0), (height - radius, radius)):
                corner = pygame.Rect(x, y, radius, radius)
                surface.fill((*(border if border else fill)[:3], 0), corner)
                surface.blit(round_corner, corner, (cut_x, cut_y, radius, radius), pygame.BLEND_RGBA_MAX)
    if border and thick:
        size = (width - 2 * thick, height - 2 * thick)
        if fill[3] < 255:
            _punch(surface, size, radius - thick, thick)
        surface.blit(_rounded(*size, radius - thick, fill, None, 0), (thick, thick))
    return surface


def _cast(width: int, height: int, radius: int, shadow: Shadow, out: int) -> pygame.Surface:
    """The shadow of a box: blurred once on a small box, then stretched along the straight sides."""
    margin = min(out + radius + 3 * shadow.spread, out + min(width, height) // 2)
    return _stretched(_blurred(margin, radius, shadow, out), margin, width + 2 * out, height + 2 * out)


@lru_cache(maxsize=32)
def _blurred(margin: int, radius: int, shadow: Shadow, out: int) -> pygame.Surface:
    """The shadow of the small box, kept for boxes of any size: blurring takes most of the time."""
    small = 2 * margin + 1 - 2 * out
    seed = pygame.Surface((2 * margin + 1, 2 * margin + 1), pygame.SRCALPHA)
    seed.fill((*_SHADE[:3], 0))
    ink = (*_SHADE[:3], round(255 * shadow.opacity))
    seed.blit(
        _rounded(small, small, radius, ink, None, 0), (out, out + shadow.fall), None, pygame.BLEND_RGBA_MAX
    )
    return pygame.transform.gaussian_blur(seed, shadow.spread)


def _stretched(seed: pygame.Surface, margin: int, width: int, height: int) -> pygame.Surface:
    whole = pygame.Surface((width, height), pygame.SRCALPHA)
    whole.fill((*_SHADE[:3], 0))
    columns = (
        (0, margin, 0, margin),
        (margin, 1, margin, width - 2 * margin),
        (margin + 1, margin, width - margin, margin),
    )
    rows = (
        (0, margin, 0, margin),
        (margin, 1, margin, height - 2 * margin),
        (margin + 1, margin, height - margin, margin),
    )
    for sx, sw, x, w in columns:
        for sy, sh, y, h in rows:
            if w > 0 and h > 0:
                if sw == sh == 1:
                    whole.fill(seed.get_at((sx, sy)), (x, y, w, h), pygame.BLEND_RGBA_MAX)
                    continue
                part = seed.subsurface((sx, sy, sw, sh))
                scaled = part if (sw, sh) == (w, h) else pygame.transform.scale(part, (w, h))
                whole.blit(scaled, (x, y), None, pygame.BLEND_RGBA_MAX)
    return whole


def _punch(whole: pygame.Surface, size: tuple[int, int], radius: int, out: int) -> None:
    """Take away what lies where a round hole is."""
    hole = _rounded(*size, radius, _HOLE, None, 0)
    whole.blit(hole, (out, out), None, pygame.BLEND_RGBA_SUB)
