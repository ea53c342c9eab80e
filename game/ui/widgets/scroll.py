"""A window onto a child that may be higher: wheel, keys, and a bar to drag."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.brush import Box
from game.ui.palette import Colour, faded
from game.ui.widgets.base import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.theme import Theme


class Scroll(Widget):
    """Shows a part of its child. The bar stands at the right, only when there is more to see."""

    __slots__ = ("_bottom", "_child", "_grip", "_left", "_on_dark", "_right", "_top", "limit", "offset")

    def __init__(
        self,
        theme: Theme,
        child: Widget,
        *,
        key: str = "scroll",
        on_dark: bool = False,
        bleed: float | tuple[float, float, float, float] = 16,
    ) -> None:
        """`bleed` (one figure, or left, top, right, bottom) keeps shadows and focus rings from being cut."""
        super().__init__(theme, role="scroll", key=key)
        self._child = child
        self.offset = 0
        self.limit: int | None = None
        """The height wished for is no more than this: the rest is scrolled."""
        self._grip: int | None = None
        self._on_dark = on_dark
        four = bleed if isinstance(bleed, tuple) else (bleed, bleed, bleed, bleed)
        self._left, self._top, self._right, self._bottom = (theme.px(side) for side in four)

    def children(self) -> Sequence[Widget]:
        """What is within."""
        return (self._child,)

    @property
    def clips(self) -> bool:
        """Children are cut here."""
        return True

    def viewport(self) -> pygame.Rect:
        """Where the children show."""
        return self.rect

    def bar_width(self) -> int:
        """Pixels that the bar takes at the right."""
        return self.theme.px(12)

    def _inner(self, width: int) -> int:
        return max(1, width - self._left - self._right - self.bar_width())

    def _measure(self, width: int) -> tuple[int, int]:
        wide, high = self._child.measure(self._inner(width))
        wide += self._left + self._right + self.bar_width()
        return min(width, wide), self._limited(high + self._top + self._bottom)

    def _limited(self, high: int) -> int:
        return high if self.limit is None else max(1, min(high, self.limit))

    def high(self) -> int:
        """The height of all there is."""
        return self._child.measure(self._inner(self.rect.w))[1] + self._top + self._bottom

    def furthest(self) -> int:
        """The offset at the end; the margin below alone is not worth a scroll."""
        beyond = self.high() - self.rect.h
        return beyond if beyond > self._bottom // 2 else 0

    def _place(self) -> None:
        wide = self._inner(self.rect.w)
        self.offset = min(self.offset, self.furthest())
        high = max(self._child.measure(wide)[1], self.rect.h - self._top - self._bottom)
        top = self.rect.y + self._top - self.offset
        self._child.place(pygame.Rect(self.rect.x + self._left, top, wide, high))

    def move_to(self, offset: int) -> bool:
        """Scroll so that `offset` pixels are above; True if that changed anything."""
        offset = max(0, min(self.furthest(), offset))
        if offset == self.offset:
            return False
        self._child.shift(0, self.offset - offset)
        self.offset = offset
        self.touch(self.rect)
        return True

    def show(self, rect: pygame.Rect) -> None:
        """Scroll just enough that this rectangle is seen (its top, when it is higher than the window)."""
        room = self.theme.px(18)
        if rect.bottom + room > self.rect.bottom:
            self.move_to(
                self.offset + min(rect.bottom + room - self.rect.bottom, rect.top - room - self.rect.top)
            )
        if rect.top - room < self.rect.top:
            self.move_to(self.offset + rect.top - room - self.rect.top)

    def wheel(self, steps: float) -> bool:
        """Scroll."""
        return self.move_to(round(self.offset - steps * self.theme.px(64)))

    def key_down(self, event: pygame.event.Event) -> bool:
        """Use a key, or not."""
        line, page = self.theme.px(64), max(1, self.rect.h - self.theme.px(60))
        goals = {
            pygame.K_PAGEDOWN: self.offset + page,
            pygame.K_PAGEUP: self.offset - page,
            pygame.K_HOME: 0,
            pygame.K_END: self.furthest(),
            pygame.K_DOWN: self.offset + line,
            pygame.K_UP: self.offset - line,
        }
        return event.key in goals and self.furthest() > 0 and self.move_to(goals[event.key])

    def _thumb(self) -> pygame.Rect | None:
        furthest = self.furthest()
        if furthest <= 0:
            return None
        track = self.rect.inflate(0, -2 * self.theme.px(6))
        high = max(self.theme.px(32), track.h * self.rect.h // self.high())
        y = track.y + (track.h - high) * self.offset // furthest
        wide = self.theme.px(7)
        return pygame.Rect(self.rect.right - wide - self.theme.px(2), y, wide, high)

    def drag(self, pos: tuple[int, int], begins: bool) -> bool:
        """Move the bar."""
        thumb = self._thumb()
        if thumb is None:
            return False
        if begins:
            if not thumb.inflate(self.theme.px(12), 0).collidepoint(pos):
                return False
            self._grip = pos[1] - thumb.y
            self.touch(self.rect)
            return True
        if self._grip is None:
            return False
        room = self.rect.h - 2 * self.theme.px(6) - thumb.h
        y = pos[1] - self._grip - self.rect.y - self.theme.px(6)
        self.move_to(round(y / max(1, room) * self.furthest()))
        return True

    def drop(self) -> None:
        """Let the bar go."""
        self._grip = None
        self.touch(self.rect)

    def _edges(self, target: pygame.Surface) -> None:
        """Beyond an edge there is more: toward it all sinks into the shade, or into the paper."""
        high = min(self.theme.px(22), self.rect.h // 4)
        size = (self._child.rect.w, high)
        colours = self.theme.palette
        veil = faded(colours.night, 0.47) if self._on_dark else faded(colours.panel, 0.92)
        if self.offset > self._top:
            shade = self.theme.brush.kept(("edge", size, veil, "top"), lambda: _shade(size, veil, down=False))
            target.blit(shade, (self._child.rect.x, self.rect.y))
        if self.offset < self.furthest() - self._bottom:
            shade = self.theme.brush.kept(("edge", size, veil, "end"), lambda: _shade(size, veil, down=True))
            target.blit(shade, (self._child.rect.x, self.rect.bottom - high))

    def paint_over(self, target: pygame.Surface) -> None:
        """Draw the bar."""
        self._edges(target)
        thumb = self._thumb()
        if thumb:
            tone = self.theme.palette.lamp if self._on_dark else self.theme.palette.ink
            tone = faded(tone, 0.8 if self._grip is not None else 0.45)
            self.theme.brush.box(target, thumb, Box(tone, thumb.w // 2))


def _shade(size: tuple[int, int], veil: Colour, *, down: bool) -> pygame.Surface:
    """A veil that thickens toward the edge."""
    strip = pygame.Surface((1, size[1]), pygame.SRCALPHA)
    for y in range(size[1]):
        part = (y + 1) / size[1] if down else 1 - y / size[1]
        strip.set_at((0, y), (*veil[:3], round(veil[3] * part * part)))
    return pygame.transform.scale(strip, size)
