"""A place that is kept for something not shown yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.widgets.base import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ui.theme import Theme


class Curtain(Widget):
    """A child that is there for the layout but shown only once it is drawn open."""

    __slots__ = ("_child", "open")

    def __init__(self, theme: Theme, child: Widget, *, is_open: bool = False) -> None:
        super().__init__(theme)
        self._child = child
        self.open = is_open

    def children(self) -> Sequence[Widget]:
        """What is within."""
        return (self._child,)

    def _measure(self, width: int) -> tuple[int, int]:
        return self._child.measure(width)

    def _place(self) -> None:
        self._child.place(self.rect)

    @property
    def hidden(self) -> bool:
        """Closed."""
        return not self.open

    def lift(self, is_open: bool) -> None:
        """Show or hide."""
        if is_open != self.open:
            self.open = is_open
            self.touch()
