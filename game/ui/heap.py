"""Pictures that are free go back to the system at once, where the C library can be told so."""

from __future__ import annotations

import sys
from contextlib import suppress

_MMAP_THRESHOLD = -3
"""M_MMAP_THRESHOLD of malloc.h."""
_APART = 1 << 18
"""Bytes from which a block is taken apart from all others."""


def give_back_pictures() -> None:
    """Keep large blocks out of the heap, on Linux with glibc.

    Otherwise glibc takes the first large block that is freed as a sign to put all others of that size into
    the heap, where a small one behind it keeps it for ever: a fifth of what a session takes.
    """
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415  (after the first frame)

        with suppress(AttributeError, OSError):
            ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _APART)
