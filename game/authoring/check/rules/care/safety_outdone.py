"""FS173: a moment in which leaving the safety question out is worth more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.safety import is_safe
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def safety_outdone(study: Study) -> Iterator[Diagnostic]:
    """Where the question is on offer in a scene about a risk, no other reply may look like the better one.

    `better` must not lead away from it, and no other reply may meet the opportunity further.
    """
    if study.scenario.risk is None:
        return
    for moment in study.waiting():
        safe = [choice for choice in moment.choices if is_safe(study, choice)]
        for choice in safe:
            example = next((one for one in moment.choices if one.id == choice.better), None)
            if example is not None and not is_safe(study, example):
                yield diagnose(
                    study.places.choice(moment.id, choice.id, "better"),
                    "FS173",
                    "the debrief would hold up `{example}` as better than asking about the risk",
                    "take `better` away from the safety question",
                    WARNING,
                    example=example.id,
                )
