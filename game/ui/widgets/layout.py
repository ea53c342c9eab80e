"""Boxes that only arrange others: columns, rows, grids, margins, panels."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

import pygame

from game.ui.widgets.base import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.brush import Box
    from game.ui.theme import Theme

Align = Literal["start", "centre", "end", "stretch"]


def _offset(align: Align, room: int, size: int) -> int:
    if align == "centre":
        return (room - size) // 2
    return room - size if align == "end" else 0


def _shared(wishes: list[int], room: int) -> list[int]:
    """Widths that fit: the modest get their wish, the others share what is left."""
    widths = list(wishes)
    order = sorted(range(len(wishes)), key=lambda index: wishes[index])
    for done, index in enumerate(order):
        widths[index] = min(wishes[index], max(0, room) // (len(order) - done))
        room -= widths[index]
    return widths


class _Group(Widget):
    __slots__ = ("_children",)

    def __init__(
        self, theme: Theme, children: Sequence[Widget], *, role: str = "group", name: str = ""
    ) -> None:
        super().__init__(theme, role=role, name=name)
        self._children = list(children)

    def children(self) -> Sequence[Widget]:
        return self._children

    def replace(self, children: Sequence[Widget]) -> None:
        """Other children; lays the tree out again."""
        self._children = list(children)
        self.adopt()
        self.relayout()


class Column(_Group):
    """Children one below the other; `flex` ones share the height that is left."""

    __slots__ = ("align", "gap", "justify")

    def __init__(
        self,
        theme: Theme,
        children: Sequence[Widget],
        *,
        gap: float = 0,
        align: Align = "stretch",
        justify: Align = "start",
        role: str = "group",
        name: str = "",
    ) -> None:
        super().__init__(theme, children, role=role, name=name)
        self.gap = theme.px(gap)
        self.align: Align = align
        self.justify: Align = justify

    def _measure(self, width: int) -> tuple[int, int]:
        sizes = [child.measure(width) for child in self._children]
        gaps = self.gap * max(0, len(sizes) - 1)
        return max((w for w, _ in sizes), default=0), sum(h for _, h in sizes) + gaps

    def _place(self) -> None:
        x, y, width, height = self.rect
        wanted = self.measure(width)[1]
        spare = max(0, height - wanted)
        shares = sum(child.flex for child in self._children)
        if not shares:
            y += _offset(self.justify, spare, 0)
        for child in self._children:
            wide, high = child.measure(width)
            if child.flex:
                part = spare * child.flex // shares
                spare, shares = spare - part, shares - child.flex
                high += part
            if self.align == "stretch" or wide > width:
                wide = width
            child.place(pygame.Rect(x + _offset(self.align, width, wide), y, wide, high))
            y += high + self.gap


class Row(_Group):
    """Children side by side; `flex` ones share the width that is left."""

    __slots__ = ("align", "gap")

    def __init__(
        self,
        theme: Theme,
        children: Sequence[Widget],
        *,
        gap: float = 0,
        align: Align = "centre",
        role: str = "group",
        name: str = "",
    ) -> None:
        super().__init__(theme, children, role=role, name=name)
        self.gap = theme.px(gap)
        self.align: Align = align

    def _widths(self, width: int) -> list[int]:
        room = width - self.gap * max(0, len(self._children) - 1)
        widths = [0 if child.flex else child.measure(max(room, 1))[0] for child in self._children]
        if sum(widths) > room:
            widths = _shared(widths, room)
        left = max(0, room - sum(widths))
        shares = sum(child.flex for child in self._children)
        for index, child in enumerate(self._children):
            if child.flex:
                widths[index] = left * child.flex // shares
                left, shares = left - widths[index], shares - child.flex
        return widths

    def _measure(self, width: int) -> tuple[int, int]:
        widths = self._widths(width)
        gaps = self.gap * max(0, len(widths) - 1)
        high = max((c.measure(w)[1] for c, w in zip(self._children, widths, strict=True)), default=0)
        return min(width, sum(widths) + gaps), high

    def _place(self) -> None:
        x, y, width, height = self.rect
        for child, wide in zip(self._children, self._widths(width), strict=True):
            high = height if self.align == "stretch" else min(height, child.measure(wide)[1])
            child.place(pygame.Rect(x, y + _offset(self.align, height, high), wide, high))
            x += wide + self.gap


class Flowing(_Group):
    """Children side by side that go on in a new line where the width ends (chips, gauges, key hints)."""

    __slots__ = ("align", "even", "gap", "line_gap")

    def __init__(
        self,
        theme: Theme,
        children: Sequence[Widget],
        *,
        gap: float = 8,
        line_gap: float = 8,
        align: Align = "start",
        even: bool = False,
        role: str = "group",
        name: str = "",
    ) -> None:
        """`even` fills the lines alike, so that no child is left alone in the last."""
        super().__init__(theme, children, role=role, name=name)
        self.gap, self.line_gap = theme.px(gap), theme.px(line_gap)
        self.align: Align = align
        self.even = even

    def _lines(self, width: int) -> list[list[tuple[Widget, int, int]]]:
        sizes = [(child, *child.measure(width)) for child in self._children]
        lines = self._filled(sizes, width)
        if self.even and len(lines) > 1:
            enough = range(max(wide for _, wide, _ in sizes), width)
            narrowest = bisect_left(enough, True, key=lambda w: len(self._filled(sizes, w)) <= len(lines))
            lines = self._filled(sizes, enough.start + narrowest)
        return lines

    def _filled(
        self, sizes: list[tuple[Widget, int, int]], width: int
    ) -> list[list[tuple[Widget, int, int]]]:
        lines: list[list[tuple[Widget, int, int]]] = [[]]
        used = 0
        for child, wide, high in sizes:
            if lines[-1] and used + self.gap + wide > width:
                lines.append([])
            used = used + self.gap + wide if lines[-1] else wide
            lines[-1].append((child, wide, high))
        return [line for line in lines if line]

    def _measure(self, width: int) -> tuple[int, int]:
        lines = self._lines(width)
        high = sum(max(h for _, _, h in line) for line in lines) + self.line_gap * max(0, len(lines) - 1)
        return max((self._wide(line) for line in lines), default=0), high

    def _wide(self, line: list[tuple[Widget, int, int]]) -> int:
        return sum(w for _, w, _ in line) + self.gap * (len(line) - 1)

    def _place(self) -> None:
        y = self.rect.y
        for line in self._lines(self.rect.w):
            x = self.rect.x + _offset(self.align, self.rect.w, self._wide(line))
            tall = max(h for _, _, h in line)
            for child, wide, high in line:
                child.place(pygame.Rect(x, y + (tall - high) // 2, wide, high))
                x += wide + self.gap
            y += tall + self.line_gap


class Grid(_Group):
    """Columns of equal width, as many as fit; the children of a row are equally high."""

    __slots__ = ("gap", "least")

    def __init__(
        self, theme: Theme, children: Sequence[Widget], *, least: float, gap: float = 16, role: str = "list"
    ) -> None:
        super().__init__(theme, children, role=role)
        self.gap, self.least = theme.px(gap), theme.px(least)

    def _columns(self, width: int) -> tuple[int, int]:
        count = max(1, min(len(self._children), (width + self.gap) // (self.least + self.gap)))
        return count, (width - self.gap * (count - 1)) // count

    def _heights(self, width: int) -> list[int]:
        count, wide = self._columns(width)
        highs = [child.measure(wide)[1] for child in self._children]
        return [max(highs[i : i + count]) for i in range(0, len(highs), count)]

    def _measure(self, width: int) -> tuple[int, int]:
        heights = self._heights(width)
        return width, sum(heights) + self.gap * max(0, len(heights) - 1)

    def _place(self) -> None:
        count, wide = self._columns(self.rect.w)
        y = self.rect.y
        for row, high in enumerate(self._heights(self.rect.w)):
            for column, child in enumerate(self._children[row * count : (row + 1) * count]):
                child.place(pygame.Rect(self.rect.x + column * (wide + self.gap), y, wide, high))
            y += high + self.gap


class Panel(_Group):
    """One child with margins, upon a box if one is given."""

    __slots__ = ("box", "fill_height", "margins", "most")

    def __init__(
        self,
        theme: Theme,
        child: Widget,
        *,
        box: Box | None = None,
        margins: tuple[float, float] | tuple[float, float, float, float] = (0, 0),
        most: float = 0,
        role: str = "group",
        name: str = "",
    ) -> None:
        """`margins` are (x, y) or (left, top, right, bottom); `most` bounds the width, centred."""
        super().__init__(theme, [child], role=role, name=name)
        four = margins if len(margins) == 4 else (margins[0], margins[1], margins[0], margins[1])
        self.margins = tuple(theme.px(side) for side in four)
        self.box = box
        self.most = theme.px(most) if most else 0
        self.outset = box.outset if box else 0

    def _measure(self, width: int) -> tuple[int, int]:
        left, top, right, bottom = self.margins
        width = min(width, self.most) if self.most else width
        wide, high = self._children[0].measure(width - left - right)
        return min(width, wide + left + right), high + top + bottom

    def _place(self) -> None:
        left, top, right, bottom = self.margins
        inner = self.rect.copy()
        if self.most and inner.w > self.most:
            inner = pygame.Rect(inner.x + (inner.w - self.most) // 2, inner.y, self.most, inner.h)
            self.rect = inner
        self._children[0].place(
            pygame.Rect(inner.x + left, inner.y + top, inner.w - left - right, inner.h - top - bottom)
        )

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        if self.box:
            self.theme.brush.box(target, self.rect, self.box)


class Centre(_Group):
    """One child at its own size in the middle of the place."""

    __slots__ = ("across", "down")

    def __init__(
        self, theme: Theme, child: Widget, *, across: Align = "centre", down: Align = "centre"
    ) -> None:
        super().__init__(theme, [child])
        self.across: Align = across
        self.down: Align = down

    def _measure(self, width: int) -> tuple[int, int]:
        return self._children[0].measure(width)

    def _place(self) -> None:
        wide, high = self._children[0].measure(self.rect.w)
        wide = self.rect.w if self.across == "stretch" else min(wide, self.rect.w)
        high = self.rect.h if self.down == "stretch" else min(high, self.rect.h)
        x = self.rect.x + _offset(self.across, self.rect.w, wide)
        self._children[0].place(
            pygame.Rect(x, self.rect.y + _offset(self.down, self.rect.h, high), wide, high)
        )


class Stack(_Group):
    """Children upon each other, all at the whole place."""

    __slots__ = ()

    def _measure(self, width: int) -> tuple[int, int]:
        sizes = [child.measure(width) for child in self._children]
        return max((w for w, _ in sizes), default=0), max((h for _, h in sizes), default=0)

    def _place(self) -> None:
        for child in self._children:
            child.place(self.rect)


class Space(Widget):
    """Nothing, of a size."""

    __slots__ = ("_size",)

    def __init__(self, theme: Theme, width: float = 0, height: float = 0, *, flex: int = 0) -> None:
        super().__init__(theme, role="none")
        self._size = (theme.px(width), theme.px(height))
        self.flex = flex

    def _measure(self, width: int) -> tuple[int, int]:
        return min(width, self._size[0]), self._size[1]
