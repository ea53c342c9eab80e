"""Which scenes a path means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.files import SCENARIO_FILE, is_file
from game.model.trouble import FileTrouble, SceneTrouble

if TYPE_CHECKING:
    from pathlib import Path


def scenes_in(path: Path) -> tuple[Path, ...]:
    """The folders of scenes that a path means: the scene it is, the one it is a file of, or those in it.

    Raises FileTrouble where it is not there or cannot be read, SceneTrouble where there is no scene.
    """
    if is_file(path):
        if is_file(path.parent / SCENARIO_FILE):
            return (path.parent,)
        raise SceneTrouble("There is no {file} beside {path}.", file=SCENARIO_FILE, path=path)
    if is_file(path / SCENARIO_FILE):
        return (path,)
    try:
        found = tuple(sorted(one for one in path.iterdir() if is_file(one / SCENARIO_FILE)))
    except FileNotFoundError:
        raise FileTrouble("{path} does not exist.", path=path) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FileTrouble("The folder {path} cannot be read: {reason}.", path=path, reason=reason) from None
    if not found:
        raise SceneTrouble(
            "There is no scene in {path}: a scene is a folder with a {file}.", path=path, file=SCENARIO_FILE
        )
    return found
