"""The room behind the widgets: drawn and blurred once for each size, by a worker while the window shows."""

from __future__ import annotations

import threading
from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING

import pygame

from game.model.values import NamedTuple
from game.ui.art import NoArt

if TYPE_CHECKING:
    from game.ui.art import Art
    from game.ui.palette import Colour, Palette
    from game.ui.theme import Theme

_KEPT = 2
_BLUR = 2


class Scenery(NamedTuple):
    """What lies behind a screen: a room (empty: a plain wall), shaded where text stands."""

    room: str = ""
    shade_from: float = -1.0
    """Where the shade begins, as a share of the width; below 0 there is none."""
    shade_to: float = 0.6
    depth: float = 0.42
    """How dark the shade becomes, 0..1."""
    plain: Colour | None = None
    """The wall until the room is drawn; the palette's wall if there is none."""


class Wanted(NamedTuple):
    """A picture to draw."""

    scenery: Scenery
    size: tuple[int, int]
    colours: Palette

    @property
    def plain(self) -> Colour:
        """The wall without a room."""
        return self.scenery.plain or self.colours.wall


class Backdrop:
    """Gives the picture of a scenery at a size: at once if it is ready, a plain wall until then."""

    __slots__ = ("_art", "_jobs", "_lock", "_made", "_ready", "_stand_in", "_thread")

    def __init__(self, art: Art) -> None:
        self._art = art
        self._ready: OrderedDict[Wanted, pygame.Surface] = OrderedDict()
        self._made: list[tuple[Wanted, pygame.Surface]] = []
        self._jobs: list[Wanted] = []
        self._stand_in: tuple[tuple[str, tuple[int, int]], pygame.Surface] | None = None
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def paint(self, target: pygame.Surface, rect: pygame.Rect, scenery: Scenery, theme: Theme) -> None:
        """Draw a part of the scenery."""
        wanted = Wanted(scenery, (theme.width, theme.height), theme.palette)
        picture = self._ready.get(wanted)
        if picture is None and (scenery.room or scenery.shade_from >= 0):
            self._ask(wanted)
            picture = self._like(scenery.room, wanted.size)
        if picture is not None:
            target.blit(picture, rect, rect)
        else:
            target.fill(wanted.plain[:3], rect)

    def _like(self, room: str, size: tuple[int, int]) -> pygame.Surface | None:
        """Until it is drawn: the same room as it was, pulled to this size."""
        key = (room, size)
        if self._stand_in is None or self._stand_in[0] != key:
            last = next((p for w, p in reversed(self._ready.items()) if w.scenery.room == room), None)
            if last is None:
                return None
            self._stand_in = (key, last if last.get_size() == size else pygame.transform.scale(last, size))
        return self._stand_in[1]

    def collect(self) -> bool:
        """Let the worker go on, and take over what it made; True if there was anything."""
        self._begin()
        with self._lock:
            made, self._made = self._made, []
        for key, picture in made:
            self._ready[key] = picture.convert()
            self._stand_in = None
            while len(self._ready) > _KEPT:
                self._ready.popitem(last=False)
        return bool(made)

    def wait(self, seconds: float = 20.0) -> bool:
        """Until all that was asked for is made (for pictures and tests)."""
        self._begin()
        thread = self._thread
        if thread is not None:
            thread.join(seconds)
        return self.collect()

    def _ask(self, key: Wanted) -> None:
        with self._lock:
            if key in self._jobs or any(key == made for made, _ in self._made):
                return
            self._jobs = [*self._jobs[:1], key]

    def _begin(self) -> None:
        """Not before the first frame is there: the worker imports what draws a room."""
        with self._lock:
            if self._jobs and (self._thread is None or not self._thread.is_alive()):
                self._thread = threading.Thread(target=self._work, name="backdrop", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._jobs:
                    self._thread = None
                    return
                key = self._jobs[0]
            picture = draw_scenery(self._art, key)
            with self._lock:
                self._made.append((key, picture))
                self._jobs = [job for job in self._jobs if job != key]


def draw_scenery(art: Art, wanted: Wanted) -> pygame.Surface:
    """The room in the light of the hour, blurred and shaded."""
    scenery, size, colours = wanted
    picture = pygame.Surface(size, depth=32)
    picture.fill(wanted.plain[:3])
    if scenery.room:
        with suppress(NoArt):
            picture = pygame.transform.gaussian_blur(art.room(scenery.room, size), _BLUR)
            picture.fill(colours.dusk, special_flags=pygame.BLEND_RGB_MULT)
    if scenery.shade_from >= 0:
        width, height = size
        start, end = scenery.shade_from * width, scenery.shade_to * width
        strip = pygame.Surface((width, 1), pygame.SRCALPHA)
        for x in range(width):
            part = min(1.0, max(0.0, (x - start) / (end - start) if end > start else float(x >= start)))
            strip.set_at((x, 0), (*colours.night[:3], round(255 * scenery.depth * part)))
        picture.blit(pygame.transform.scale(strip, (width, height)), (0, 0))
    return picture
