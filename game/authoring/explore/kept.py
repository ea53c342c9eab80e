"""Explorations that were kept: beside the game for its own scenes, and in the user's cache for any other.

A file is believed only where it tells of this very scene and rubric, in this version of the explorer, and is
whole; anything else counts as if it were not there.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from zlib import crc32

from game.authoring.explore.exploration import from_record, record

if TYPE_CHECKING:
    from pathlib import Path

    from game.authoring.explore.exploration import Exploration
    from game.engine.scene import Scene
    from game.model.rubric import Rubric


def kept(folder: Path, scene: Scene) -> Exploration | None:
    """What is kept of a scene, or None."""
    try:
        told = json.loads(file(folder, scene.scenario.id).read_bytes())
        checksum = told.pop("checksum")
        if checksum != _checksum(told) or told.pop("rubric") != rubric_digest(scene.rubric):
            return None
        exploration = from_record(told)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    same = (exploration.scene, exploration.digest) == (scene.scenario.id, scene.scenario.digest)
    return exploration if same and exploration.exhaustive else None


def keep(folder: Path, scene: Scene, exploration: Exploration) -> None:
    """Keeps what was proved of a scene: nothing where it is not exhaustive, or cannot be written."""
    if not exploration.exhaustive:
        return
    told = {**record(exploration), "rubric": rubric_digest(scene.rubric)}
    text = json.dumps({**told, "checksum": _checksum(told)}, ensure_ascii=False)
    path = file(folder, exploration.scene)
    part = path.with_suffix(f".{os.getpid()}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.write_text(f"{text}\n", encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def file(folder: Path, scene: str) -> Path:
    """Where a scene's exploration is kept."""
    return folder / f"{scene}.explored.json"


def rubric_digest(rubric: Rubric) -> str:
    """The SHA-256 of all that a rubric says."""
    return hashlib.sha256(repr(rubric).encode()).hexdigest()


def _checksum(told: dict[str, Any]) -> int:
    return crc32(json.dumps(told).encode())
