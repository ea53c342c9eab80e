"""What is proved of the shipped scenes, made beforehand for the debrief.

`python -m tests.assets.explored` walks every shipped scene that has changed since it was last proved, and all
of them where the code of the proof has. It notes from what each proof was made, and what came of it: a proof
of which both are as they were need not be made again to know that it is right.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import game
from game.authoring.explore.explore import explore
from game.authoring.explore.kept import file, keep, kept
from game.engine.scene import Scene
from game.launch import data_folder
from tests.players import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = data_folder("assets") / "explored"
MADE_FROM = Path(__file__).with_suffix(".json")
"""Of each scene's proof, the digest of the code, of the scene and of the proof itself."""
_CODE = ("model", "loading", "engine", "authoring/explore")


def scenes() -> Iterator[Scene]:
    """The shipped scenes, each in its own language."""
    catalogue = shipped()
    for name in catalogue.ids():
        yield Scene(catalogue.scenario(name, ""), catalogue.rubric)


def is_as_it_was(scene: Scene) -> bool:
    """True where nothing has changed since the scene was walked: neither code, nor scene, nor its proof."""
    known = json.loads(MADE_FROM.read_text("utf-8")) if MADE_FROM.exists() else {}
    return bool(known.get(scene.scenario.id) == _digest(scene))


def _digest(scene: Scene) -> str:
    proof = file(FOLDER, scene.scenario.id)
    found = proof.read_bytes() if proof.exists() else b""
    return sha256(f"{_code()} {scene.scenario.digest} ".encode() + found).hexdigest()


@cache
def _code() -> str:
    """The digest of all that reads a scene, plays it and walks it."""
    home = Path(game.__file__).parent
    paths = sorted(path for room in _CODE for path in (home / room).rglob("*.py"))
    names = "".join(f"{path.relative_to(home).as_posix()}\n" for path in paths).encode()
    return sha256(names + b"".join(sha256(path.read_bytes()).digest() for path in paths)).hexdigest()


def main() -> None:
    """Brings the files up to date."""
    known = {}
    for scene in scenes():
        if kept(FOLDER, scene) is None or not is_as_it_was(scene):
            keep(FOLDER, scene, explore(scene))
        known[scene.scenario.id] = _digest(scene)
    MADE_FROM.write_text(json.dumps(known, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
