"""Rooms and patients as pictures: the seam between the window and the portrait room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from game.model.values import NamedTuple

if TYPE_CHECKING:
    import pygame

    from game.model.appearance import Appearance
    from game.portrait.life import Pace


class NoArt(Exception):
    """Pictures cannot be drawn on this machine; the window goes on without them."""


class Layer(NamedTuple):
    """A drawn part of the patient and where it lies in the portrait."""

    picture: pygame.Surface
    at: tuple[int, int]


class Sitter(Protocol):
    """A patient who sits for a portrait of a size. Used from one thread at a time."""

    def aim(self, guardedness: int, feeling: str, gesture: str = "") -> None:
        """Ease toward this bearing, and make this gesture once (empty: none)."""
        ...

    def speak(self, speaking: bool) -> None:
        """Whether the patient is saying something now."""
        ...

    def resize(self, size: tuple[int, int]) -> None:
        """Be drawn at another size; the bearing stays."""
        ...

    def step(self, dt: float) -> None:
        """Let time pass."""
        ...

    @property
    def pace(self) -> Pace:
        """How fast the patient moves now: from easing into a bearing down to breathing."""
        ...

    def body(self) -> Layer:
        """Draw chair, trunk and arms."""
        ...

    def head(self) -> Layer:
        """Draw the head."""
        ...


class Art(Protocol):
    """Where pictures come from."""

    def room(self, name: str, size: tuple[int, int]) -> pygame.Surface:
        """The room of this name, filling a window of this size (cropped, never squashed)."""
        ...

    def sitter(self, appearance: Appearance, room: str, size: tuple[int, int], still: bool) -> Sitter:
        """The patient in the chair of this room, in a picture of this size; `still` does not breathe."""
        ...


class LatePortraits:
    """The portrait room's pictures; it is imported by whoever first draws, which is never the window."""

    __slots__ = ()

    def room(self, name: str, size: tuple[int, int]) -> pygame.Surface:
        """The room of this name."""
        return self._art().room(name, size)

    def sitter(self, appearance: Appearance, room: str, size: tuple[int, int], still: bool) -> Sitter:
        """The patient in the chair of this room."""
        return self._art().sitter(appearance, room, size, still)

    @staticmethod
    def _art() -> Art:
        from game.ui.portraits import PortraitArt  # noqa: PLC0415  (after the first frame)

        return PortraitArt()
