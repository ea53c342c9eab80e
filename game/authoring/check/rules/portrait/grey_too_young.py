"""FS164: grey or white hair on somebody young."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


YOUNGEST = 25
"""Below this age, hair is not grey yet."""
GREYS = frozenset(("grey", "silver", "white"))


def grey_too_young(study: Study) -> Iterator[Diagnostic]:
    """Most often the age was changed, and the look forgotten."""
    patient = study.scenario.patient
    if patient.age < YOUNGEST and patient.appearance.hair_colour in GREYS:
        yield diagnose(
            study.places.at("patient", "appearance", "hair_colour"),
            "FS164",
            "the patient is {age}, and has {colour} hair",
            "choose another colour, or mend the `age`",
            WARNING,
            age=patient.age,
            colour=patient.appearance.hair_colour,
        )
