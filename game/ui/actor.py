"""The patient's portrait, drawn by its own thread at a bounded rate; the window only blits."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pygame

from game.ui.art import NoArt
from game.ui.widgets import Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.model.appearance import Appearance
    from game.ui.art import Art, Layer, Sitter
    from game.ui.theme import Theme

_PERIODS = {"easing": 1 / 30, "speaking": 1 / 15, "blinking": 1 / 30, "breathing": 1 / 8}
"""Seconds from one picture to the next."""
_HEADS = {"easing": 1, "speaking": 2, "blinking": 8, "breathing": 2}
"""For how many heads the body is drawn once."""
_BUSY = 0.09
"""The share of one core that breathing may take; a large picture is drawn less often."""
_RAREST = 0.45
"""But a breath is drawn at least so often, in seconds."""
_LONGEST = 0.4
"""Seconds that one picture may bring the patient on; what is longer was a pause."""
_RIG = (520, 640)
_SIDES = 1.3
"""How much wider than its free place the figure may be."""


class Actor:
    """One patient on the screen. Threaded it lives by itself; otherwise `advance` moves it."""

    __slots__ = (
        "_appearance",
        "_art",
        "_bearing",
        "_changed",
        "_fresh",
        "_layers",
        "_lock",
        "_room",
        "_running",
        "_seen",
        "_size",
        "_speaking",
        "_thread",
        "still",
    )

    def __init__(
        self,
        art: Art,
        appearance: Appearance,
        room: str,
        *,
        seen: Callable[[], bool] | None = None,
        still: bool = False,
        threaded: bool = True,
    ) -> None:
        """`seen` tells whether anyone looks (unseen it rests); `still` neither breathes nor eases."""
        self._art = art
        self._appearance = appearance
        self._room = room
        self._seen = seen
        self.still = still
        self._size = (0, 0)
        self._bearing = (50, "neutral", "")
        self._speaking = False
        self._layers: tuple[Layer, ...] = ()
        self._fresh = False
        self._lock = threading.Lock()
        self._changed = threading.Event()
        self._running = threaded
        self._thread = threading.Thread(target=self._live, name="portrait", daemon=True) if threaded else None
        if self._thread:
            self._thread.start()

    def aim(self, guardedness: int, feeling: str, gesture: str = "") -> None:
        """Move toward this bearing, and make this gesture once; aimed at the same again, nothing happens."""
        if (guardedness, feeling, gesture) != self._bearing:
            self._bearing = (guardedness, feeling, gesture)
            self._changed.set()

    def speak(self, speaking: bool) -> None:
        """Whether the patient is saying something now."""
        if speaking != self._speaking:
            self._speaking = speaking
            self._changed.set()

    def resize(self, size: tuple[int, int]) -> None:
        """Be drawn at this size from now on."""
        if size != self._size:
            with self._lock:
                self._size, self._layers = size, ()
            self._changed.set()

    @property
    def bearing(self) -> tuple[int, str]:
        """How guarded, and with which feeling, the patient sits or is about to."""
        return self._bearing[:2]

    @property
    def size(self) -> tuple[int, int]:
        """Pixels of the picture."""
        return self._size

    def newest(self) -> tuple[Layer, ...]:
        """The newest picture, bottom layer first; empty until the first is drawn."""
        return self._layers

    def fresh(self) -> bool:
        """Whether there is a new picture since this was last asked."""
        with self._lock:
            fresh, self._fresh = self._fresh, False
        return fresh

    def close(self) -> None:
        """End the thread."""
        self._running = False
        self._changed.set()
        if self._thread:
            self._thread.join(2)

    def advance(self, seconds: float) -> None:
        """Without a thread: the picture after this time at the present bearing."""
        sitter = self._sitter()
        for _ in range(max(1, round(seconds * 30))):
            sitter.step(1 / 30)
        self._draw(sitter, self._size)

    def _sitter(self) -> Sitter:
        sitter = self._art.sitter(self._appearance, self._room, self._size, self.still)
        sitter.aim(*self._bearing)
        return sitter

    def _draw(self, sitter: Sitter, size: tuple[int, int], *, whole: bool = True) -> None:
        before = self._layers
        body = sitter.body() if whole or not before else before[0]
        layers = (body, sitter.head())
        with self._lock:
            if size == self._size:
                self._layers, self._fresh = layers, True

    def _live(self) -> None:
        with suppress(NoArt):
            self._breathe()

    def _breathe(self) -> None:
        sitter: Sitter | None = None
        size, bearing = (0, 0), self._bearing
        last = time.perf_counter()
        heads = 0
        while self._running:
            self._changed.clear()
            if (self._seen and not self._seen()) or self._size == (0, 0):
                self._changed.wait(0.2)
                last = time.perf_counter()
                continue
            if sitter is None:
                size, sitter = self._size, self._sitter()
            elif size != self._size:
                size = self._size
                sitter.resize(size)
            if bearing != self._bearing:
                bearing = self._bearing
                sitter.aim(*bearing)
            sitter.speak(self._speaking)
            now = time.perf_counter()
            sitter.step(min(_LONGEST, now - last))
            last = now
            heads = heads + 1 if heads < _HEADS[sitter.pace] else 1
            worked = time.thread_time()
            self._draw(sitter, size, whole=heads == 1)
            self._rest(sitter, now, time.thread_time() - worked)

    def _rest(self, sitter: Sitter, began: float, cost: float) -> None:
        """Wait for the next picture: soon while moving, later while breathing, for a change when still."""
        pace = sitter.pace
        if pace == "breathing" and self.still:
            self._changed.wait()
            return
        period = _PERIODS[pace]
        if pace == "breathing":
            period = min(max(period, cost / _BUSY), _RAREST)
        pause = max(0.004, period - (time.perf_counter() - began))
        if pace in ("breathing", "blinking"):
            self._changed.wait(pause)
        else:
            time.sleep(pause)


class Portrait(Widget):
    """Where the actor shows: at the foot of the place, never squashed; narrow places cut the chair."""

    __slots__ = ("_corner", "_layers", "_told", "_words", "actor", "centre")

    def __init__(
        self, theme: Theme, actor: Actor, name: str, words: Callable[[int, str], str] | None = None
    ) -> None:
        """`words` says what can be seen of a bearing (how guarded, which feeling)."""
        super().__init__(theme, role="image", name=name)
        self.actor = actor
        self._words = words
        self._told: tuple[int, str] | None = None
        self._tell()
        self.centre = 0.5
        """Where the middle of the figure stands, as a share of the width."""
        self._corner = (0, 0)
        self._layers: tuple[Layer, ...] = ()

    def _tell(self) -> None:
        """The picture in words, for whoever does not see it."""
        if self._words is not None and self._told != self.actor.bearing:
            self._told = self.actor.bearing
            self.value = self._words(*self._told)

    def _measure(self, width: int) -> tuple[int, int]:
        return width, width * _RIG[1] // _RIG[0]

    def _place(self) -> None:
        middle = round(self.rect.w * self.centre)
        free = 2 * min(middle, self.rect.w - middle)
        scale = min(_SIDES * free / _RIG[0], self.rect.h / _RIG[1])
        size = (round(_RIG[0] * scale), round(_RIG[1] * scale))
        self._corner = (self.rect.x + middle - size[0] // 2, self.rect.bottom - size[1] + 1)
        self.actor.resize(size)
        self._layers = self.actor.newest()

    @property
    def clips(self) -> bool:
        """The figure is cut at the place."""
        return True

    def paint(self, target: pygame.Surface) -> None:
        """Draw it."""
        target.set_clip(target.get_clip().clip(self.rect))
        for layer in self._layers:
            target.blit(layer.picture, (self._corner[0] + layer.at[0], self._corner[1] + layer.at[1]))

    def tick(self) -> None:
        """Take over a new picture, if there is one."""
        self._tell()
        if self.actor.fresh():
            self._layers = self.actor.newest()
            self.touch(pygame.Rect(self._corner, self.actor.size).clip(self.rect))
