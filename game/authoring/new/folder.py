"""Writes a new scene's folder: the whole of it or nothing, and never over something that is there."""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path

from game.authoring.new.wish import id_of
from game.model.trouble import FileTrouble

_MAX_TRIES = 999


def place_for(written: Path | None, name: str) -> Path:
    """Where the scene goes: its folder's name is an id, made from what was asked for or from the patient.

    Raises FileTrouble where something is there already.
    """
    if written is None:
        first = Path(id_of(name, "scene"))
        free = (first, *(first.with_name(f"{first.name[:36]}_{count}") for count in range(2, _MAX_TRIES)))
        return next((path for path in free if not _taken(path)), first)
    path = written.resolve() if written.name in ("", "..") else written
    if _taken(path):
        raise FileTrouble("{path} is there already, and stays as it is.", path=path)
    place = path.with_name(id_of(path.name, "scene"))
    if _taken(place):
        raise FileTrouble("{path} is there already, and stays as it is.", path=place)
    return place


def write_folder(place: Path, files: dict[str, str]) -> None:
    """Makes the folder with these files, and the folders that lead to it. Raises FileTrouble."""
    try:
        base = place.parent
        new = [place]
        while not _taken(base):
            new.insert(0, base)
            base = base.parent
        part = base / f".{new[0].name[:40]}.{secrets.token_hex(4)}"
        inside = part.joinpath(*(folder.name for folder in new[1:]))
        try:
            inside.mkdir(parents=True)
            for name, text in files.items():
                (inside / name).write_text(text, "utf-8", newline="\n")
            if _taken(new[0]):
                raise FileExistsError(17, "File exists")
            part.rename(new[0])
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileTrouble(
            "The folder {path} cannot be written: {reason}.", path=place, reason=reason
        ) from None


def _taken(path: Path) -> bool:
    """True where something has that name, even a link that leads nowhere."""
    return path.is_symlink() or path.exists()
