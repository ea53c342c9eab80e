"""The report for other programs."""

from __future__ import annotations

import json

from game.authoring.report.as_json import as_json, json_text
from tests.authoring.report.findings import ENGLISH, FRENCH, failed, mistake, outcome, warning


def test_a_mistake_with_all_its_parts() -> None:
    assert as_json(outcome(mistake(), warning(), strict=True), ENGLISH) == {
        "version": 1,
        "language": "en",
        "clean": False,
        "strict": True,
        "errors": 1,
        "warnings": 1,
        "scenes": [{"path": "léa", "errors": 1, "warnings": 1}],
        "diagnostics": [
            {
                "code": "FS024",
                "severity": "error",
                "path": "léa/scenario.yaml",
                "line": 3,
                "column": 7,
                "message": 'unknown mood "happi"',
                "advice": 'did you mean "happy"?',
                "text": "mood: happi",
            },
            {
                "code": "FS054",
                "severity": "warning",
                "path": "léa/scenario.yaml",
                "line": 9,
                "column": 7,
                "message": "too happi",
                "advice": "",
                "text": "",
            },
        ],
        "failures": [],
    }


def test_what_could_not_be_checked_is_told_apart() -> None:
    told = as_json(failed(), ENGLISH)
    assert told["failures"] == [{"path": "no\x1bwhere", "message": "no\\u001bwhere does not exist."}]
    assert told["scenes"] == [{"path": "léa", "errors": 0, "warnings": 0}]


def test_only_what_people_read_is_translated() -> None:
    told = as_json(outcome(mistake()), FRENCH)
    (one,) = told["diagnostics"]  # type: ignore[misc]
    assert told["language"] == "fr"
    assert one["severity"] == "error"


def test_text_stays_readable_and_reads_back() -> None:
    data: dict[str, object] = {"text": "Léa\u202f: «\u00a0oui\u00a0»\n— ok"}
    assert "Léa\u202f: «\u00a0oui\u00a0»\\n— ok" in json_text(data)
    assert json.loads(json_text(data)) == data


def test_nothing_in_it_can_upset_a_terminal() -> None:
    data: dict[str, object] = {"\x9b31m": "\x1b[2J\u202e\x85\u2028\U000e0001\udcff"}
    text = json_text(data)
    assert all(char.isprintable() or char == "\n" for char in text)
    assert json.loads(text) == data
