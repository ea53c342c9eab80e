"""The screen's widgets with the dialogs upon them: built anew for each change, focus and scroll kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.widgets import Scroll, Tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ui.widgets import Widget

    Build = Callable[[], Widget]


class Layers:
    """A tree of layers that knows how to build each: the screen lowest, the dialog opened last on top.

    `area` is the size of the window in pixels, wherever it is asked for.
    """

    __slots__ = ("_dialogs", "tree")

    def __init__(self, area: tuple[int, int]) -> None:
        self.tree = Tree(area)
        self._dialogs: list[tuple[Build, str]] = []
        """How each is built, and the key of what had the focus before it came."""

    @property
    def dialogs(self) -> int:
        """How many dialogs are open."""
        return len(self._dialogs)

    def open(self, build: Build, area: tuple[int, int], focus: str = "") -> None:
        """A dialog upon all others; the widget with the key `focus` gets the focus."""
        tree = self.tree
        self._dialogs.append((build, self._focus))
        tree.show([*tree.layers, build()], area, focus)

    def close(self, area: tuple[int, int]) -> None:
        """Away with the top dialog; the focus goes back to where it was."""
        _, focus = self._dialogs.pop()
        self.tree.show(self.tree.layers[:-1], area, focus)

    def close_all(self) -> None:
        """No dialog comes with what is built next."""
        self._dialogs.clear()

    def build(self, screen: Build, area: tuple[int, int], *, same_place: bool) -> None:
        """All widgets anew; focus and scroll stay if asked."""
        tree = self.tree
        focus = self._focus if same_place else ""
        places = self.scrolled() if same_place else {}
        tree.show([screen(), *(build() for build, _ in self._dialogs)], area, focus)
        for scroll in self._scrolls():
            if scroll.key in places:
                scroll.move_to(places[scroll.key])

    def scrolled(self) -> dict[str, int]:
        """How far each scroll has gone, in pixels, by its key."""
        return {scroll.key: scroll.offset for scroll in self._scrolls()}

    def _scrolls(self) -> list[Scroll]:
        return [w for layer in self.tree.layers for w in layer.walk() if isinstance(w, Scroll)]

    @property
    def _focus(self) -> str:
        return self.tree.focus.key if self.tree.focus else ""
