"""FS175: a rupture that nothing said soon after can repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.safety import repairs
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def beyond_repair(study: Study) -> Iterator[Diagnostic]:
    """The rubric leaves a few replies for a repair; on no road from here does one of them repair.

    A rupture is there to be noticed and mended. Where every session ends sooner than that, nothing is told:
    some ruptures are the last word.
    """
    torn = [moment for moment in study.waiting() if moment.rupture is not None]
    if not torn:
        return
    window = study.rubric.ruptures.window
    repairing = {moment.id for moment, choice in study.replies() if repairs(study, choice)}
    waiting = {moment.id for moment in study.waiting()}
    repaired = _within(study, repairing, repairing, window)
    lasting = _within(study, waiting, set(), window)
    for moment in torn:
        if moment.id not in repaired and moment.id in lasting:
            yield diagnose(
                study.places.moment(moment.id, "rupture"),
                "FS175",
                "nothing that can be said in the next {count} replies repairs this rupture",
                "offer a technique that repairs, such as `owning_ones_part`, here or just after",
                WARNING,
                count=window,
            )


def _within(study: Study, last: set[str], every: set[str], replies: int) -> set[str]:
    """Moments from which the nth reply can be given in one of `last`, or any before it in one of `every`."""
    found = study.roads.silently_to(last)
    for _ in range(replies - 1):
        back = {
            before
            for name in found
            for before in study.roads.from_where[name]
            if study.scenario.moments[before].choices
        }
        found = study.roads.silently_to(back | every)
    return found
