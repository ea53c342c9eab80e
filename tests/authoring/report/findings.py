"""What the tests of reports share: mistakes, and what a check found with them."""

from __future__ import annotations

from game.app.phrases import Phrases
from game.authoring.report.outcome import Checked, Outcome
from game.launch import data_folder
from game.model.diagnostics import ERROR, WARNING, Diagnostic, Place
from game.model.trouble import FileTrouble

ENGLISH = Phrases("en")
FRENCH = Phrases("fr", data_folder("assets") / "locale")


def mistake(
    code: str = "FS024", file: str = "léa/scenario.yaml", line: int = 3, **others: object
) -> Diagnostic:
    """An unknown word, with advice."""
    found = Diagnostic(
        code,
        ERROR,
        'unknown {key} "{word}"',
        Place(file, line, 7),
        {"key": "mood", "word": "happi"},
        'did you mean "{near}"?',
        "mood: happi",
    )
    found = found._replace(values={**found.values, "near": "happy"})
    return found._replace(**others)  # type: ignore[arg-type]


def warning(line: int = 9) -> Diagnostic:
    """One without advice and without a line to show."""
    return mistake("FS054", line=line, severity=WARNING, message="too {word}", advice="", text="")


def outcome(*diagnostics: Diagnostic, strict: bool = False) -> Outcome:
    """What a check of one scene found."""
    return Outcome((Checked("léa", diagnostics),), strict)


def failed(*diagnostics: Diagnostic) -> Outcome:
    """The same where another path was not there."""
    trouble = FileTrouble("{path} does not exist.", path="no\x1bwhere")
    return Outcome((Checked("no\x1bwhere", trouble=trouble), Checked("léa", diagnostics)))
