"""Scenes and the rubric as they are after reading, kept so that they need not be read again.

A file is one line that says what it holds, one line with the value, and one line for each of its pages (a
moment of a scene, a technique of the rubric). A page is read when it is first looked up. All of it is JSON:
opening it can run nothing. A file is used only where its key (the hash of everything that it was made from),
the version and the checksum of the value are right; anything else counts as if it were not there. A page has
a checksum of its own: where it proves damaged, all of them are made again.
"""

from __future__ import annotations

import os
from contextlib import suppress
from json import loads
from zlib import crc32

from game.loading.packing import Pages, line, pack, unpack
from game.model.values import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from typing import Any

VERSION = "7"
"""To be raised when the same text is read into other values than before, or the values have other fields."""

MAX_FOLDER = 64_000_000
"""Bytes that all files together may take; beyond that, those kept longest ago go."""

_ENDING = ".compiled"

_BLOCK = 65_536
"""Bytes that are read at first. A file that has no more of them stays in memory."""


class Compiled:
    """A folder of compiled values. It is a convenience: whatever fails, the caller reads the source."""

    def __init__(self, folder: Path, most: int = MAX_FOLDER) -> None:
        self._folder = str(folder)
        self._most = most

    def load(self, name: str, key: str, again: Callable[[], Mapping[str, Any]] = dict) -> Any:
        """The value kept under a name, or None where there is none that was made from this key.

        `again` makes all of its pages once more, should one of them prove damaged when it is looked up.
        """
        try:
            file = _File(f"{self._folder}/{name}{_ENDING}")
            block = file[:_BLOCK]
            begin = block.index(b"\n") + 1
            *said, checksum, size = loads(block[:begin].decode())
            if said != [VERSION, name, key]:
                return None
            data = block if len(block) < _BLOCK else file
            end = begin + size
            value = data[begin:end]
            return unpack(value.decode(), Pages(data, end, again)) if crc32(value) == checksum else None
        except (OSError, ValueError, TypeError, LookupError, RecursionError):
            return None

    def keep(self, name: str, key: str, value: object) -> None:
        """Keeps a value; where it cannot be written, nothing is kept."""
        pages: list[bytes] = []
        packed = line(pack(value, pages))
        data = b"".join((line([VERSION, name, key, crc32(packed), len(packed)]), packed, *pages))
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


class _File:
    """The bytes of a file, read whenever some are asked for. What the disk does not give is missing."""

    __slots__ = ("_file",)

    def __init__(self, path: str) -> None:
        self._file = open(path, "rb", buffering=0)  # noqa: SIM115  (closed with the last who may open a page)

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            self._file.close()

    def __getitem__(self, part: slice) -> bytes:
        begin = part.start or 0
        try:
            self._file.seek(begin)
            return self._file.read(part.stop - begin)
        except OSError:
            return b""
