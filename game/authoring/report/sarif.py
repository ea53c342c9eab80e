"""The report in SARIF 2.1.0 (OASIS), for code hosts and editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.report.sites import relative_uri, whole_uri
from game.model.diagnostics import ERROR, printable

if TYPE_CHECKING:
    from pathlib import Path

    from game.authoring.report.outcome import Outcome, Words
    from game.authoring.report.rules import Rules
    from game.model.diagnostics import Diagnostic

_BASE = "%SRCROOT%"


def sarif(outcome: Outcome, root: Path, release: str, rules: Rules, words: Words) -> dict[str, object]:
    """The log, with one run.

    Files beneath `root`, the folder of the repository, are told from there; others whole. `release` is the
    game's version. A rule's level is the severest that its code was found with.
    """
    found = list(outcome.diagnostics())
    first = {one.code: one for one in sorted(found, key=lambda one: one.severity == ERROR)}
    order = sorted(first)
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "First Session",
                        "version": release,
                        "rules": [rules.rule(first[code]) for code in order],
                    }
                },
                "language": words.language,
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {_BASE: {"uri": f"{whole_uri(str(root)).rstrip('/')}/"}},
                "invocations": [_invocation(outcome, words)],
                "results": [_result(one, order.index(one.code), root, words) for one in found],
            }
        ],
    }


def _invocation(outcome: Outcome, words: Words) -> dict[str, object]:
    failures = [
        {"level": "error", "message": {"text": printable(one.trouble.tell(words.gettext))}}
        for one in outcome.checked
        if one.trouble is not None
    ]
    return {"executionSuccessful": outcome.whole, "toolExecutionNotifications": failures}


def _result(one: Diagnostic, rule: int, root: Path, words: Words) -> dict[str, object]:
    told = one.told(words.gettext)
    near = relative_uri(one.place.file, root)
    site = {"uri": whole_uri(one.place.file)} if near is None else {"uri": near, "uriBaseId": _BASE}
    region: dict[str, object] = {"startLine": one.place.line, "startColumn": one.place.column}
    if one.text:
        region["snippet"] = {"text": one.text}
    return {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": one.severity,
        "message": {"text": "\n".join(part for part in (told.message, told.advice) if part)},
        "locations": [{"physicalLocation": {"artifactLocation": site, "region": region}}],
    }
