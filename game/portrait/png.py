"""Pixels to a PNG file."""

from __future__ import annotations

import struct
import zlib
from typing import Final

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_EIGHT_BITS, _TRUECOLOUR_WITH_ALPHA = 8, 6


def png(width: int, height: int, pixels: bytes | memoryview) -> bytes:
    """A PNG file of rows of R, G, B, A bytes (straight alpha), top to bottom.

    Raises:
        ValueError: There are not as many pixels as the size asks for.
    """
    stride = width * 4
    if len(pixels) != stride * height:
        raise ValueError(f"{len(pixels)} bytes are not {width} by {height} pixels")
    rows = b"".join(b"\0" + bytes(pixels[y * stride : (y + 1) * stride]) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, _EIGHT_BITS, _TRUECOLOUR_WITH_ALPHA, 0, 0, 0)
    return SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG file: its length, what it is, its data and their checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
