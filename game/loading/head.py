"""The head of a scenario: what a library shows of it, without its moments."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.loading.appearance import read_appearance
from game.model.scenario import LEVELS, RISKS, SETTINGS

if TYPE_CHECKING:
    from game.loading.fields import Fields
    from game.model.appearance import Appearance

LANGUAGES = ("en", "fr")


class PatientHead(NamedTuple):
    """Who it is, before anything is said."""

    name: str
    age: int
    referral: str
    appearance: Appearance
    guardedness: int
    trust: int


class Head(NamedTuple):
    """What is known of a scene before it is opened."""

    id: str
    language: str
    title: str
    setting: str
    level: str
    minutes: int
    brief: str
    objectives: tuple[str, ...]
    risk: str | None
    patient: PatientHead


def read_head(fields: Fields, patient: Fields) -> Head:
    """The keys that stand before the moments; mistakes go to the fields' diagnostics."""
    fields.number("format", 1, 1, 1, required=True)
    age = patient.number("age", 1, 110, 35, required=True)
    return Head(
        fields.text("id", required=True),
        fields.word("language", LANGUAGES, required=True) or "en",
        fields.text("title", required=True),
        fields.word("setting", SETTINGS, required=True) or SETTINGS[0],
        fields.word("level", LEVELS, required=True) or LEVELS[0],
        fields.number("minutes", 1, 120, 10, required=True),
        fields.text("brief", required=True),
        fields.texts("objectives"),
        fields.word("risk", RISKS),
        PatientHead(
            patient.text("name", required=True),
            age,
            patient.text("referral"),
            read_appearance(patient.inside("appearance", "`appearance`"), age),
            patient.number("guardedness", 0, 100, 50, required=True),
            patient.number("trust", 0, 100, 20, required=True),
        ),
    )
