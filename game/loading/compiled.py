"""Scenes and the rubric as they are after reading, kept so that they need not be read again.

The form is JSON: opening it can run nothing. A file is used only where its key (the hash of everything that
it was made from, and of this form's version) and the checksum of its body are right; anything else counts as
if it were not there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.model.scenario import Moment

VERSION = "2"

_HOMES = {
    "appearance": ("Appearance",),
    "expression": ("Literal", "Name", "Not", "Both", "Compare", "Arithmetic"),
    "head": ("PatientHead", "Head"),
    "rubric": ("Wording", "StateRule", "RunRule", "Technique", "RuptureRule", "Rubric"),
    "scenario": (
        "Line",
        "Ghost",
        "Secret",
        "OwnGhost",
        "Patient",
        "Road",
        "Change",
        "Choice",
        "Inner",
        "Probe",
        "Ending",
        "Moment",
        "TurningPoint",
        "Watched",
        "Scenario",
    ),
}
"""The values that can be packed, by their module of `game.model`. A module is imported at the first need."""

_NAMES = ("tuple", *[name for names in _HOMES.values() for name in names])
_TAGS = {name: tag for tag, name in enumerate(_NAMES)}


class Compiled:
    """A folder of compiled values. It is a convenience: whatever fails, the caller reads the source."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, name: str, key: str) -> object | None:
        """The value kept under a name, or None where there is none that was made from this key."""
        try:
            head, _, body = (self._folder / f"{name}.json").read_bytes().partition(b"\n")
            if head == _head(key, body):
                return _unpacked(json.loads(body))
        except (OSError, ValueError, TypeError, IndexError, RecursionError):
            pass
        return None

    def keep(self, name: str, key: str, value: object) -> None:
        """Keeps a value; where it cannot be written, nothing is kept."""
        body = json.dumps(_packed(value), ensure_ascii=False, separators=(",", ":")).encode()
        path = self._folder / f"{name}.json"
        part = path.with_suffix(f".{os.getpid()}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(_head(key, body) + b"\n" + body)
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)


class _Moments(Mapping[str, "Moment"]):
    """The moments of a scenario, each unpacked the first time that it is asked for."""

    __slots__ = ("_packed", "_ready")

    def __init__(self, packed: dict[str, object]) -> None:
        self._packed = packed
        self._ready: dict[str, Moment] = {}

    def __getitem__(self, name: str) -> Moment:
        moment = self._ready.get(name)
        if moment is None:
            moment = self._ready[name] = _unpacked(self._packed[name])  # type: ignore[assignment]
        return moment  # type: ignore[return-value]

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


def _head(key: str, body: bytes) -> bytes:
    return f"{VERSION} {key} {crc32(body)}".encode()


@cache
def _type(tag: int) -> type:
    name = _NAMES[tag]
    home = next(home for home, names in _HOMES.items() if name in names)
    found: type = getattr(import_module(f"game.model.{home}"), name)
    return found


def _packed(value: object) -> object:
    if isinstance(value, tuple):
        return [_TAGS[type(value).__name__], *[_packed(part) for part in value]]
    if isinstance(value, Mapping):
        return {key: _packed(part) for key, part in value.items()}
    return value


def _unpacked(value: object) -> object:
    if value.__class__ is list:
        tag, *parts = value
        kind = _type(tag) if tag else tuple
        if _NAMES[tag] == "Scenario":
            moments = kind._fields.index("moments")  # type: ignore[attr-defined]
            parts[moments] = _Moments(parts[moments])
        for index, part in enumerate(parts):
            if part.__class__ is list or part.__class__ is dict:
                parts[index] = _unpacked(part)
        return kind(*parts) if tag else tuple(parts)
    if value.__class__ is dict:
        return {key: _unpacked(part) for key, part in value.items()}
    return value
