"""Plays the sounds. A thread computes them and waits for the device, so that the window never does."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pygame

from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from queue import SimpleQueue

    from game.ui.sound.waves import Cue

_FADE = 1_200
"""Milliseconds in which one room gives way to another."""
_YOUNG = 0.1
"""Seconds in which a room that is just beginning is hardly heard. SDL takes no fade-out while a
fade-in is still at nothing, and would let that room sound for ever."""
_BUFFER = 1_024
_LATE = 0.4
"""Seconds after which a sign says nothing any more."""


class _Wish(NamedTuple):
    """What the thread is asked to play."""

    kind: str
    """room, or cue."""
    name: str


class Sounds:
    """Silent until `turn(on=True)`. Where there is no device, it stays so without a word."""

    def __init__(self) -> None:
        self._player: _Player | None = None
        self._former: _Player | None = None
        self._volume = 0.5
        self._room = ""

    @property
    def playing(self) -> bool:
        """Whether a thread is there for it."""
        return self._player is not None and self._player.is_alive()

    def turn(self, *, on: bool, volume: float) -> None:
        """On or off, at once; `volume` 0 .. 1."""
        self._volume = volume
        if not on:
            self._silence()
        elif self._player is None:
            self._player = _Player(volume, self._former)
            self._player.start()
            self._player.ask(_Wish("room", self._room))
        else:
            self._player.set_volume(volume)

    def room(self, name: str) -> None:
        """The quiet of this room, or none."""
        if name != self._room:
            self._room = name
            if self._player and self.playing:
                self._player.ask(_Wish("room", name))

    def cue(self, name: Cue) -> None:
        """A sign, where sounds are on."""
        if self._player and self.playing:
            self._player.ask(_Wish("cue", name))

    def close(self) -> None:
        """Silence; the device and the thread are let go."""
        self._silence()
        if self._former:
            self._former.join(timeout=2)

    def _silence(self) -> None:
        """At once; the thread closes the device by itself."""
        if self._player:
            self._player.end()
            self._player, self._former = None, self._player


class _Player(threading.Thread):
    """Opens the device, plays what it is asked to, and closes the device."""

    def __init__(self, volume: float, former: _Player | None) -> None:
        """`former` must have closed the device before this one opens it."""
        from queue import SimpleQueue  # noqa: PLC0415 (not before the first frame)

        super().__init__(name="sounds", daemon=True)
        self._former = former
        self._volume = volume
        self._wishes: SimpleQueue[tuple[_Wish, float] | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._ended = False
        self._room: pygame.mixer.Channel | None = None
        self._since = 0.0
        self._made: dict[_Wish, pygame.mixer.Sound] = {}

    def ask(self, wish: _Wish) -> None:
        self._wishes.put((wish, time.monotonic()))

    def set_volume(self, volume: float) -> None:
        with self._lock:
            self._volume = volume
            if self._room and not self._ended and pygame.mixer.get_init():
                self._room.set_volume(volume)

    def end(self) -> None:
        with self._lock:
            self._ended = True
            if pygame.mixer.get_init():
                pygame.mixer.stop()
        self._wishes.put(None)

    def run(self) -> None:
        if self._former:
            self._former.join()
            self._former = None
        if self._ended:
            return
        try:
            # numpy's import and the device's answer are waited for here, not in the window
            from game.ui.sound import waves  # noqa: PLC0415

            pygame.mixer.init(waves.RATE, -16, 1, _BUFFER, allowedchanges=0)
        except (ImportError, pygame.error):
            return
        makers: dict[str, Callable[..., bytes]] = {"room": waves.room_tone, "cue": waves.cue}
        try:
            while (asked := self._wishes.get()) is not None:
                wish, when = asked
                if wish.kind == "cue" and time.monotonic() - when > _LATE:
                    continue
                if wish.name and wish not in self._made:
                    self._made[wish] = pygame.mixer.Sound(buffer=makers[wish.kind](wish.name))
                self._play(wish)
        except pygame.error:
            return
        finally:
            pygame.mixer.quit()

    def _play(self, wish: _Wish) -> None:
        with self._lock:
            if self._ended:
                return
            if wish.kind == "cue":
                channel = self._made[wish].play()
                if channel:
                    channel.set_volume(self._volume)
                return
            if self._room:
                self._room.fadeout(_FADE)
                if time.monotonic() - self._since < _YOUNG or self._room.get_volume() == 0.0:
                    self._room.stop()
                self._room = None
            if wish.name:
                self._since = time.monotonic()
                self._room = self._made[wish].play(loops=-1, fade_ms=_FADE)
                if self._room:
                    self._room.set_volume(self._volume)
