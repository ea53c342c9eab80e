"""FS141: a reply of a hindering technique that is said to meet an opportunity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


MET = 3
"""From this level an opportunity counts as met: acknowledgement (ECCS, Bylund & Makoul 2002)."""
_HINDERING = ("input", "obstacle")


def obstacle_meets(study: Study) -> Iterator[Diagnostic]:
    """Advice, reassurance or a judgement does not acknowledge what a patient feels (ECCS 3 and above).

    The debrief would praise in one line what it takes points off for in the next.
    """
    techniques = study.rubric.techniques
    for moment, choice in study.replies():
        families = {techniques[name].family for name in choice.techniques}
        if choice.meets >= MET and families and families <= set(_HINDERING):
            yield diagnose(
                study.places.choice(moment.id, choice.id, "meets"),
                "FS141",
                "`{technique}` does not meet an opportunity at {level}",
                "give it 2 at most, or another technique",
                WARNING,
                technique=choice.techniques[0],
                level=choice.meets,
            )
