"""Walks a laid out tree and tells what is cut, squashed, overlapping, too small, or out of reach."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from game.ui.screens.map.field import Pin
from game.ui.widgets import Rich, Scroll, Stack

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pygame

    from game.ui.widgets import Widget

LEAST_TARGET = 24
"""Pixels: what is pressed is at least so wide and so high (WCAG 2.2, 2.5.8)."""
LEAST_SIGHT = 72
"""Pixels of height that a scroll shows at least, where it has so many."""
_MAY_OVERLAP = frozenset({"image"})
"""The portrait is a picture behind the chips."""
_NEVER_FIRST, _NEVER_LAST = ";:!?»%", "«"
"""Signs that French sets beside a no-break space, and that stay with their word in every language."""


def faults(root: Widget, window: pygame.Rect) -> list[str]:
    """One sentence for each fault."""
    return [*_walk(root, window)]


def _walk(widget: Widget, reach: pygame.Rect) -> Iterator[str]:
    """`reach` is where the widget may be: within its parent, or wherever a scroll can bring it."""
    here = f"{type(widget).__name__} {widget.key or widget.name[:40]!r} {tuple(widget.rect)}"
    if isinstance(widget, Rich):
        yield from (f"{here}: {fault}" for fault in _text_faults(widget))
    if widget.rect.w > 0 and widget.rect.h > 0:
        if not reach.inflate(2, 2).contains(widget.rect):
            yield f"{here}: leaves {tuple(reach)}"
        needed = widget.measure(widget.rect.w)[1]
        if needed > widget.rect.h + 1 and not any(within.clips for within in widget.walk()):
            yield f"{here}: needs {needed} pixels of height"
        if isinstance(widget, Scroll) and widget.rect.h < min(widget.high(), LEAST_SIGHT):
            yield f"{here}: shows too little at a time"
    elif widget.name and widget.role != "none":
        yield f"{here}: has no room"
    # On a map moments may be small, as places on any map: it is zoomed, and the keys reach them all.
    if widget.focusable and not isinstance(widget, Pin) and min(widget.rect.size) < LEAST_TARGET:
        yield f"{here}: is too small to be hit"
    children = [child for child in widget.children() if child.role not in _MAY_OVERLAP]
    if not isinstance(widget, Stack) and not all(isinstance(child, Pin) for child in children):
        for one, other in combinations(children, 2):
            if one.rect.colliderect(other.rect):
                yield f"{here}: {_called(one)} overlaps {_called(other)}"
    for child in widget.children():
        yield from _walk(child, _reach(widget))


def _reach(widget: Widget) -> pygame.Rect:
    """Where children may be so that they can be seen."""
    reach = widget.rect.copy()
    if isinstance(widget, Scroll):
        reach.y -= widget.offset
        reach.h += widget.furthest()
    elif widget.clips:
        reach.inflate_ip(2**20, 2**20)
    return reach


def _text_faults(text: Rich) -> Iterator[str]:
    if not text.text_fits:
        yield "the text does not fit"
    for line in text.flow().lines if text.rect.w > 0 else ():
        words = "".join(piece.text for piece in line.pieces).strip(" \u00a0\u202f")
        if words[:1] and words[0] in _NEVER_FIRST and line.y:
            yield f"a line begins with {words[:12]!r}"
        if words.endswith(_NEVER_LAST):
            yield f"a line ends with {words[-12:]!r}"


def _called(widget: Widget) -> str:
    return repr(widget.name[:30] or widget.key or type(widget).__name__)
