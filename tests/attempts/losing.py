"""A disk that loses power: what SQLite writes is noted, and whatever was not synced may be lost.

The very SQLite library that Python's `sqlite3` uses gets another layer (a VFS) around the system's own, so
that the game's code runs as it is. Each write, truncation, sync and change of a name goes down to the system
and is noted, in order. `Disk` plays the notes again up to any point and says what a drive may hold after the
power failed there: every write since the last sync of its file may be there, be missing, or be torn; of the
changes of names, as many as were carried out until then. The folder is synced where SQLite does that: with
the first sync of a new journal, and with a deletion that asks for it.
"""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

_OK, _FAILED = 0, 10
_CREATE, _JOURNALS = 0x4, 0x800 | 0x4000 | 0x80000
"""Flags of opening: it may be made; a rollback journal, a super-journal, a write-ahead log."""
SECTOR = 512

_ADDRESS, _INT, _LONG = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
_CLOSE = ctypes.CFUNCTYPE(_INT, _ADDRESS)
_READ = ctypes.CFUNCTYPE(_INT, _ADDRESS, _ADDRESS, _INT, _LONG)
_TRUNCATE = ctypes.CFUNCTYPE(_INT, _ADDRESS, _LONG)
_NUMBER = ctypes.CFUNCTYPE(_INT, _ADDRESS, _INT)
_ASK = ctypes.CFUNCTYPE(_INT, _ADDRESS, _ADDRESS)
_CONTROL = ctypes.CFUNCTYPE(_INT, _ADDRESS, _INT, _ADDRESS)
_OPEN = ctypes.CFUNCTYPE(_INT, _ADDRESS, _ADDRESS, _ADDRESS, _INT, _ADDRESS)
_DELETE = ctypes.CFUNCTYPE(_INT, _ADDRESS, ctypes.c_char_p, _INT)


class _Methods(ctypes.Structure):
    """`sqlite3_io_methods`, version 1."""

    _fields_ = (
        ("version", _INT),
        ("close", _CLOSE),
        ("read", _READ),
        ("write", _READ),
        ("truncate", _TRUNCATE),
        ("sync", _NUMBER),
        ("size", _ASK),
        ("lock", _NUMBER),
        ("unlock", _NUMBER),
        ("reserved", _ASK),
        ("control", _CONTROL),
        ("sector", _CLOSE),
        ("characteristics", _CLOSE),
    )


class _Vfs(ctypes.Structure):
    """`sqlite3_vfs`, version 3; what is not changed here is passed on as it is."""

    _fields_ = (
        ("version", _INT),
        ("file_size", _INT),
        ("longest_path", _INT),
        ("next", _ADDRESS),
        ("name", ctypes.c_char_p),
        ("data", _ADDRESS),
        ("open", _OPEN),
        ("delete", _DELETE),
        ("others", _ADDRESS * 14),
    )


_HEAD = ctypes.sizeof(_ADDRESS)
"""Bytes of a file of ours that stand before the system's: the pointer to our methods."""


