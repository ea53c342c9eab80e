"""Walks a laid out tree and tells what is cut, squashed, overlapping, or out of the window."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from game.ui.widgets import Label, Rich, Scroll, Stack

if TYPE_CHECKING:
    import pygame

    from game.ui.widgets import Widget

_MAY_OVERLAP = frozenset({"image"})
"""The portrait is a picture behind the chips."""


def faults(root: Widget, window: pygame.Rect) -> list[str]:
    """One sentence for each fault."""
    return [*_walk(root, window, scrolled=False)]


def _walk(widget: Widget, within: pygame.Rect, *, scrolled: bool) -> list[str]:
    told: list[str] = []
    here = f"{type(widget).__name__} {widget.key or widget.name[:40]!r} {tuple(widget.rect)}"
    if isinstance(widget, Rich | Label) and not widget.text_fits:
        told.append(f"{here}: the text does not fit")
    if widget.rect.w > 0 and widget.rect.h > 0:
        inside = within.inflate(2, 2)
        across = widget.rect.left >= inside.left and widget.rect.right <= inside.right
        down = widget.rect.top >= inside.top and widget.rect.bottom <= inside.bottom
        if not across or not (down or scrolled):
            told.append(f"{here}: leaves {tuple(within)}")
    elif widget.name and widget.role != "none":
        told.append(f"{here}: has no room")
    children = [child for child in widget.children() if child.role not in _MAY_OVERLAP]
    if not isinstance(widget, Stack):
        for one, other in combinations(children, 2):
            if one.rect.colliderect(other.rect):
                told.append(f"{here}: {one.name[:30]!r} overlaps {other.name[:30]!r}")
    into_scroll = scrolled or isinstance(widget, Scroll)
    bounds = within if into_scroll else widget.rect
    for child in widget.children():
        told += _walk(child, bounds if not isinstance(widget, Scroll) else widget.rect, scrolled=into_scroll)
    return told
