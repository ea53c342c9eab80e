"""The report as one JSON object, for other programs.

`version` 1 means these keys; more may be added to it, none will change or go:

| key | what it holds |
|---|---|
| `version` | 1 |
| `language` | of the messages: `en` or `fr` |
| `clean` | true where nothing has to be mended (with `strict`, no warning either) |
| `strict` | whether warnings count as much as errors |
| `errors`, `warnings` | how many there are in all |
| `scenes` | for each scene: `path` (as it was given), `errors`, `warnings` |
| `diagnostics` | every mistake, scene after scene: `code`, `severity` (`error` or `warning`, in any language), `path` of its file, `line` and `column` (from 1, in characters), `message`, `advice` and `text` (the line itself); the last two may be empty |
| `failures` | what could not be checked: `path` and `message` |
"""  # noqa: E501  (a table)

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from game.model.diagnostics import printable

if TYPE_CHECKING:
    from game.authoring.report.outcome import Outcome, Words
    from game.model.diagnostics import Diagnostic

VERSION = 1


def json_text(data: dict[str, object]) -> str:
    """An object as text in which nothing can upset a terminal: what has no shape is escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    odd = (char for char in set(text) if char != "\n" and printable(char) != char)
    return text.translate({ord(char): json.dumps(char)[1:-1] for char in odd})


def as_json(outcome: Outcome, words: Words) -> dict[str, object]:
    """The object."""
    return {
        "version": VERSION,
        "language": words.language,
        "clean": outcome.clean,
        "strict": outcome.strict,
        "errors": outcome.errors,
        "warnings": outcome.warnings,
        "scenes": [
            {"path": one.path, "errors": one.errors, "warnings": one.warnings}
            for one in outcome.checked
            if one.trouble is None
        ],
        "diagnostics": [_diagnostic(one, words) for one in outcome.diagnostics()],
        "failures": [
            {"path": one.path, "message": printable(one.trouble.tell(words.gettext))}
            for one in outcome.checked
            if one.trouble is not None
        ],
    }


def _diagnostic(one: Diagnostic, words: Words) -> dict[str, object]:
    told = one.told(words.gettext)
    return {
        "code": one.code,
        "severity": one.severity,
        "path": one.place.file,
        "line": one.place.line,
        "column": one.place.column,
        "message": told.message,
        "advice": told.advice,
        "text": one.text,
    }
