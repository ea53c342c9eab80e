"""FS162: a beard on a child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


YOUNGEST = 14
"""Below this age, no beard and no stubble."""


def child_with_a_beard(study: Study) -> Iterator[Diagnostic]:
    """Most often the age was changed, and the look forgotten."""
    patient = study.scenario.patient
    if patient.age < YOUNGEST and patient.appearance.beard != "none":
        yield diagnose(
            study.places.at("patient", "appearance", "beard"),
            "FS162",
            "the patient is {age}, and has a beard",
            "take the beard away, or mend the `age`",
            WARNING,
            age=patient.age,
        )
