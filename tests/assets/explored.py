"""What is proved of the shipped scenes, made beforehand for the debrief.

`python -m tests.assets.explored` walks every shipped scene that has changed since it was last proved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.explore.explore import explore
from game.authoring.explore.kept import keep, kept
from game.engine.scene import Scene
from game.launch import data_folder
from tests.players import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = data_folder("assets") / "explored"


def scenes() -> Iterator[Scene]:
    """The shipped scenes, each in its own language."""
    catalogue = shipped()
    for name in catalogue.ids():
        yield Scene(catalogue.scenario(name, ""), catalogue.rubric)


def main() -> None:
    """Brings the files up to date."""
    for scene in scenes():
        if kept(FOLDER, scene) is None:
            keep(FOLDER, scene, explore(scene))


if __name__ == "__main__":
    main()
