"""The map as a widget: it is moved and zoomed, and every moment that was seen can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.ui.brush import Box
from game.ui.palette import CLEAR
from game.ui.screens.map.cards import spoken
from game.ui.screens.map.sheet import card_rect
from game.ui.screens.map.ways import Ways
from game.ui.widgets import Pressable, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.app.map_values import MapView
    from game.ui.screens.map.camera import Camera
    from game.ui.screens.map.sheet import Sheet
    from game.ui.theme import Theme

_ARROWS = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
    pygame.K_PAGEUP: (0, -3),
    pygame.K_PAGEDOWN: (0, 3),
}
_STRIDE = 120
"""Units of the window that a key moves the map."""
_STILL = 6
"""Pixels that a click may tremble."""


class MapField(Widget):
    """Shows a part of the sheet; a small map in the corner says which."""

    __slots__ = ("_camera", "_grip", "_pins", "_sheet", "_small_grip", "_still", "_ways")

    def __init__(
        self,
        theme: Theme,
        view: MapView,
        sheet: Sheet,
        camera: Camera,
        open_moment: Callable[[int], None],
        *,
        name: str,
        still: bool,
    ) -> None:
        """`still` jumps to a moment instead of gliding to it."""
        super().__init__(theme, role="scroll", name=name, key="map")
        self.flex = 1
        self._sheet, self._camera, self._still = sheet, camera, still
        self._ways = Ways(view, sheet.places)
        self._grip: tuple[int, int] | None = None
        self._small_grip = False
        seen = sorted((moment.number, place) for place, moment in enumerate(view.moments) if moment.number)
        self._pins = {place: Pin(self, view, place, open_moment) for _, place in seen}

    @property
    def scale(self) -> float:
        """Pixels for a unit of the map."""
        return self.theme.zoom * self._camera.zoom

    @property
    def clips(self) -> bool:
        """Moments are cut here."""
        return True

    def children(self) -> Sequence[Widget]:
        """The moments that were seen, in their order."""
        return tuple(self._pins.values())

    def _place(self) -> None:
        zoom = self.theme.zoom
        self._camera.resize((self.rect.w / zoom, self.rect.h / zoom))
        self._settle()

    def _corner(self) -> tuple[int, int]:
        """The upper left corner of what is seen, in pixels of the whole map."""
        scale = self.scale
        return (
            round(self._camera.x * scale) - self.rect.w // 2,
            round(self._camera.y * scale) - self.rect.h // 2,
        )

    def _settle(self) -> None:
        """Every moment's widget stands where its card is."""
        left, top = self._corner()
        scale = self.scale
        for place, pin in self._pins.items():
            rect = card_rect(self._sheet.places.corners[place], scale)
            rect.move_ip(self.rect.x - left, self.rect.y - top)
            pin.place(rect)
        self.extent = self.rect.copy()

    def refresh(self) -> None:
        """The camera has moved."""
        self._settle()
        self.touch(self.rect)

    def tick(self, dt: float) -> bool:
        """Time passed; True while the map glides, or is drawn ahead of what is seen."""
        if self._camera.glide(dt):
            self.refresh()
            return True
        return self._sheet.ahead(self.rect.size, self._corner(), self.scale)

    # -- keys and pointer

    def neighbour(self, key: int) -> Widget | None:
        """The moment to which an arrow key leads: along the roads, or to the side."""
        here = next((place for place, pin in self._pins.items() if pin.focused), None)
        if here is None:
            first = self._ways.first()
            return self._pins.get(first) if key in _ARROWS else None
        to = self._ways.beside(here, key)
        return None if to is None else self._pins[to]

    def show(self, rect: pygame.Rect) -> None:
        """Bring a moment into sight; the one that was shown last stays where it is while it is seen."""
        place = next((place for place, pin in self._pins.items() if pin.rect == rect and pin.focused), None)
        again = place == self._camera.shown and self.rect.contains(rect)
        if place is not None and not again:
            self._camera.show(place, self._still, self._small().w / self.theme.zoom)
            self.refresh()

    def key_down(self, event: pygame.event.Event) -> bool:
        """Arrows that lead to no moment, and pages, move the map; Home shows all of it; + and - zoom."""
        if event.key in _ARROWS:
            across, down = _ARROWS[event.key]
            self._camera.move(across * _STRIDE, down * _STRIDE)
        elif event.key == pygame.K_HOME:
            self._camera.fit()
        elif event.key in (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS) or event.unicode == "+":
            self._camera.closer(1)
        elif event.key in (pygame.K_MINUS, pygame.K_KP_MINUS) or event.unicode == "-":
            self._camera.closer(-1)
        else:
            return False
        self.refresh()
        return True

    def zoom(self, steps: int) -> None:
        """Nearer, or further away."""
        self._camera.closer(steps)
        self.refresh()

    def fit(self) -> None:
        """The whole map."""
        self._camera.fit()
        self.refresh()

    def wheel_at(self, pos: tuple[int, int], steps: float) -> bool:
        """Zoom; what is below the pointer stays there."""
        if not self.rect.collidepoint(pos):
            pos = self.rect.center
        zoom = self.theme.zoom
        x, y = (pos[0] - self.rect.centerx) / zoom, (pos[1] - self.rect.centery) / zoom
        self._camera.closer(1 if steps > 0 else -1, x, y)
        self.refresh()
        return True

    def drag(self, pos: tuple[int, int], begins: bool) -> bool:
        """Move the map, or the frame on the small one."""
        if begins:
            self._small_grip = self._small().collidepoint(pos)
            self._grip = pos
            if self._small_grip:
                self._look_from_small(pos)
            return True
        if self._grip is None:
            return False
        if self._small_grip:
            self._look_from_small(pos)
        else:
            zoom = self.theme.zoom
            self._camera.move((self._grip[0] - pos[0]) / zoom, (self._grip[1] - pos[1]) / zoom)
            self._grip = pos
            self.refresh()
        return True

    def drop(self) -> None:
        """Let the map go."""
        self._grip = None

    # -- the small map

    def _small(self) -> pygame.Rect:
        """Where the small map lies: empty while all is seen."""
        places, px = self._sheet.places, self.theme.px
        seen_w, seen_h = self.rect.w / self.scale, self.rect.h / self.scale
        if seen_w >= places.width and seen_h >= places.height:
            return pygame.Rect(0, 0, 0, 0)
        most_w, most_h = min(px(190), self.rect.w // 4), min(px(330), round(self.rect.h * 0.6))
        part = min(most_w / places.width, most_h / places.height)
        size = max(px(12), round(places.width * part)), max(px(12), round(places.height * part))
        edge = px(14)
        return pygame.Rect(self.rect.right - edge - size[0], self.rect.bottom - edge - size[1], *size)

    def _look_from_small(self, pos: tuple[int, int]) -> None:
        small, places = self._small(), self._sheet.places
        part = min(small.w / places.width, small.h / places.height)
        self._camera.look_at((pos[0] - small.x) / part, (pos[1] - small.y) / part)
        self.refresh()

    def paint(self, target: pygame.Surface) -> None:
        """Draw what is seen of the map."""
        area = self.rect.clip(target.get_clip())
        if area.w > 0 and area.h > 0:
            self._sheet.paint(target, self.rect, self._corner(), self.scale)

    def paint_over(self, target: pygame.Surface) -> None:
        """Draw the small map, with a frame around what is seen."""
        small = self._small()
        if not small.w:
            return
        px, places = self.theme.px, self._sheet.places
        bed = small.inflate(px(12), px(12))
        self.theme.brush.box(
            target, bed, Box(self.theme.palette.night, px(8), self.theme.palette.ground, px(1))
        )
        target.blit(self._sheet.small(small.size), small)
        part = min(small.w / places.width, small.h / places.height)
        seen_w, seen_h = self.rect.w / self.scale * part, self.rect.h / self.scale * part
        x, y = small.x + self._camera.x * part, small.y + self._camera.y * part
        frame = pygame.Rect(round(x - seen_w / 2), round(y - seen_h / 2), round(seen_w), round(seen_h))
        pygame.draw.rect(
            target, self.theme.palette.lamp, frame.clip(bed), max(1, px(1.5)), border_radius=px(3)
        )


class Pin(Pressable):
    """A moment that was seen: what a screen reader reads, and what is pressed. The sheet draws its card."""

    __slots__ = ("_down", "_ends", "_field", "_moved", "place_number")

    def __init__(
        self, field: MapField, view: MapView, place: int, open_moment: Callable[[int], None]
    ) -> None:
        moment = view.moments[place]
        words, _ = spoken(moment)
        name = moment.title if words == moment.title else f"{moment.title}. {words}"
        super().__init__(field.theme, name, lambda: open_moment(place), key=f"moment:{place}")
        self.outset = field.theme.px(9)
        self.value = ". ".join(filter(None, (moment.note, *moment.facts)))
        self._field = field
        self._ends = moment.returns != ""
        self._down = (0, 0)
        self._moved = False

    def drag(self, pos: tuple[int, int], begins: bool) -> bool:
        """The map can be moved by its moments as well; a click that does not move opens one."""
        if begins:
            self._down, self._moved = pos, False
        elif abs(pos[0] - self._down[0]) + abs(pos[1] - self._down[1]) > _STILL:
            self._moved = True
        return self._field.drag(pos, begins)

    def drop(self) -> None:
        """Let go: a click, or the end of a move."""
        self._field.drop()
        if not self._moved:
            self.press()

    def paint(self, target: pygame.Surface) -> None:
        """Draw what the sheet does not know: the pointer, and the focus."""
        radius = self.rect.h // 2 if self._ends else max(1, round(12 * self._field.scale))
        if self.hovered and not self.focused:
            self.theme.brush.box(
                target, self.rect, Box(CLEAR, radius, self.theme.palette.lamp, max(2, self.theme.px(2)))
            )
        if self.focused:
            px = self.theme.px
            out = self.rect.inflate(2 * px(7), 2 * px(7))
            self.theme.brush.box(target, out, Box(CLEAR, radius + px(7), self.theme.palette.ring, px(3.5)))
            gap = self.rect.inflate(2 * px(3.5), 2 * px(3.5))
            self.theme.brush.box(
                target, gap, Box(CLEAR, radius + px(3.5), self.theme.palette.ring_edge, px(3.5))
            )
