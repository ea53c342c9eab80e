"""A session's page on the disk, under a name of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from game.app.export.html import html
from game.model.trouble import FileTrouble

if TYPE_CHECKING:
    from game.app.export.report import Report
    from game.app.phrases import Phrases

_LONGEST = 48
"""Characters of a scene's title in the name: with them it fits into 255 bytes in any script."""


def write_page(report: Report, phrases: Phrases, folder: Path) -> Path:
    """Writes the page and answers where. What lies there already stays. Raises FileTrouble."""
    text, name = html(report, phrases), _name(report, phrases)
    path = folder / f"{name}.html"
    try:
        file = _new(folder, name)
        path = Path(file.name)
        try:
            with file:
                file.write(text)
        except OSError:
            path.unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileTrouble("The file {path} cannot be written: {reason}.", path=path, reason=reason) from None
    return path


def _new(folder: Path, name: str, number: int = 1) -> TextIO:
    """A file that was not there before: numbered, where the name is taken."""
    while True:
        path = folder / (f"{name}.html" if number == 1 else f"{name} ({number}).html")
        try:
            return path.open("x", encoding="utf-8", newline="\n")
        except FileExistsError:
            number += 1


def _name(report: Report, phrases: Phrases) -> str:
    """Such as "First Session - Léa has nothing to say - 2026-11-25": fit for any file system."""
    title = "".join(char if char.isalnum() or char in "'’-," else " " for char in report.debrief.title)
    short = " ".join(title.split())[:_LONGEST].strip()
    return " - ".join(part for part in (phrases.gettext("First Session"), short, report.day) if part)
