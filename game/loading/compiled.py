"""Scenes and the rubric as they are after reading, kept so that they need not be read again.

A file is one line that says what it holds, one line with the value, and one line for each of its pages (a
moment of a scene, a technique of the rubric), which is opened when it is first looked up. All of it is JSON:
opening it can run nothing. A file is used only where its key (the hash of everything that it was made from),
the fields of its values and the checksum of the rest are right; anything else counts as if it were not there.
"""

from __future__ import annotations

import os
from contextlib import suppress
from json import loads
from typing import TYPE_CHECKING, Any
from zlib import crc32

from game.loading.packing import Pages, line, pack, shapes, unpack

if TYPE_CHECKING:
    from pathlib import Path

VERSION = "5"
"""To be raised when the same text is read into other values than before."""

MAX_FOLDER = 64_000_000
"""Bytes that all files together may take; beyond that, those kept longest ago go."""

_ENDING = ".compiled"


class Compiled:
    """A folder of compiled values. It is a convenience: whatever fails, the caller reads the source."""

    def __init__(self, folder: Path, most: int = MAX_FOLDER) -> None:
        self._folder = str(folder)
        self._most = most

    def load(self, name: str, key: str) -> Any:
        """The value kept under a name, or None where there is none that was made from this key."""
        try:
            with open(f"{self._folder}/{name}{_ENDING}", "rb", buffering=0) as file:
                data = file.read()
            end = data.index(b"\n") + 1
            said = loads(data[:end])
            if said != [VERSION, name, key, crc32(memoryview(data)[end:]), shapes(said[-1])]:
                return None
            begin = data.index(b"\n", end) + 1
            return unpack(data[end:begin].decode(), data, begin)
        except (OSError, ValueError, TypeError, LookupError, RecursionError):
            return None

    def keep(self, name: str, key: str, value: object) -> None:
        """Keeps a value; where it cannot be written, nothing is kept."""
        pages = Pages()
        body = line(pack(value, pages)) + b"".join(pages.lines)
        data = line([VERSION, name, key, crc32(body), shapes(pages.homes)]) + body
        path = f"{self._folder}/{name}{_ENDING}"
        part = f"{path}.{os.getpid()}"
        try:
            os.makedirs(self._folder, exist_ok=True)
            with open(part, "wb") as file:
                file.write(data)
            os.replace(part, path)
            self._make_room()
        except OSError:
            with suppress(OSError):
                os.unlink(part)

    def _make_room(self) -> None:
        """The oldest files go where all together are too large; also what a crash left half written."""
        with os.scandir(self._folder) as entries:
            found = [(entry, entry.stat()) for entry in entries if _ENDING in entry.name]
        size = 0
        for entry, about in sorted(found, key=lambda one: -one[1].st_mtime_ns):
            size += about.st_size
            if size > self._most:
                os.unlink(entry)
