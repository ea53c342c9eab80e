"""Keys that several screens read in the same way."""

from __future__ import annotations

import pygame

_DIGITS = {
    **{getattr(pygame, f"K_{n}"): n for n in range(1, 10)},
    **{getattr(pygame, f"K_KP{n}"): n for n in range(1, 10)},
}
_DIGIT_PLACES = {getattr(pygame, f"KSCAN_{n}"): n for n in range(1, 10)}
"""The number row by place: on a French keyboard the digits need Shift."""


def digit(event: pygame.event.Event) -> int:
    """The digit 1..9 of a key, from the number row of any keyboard or the number pad; else 0."""
    return _DIGITS.get(event.key) or _DIGIT_PLACES.get(getattr(event, "scancode", -1)) or 0
