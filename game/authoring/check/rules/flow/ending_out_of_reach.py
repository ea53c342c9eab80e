"""FS106: an ending that no session can come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def ending_out_of_reach(study: Study) -> Iterator[Diagnostic]:
    """Every road to it has a condition that never holds; with an exploration, the proof is exact.

    An ending to which nothing leads at all is FS069.
    """
    drawn, possible = study.roads.reachable(), study.open_roads.reachable()
    proved = study.proved()
    for moment in study.endings():
        missed = moment.id not in possible or (proved is not None and moment.id not in proved.moments)
        if moment.id in drawn and missed:
            yield diagnose(
                study.places.moment(moment.id),
                "FS106",
                "no session can come to the ending `{name}`",
                "loosen a condition on the way, or delete the ending",
                WARNING,
                name=moment.id,
            )
