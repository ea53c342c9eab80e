"""FS190: a poor reply that nobody explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def poor_without_feedback(study: Study) -> Iterator[Diagnostic]:
    """A reply that costs something, without a word of `feedback` on it.

    Practice without feedback does harm: in a trial of 94 learners empathy fell (d = -.52).
    """
    for moment in study.waiting():
        for one in study.weights.of(moment):
            if one.worth < 0 and not one.choice.feedback and len(moment.choices) > 1:
                yield diagnose(
                    study.places.choice(moment.id, one.choice.id),
                    "FS190",
                    "the reply `{choice}` costs something, and no `feedback` says why",
                    "add a sentence of `feedback`: what it does to the patient, and what made it tempting",
                    WARNING,
                    choice=one.choice.id,
                )
