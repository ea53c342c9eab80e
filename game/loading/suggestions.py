"""A name that is nearly right: what the author most likely meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from game.model.diagnostics import Diagnostics

_COMPARED = 100
"""At most so many names of about the same length are compared: the time must stay bounded."""


def nearest(name: str, known: Collection[str]) -> str:
    """The known name that is nearest, or an empty text where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415  (slow to import, and only mistakes need it)

    if len(name) > 60:
        return ""
    alike = [other for other in known if abs(len(other) - len(name)) <= 3]
    found = get_close_matches(name, alike[:_COMPARED], 1, 0.65)
    return found[0] if found else ""


def did_you_mean(name: str, known: Collection[str], diagnostics: Diagnostics) -> tuple[str, str]:
    """An advice template over `near`, and the near name; or the known names where they are few.

    Nothing where `diagnostics` is full, because nobody would see it.
    """
    if diagnostics.full:
        return "", ""
    near = nearest(name, known)
    if near:
        return 'did you mean "{near}"?', near
    if 0 < len(known) <= 12:
        return "known here: {near}", ", ".join(known)
    return "", ""
