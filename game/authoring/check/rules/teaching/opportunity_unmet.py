"""FS187: an opportunity that no reply meets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.debrief import MET
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def opportunity_unmet(study: Study) -> Iterator[Diagnostic]:
    """The debrief leads with the opportunities met (3 or more, ECCS): this one can only be missed."""
    for moment in study.waiting():
        if moment.offers is not None and all(choice.meets < MET for choice in moment.choices):
            yield diagnose(
                study.places.moment(moment.id, "offers"),
                "FS187",
                "no reply of `{name}` meets this opportunity at {level} or more",
                "give the reply that acknowledges it `meets: {level}`, or write one",
                WARNING,
                name=moment.id,
                level=MET,
            )
