"""Rooms and patients from the portrait room, as surfaces."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pygame

from game.portrait.figure import FIGURE_VIEW, HEAD_VIEW, PatientLayers, frame, patient_layers
from game.portrait.life import Life
from game.portrait.raster import PortraitUnavailable, Raster
from game.portrait.rooms import ROOMS, Room, room_svg
from game.ui.art import Layer, NoArt
from game.ui.palette import colour
from game.ui.surfaces import glow

if TYPE_CHECKING:
    from game.model.appearance import Appearance
    from game.portrait.life import Pace

_RIG_WIDTH = FIGURE_VIEW.width


class PortraitArt:
    """Draws with the portrait room."""

    __slots__ = ()

    def room(self, name: str, size: tuple[int, int]) -> pygame.Surface:
        """The room of this name, filling a window of this size."""
        raster = Raster(*size, premultiplied=False)
        picture = _drawn(raster, room_svg(name, *size))
        raster.close()
        solid = pygame.Surface(size, depth=32)
        solid.blit(picture, (0, 0))
        return solid

    def sitter(self, appearance: Appearance, room: str, size: tuple[int, int], still: bool) -> LivingSitter:
        """The patient in the chair of this room."""
        return LivingSitter(appearance, ROOMS[room], size, still)


class LivingSitter:
    """A patient who breathes, looks about and eases from one bearing to the next."""

    __slots__ = ("_appearance", "_body", "_head", "_layers", "_life", "_room", "_scale")

    def __init__(self, appearance: Appearance, room: Room, size: tuple[int, int], still: bool) -> None:
        self._appearance = appearance
        self._room = room
        self._life = Life(appearance, random.Random(), still=still)
        self._layers: PatientLayers | None = None
        self.resize(size)

    def aim(self, guardedness: int, feeling: str, gesture: str = "") -> None:
        """Ease toward this bearing, and make this gesture once."""
        self._life.aim(guardedness, feeling)
        if gesture:
            self._life.play(gesture)

    def speak(self, speaking: bool) -> None:
        """Whether the patient is saying something now."""
        self._life.speak(speaking)

    def resize(self, size: tuple[int, int]) -> None:
        """Be drawn at another size."""
        self._scale = size[0] / _RIG_WIDTH
        body, head = frame(FIGURE_VIEW, self._scale), frame(HEAD_VIEW, self._scale)
        self._body = Raster(body.width, body.height, premultiplied=False)
        self._head = Raster(head.width, head.height, premultiplied=False)

    def step(self, dt: float) -> None:
        """Let time pass."""
        self._layers = patient_layers(self._appearance, self._life.step(dt), self._room.chair)

    @property
    def pace(self) -> Pace:
        """How fast the patient moves now."""
        return self._life.pace

    def body(self) -> Layer:
        """Chair, trunk and arms."""
        return self._lit(self._body, self._pose().body(self._scale), (0, 0))

    def head(self) -> Layer:
        """The head."""
        place = frame(HEAD_VIEW, self._scale)
        return self._lit(self._head, self._pose().head(self._scale), (place.left, place.top))

    def _pose(self) -> PatientLayers:
        if self._layers is None:
            self.step(0.0)
        if self._layers is None:
            raise RuntimeError("a step makes the layers")
        return self._layers

    def _lit(self, raster: Raster, svg: str, at: tuple[int, int]) -> Layer:
        picture = _drawn(raster, svg).convert_alpha()
        if self._room.tint:
            picture.fill(colour(self._room.tint), special_flags=pygame.BLEND_RGB_MULT)
        if self._room.rim:
            light = glow(colour(self._room.rim), self._body.width, at[0], picture.get_size())
            picture.blit(light, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        return Layer(picture, at)


def _drawn(raster: Raster, svg: str) -> pygame.Surface:
    try:
        pixels = raster.svg(svg)
    except PortraitUnavailable as missing:
        raise NoArt(str(missing)) from missing
    return pygame.image.frombuffer(pixels, (raster.width, raster.height), "RGBA")
