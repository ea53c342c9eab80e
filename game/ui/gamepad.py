"""A gamepad as a second keyboard: what it sends becomes keys and turns of the wheel.

SDL knows most gamepads by their layout, so that A is the lower button whatever its letter. Where there is no
gamepad nothing is done; one may be plugged in and out at any time.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pygame

from game.ui.keys import Action, pressed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pygame._sdl2.controller import Controller

    from game.ui.keys import Keys

EVENTS = frozenset(
    {
        pygame.CONTROLLERDEVICEADDED, pygame.CONTROLLERDEVICEREMOVED, pygame.CONTROLLERBUTTONDOWN,
        pygame.CONTROLLERBUTTONUP, pygame.CONTROLLERAXISMOTION,
    }
)  # fmt: skip
_UNUSED = (
    pygame.JOYAXISMOTION, pygame.JOYBALLMOTION, pygame.JOYHATMOTION, pygame.JOYBUTTONDOWN,
    pygame.JOYBUTTONUP, pygame.CONTROLLERSENSORUPDATE,
)  # fmt: skip
"""SDL tells everything twice, as a joystick too."""

_ARROWS = {
    pygame.CONTROLLER_BUTTON_DPAD_UP: pygame.K_UP,
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: pygame.K_DOWN,
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: pygame.K_LEFT,
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: pygame.K_RIGHT,
}
_KEYS = {
    pygame.CONTROLLER_BUTTON_A: pygame.K_RETURN,
    pygame.CONTROLLER_BUTTON_B: pygame.K_ESCAPE,
    pygame.CONTROLLER_BUTTON_START: pygame.K_ESCAPE,
}
_ACTIONS = {
    pygame.CONTROLLER_BUTTON_X: Action.SHOW_ALL,
    pygame.CONTROLLER_BUTTON_Y: Action.TRANSCRIPT,
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: Action.TAKE_BACK,
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: Action.GLOSSARY,
    pygame.CONTROLLER_BUTTON_BACK: Action.READ_ALOUD,
}
_STICK = {
    pygame.CONTROLLER_AXIS_LEFTX: (pygame.K_LEFT, pygame.K_RIGHT),
    pygame.CONTROLLER_AXIS_LEFTY: (pygame.K_UP, pygame.K_DOWN),
}
_FULL = 32_767
_IN, _OUT = 0.55, 0.35
"""How far a stick is pushed to count, and how far it comes back to count no more."""
_FIRST, _NEXT = 0.4, 0.12
"""Seconds until a direction that is held is taken again, and again."""
_SCROLL = 14.0
"""Steps of the wheel a second with the stick pushed to its end."""


class Gamepad:
    """All gamepads at once: whoever holds one plays."""

    def __init__(self) -> None:
        self._pads: dict[int, Controller] = {}
        self._started = False
        self._arrow = 0
        """The arrow key that is held, or 0."""
        self._stick = 0
        """The axis that holds it, or -1 for the cross."""
        self._wait = 0.0
        self._scroll = 0.0

    @property
    def connected(self) -> bool:
        """Whether there is one."""
        return bool(self._pads)

    @property
    def held(self) -> bool:
        """Whether time alone will bring another key or a turn of the wheel."""
        return bool(self._arrow or self._scroll)

    def start(self) -> None:
        """Look for gamepads from now on. Needs an open display, and takes some milliseconds."""
        from pygame._sdl2 import controller  # noqa: PLC0415 (not before the first frame)

        with suppress(pygame.error):
            controller.init()
            pygame.event.set_blocked(_UNUSED)
            self._started = True

    def close(self) -> None:
        """Let them go."""
        if self._started:
            from pygame._sdl2 import controller  # noqa: PLC0415

            self._pads.clear()
            controller.quit()
            self._started = False

    def plugged(self, event: pygame.event.Event) -> bool:
        """Take notice of one that came or went; True when there is now one and was none, or the reverse."""
        before = self.connected
        if event.type == pygame.CONTROLLERDEVICEADDED:
            self._add(event.device_index)
        elif event.type == pygame.CONTROLLERDEVICEREMOVED:
            self._pads.pop(event.instance_id, None)
            self._arrow, self._scroll = 0, 0.0
        return self.connected != before

    def _add(self, index: int) -> None:
        from pygame._sdl2 import controller  # noqa: PLC0415

        # it may be gone again by the time that its coming is told
        with suppress(pygame.error):
            pad = controller.Controller(index)
            self._pads[pad.as_joystick().get_instance_id()] = pad

    def keys(self, event: pygame.event.Event, keys: Keys) -> Iterator[pygame.event.Event]:
        """What a gamepad's event means on a keyboard."""
        if event.type == pygame.CONTROLLERBUTTONDOWN:
            yield from self._down(event.button, keys)
        elif event.type == pygame.CONTROLLERBUTTONUP:
            if _ARROWS.get(event.button) == self._arrow:
                self._arrow = 0
        elif event.type == pygame.CONTROLLERAXISMOTION:
            yield from self._moved(event.axis, max(-1.0, event.value / _FULL))

    def _down(self, button: int, keys: Keys) -> Iterator[pygame.event.Event]:
        if button in _ARROWS:
            yield self._hold(_ARROWS[button], -1)
        elif button in _KEYS:
            yield pressed(_KEYS[button])
        elif button in _ACTIONS:
            yield keys.press(_ACTIONS[button])

    def _moved(self, axis: int, value: float) -> Iterator[pygame.event.Event]:
        if axis == pygame.CONTROLLER_AXIS_RIGHTY:
            self._scroll = value if abs(value) > _OUT else 0.0
        elif axis in _STICK:
            arrow = _STICK[axis][value > 0]
            if abs(value) > _IN and arrow != self._arrow:
                yield self._hold(arrow, axis)
            elif abs(value) < _OUT and self._arrow and self._stick == axis:
                self._arrow = 0

    def _hold(self, arrow: int, stick: int) -> pygame.event.Event:
        self._arrow, self._stick, self._wait = arrow, stick, _FIRST
        return pressed(arrow)

    def tick(self, dt: float) -> Iterator[pygame.event.Event]:
        """Time passed: a direction that is held comes again, and the right stick scrolls."""
        if self._arrow:
            self._wait -= dt
            if self._wait <= 0:
                self._wait += _NEXT
                yield pressed(self._arrow)
        if self._scroll:
            turn = -self._scroll * _SCROLL * dt
            yield pygame.event.Event(
                pygame.MOUSEWHEEL, x=0, y=0, precise_x=0.0, precise_y=turn, flipped=False
            )
