"""The keys of a scenario that stand before its moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.appearance import read_appearance
from game.loading.files import LANGUAGES
from game.model.diagnostics import Term
from game.model.head import Head, PatientHead
from game.model.scenario import HOURS, LEVELS, RISKS, SETTINGS, TIMES

if TYPE_CHECKING:
    from game.loading.fields import Fields


def read_head(fields: Fields, patient: Fields) -> Head:
    """The keys that stand before the moments; mistakes go to the fields' diagnostics."""
    fields.number("format", 1, 1, 1, required=True)
    age = patient.number("age", 1, 110, 35, required=True)
    setting = fields.word("setting", SETTINGS, required=True)
    times = HOURS[setting] if setting else TIMES
    return Head(
        fields.text("id", required=True),
        fields.word("language", LANGUAGES, required=True) or "en",
        fields.text("title", required=True),
        setting or SETTINGS[0],
        fields.word("time", times) or times[0],
        fields.word("level", LEVELS, required=True) or LEVELS[0],
        fields.number("minutes", 1, 120, 10, required=True),
        fields.text("brief", required=True),
        fields.texts("objectives"),
        fields.word("risk", RISKS),
        PatientHead(
            patient.text("name", required=True),
            age,
            patient.text("referral"),
            read_appearance(patient.inside("appearance", Term("`appearance`")), age),
            patient.number("guardedness", 0, 100, 50, required=True),
            patient.number("trust", 0, 100, 20, required=True),
        ),
    )
