"""The kinds of value that the reader knows, as JSON Schema.

An editor reads YAML in its own way: what the reader takes as a text may be a number or true to the editor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.model.measures import MEASURES, SKILL_LIMIT, STATE_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from game.model.rubric import Wording

Schema = dict[str, Any]

ID = {"pattern": "^[a-z][a-z0-9_]{0,40}$"}
FLAG: Schema = {"type": "boolean"}
TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
"""A text as the reader takes it: whatever stands there, and nothing as well."""
FULL_TEXT: Schema = {"type": ["string", "number", "boolean"], "minLength": 1, "pattern": r"\S"}
"""A text that must not be empty."""
CONDITION: Schema = {"type": ["string", "boolean"], "minLength": 1, "maxLength": 500}


class Kinds:
    """Makes schemas whose keys are explained in some languages."""

    def __init__(self, explained: Mapping[str, Wording], languages: tuple[str, ...]) -> None:
        self._explained = explained
        self._languages = languages
        self.used: set[str] = set()

    def told(self, name: str) -> str:
        """What something means."""
        self.used.add(name)
        return self.read(self._explained[name])

    def read(self, wording: Wording) -> str:
        """A wording in every language asked for."""
        return "\n\n".join(wording.read(language) for language in self._languages)

    def group(
        self, name: str, keys: Mapping[str, Schema], required: Iterable[str] = (), **more: object
    ) -> Schema:
        """A group of known keys. What they mean is kept by `name.key`."""
        properties = {
            key: {**schema, "description": self.told(f"{name}.{key}")} for key, schema in keys.items()
        }
        found: Schema = {"type": "object", "additionalProperties": False, "properties": properties, **more}
        if names := list(required):
            found["required"] = names
        return found

    def effects(self) -> Schema:
        """What something moves."""
        limits = dict.fromkeys(MEASURES, SKILL_LIMIT) | {"guardedness": STATE_LIMIT, "trust": STATE_LIMIT}
        return self.group("measures", {name: whole(-limits[name], limits[name]) for name in MEASURES})


def whole(low: int, high: int) -> Schema:
    """A whole number within bounds."""
    return {"type": "integer", "minimum": low, "maximum": high}


def decimal(low: float, high: float) -> Schema:
    """A number within bounds."""
    return {"type": "number", "minimum": low, "maximum": high}


def word(allowed: Iterable[str]) -> Schema:
    """One of some words. `true` and `false` among them may stand without quotes."""
    words: list[str | bool] = list(allowed)
    return {"enum": [*words, *(name == "true" for name in words if name in ("true", "false"))]}


def words(allowed: Schema) -> Schema:
    """One word or a list of them, each at most once."""
    return {"anyOf": [allowed, {"type": "array", "items": allowed, "uniqueItems": True}]}


def named(schema: Schema, **more: object) -> Schema:
    """Things by their ids."""
    return {"type": "object", "propertyNames": ID, "additionalProperties": schema, **more}


def ref(name: str) -> Schema:
    """A schema that stands under `$defs`."""
    return {"$ref": f"#/$defs/{name}"}


def one_or_more(schema: Schema) -> Schema:
    """One of something, or a list of it."""
    return {"anyOf": [schema, {"type": "array", "items": schema}]}
