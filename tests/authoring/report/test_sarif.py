"""The report in SARIF, held against what the standard asks of each part that is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest

from game.authoring.pages.page import Pages
from game.authoring.report.as_json import json_text
from game.authoring.report.rules import Rules
from game.authoring.report.sarif import sarif
from game.launch import data_folder
from tests.authoring.report.findings import ENGLISH, FRENCH, failed, mistake, outcome, warning

if TYPE_CHECKING:
    from game.app.phrases import Phrases
    from game.authoring.report.outcome import Outcome

MESSAGE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["text"],
    "properties": {
        "text": {"type": "string", "minLength": 1},
        "markdown": {"type": "string", "minLength": 1},
    },
}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
SHAPE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "maxItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "additionalProperties": False,
                                "required": ["name"],
                                "properties": {
                                    "name": {"type": "string", "minLength": 1},
                                    "version": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "additionalProperties": False,
                                            "required": ["id", "shortDescription", "fullDescription", "help"],
                                            "properties": {
                                                "id": {"type": "string", "pattern": "^FS[0-9]{3}$"},
                                                "shortDescription": MESSAGE,
                                                "fullDescription": MESSAGE,
                                                "help": MESSAGE,
                                                "defaultConfiguration": {
                                                    "type": "object",
                                                    "additionalProperties": False,
                                                    "properties": {"level": LEVEL},
                                                },
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "language": {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "originalUriBaseIds": {
                        "type": "object",
                        "additionalProperties": {
                            "type": "object",
                            "properties": {"uri": {"type": "string", "pattern": "^file:///.*/$"}},
                        },
                    },
                    "invocations": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["executionSuccessful"],
                            "properties": {
                                "executionSuccessful": {"type": "boolean"},
                                "toolExecutionNotifications": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "additionalProperties": False,
                                        "required": ["message"],
                                        "properties": {"level": LEVEL, "message": MESSAGE},
                                    },
                                },
                            },
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["message", "ruleId"],
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": LEVEL,
                                "message": MESSAGE,
                                "locations": {
                                    "type": "array",
                                    "minItems": 1,
                                    "items": {
                                        "type": "object",
                                        "additionalProperties": False,
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "additionalProperties": False,
                                                "required": ["artifactLocation"],
                                                "properties": {
                                                    "artifactLocation": {
                                                        "type": "object",
                                                        "additionalProperties": False,
                                                        "properties": {
                                                            "uri": {
                                                                "type": "string",
                                                                "pattern": "^[A-Za-z0-9._~:/%-]+$",
                                                            },
                                                            "uriBaseId": {"type": "string"},
                                                        },
                                                    },
                                                    "region": {
                                                        "type": "object",
                                                        "additionalProperties": False,
                                                        "required": ["startLine"],
                                                        "properties": {
                                                            "startLine": {"type": "integer", "minimum": 1},
                                                            "startColumn": {"type": "integer", "minimum": 1},
                                                            "snippet": MESSAGE,
                                                        },
                                                    },
                                                },
                                            }
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
"""The parts of SARIF 2.1.0 that a report of ours consists of, written from the standard's text."""

PAGES = Pages(data_folder("assets") / "pages")


