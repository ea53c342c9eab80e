"""FS171: an ending that a session comes to without a chance to ask about the risk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.safety import is_safe, offering
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def ending_without_safety_question(study: Study) -> Iterator[Diagnostic]:
    """On every road to an ending, walk-outs left aside, the question must have been on offer.

    The player may leave it unasked, and the debrief will say so; but they must have had it before them. Where
    no reply of the scene asks, that is FS170.
    """
    if study.scenario.risk is None:
        return
    if not any(is_safe(study, choice) for _, choice in study.replies()):
        return
    unasked = study.open_roads.reachable(without=offering(study))
    for moment in study.endings():
        if moment.id in unasked and moment.ending is not None and moment.ending.outcome != "walkout":
            yield diagnose(
                study.places.moment(moment.id),
                "FS171",
                "a session can end in `{name}` without a safety question ever having been on offer",
                "add a reply with `technique: direct_safety_question` to a moment on that road",
                WARNING,
                name=moment.id,
            )
