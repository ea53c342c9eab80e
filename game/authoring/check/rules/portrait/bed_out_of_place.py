"""FS165: a bed where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def bed_out_of_place(study: Study) -> Iterator[Diagnostic]:
    """The room of a psychologist or a general practitioner has no hospital bed."""
    scenario = study.scenario
    if scenario.patient.appearance.seat == "bed" and scenario.setting != "hospital":
        yield diagnose(
            study.places.at("patient", "appearance", "seat"),
            "FS165",
            "the patient lies in a hospital bed, and the setting is `{setting}`",
            "let them sit in a chair, or set the scene in a `hospital`",
            WARNING,
            setting=scenario.setting,
        )
