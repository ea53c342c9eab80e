"""The schema of a scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.schema.kinds import (
    CONDITION,
    FLAG,
    FULL_TEXT,
    TEXT,
    Kinds,
    Schema,
    decimal,
    named,
    one_or_more,
    ref,
    whole,
    word,
    words,
)
from game.loading.files import LANGUAGES
from game.loading.includes import MAX_INCLUDES
from game.loading.moments import MAX_CHOICES
from game.loading.scenario import MAX_TIMES
from game.model.appearance import ALLOWED, COLOUR_KEYS, FLAG_KEYS, UNIT_KEYS
from game.model.feelings import FEELINGS
from game.model.gestures import GESTURES
from game.model.measures import SKILL_LIMIT
from game.model.scenario import (
    HOURS,
    LEVELS,
    OUTCOMES,
    PULLS,
    RETURNS,
    RISKS,
    RUPTURES,
    SETTINGS,
    STANCES,
    TIMES,
)

if TYPE_CHECKING:
    from game.model.rubric import Rubric

_VALUE: Schema = {
    "anyOf": [{"type": "boolean"}, whole(-SKILL_LIMIT, SKILL_LIMIT), {"type": ["string", "number", "null"]}]
}


def scenario(kinds: Kinds, rubric: Rubric) -> Schema:
    """The whole file, with its parts under `$defs`."""
    keys: dict[str, Schema] = {
        "format": {"const": 1},
        "id": {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,40}$"},
        "language": word(LANGUAGES),
        "title": FULL_TEXT,
        "setting": word(SETTINGS),
        "time": word(TIMES),
        "level": word(LEVELS),
        "minutes": whole(1, 120),
        "brief": FULL_TEXT,
        "objectives": one_or_more(TEXT),
        "risk": word(RISKS),
        "patient": ref("patient"),
        "clinician": kinds.group("clinician", {"ghosts": named(ref("own_ghost"))}),
        "variables": named(_VALUE),
        "start": FULL_TEXT,
        "moments": named(ref("moment")),
        "turning_points": named(ref("turning_point")),
        "include": {"anyOf": [TEXT, {"type": "array", "items": TEXT, "maxItems": MAX_INCLUDES}]},
    }
    needed = ("format", "id", "language", "title", "setting", "level", "minutes", "brief", "patient", "start")
    moments_somewhere = {"anyOf": [{"required": ["moments"]}, {"required": ["include"]}]}
    when_open = [
        {
            "if": {"properties": {"setting": {"const": setting}}},
            "then": {"properties": {"time": {"enum": list(times)}}},
        }
        for setting, times in HOURS.items()
    ]
    return {
        **kinds.group("scenario", keys, needed, **moments_somewhere, allOf=when_open),
        "$defs": {**_people(kinds), **_moments(kinds), "techniques": _techniques(kinds, rubric)},
    }


def _techniques(kinds: Kinds, rubric: Rubric) -> Schema:
    told = [
        f"{kinds.read(technique.name)}\n\n{kinds.read(technique.definition)}"
        for technique in rubric.techniques.values()
    ]
    return words({"enum": list(rubric.techniques), "enumDescriptions": told})


def _people(kinds: Kinds) -> dict[str, Schema]:
    story = {"story": FULL_TEXT}
    looks: dict[str, Schema] = {}
    for key, allowed in ALLOWED.items():
        looks[key] = word(allowed)
        if key in COLOUR_KEYS:
            looks[key] = {"anyOf": [looks[key], {"type": "string", "pattern": "^#[0-9a-fA-F]{6}$"}]}
    looks |= {key: decimal(0, 1) for key in sorted(UNIT_KEYS)}
    looks |= dict.fromkeys(sorted(FLAG_KEYS), FLAG)
    patient: dict[str, Schema] = {
        "name": FULL_TEXT,
        "age": whole(1, 110),
        "referral": TEXT,
        "appearance": ref("appearance"),
        "guardedness": whole(0, 100),
        "trust": whole(0, 100),
        "hopes_for": TEXT,
        "ghosts": named(ref("ghost")),
        "secrets": named(ref("secret")),
    }
    ghost: dict[str, Schema] = {
        **story,
        "stung_by": ref("techniques"),
        "soothed_by": ref("techniques"),
        "times": decimal(1, MAX_TIMES),
    }
    return {
        "patient": kinds.group("patient", patient, ("name", "age", "guardedness", "trust")),
        "appearance": kinds.group("appearance", looks),
        "ghost": kinds.group("ghost", ghost, story),
        "own_ghost": kinds.group("own_ghost", {**story, "pull": word(PULLS)}, ("story", "pull")),
        "secret": kinds.group("secret", {"text": FULL_TEXT, "needs": CONDITION}, ("text",)),
        "turning_point": kinds.group("turning_point", {"when": CONDITION, "to": FULL_TEXT}, ("when", "to")),
    }


def _moments(kinds: Kinds) -> dict[str, Schema]:
    text = ref("text")
    moment: dict[str, Schema] = {
        "patient": text,
        "cue": text,
        "mood": word(FEELINGS),
        "gesture": word(GESTURES),
        "thinks": text,
        "offers": TEXT,
        "rupture": word(RUPTURES),
        "inner": ref("inner"),
        "probe": ref("probe"),
        "choices": named(ref("choice"), minProperties=1, maxProperties=MAX_CHOICES),
        "then": ref("roads"),
        "ending": ref("ending"),
        "return": FLAG,
    }
    ways: list[Schema] = [{"required": [key]} for key in ("choices", "then", "ending")]
    ways.append({"required": ["return"], "properties": {"return": {"const": True}}})
    ending: dict[str, Schema] = {
        "outcome": word(OUTCOMES),
        "returns": word(RETURNS),
        "title": FULL_TEXT,
        "text": text,
    }
    feelings = {"feels": word(FEELINGS), "not": {**words(word(FEELINGS)), "minItems": 1}}
    return {
        "text": one_or_more({"anyOf": [TEXT, ref("line")]}),
        "line": _line(kinds),
        "moment": kinds.group("moment", moment, oneOf=ways),
        "choice": _choice(kinds),
        "roads": {
            "anyOf": [FULL_TEXT, ref("road"), {"type": "array", "items": ref("one_road"), "minItems": 1}]
        },
        "one_road": {"anyOf": [FULL_TEXT, ref("road")]},
        "road": kinds.group(
            "road",
            {"when": CONDITION, "to": FULL_TEXT, "visit": FULL_TEXT},
            anyOf=[{"required": ["to"]}, {"required": ["visit"]}],
        ),
        "inner": kinds.group("inner", {"ghost": FULL_TEXT, "text": FULL_TEXT}, ("ghost", "text")),
        "probe": kinds.group("probe", feelings, feelings),
        "ending": kinds.group("ending", ending, ("outcome", "returns", "title")),
        "effects": kinds.effects(),
    }


def _line(kinds: Kinds) -> Schema:
    keys: dict[str, Schema] = {
        "when": CONDITION,
        "text": TEXT,
        "else": TEXT,
        "one_of": {"anyOf": [TEXT, {"type": "array", "items": TEXT, "minItems": 1}]},
        "mood": word(FEELINGS),
        "gesture": word(GESTURES),
        "cue": TEXT,
        "thinks": TEXT,
    }
    either = [{"required": ["text"]}, {"required": ["one_of"]}]
    return kinds.group("line", keys, oneOf=either, dependentRequired={"else": ["when"]})


def _choice(kinds: Kinds) -> Schema:
    text = ref("text")
    change = kinds.group("change", {"add": whole(-SKILL_LIMIT, SKILL_LIMIT)}, ("add",))
    keys: dict[str, Schema] = {
        "say": text,
        "technique": {**ref("techniques"), "minItems": 1},
        "meets": whole(0, 6),
        "reply": text,
        "then": ref("roads"),
        "feedback": text,
        "better": TEXT,
        "when": CONDITION,
        "once": FLAG,
        "fallback": FLAG,
        "effects": ref("effects"),
        "sets": {"type": "object", "additionalProperties": {"anyOf": [_VALUE, change]}},
        "confides": FULL_TEXT,
        "inner": word(STANCES),
    }
    silent = {
        "properties": {
            "technique": {
                "anyOf": [{"const": "silence"}, {"type": "array", "contains": {"const": "silence"}}]
            }
        }
    }
    return kinds.group("choice", keys, ("technique", "then"), anyOf=[{"required": ["say"]}, silent])
