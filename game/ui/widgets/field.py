"""One line to write in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.brush import Box
from game.ui.widgets.base import Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.theme import Theme

_WIDE = 320
"""Units: no field is wider than it needs to be."""


class Field(Widget):
    """A text of one line with a caret. Long text slides; nothing is taken that is not a printable sign.

    The text outlives a rebuild because `on_change` is told of it: give it back as `text`. Enter calls
    `on_enter`. At most `most` characters are taken.
    """

    __slots__ = ("_caret", "_most", "_on_change", "_on_enter", "_style")
    writes = True

    def __init__(
        self,
        theme: Theme,
        name: str,
        text: str,
        on_change: Callable[[str], None],
        on_enter: Callable[[], None],
        *,
        key: str = "",
        most: int = 40,
    ) -> None:
        super().__init__(theme, role="textbox", name=name, key=key or name)
        self.value = text[:most]
        self.focusable = True
        self.outset = theme.px(6)
        self._caret = len(self.value)
        self._most = most
        self._on_change = on_change
        self._on_enter = on_enter
        self._style = theme.type("body")

    @property
    def caret(self) -> int:
        """How many characters stand before the caret."""
        return self._caret

    def edges(self) -> tuple[int, ...]:
        """Where each character begins, and the last one ends, in pixels from the beginning of the text."""
        width = self.theme.brush.fonts.width
        return tuple(width(self.value[:count], self._style) for count in range(len(self.value) + 1))

    def _measure(self, width: int) -> tuple[int, int]:
        return min(width, self.theme.px(_WIDE)), self._style.lead + 2 * self.theme.px(9)

    def press(self) -> None:
        """Enter: the text is complete."""
        self._on_enter()

    def typed(self, text: str) -> bool:
        """Puts text in at the caret."""
        room = self._most - len(self.value)
        clean = "".join(sign for sign in text if sign.isprintable())[: max(0, room)]
        self._write(self.value[: self._caret] + clean + self.value[self._caret :], self._caret + len(clean))
        return True

    def key_down(self, event: pygame.event.Event) -> bool:
        """The caret's keys, and those that take away; Space and letters come as text."""
        value, caret = self.value, self._caret
        if event.key == pygame.K_BACKSPACE:
            self._write(value[: max(0, caret - 1)] + value[caret:], caret - 1)
        elif event.key == pygame.K_DELETE:
            self._write(value[:caret] + value[caret + 1 :], caret)
        elif event.key in {pygame.K_LEFT, pygame.K_RIGHT}:
            self._write(value, caret + (1 if event.key == pygame.K_RIGHT else -1))
        elif event.key in {pygame.K_HOME, pygame.K_END}:
            self._write(value, len(value) if event.key == pygame.K_END else 0)
        else:
            return bool(event.key == pygame.K_SPACE)
        return True

    def write(self, text: str) -> None:
        """Puts this text in the place of what stands there."""
        self._write("", 0)
        self.typed(text)

    def _write(self, value: str, caret: int) -> None:
        changed = value != self.value
        self.value, self._caret = value, min(len(value), max(0, caret))
        self.touch()
        if changed:
            self._on_change(value)

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        px, brush = self.theme.px, self.theme.brush
        lit = self.focused or self.hovered
        border = self.theme.palette.warm if lit else self.theme.palette.soft
        brush.box(
            target,
            self.rect,
            Box(
                self.theme.palette.lit, self.theme.radius("box"), border, px(2.5) if self.focused else px(1.5)
            ),
        )
        before = brush.words(self.value[: self._caret] or "\u00a0", self._style)
        left = before.get_width() if self._caret else 0
        inner = self.rect.inflate(-2 * px(14), -2 * px(6))
        outer = target.get_clip()
        target.set_clip(inner.clip(outer))
        slide = max(0, left - inner.w + px(3))
        if self.value:
            whole = brush.words(self.value, self._style)
            target.blit(whole, whole.get_rect(midleft=(inner.x - slide, inner.centery)))
        if self.focused:
            caret = pygame.Rect(inner.x - slide + left, 0, max(1, px(2)), self._style.lead)
            caret.centery = inner.centery
            target.fill(self.theme.palette.ink[:3], caret)
        target.set_clip(outer)
