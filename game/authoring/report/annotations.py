"""The report as annotations of a GitHub workflow: each mistake beside its line in a change.

Nothing but annotations is written, one a line: a scene's own text can then never begin a line, and so never
pass for a command to the workflow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.report.sites import beneath
from game.model.diagnostics import ERROR, printable

if TYPE_CHECKING:
    from pathlib import Path

    from game.authoring.report.outcome import Checked, Words
    from game.model.diagnostics import Diagnostic


def annotated(checked: Checked, root: Path, words: Words) -> str:
    """One annotation for each mistake of a scene, or for what kept it from being checked.

    `root` is the folder of the repository.
    """
    if checked.trouble is not None:
        return f"::error::{_data(printable(checked.trouble.tell(words.gettext)))}\n"
    return "".join(f"{_annotation(one, root, words)}\n" for one in checked.diagnostics)


def _annotation(diagnostic: Diagnostic, root: Path, words: Words) -> str:
    file, line, column = diagnostic.place
    told = diagnostic.told(words.gettext)
    command = "error" if diagnostic.severity == ERROR else "warning"
    near = beneath(file, root) or file
    about = {"file": near, "line": line, "col": column, "title": f"{told.severity}[{diagnostic.code}]"}
    named = ",".join(f"{name}={_property(str(value))}" for name, value in about.items())
    said = "\n".join(part for part in (told.message, told.advice) if part)
    return f"::{command} {named}::{_data(f'{near}:{line}:{column}: {said}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
