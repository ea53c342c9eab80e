"""The box that every widget is: it measures, takes its place, draws itself, and says what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.ui.theme import Theme


class Widget:
    """A box of the tree.

    A subclass overrides `_measure` (size wanted within a width), `_place` (give the children theirs) and
    `paint` (draw itself, not the children). `role`, `name` and `value` are what a screen reader would say.
    """

    __slots__ = (
        "_measured",
        "_sink",
        "extent",
        "flex",
        "focusable",
        "focused",
        "group",
        "hovered",
        "key",
        "leads",
        "live",
        "name",
        "outset",
        "parent",
        "rect",
        "role",
        "shortcut",
        "text_fits",
        "theme",
        "value",
    )
    dim = False
    writes = False
    """Whether the keyboard writes into it: then Space, arrows and letters are its own."""

    def __init__(self, theme: Theme, *, role: str = "group", name: str = "", key: str = "") -> None:
        self.theme = theme
        self.role = role
        self.name = name
        self.value = ""
        self.key = key
        self.live = False
        """Read aloud as soon as it is there, and whenever its text changes."""
        self.shortcut = ""
        """The key that presses it from anywhere on the screen, as it is read aloud."""
        self.group = ""
        """Widgets of one group are walked with the arrow keys."""
        self.flex = 0
        """In a Row or Column: the share of what is left."""
        self.focusable = False
        self.leads = False
        """First in the order of the Tab key, wherever it stands."""
        self.focused = False
        self.hovered = False
        self.outset = 0
        """Pixels painted beyond the rectangle."""
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.extent = pygame.Rect(0, 0, 0, 0)
        """All that the widget and its children paint."""
        self.parent: Widget | None = None
        self.text_fits = True
        self._sink: Callable[[pygame.Rect], None] | None = None
        self._measured: dict[int, tuple[int, int]] = {}

    # -- the tree

    def children(self) -> Sequence[Widget]:
        """The boxes within, in the order of drawing and of the Tab key."""
        return ()

    def walk(self) -> Iterator[Widget]:
        """This widget and all below it."""
        waiting = [self]
        while waiting:
            found = waiting.pop()
            yield found
            waiting.extend(reversed(found.children()))

    def adopt(self) -> None:
        """Tell the children whose they are; called once the tree is built."""
        for child in self.children():
            child.parent = self
            child.adopt()

    def forsake(self) -> None:
        """The tree is not shown any more: without a way up it is let go at once, pictures and all."""
        for child in self.children():
            child.parent = None
            child.forsake()

    @property
    def hidden(self) -> bool:
        """Whether it and all below are out of sight and out of reach, though they keep their place."""
        return False

    @property
    def checked(self) -> bool | None:
        """Whether this option holds; None where that is no question."""
        return None

    @property
    def figure(self) -> tuple[float, float, float] | None:
        """Of a gauge: least, present and most."""
        return None

    # -- layout

    def measure(self, width: int) -> tuple[int, int]:
        """The size wanted when `width` pixels are there: (width used, height)."""
        width = max(width, 1)
        found = self._measured.get(width)
        if found is None:
            found = self._measured[width] = self._measure(width)
        return found

    def _measure(self, width: int) -> tuple[int, int]:
        return width, 0

    def forget_size(self) -> None:
        """The content changed: measure again, up to the root."""
        widget: Widget | None = self
        while widget is not None:
            widget._measured.clear()
            widget = widget.parent

    def place(self, rect: pygame.Rect) -> None:
        """Take this rectangle (screen pixels) and give the children theirs."""
        self.rect = pygame.Rect(rect)
        self._place()
        self._extend()

    def _place(self) -> None:
        pass

    def _extend(self) -> None:
        self.extent = self.rect.inflate(2 * self.outset, 2 * self.outset)
        if not self.clips:
            self.extent.unionall_ip([child.extent for child in self.children()])

    def shift(self, dx: int, dy: int) -> None:
        """Move with all children (a scroll)."""
        self.rect.move_ip(dx, dy)
        self.extent.move_ip(dx, dy)
        for child in self.children():
            child.shift(dx, dy)

    # -- drawing

    @property
    def clips(self) -> bool:
        """Whether children are cut at this rectangle."""
        return False

    def viewport(self) -> pygame.Rect:
        """Where the children show."""
        return self.rect

    def paint(self, target: pygame.Surface) -> None:
        """Draw this widget, without its children."""

    def paint_over(self, target: pygame.Surface) -> None:
        """Draw what lies above the children (a scroll bar)."""

    def draw(self, target: pygame.Surface, clip: pygame.Rect) -> None:
        """Draw this widget and its children where they meet `clip`."""
        if self.hidden or not self.extent.colliderect(clip):
            return
        target.set_clip(clip)
        self.paint(target)
        inner = clip.clip(self.viewport()) if self.clips else clip
        if inner.w > 0 and inner.h > 0:
            for child in self.children():
                child.draw(target, inner)
        target.set_clip(clip)
        self.paint_over(target)

    def bind(self, sink: Callable[[pygame.Rect], None]) -> None:
        """Where changed rectangles are reported; set on the root."""
        self._sink = sink

    def touch(self, rect: pygame.Rect | None = None) -> None:
        """This rectangle (all of the widget if none) must be drawn again."""
        area = pygame.Rect(rect if rect is not None else self.extent)
        widget: Widget = self
        while widget.parent is not None:
            widget = widget.parent
            if widget.clips:
                area = area.clip(widget.viewport())
        if widget._sink is not None and area.w > 0 and area.h > 0:
            widget._sink(area)

    def relayout(self) -> None:
        """The size changed: lay the whole tree out again at the same place."""
        self.forget_size()
        root: Widget = self
        while root.parent is not None:
            root = root.parent
        root.place(root.rect)
        root.touch()

    # -- events

    def press(self) -> None:
        """A click, Enter or Space."""

    def key_down(self, event: pygame.event.Event) -> bool:  # noqa: ARG002
        """A key while the focus is here or below; True when it was used."""
        return False

    def typed(self, text: str) -> bool:  # noqa: ARG002
        """Text from the keyboard, accents put together; True when it was used."""
        return False

    def neighbour(self, key: int) -> Widget | None:  # noqa: ARG002
        """Where an arrow key leads from here or from within, where the widget says so itself."""
        return None

    def show(self, rect: pygame.Rect) -> None:
        """Bring this part of the children into sight, where the widget scrolls."""

    def wheel(self, steps: float) -> bool:  # noqa: ARG002
        """The wheel over this widget (positive is up); True when it was used."""
        return False

    def wheel_at(self, pos: tuple[int, int], steps: float) -> bool:  # noqa: ARG002
        """The same, with the pointer's place."""
        return self.wheel(steps)

    def drag(self, pos: tuple[int, int], begins: bool) -> bool:  # noqa: ARG002
        """The button went down here (`begins`) or the pointer moved since; True to keep the pointer."""
        return False

    def drop(self) -> None:
        """The pointer that a drag kept is let go."""

    def set_focus(self, on: bool) -> None:
        """Told by the tree."""
        if self.focused != on:
            self.focused = on
            self.touch()

    def set_hover(self, on: bool) -> None:
        """Told by the tree."""
        if self.hovered != on:
            self.hovered = on
            self.touch()
