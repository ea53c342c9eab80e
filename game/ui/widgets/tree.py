"""The layers of the window: focus, pointer and keys go to the top one; only what changed is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.ui.palette import Colour
    from game.ui.widgets.base import Widget

CHOICES = "choices"
"""The group that the arrow keys enter when nothing has the focus."""
_MOST_RECTS = 10
_VEIL = 150


class Tree:
    """A root widget with dialogs upon it."""

    __slots__ = ("_area", "_caught", "_dirty", "_pressed", "_veil", "focus", "hover", "layers", "pointer")

    def __init__(self, area: tuple[int, int]) -> None:
        self.layers: list[Widget] = []
        self.focus: Widget | None = None
        self.hover: Widget | None = None
        self.pointer = (-1, -1)
        self._area = pygame.Rect(0, 0, *area)
        self._dirty: list[pygame.Rect] = []
        self._caught: Widget | None = None
        self._pressed: Widget | None = None
        self._veil: tuple[Colour, pygame.Surface] | None = None

    # -- layers

    def show(self, layers: Sequence[Widget], area: tuple[int, int], focus_key: str = "") -> None:
        """These layers, bottom first; the widget with the key `focus_key` in the top one gets the focus."""
        if self._area.size != area:
            self._veil = None
        self._area = pygame.Rect(0, 0, *area)
        before, self.layers = self.layers, list(layers)
        self.focus = self.hover = self._caught = self._pressed = None
        for gone in before:
            if gone not in self.layers:
                gone.forsake()
        for layer in self.layers:
            if layer not in before:
                layer.adopt()
                layer.bind(self.touch)
            if layer.rect != self._area:
                layer.place(self._area)
        self.touch(self._area)
        if focus_key:
            self.focus_on(next((w for w in self.ring() if w.key == focus_key), None))
        self._find_hover()

    def touch(self, rect: pygame.Rect) -> None:
        """This part must be drawn again."""
        rect = rect.clip(self._area)
        if rect.w <= 0 or rect.h <= 0 or any(known.contains(rect) for known in self._dirty):
            return
        self._dirty = [known for known in self._dirty if not rect.contains(known)]
        self._dirty.append(rect)

    @property
    def dirty(self) -> bool:
        """Whether anything waits to be drawn."""
        return bool(self._dirty)

    def draw(
        self, target: pygame.Surface, backdrop: Callable[[pygame.Surface, pygame.Rect], None]
    ) -> list[pygame.Rect]:
        """Draw what changed; the rectangles drawn."""
        rects, self._dirty = self._dirty, []
        if len(rects) > _MOST_RECTS or sum(r.w * r.h for r in rects) > self._area.w * self._area.h:
            rects = [self._area.copy()]
        for rect in rects:
            target.set_clip(rect)
            backdrop(target, rect)
            for layer in self.layers:
                if layer.dim:
                    target.set_clip(rect)
                    target.blit(self._shade(layer.theme.palette.night), rect, rect)
                layer.draw(target, rect)
        target.set_clip(None)
        return rects

    def _shade(self, night: Colour) -> pygame.Surface:
        if self._veil is None or self._veil[0] != night:
            veil = pygame.Surface(self._area.size, pygame.SRCALPHA)
            veil.fill((*night[:3], _VEIL))
            self._veil = night, veil
        return self._veil[1]

    # -- focus

    @property
    def top(self) -> Widget | None:
        """The layer that takes part: the others wait below it."""
        return self.layers[-1] if self.layers else None

    def ring(self) -> list[Widget]:
        """What can have the focus: first what leads, then all in order."""
        found = [w for w in _reachable(self.top) if w.focusable] if self.top else []
        return sorted(found, key=lambda w: not w.leads)

    def focus_on(self, widget: Widget | None) -> None:
        """Give the focus, and scroll it into sight."""
        if widget is self.focus:
            return
        if self.focus:
            self.focus.set_focus(False)
        self.focus = widget
        if widget:
            widget.set_focus(True)
            self.reveal(widget)

    def reveal(self, widget: Widget) -> None:
        """Scroll a widget into sight."""
        for above in _upward(widget.parent):
            above.show(widget.rect)

    def move_focus(self, step: int, group: str | None = None) -> bool:
        """The next (or previous) in the ring, or within a group."""
        ring = [w for w in self.ring() if group is None or w.group == group]
        if not ring:
            return False
        fresh = 0 if step > 0 else -1
        index = (ring.index(self.focus) + step) % len(ring) if self.focus in ring else fresh
        self.focus_on(ring[index])
        return True

    def _move_upright(self, step: int, group: str) -> bool:
        """The nearest of the group in the rows below (or above), if there is one."""
        if self.focus is None:
            return False
        here = self.focus.rect
        mates = [w for w in self.ring() if w.group == group and w is not self.focus]
        there = [w for w in mates if (w.rect.top >= here.bottom if step > 0 else w.rect.bottom <= here.top)]
        if not there:
            return False
        self.focus_on(min(there, key=lambda w: (abs(w.rect.y - here.y), abs(w.rect.centerx - here.centerx))))
        return True

    # -- events

    def handle(self, event: pygame.event.Event) -> bool:
        """Give an event to the widgets; True when one used it."""
        if self.top is None:
            return False
        if event.type == pygame.MOUSEMOTION:
            self.pointer = event.pos
            if self._caught:
                return self._caught.drag(event.pos, False)
            self._find_hover()
        elif event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            return self._button_down(event.pos)
        elif event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            return self._button_up(event.pos)
        elif event.type == pygame.MOUSEWHEEL:
            steps = getattr(event, "precise_y", 0.0) or event.y
            return any(w.wheel_at(self.pointer, steps) for w in self._chain(self.at(self.pointer)))
        elif event.type == pygame.KEYDOWN:
            return self._key(event)
        elif event.type == pygame.TEXTINPUT:
            return self.focus is not None and self.focus.typed(event.text)
        elif event.type == pygame.WINDOWLEAVE:
            self.pointer = (-1, -1)
            self._find_hover()
        return False

    def at(self, pos: tuple[int, int]) -> Widget | None:
        """The deepest widget at a point of the top layer."""
        return _deepest(self.top, pos) if self.top else None

    def _find_hover(self) -> None:
        found = next((w for w in _upward(self.at(self.pointer)) if w.focusable), None)
        if found is not self.hover:
            if self.hover:
                self.hover.set_hover(False)
            self.hover = found
            if found:
                found.set_hover(True)

    def _chain(self, widget: Widget | None) -> list[Widget]:
        """A widget and those above it; if there is none, the first scroll of the layer."""
        chain = list(_upward(widget))
        if self.top and not any(w.role == "scroll" for w in chain):
            chain += [w for w in self.top.walk() if w.role == "scroll"][:1]
        if self.top and self.top not in chain:
            chain.append(self.top)
        return chain

    def _button_down(self, pos: tuple[int, int]) -> bool:
        self.pointer = pos
        self._find_hover()
        for widget in _upward(self.at(pos)):
            if widget.drag(pos, True):
                self._caught = widget
                if widget.focusable:
                    self.focus_on(widget)
                return True
            if widget.focusable:
                self._pressed = widget
                self.focus_on(widget)
                return True
        return False

    def _button_up(self, pos: tuple[int, int]) -> bool:
        self.pointer = pos
        caught, self._caught = self._caught, None
        pressed, self._pressed = self._pressed, None
        self._find_hover()
        if caught:
            caught.drop()
            return True
        if pressed and pressed is self.hover:
            pressed.press()
            return True
        return False

    def _key(self, event: pygame.event.Event) -> bool:
        if event.key == pygame.K_TAB:
            return self.move_focus(-1 if event.mod & pygame.KMOD_SHIFT else 1)
        if self.focus and self.focus.writes and self.focus.key_down(event):
            return True
        if event.key in {pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE} and self.focus:
            self.focus.press()
            return True
        step = {pygame.K_DOWN: 1, pygame.K_RIGHT: 1, pygame.K_UP: -1, pygame.K_LEFT: -1}.get(event.key)
        if step:
            goals = (w.neighbour(event.key) for w in self._chain(self.focus))
            goal = next((found for found in goals if found is not None), None)
            if goal is not None:
                self.focus_on(goal)
                return True
            group = self.focus.group if self.focus else CHOICES
            upright = event.key in {pygame.K_DOWN, pygame.K_UP}
            if group and ((upright and self._move_upright(step, group)) or self.move_focus(step, group)):
                return True
        return any(w.key_down(event) for w in self._chain(self.focus))


def _upward(widget: Widget | None) -> list[Widget]:
    chain: list[Widget] = []
    while widget is not None:
        chain.append(widget)
        widget = widget.parent
    return chain


def _reachable(widget: Widget) -> Iterator[Widget]:
    waiting = [widget]
    while waiting:
        found = waiting.pop()
        if not found.hidden:
            yield found
            waiting.extend(reversed(found.children()))


def _deepest(widget: Widget, pos: tuple[int, int]) -> Widget | None:
    if widget.hidden or not widget.extent.collidepoint(pos):
        return None
    inside = widget.rect.collidepoint(pos)
    if widget.clips and not (inside and widget.viewport().collidepoint(pos)):
        return widget if inside else None
    for child in reversed(widget.children()):
        found = _deepest(child, pos)
        if found:
            return found
    return widget if inside else None