class Notes:
    """All that was done to the files of one folder, in order."""

    def __init__(self, folder: str) -> None:
        self.events: list[tuple[Any, ...]] = []
        self._folder = folder
        self._paths: dict[int, str] = {}
        self._new_journals: set[int] = set()
        self._library = ctypes.CDLL(__import__("_sqlite3").__file__)
        self._library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        self._system = self._library.sqlite3_vfs_find(None)
        self._methods = self._made_methods()
        self._vfs = _Vfs()
        ctypes.pointer(self._vfs)[0] = self._system.contents
        self._vfs.name = b"losing"
        self._vfs.file_size = self._system.contents.file_size + _HEAD
        self._vfs.open, self._vfs.delete = _OPEN(self._open), _DELETE(self._delete)

    def note(self, *event: object) -> None:
        """One event more, such as what was promised just now."""
        self.events.append(event)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Connections that are opened within are noted, and have to be closed while these notes live.

        So is what Python renames and removes.
        """
        global _listening  # noqa: PLW0603
        if not _hooked:
            _hooked.append(True)
            sys.addaudithook(_heard)
        self._library.sqlite3_vfs_register(ctypes.byref(self._vfs), 1)
        _listening = self
        try:
            yield
        finally:
            _listening = None
            self._library.sqlite3_vfs_unregister(ctypes.byref(self._vfs))
            self._library.sqlite3_vfs_register(self._system, 1)

    def heard(self, what: str, words: tuple[Any, ...]) -> None:
        """Python is about to change a name."""
        if not str(words[0]).startswith(self._folder):
            return
        if what == "os.rename":
            self.note("move", str(words[0]), str(words[1]))
        elif what == "os.remove" and os.path.exists(words[0]):
            self.note("drop", str(words[0]))

    def _open(self, _vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
        # The name goes on as an address: SQLite keeps it, and more lies behind it.
        theirs = self._system.contents.open(
            ctypes.addressof(self._system.contents), name, file + _HEAD, flags, out
        )
        there = ctypes.cast(file, ctypes.POINTER(_ADDRESS))
        there[0] = ctypes.addressof(self._methods) if theirs == _OK else None
        if theirs == _OK:
            self._paths[file] = path = os.fsdecode(ctypes.string_at(name) if name else b"")
            if flags & _CREATE:
                self.note("make", path)
                if flags & _JOURNALS:
                    self._new_journals.add(file)
        return int(theirs)

    def _delete(self, _vfs: int, name: bytes, folder_too: int) -> int:
        theirs = int(self._system.contents.delete(ctypes.addressof(self._system.contents), name, folder_too))
        if theirs == _OK:
            self.note("drop", os.fsdecode(name))
            if folder_too:
                self.note("folder")
        return theirs

    def _made_methods(self) -> _Methods:
        def system(file: int) -> tuple[_Methods, int]:
            beneath = file + _HEAD
            return ctypes.cast(beneath, ctypes.POINTER(ctypes.POINTER(_Methods)))[0].contents, beneath

        def passed(name: str) -> Any:
            def call(file: int, *words: int) -> int:
                methods, beneath = system(file)
                return int(getattr(methods, name)(beneath, *words))

            return call

        def write(file: int, data: int, amount: int, at: int) -> int:
            done = int(passed("write")(file, data, amount, at))
            if done == _OK:
                self.note("write", self._paths[file], at, ctypes.string_at(data, amount))
            return done

        def truncate(file: int, size: int) -> int:
            done = int(passed("truncate")(file, size))
            if done == _OK:
                self.note("cut", self._paths[file], size)
            return done

        def sync(file: int, _flags: int) -> int:
            self.note("sync", self._paths[file])
            if file in self._new_journals:
                self._new_journals.discard(file)
                self.note("folder")
            return _OK

        def close(file: int) -> int:
            self._paths.pop(file)
            self._new_journals.discard(file)
            return int(passed("close")(file))

        return _Methods(
            1,
            _CLOSE(close),
            _READ(passed("read")),
            _READ(write),
            _TRUNCATE(truncate),
            _NUMBER(sync),
            _ASK(passed("size")),
            _NUMBER(passed("lock")),
            _NUMBER(passed("unlock")),
            _ASK(passed("reserved")),
            _CONTROL(passed("control")),
            _CLOSE(passed("sector")),
            _CLOSE(passed("characteristics")),
        )


_listening: Notes | None = None
_hooked: list[bool] = []


def _heard(what: str, words: tuple[Any, ...]) -> None:
    if _listening is not None and what in ("os.rename", "os.remove"):
        _listening.heard(what, words)


class Disk:
    """What lies on a drive for certain, and what is still on its way there."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}
        self._names: dict[str, int] = {}
        self._changes: list[tuple[str, str, int]] = []
        self._safe: list[bytearray] = []
        self._waiting: list[list[tuple[int, bytes | None]]] = []

    def take(self, event: tuple[Any, ...]) -> None:
        """One thing more was done."""
        match event:
            case ("make", path) if path not in self._seen:
                self._seen[path] = len(self._safe)
                self._changes.append(("set", path, len(self._safe)))
                self._safe.append(bytearray())
                self._waiting.append([])
            case ("write", path, at, data):
                self._waiting[self._seen[path]].append((at, data))
            case ("cut", path, size):
                self._waiting[self._seen[path]].append((size, None))
            case ("sync", path):
                file = self._seen[path]
                for one in self._waiting[file]:
                    _apply(self._safe[file], *one)
                self._waiting[file].clear()
            case ("drop", path):
                self._changes.append(("drop", path, self._seen.pop(path)))
            case ("move", path, to):
                file = self._seen[to] = self._seen.pop(path)
                self._changes += [("drop", path, file), ("set", to, file)]
            case ("folder",):
                self._names = dict(self._seen)
                self._changes.clear()

    def lose(self, dice: random.Random) -> dict[str, bytes]:
        """What a drive may hold if the power fails now: the files by their paths."""
        names = dict(self._names)
        for what, path, file in self._changes[: dice.randint(0, len(self._changes))]:
            if what == "set":
                names[path] = file
            elif names.get(path) == file:
                del names[path]
        luck = dice.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        found = {}
        for path, file in names.items():
            content = bytearray(self._safe[file])
            for at, data in self._waiting[file]:
                if dice.random() < luck:
                    _apply(content, at, data)
                elif data is not None and dice.random() < 0.5:
                    _tear(content, at, data, dice)
            found[path] = bytes(content)
        return found

    @property
    def waits(self) -> bool:
        """Whether anything could be lost now."""
        return bool(self._changes) or any(self._waiting)


def _apply(content: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        del content[at:]
        return
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at : at + len(data)] = data


def _tear(content: bytearray, at: int, data: bytes, dice: random.Random) -> None:
    """A part of a write has come down: its beginning, some of its sectors, its length alone, or noise."""
    match dice.randrange(4):
        case 0:
            _apply(content, at, data[: dice.randint(0, len(data))])
        case 1:
            for start in range(0, len(data), SECTOR):
                if dice.random() < 0.5:
                    _apply(content, at + start, data[start : start + SECTOR])
        case 2:
            if len(content) < at + len(data):
                content.extend(bytes(at + len(data) - len(content)))
        case _:
            start = dice.randint(0, len(data))
            _apply(content, at, data[:start] + dice.randbytes(len(data) - start))
