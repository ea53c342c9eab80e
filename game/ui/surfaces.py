"""A cache of drawn surfaces that forgets the least used when it holds too many bytes."""

from __future__ import annotations

from collections import OrderedDict
from functools import lru_cache
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable


class SurfaceCache:
    """Surfaces by key, bounded by the bytes of their pixels."""

    __slots__ = ("_bytes", "_kept", "_limit")

    def __init__(self, megabytes: float) -> None:
        self.limit(megabytes)
        self._bytes = 0
        self._kept: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def limit(self, megabytes: float) -> None:
        """Keep no more than this from now on."""
        self._limit = int(megabytes * 1_000_000)

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The surface of this key, made now if it is not kept."""
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            return kept
        made = make()
        self._kept[key] = made
        self._bytes += _weight(made)
        while self._bytes > self._limit and len(self._kept) > 1:
            self._bytes -= _weight(self._kept.popitem(last=False)[1])
        return made

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def clear(self) -> None:
        """Forget all."""
        self._kept.clear()
        self._bytes = 0


def _weight(surface: pygame.Surface) -> int:
    return surface.get_pitch() * surface.get_height()


@lru_cache(maxsize=4)
def glow(light: tuple[int, int, int, int], whole: int, left: int, size: tuple[int, int]) -> pygame.Surface:
    """Light that falls from the right upon a picture, or on the part of it that begins at `left`."""
    strip = pygame.Surface((size[0], 1))
    for x in range(size[0]):
        part = max(0.0, ((left + x) / whole - 0.35) / 0.65) ** 1.6
        strip.set_at((x, 0), tuple(round(channel * part) for channel in light[:3]))
    return pygame.transform.scale(strip, size)
