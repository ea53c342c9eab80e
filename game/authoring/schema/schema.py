"""The three schemas, whole: of a scenario, of a translation, of the rubric."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from game.authoring.schema.kinds import (
    CONDITION,
    FLAG,
    FULL_TEXT,
    TEXT,
    Kinds,
    Schema,
    named,
    one_or_more,
    ref,
    whole,
    word,
)
from game.authoring.schema.scenario import scenario
from game.loading.files import LANGUAGES, read_file
from game.loading.nodes import Mapping, Node, Scalar
from game.loading.reader import read
from game.loading.translation import SHAPE, Shape
from game.model.diagnostics import Diagnostics
from game.model.measures import COUNT_LIMIT
from game.model.rubric import FAMILIES, Wording

if TYPE_CHECKING:
    from collections.abc import Mapping as Keys
    from pathlib import Path

    from game.model.rubric import Rubric

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILES = ("scenario", "translation", "rubric")


_LINE_TEXTS = ("text", "else", "cue", "thinks")
_PARTS = {
    "ghosts": "ghost",
    "secrets": "secret",
    "moments": "moment",
    "choices": "choice",
}
"""What the things in a group of ids are called."""


def explained(path: Path) -> dict[str, Wording]:
    """What each key means, by `part.key`, from the game's own file of them. Raises FileTrouble."""
    root = read(read_file(path), str(path), Diagnostics())
    return {
        f"{part}.{key}": Wording(*(_text(texts, language) for language in ("en", "fr")))
        for part, keys in _entries(root).items()
        for key, texts in _entries(keys).items()
    }


def _entries(node: Node | None) -> dict[str, Node]:
    return node.entries if isinstance(node, Mapping) else {}


def _text(node: Node, key: str) -> str:
    found = _entries(node)[key]
    return found.value if isinstance(found, Scalar) else ""


def schema(
    name: str, rubric: Rubric, meanings: Keys[str, Wording], languages: tuple[str, ...] = LANGUAGES
) -> Schema:
    """The schema of one of `FILES`, explained in these languages."""
    kinds = Kinds(meanings, languages)
    match name:
        case "translation":
            whole_file = _translation(kinds)
        case "rubric":
            whole_file = _rubric(kinds)
        case _:
            whole_file = scenario(kinds, rubric)
    told = kinds.told(f"files.{name}")
    return {"$schema": DIALECT, "title": _title(name), "description": told, **whole_file}


def to_json(found: Schema) -> str:
    """The schema as the text of a file."""
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def is_ours(data: bytes) -> bool:
    """True for the text of a schema that was written here, whatever its version."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("title") in [_title(name) for name in FILES]


def _title(name: str) -> str:
    return f"First Session: {name}"


def _translation(kinds: Kinds) -> Schema:
    line: dict[str, Schema] = dict.fromkeys(_LINE_TEXTS, TEXT)
    line["one_of"] = one_or_more(TEXT)
    inner = _overlay(kinds, SHAPE, "scenario")
    head = kinds.group(
        "translation", {"format": {"const": 1}, "translates": FULL_TEXT, "language": word(LANGUAGES)}
    )
    return {
        **inner,
        "properties": {**head["properties"], **inner["properties"]},
        "required": list(head["properties"]),
        "$defs": {"text": one_or_more({"anyOf": [TEXT, kinds.group("line", line)]})},
    }


def _overlay(kinds: Kinds, shape: Shape, part: str) -> Schema:
    if "*" in shape:
        every = shape["*"]
        return named(_overlay(kinds, every, part)) if isinstance(every, dict) else named(TEXT)
    keys = {
        key: _overlay(kinds, what, _PARTS.get(key, key)) if isinstance(what, dict) else ref("text")
        for key, what in shape.items()
    }
    return kinds.group(part, keys)


def _rubric(kinds: Kinds) -> Schema:
    wording = kinds.group("wording", {"en": FULL_TEXT, "fr": FULL_TEXT}, ("en", "fr"))
    effects = kinds.effects()
    because: dict[str, Schema] = {"effects": effects, "because": wording}
    state = kinds.group("state", {"when": CONDITION, **because}, ("when", "because"))
    run = kinds.group("run", {"from": whole(1, COUNT_LIMIT), **because}, ("from", "because"))
    technique: dict[str, Schema] = {
        "family": word(FAMILIES),
        "name": wording,
        "definition": wording,
        "example": wording,
        "source": FULL_TEXT,
        "effects": effects,
        "state": {"type": "array", "items": state},
        "runs": {"type": "array", "items": run},
        "repairs": FLAG,
        "never_penalised": FLAG,
    }
    ruptures = {"trust_fall": whole(1, 100), "window": whole(1, 9), "repair": effects}
    return kinds.group(
        "rubric",
        {
            "format": {"const": 1},
            "techniques": named(
                kinds.group("technique", technique, ("family", "name", "definition", "example", "source"))
            ),
            "ruptures": kinds.group("ruptures", ruptures, ("trust_fall", "window")),
        },
        ("format", "techniques", "ruptures"),
    )
