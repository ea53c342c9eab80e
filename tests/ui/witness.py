"""A surface that notes what is written upon it: every text and icon with the colours that lie below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pygame

from game.ui.brush import Brush
from game.ui.palette import Colour, contrast
from game.ui.screens.map import cards as map_cards
from game.ui.widgets import icon, plot

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

LARGE, LARGE_BOLD = 24, 19
"""Pixels from which text is large (WCAG 2: 18 points, or 14 in bold)."""
_SAMPLES = (9, 3)


class Mark(NamedTuple):
    """What was written: a text or an icon, its colour, and whether it is large (all icons are)."""

    text: str
    ink: Colour
    large: bool


class Seen(NamedTuple):
    """A mark on a colour that lies below it somewhere."""

    mark: Mark
    ground: Colour

    @property
    def contrast(self) -> float:
        """1 .. 21."""
        return contrast(over(self.mark.ink, self.ground), self.ground)


def over(tone: Colour, ground: Colour) -> Colour:
    """What is seen of a colour that lies upon another."""
    share = tone[3] / 255
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(tone[:3], ground[:3], strict=True))
    return red, green, blue, 255


class Witness(pygame.Surface):
    """Takes the place of every surface while a screen is drawn."""

    marks: dict[int, tuple[pygame.Surface, Mark]]
    seen: set[Seen]

    def blit(self, source: pygame.Surface, dest: Any, area: Any = None, special_flags: int = 0) -> Any:
        known = self.marks.get(id(source))
        if known:
            at = dest.topleft if isinstance(dest, pygame.Rect) else dest
            size = pygame.Rect(area).size if area is not None else source.get_size()
            self.seen.update(Seen(known[1], ground) for ground in {*self._below(pygame.Rect(at, size))})
        return super().blit(source, dest, area, special_flags)

    def _below(self, rect: pygame.Rect) -> Iterator[Colour]:
        """The opaque colours of a part of the surface: its whole width and height, at even steps."""
        rect = rect.clip(self.get_clip()).clip(self.get_rect())
        if rect.w < 4 or rect.h < 4:
            return
        opaque = self.get_flags() & pygame.SRCALPHA == 0
        for row in range(_SAMPLES[1]):
            for column in range(_SAMPLES[0]):
                x = rect.x + (rect.w - 1) * column // (_SAMPLES[0] - 1)
                y = rect.y + (rect.h - 1) * row // (_SAMPLES[1] - 1)
                red, green, blue, opacity = self.get_at((x, y))
                if opaque or opacity == 255:
                    yield red, green, blue, 255


def witness(monkeypatch: pytest.MonkeyPatch) -> type[Witness]:
    """From now on all surfaces are witnesses; what they saw is in `seen`."""
    Witness.marks, Witness.seen = {}, set()
    words, drawn = Brush.words, icon.draw_icon

    def noted_words(brush: Brush, text: str, style: Any) -> pygame.Surface:
        surface = words(brush, text, style)
        large = style.size >= (LARGE_BOLD if style.bold else LARGE)
        Witness.marks[id(surface)] = surface, Mark(text, style.ink, large)
        return surface

    def noted_icon(name: str, size: int, ink: Colour) -> pygame.Surface:
        surface = drawn(name, size, ink)
        Witness.marks[id(surface)] = surface, Mark(f"icon {name}", ink, large=True)
        return surface

    monkeypatch.setattr(Brush, "words", noted_words)
    for room in (icon, plot, map_cards):
        monkeypatch.setattr(room, "draw_icon", noted_icon)
    monkeypatch.setattr(pygame, "Surface", Witness)
    return Witness
