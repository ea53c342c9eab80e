"""Reading the files of a scene: bounded, and never outside of where a scene may look."""

from __future__ import annotations

import re
import stat
import sys
from contextlib import suppress
from functools import cache
from importlib import import_module

from game.model.trouble import FileTrouble
from game.model.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Any

SCENARIO_FILE = "scenario.yaml"
LANGUAGES = ("en", "fr")
"""The languages that a scene may be written in or translated to."""

MAX_BYTES = 2_000_000
"""As much of a file as is ever read."""

_LARGE = 1_000_000
"""Bytes from which on it is worth to load OpenSSL, which takes 5 ms, in order to hash ten times faster."""

SHARED = "shared"
"""The one folder beside a scene's own that its `include` may reach."""

_PART = re.compile(r"\.\.|[\w-](?:[\w. -]*[\w-])?")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
"""Names that open a device on Windows, whatever their ending; refused everywhere, so that scenes travel."""


class SceneFiles(NamedTuple):
    """The bytes of a scene's own files: the scenario, and each overlay by its language."""

    folder: Path
    scenario: bytes
    overlays: dict[str, bytes]

    def digest(self, *others: str) -> str:
        """The SHA-256 of all of them, and of other digests that count as well."""
        return digest_of("".join(others).encode(), self.scenario, *self.overlays.values())

    def digest_with(self, rubric: str, included: Iterable[bytes]) -> str:
        """The SHA-256 of a whole scene: its own files, the digest of the rubric, and what it includes."""
        return digest_of(self.digest(rubric).encode(), *included)


def scene_files(folder: Path) -> SceneFiles:
    """A scene's own files. Raises FileTrouble."""
    overlays = {
        name: read_file(folder / f"{name}.yaml") for name in LANGUAGES if is_file(folder / f"{name}.yaml")
    }
    return SceneFiles(folder, read_file(folder / SCENARIO_FILE), overlays)


def digest_of(*parts: bytes) -> str:
    """The SHA-256 of some parts, wherever one ends and the next begins."""
    sha256 = _sha256("hashlib" in sys.modules or sum(map(len, parts)) > _LARGE)
    digest = sha256()
    for part in parts:
        digest.update(sha256(part).digest())
    told: str = digest.hexdigest()
    return told


@cache
def _sha256(quick: bool) -> Any:
    """SHA-256 from OpenSSL, or else from Python itself, where it is ready at once."""
    if not quick:
        for name in ("_sha2", "_sha256"):  # of Python 3.12 and 3.11
            with suppress(ImportError):
                return import_module(name).sha256
    return import_module("hashlib").sha256


def read_file(path: Path) -> bytes:
    """A file's bytes, at most a little over what the reader accepts. Raises FileTrouble."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise FileTrouble("{path} is a folder, and a file is needed.", path=path)
        if not stat.S_ISREG(mode):
            raise FileTrouble("{path} is not a file.", path=path)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileTrouble("The file {path} does not exist.", path=path) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FileTrouble("The file {path} cannot be read: {reason}.", path=path, reason=reason) from None


def is_file(path: Path) -> bool:
    """True where a file can be seen there; what cannot be looked at counts as not there."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_device(name: str) -> bool:
    """True for a name that no file of a scene may have, since it opens a device on Windows."""
    return _DEVICE.fullmatch(name) is not None


def inside(scene: Path, base: Path, written: str) -> Path | None:
    """Where an `include` in a file of `base` leads; None where it leaves the scene's folder and `shared`."""
    parts = written.split("/")
    if not all(_PART.fullmatch(part) and not is_device(part) for part in parts):
        return None
    try:
        home = scene.resolve()
        target = (base / written).resolve()
    except (OSError, RuntimeError, ValueError):
        return None
    allowed = (home, home.parent / SHARED)
    return target if any(target.is_relative_to(root) for root in allowed) else None
