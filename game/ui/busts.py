"""Head and shoulders of patients for cards: drawn by a worker once the window shows, and kept."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import pygame

from game.model.values import NamedTuple
from game.ui.art import NoArt
from game.ui.brush import Box
from game.ui.palette import WHOLE
from game.ui.widgets import Widget

if TYPE_CHECKING:
    from game.app.views import Pose
    from game.model.appearance import Appearance
    from game.ui.art import Art
    from game.ui.theme import Theme

_RIG = (520, 640)
_SHOWN = 372
"""Units of the figure's height that a bust shows, from its top."""
_BLUR = 2
_HEADROOM = 0.03


class Sitting(NamedTuple):
    """Who is drawn, where, how they sit, and at what size."""

    appearance: Appearance
    room: str
    pose: Pose
    size: tuple[int, int]


class Busts:
    """Gives the picture of a sitting once it is drawn; until then there is none."""

    __slots__ = ("_art", "_jobs", "_lock", "_made", "_ready", "_thread")

    def __init__(self, art: Art) -> None:
        self._art = art
        self._jobs: list[Sitting] = []
        self._made: dict[Sitting, pygame.Surface] = {}
        self._ready: dict[Sitting, pygame.Surface] = {}
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def picture(self, sitting: Sitting) -> pygame.Surface | None:
        """The picture, or None while it is not drawn; asking puts it on the worker's list."""
        ready = self._ready.get(sitting)
        if ready is None:
            with self._lock:
                if sitting not in self._jobs and sitting not in self._made:
                    self._jobs.append(sitting)
        return ready

    def collect(self) -> bool:
        """Let the worker go on, and take over what it made; True if there was anything."""
        with self._lock:
            made, self._made = self._made, {}
            self._begin()
        self._ready.update(made)
        return bool(made)

    def _begin(self) -> None:
        if self._jobs and self._thread is None:
            self._thread = threading.Thread(target=self._work, name="busts", daemon=True)
            self._thread.start()

    def forget(self) -> None:
        """Another size is needed: what was drawn or asked for before is not."""
        with self._lock:
            self._jobs.clear()
            self._made.clear()
        self._ready.clear()

    def wait(self, seconds: float = 20.0) -> None:
        """Until all that was asked for is drawn (for pictures and tests)."""
        with self._lock:
            self._begin()
            thread = self._thread
        if thread is not None:
            thread.join(seconds)

    def close(self) -> None:
        """End the worker after the picture at hand."""
        with self._lock:
            self._jobs.clear()
            thread = self._thread
        if thread is not None:
            thread.join(2)

    def _work(self) -> None:
        with suppress(NoArt):
            self._draw_all()

    def _draw_all(self) -> None:
        rooms: dict[tuple[str, tuple[int, int]], pygame.Surface] = {}
        while True:
            with self._lock:
                if not self._jobs:
                    self._thread = None
                    return
                sitting = self._jobs[0]
            place = (sitting.room, sitting.size)
            if place not in rooms:
                rooms[place] = pygame.transform.gaussian_blur(self._art.room(*place), _BLUR)
            picture = draw_bust(self._art, sitting, rooms[place])
            with self._lock:
                if sitting in self._jobs:
                    self._jobs.remove(sitting)
                    self._made[sitting] = picture


def draw_bust(art: Art, sitting: Sitting, room: pygame.Surface) -> pygame.Surface:
    """The patient before the room, head and shoulders, in the middle of the picture."""
    width, height = sitting.size
    picture = room.copy()
    scale = max(height / _SHOWN, 0.1)
    whole = (max(1, round(_RIG[0] * scale)), max(1, round(_RIG[1] * scale)))
    sitter = art.sitter(sitting.appearance, sitting.room, whole, True)
    sitter.aim(sitting.pose.guardedness, sitting.pose.feeling)
    sitter.step(0.0)
    left, top = (width - whole[0]) // 2, round(height * _HEADROOM)
    for layer in (sitter.body(), sitter.head()):
        picture.blit(layer.picture, (left + layer.at[0], top + layer.at[1]))
    return picture


class Bust(Widget):
    """A frame with round corners where the bust appears."""

    __slots__ = ("_busts", "_rounded", "_sitter", "_size")

    def __init__(
        self,
        theme: Theme,
        busts: Busts,
        sitter: tuple[Appearance, str, Pose],
        name: str,
        *,
        words: str = "",
        size: tuple[float, float],
    ) -> None:
        """`sitter` is appearance, room and pose; the frame takes any rectangle, `size` is its wish.

        `words` say what can be seen.
        """
        super().__init__(theme, role="image", name=name)
        self.value = words
        self._busts = busts
        self._sitter = sitter
        self._size = (theme.px(size[0]), theme.px(size[1]))
        self._rounded: pygame.Surface | None = None

    def _measure(self, width: int) -> tuple[int, int]:
        return min(width, self._size[0]), self._size[1]

    def _place(self) -> None:
        self._rounded = None

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        radius = self.theme.px(14)
        if self._rounded is None:
            picture = self._busts.picture(Sitting(*self._sitter, self.rect.size))
            if picture is None:
                self.theme.brush.box(target, self.rect, Box(self.theme.palette.inset, radius))
                return
            self._rounded = self._cut(picture, radius)
        target.blit(self._rounded, self.rect)

    def _cut(self, picture: pygame.Surface, radius: int) -> pygame.Surface:
        rounded = pygame.Surface(picture.get_size(), pygame.SRCALPHA)
        self.theme.brush.box(rounded, rounded.get_rect(), Box(WHOLE, radius))
        rounded.blit(picture, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        return rounded
