"""A name that is nearly right: what the author most likely meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is nearest, or an empty text where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415  (slow to import, and only mistakes need it)

    found = get_close_matches(name[:60], list(known)[:5_000], 1, 0.65)
    return found[0] if found else ""


def did_you_mean(name: str, known: Iterable[str]) -> tuple[str, str]:
    """An advice template over `near`, and the near name; or the known names where they are few."""
    known = tuple(known)
    near = nearest(name, known)
    if near:
        return 'did you mean "{near}"?', near
    if 0 < len(known) <= 12:
        return "known here: {near}", ", ".join(known)
    return "", ""