def run(
    found: Outcome, words: Phrases = ENGLISH, root: Path | None = None, pages: Pages = PAGES
) -> dict[str, Any]:
    """The one run of a valid log, after it was written and read again."""
    log = json.loads(json_text(sarif(found, root or Path.cwd(), "1.2.3", Rules(pages, words), words)))
    jsonschema.Draft202012Validator(SHAPE).validate(log)
    whole: dict[str, Any] = log["runs"][0]
    for result in whole["results"]:
        assert whole["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    return whole


def site(found: Outcome, root: Path) -> dict[str, str]:
    (result,) = run(found, root=root)["results"]
    place: dict[str, str] = result["locations"][0]["physicalLocation"]["artifactLocation"]
    return place


def test_a_clean_check_is_a_valid_log() -> None:
    told = run(outcome())
    assert told["results"] == []
    assert told["tool"]["driver"] == {"name": "First Session", "version": "1.2.3", "rules": []}
    assert told["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_a_mistake_with_its_place() -> None:
    first, second = run(outcome(mistake(), warning()))["results"]
    assert (first["ruleId"], first["level"]) == ("FS024", "error")
    assert first["message"]["text"] == 'unknown mood "happi"\ndid you mean "happy"?'
    region = {"startLine": 3, "startColumn": 7, "snippet": {"text": "mood: happi"}}
    assert first["locations"][0]["physicalLocation"]["region"] == region
    assert (second["level"], second["message"]["text"]) == ("warning", "too happi")
    assert second["locations"][0]["physicalLocation"]["region"] == {"startLine": 9, "startColumn": 7}


def test_each_code_is_one_rule_with_its_severest_level() -> None:
    found = outcome(warning(), mistake("FS054"), mistake("FS012"), mistake("FS012"), warning(4))
    rules = run(found)["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in rules] == [
        ("FS012", "error"),
        ("FS054", "error"),
    ]


@pytest.mark.parametrize("words", [ENGLISH, FRENCH], ids=["en", "fr"])
def test_a_rule_brings_its_page(words: Phrases) -> None:
    told = run(outcome(mistake("FS012")), words)
    (rule,) = told["tool"]["driver"]["rules"]
    page = PAGES.page("FS012")
    assert rule["shortDescription"]["text"] == page.title.read(words.language)
    assert rule["fullDescription"]["text"] == page.why.read(words.language)
    assert rule["help"]["text"] == page.mend.read(words.language)
    assert rule["help"]["markdown"].count("```yaml\n") == 2
    assert "‸" not in rule["help"]["markdown"]
    assert told["language"] == words.language


def test_a_rule_without_a_page_is_described_by_its_message(tmp_path: Path) -> None:
    (rule,) = run(outcome(mistake()), pages=Pages(tmp_path))["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == 'unknown {key} "{word}"'
    assert rule["help"]["text"] == 'did you mean "{near}"?'
    (rule,) = run(outcome(warning()), pages=Pages(tmp_path))["tool"]["driver"]["rules"]
    assert rule["help"]["text"] == "too {word}"


def test_a_path_with_spaces_and_accents_is_a_uri_from_the_repository(tmp_path: Path) -> None:
    told = site(outcome(mistake(file=str(tmp_path / "Mes scènes" / "léa #1" / "50 %.yaml"))), tmp_path)
    assert told == {
        "uri": "Mes%20sc%C3%A8nes/l%C3%A9a%20%231/50%20%25.yaml",
        "uriBaseId": "%SRCROOT%",
    }


def test_the_base_and_the_path_together_name_the_file(tmp_path: Path) -> None:
    root = tmp_path / "dépôt à moi"
    file = root / "léa" / "scenario.yaml"
    told = run(outcome(mistake(file=str(file))), root=root)
    base = told["originalUriBaseIds"]["%SRCROOT%"]["uri"]
    near = told["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(urlsplit(base + near).path).endswith(file.as_posix())


def test_a_colon_in_the_first_part_is_no_scheme(tmp_path: Path) -> None:
    told = site(outcome(mistake(file=str(tmp_path / "a:b" / "c.yaml"))), tmp_path)
    assert told["uri"] == "a%3Ab/c.yaml"


def test_a_file_outside_of_the_repository_is_told_whole(tmp_path: Path) -> None:
    told = site(outcome(mistake(file=str(tmp_path / "é.yaml"))), tmp_path / "other")
    assert told == {"uri": (tmp_path / "é.yaml").as_uri()}


def test_what_could_not_be_checked_is_told_by_the_run() -> None:
    (invocation,) = run(failed(mistake()))["invocations"]
    assert not invocation["executionSuccessful"]
    told = [(one["level"], one["message"]["text"]) for one in invocation["toolExecutionNotifications"]]
    assert told == [("error", "no\\u001bwhere does not exist.")]
