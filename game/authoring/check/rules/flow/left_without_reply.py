"""FS101: where no condition of a moment holds, nothing can be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.facts import Spot
from game.authoring.check.ranges import MAX_BOXES, narrow
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.ranges import Box
    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic
    from game.model.scenario import Moment


def left_without_reply(study: Study) -> Iterator[Diagnostic]:
    """Every moment needs a reply that is there whatever happened: one without `when`, or a `fallback`.

    Conditions that complete each other (`trust >= 33` beside `trust < 33`) are enough.
    """
    for moment in study.waiting():
        whens = [choice.when for choice in moment.choices]
        if None not in whens and _closed(study, moment):
            yield diagnose(
                study.places.moment(moment.id, "choices"),
                "FS101",
                "where none of its conditions holds, nothing can be said in `{name}`",
                "give one choice no `when`, or add one with `fallback: true`",
                WARNING,
                name=moment.id,
            )


def _closed(study: Study, moment: Moment) -> list[Box]:
    """The ways in which every condition fails at once; none where there are too many to look at."""
    boxes = [study.facts.box(Spot(moment.id))]
    for choice in moment.choices:
        if choice.when is not None:
            boxes = [inner for box in boxes for inner in narrow(choice.when, False, box)]
        if len(boxes) > MAX_BOXES:
            return []
    return boxes
