"""Reading the files of a scene: bounded, and never outside of where a scene may look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.reader import MAX_BYTES
from game.model.trouble import FileTrouble

if TYPE_CHECKING:
    from pathlib import Path

SHARED = "shared"
"""The one folder beside a scene's own that its `include` may reach."""


def read_file(path: Path) -> bytes:
    """A file's bytes, at most a little over what the reader accepts. Raises FileTrouble."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileTrouble("The file {path} does not exist.", path=path) from None
    except IsADirectoryError:
        raise FileTrouble("{path} is a folder, and a file is needed.", path=path) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FileTrouble("The file {path} cannot be read: {reason}.", path=path, reason=reason) from None


def inside(folder: Path, written: str) -> Path | None:
    """Where an `include` leads, or None where it leaves the scene's folder and the shared one beside it."""
    if "\0" in written or "\\" in written or written.startswith(("/", "~")) or ":" in written:
        return None
    try:
        home = folder.resolve()
        target = (home / written).resolve()
    except (OSError, RuntimeError, ValueError):
        return None
    allowed = (home, home.parent / SHARED)
    return target if any(target.is_relative_to(root) for root in allowed) else None
