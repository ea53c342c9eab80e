"""FS105: moments that only a turning point can lead out of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.graph import backwards, reached
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def only_turning_points_lead_out(study: Study) -> Iterator[Diagnostic]:
    """A player who does not meet the condition of the turning point goes round for ever."""
    roads = study.open_roads
    if not study.scenario.turning_points:
        return
    endings = [moment.id for moment in study.endings()]
    out = reached(endings, backwards(roads.into))
    out_by_turning = reached(endings, backwards(roads.turning))
    seen = roads.reachable()
    told: set[int] = set()
    for name in study.scenario.moments:
        if name in out or name not in out_by_turning or name not in seen:
            continue
        ring = roads.ring_of(name)
        if ring is not None and ring not in told:
            told.add(ring)
            yield diagnose(
                study.places.moment(name),
                "FS105",
                "only a turning point leads from `{name}` to an ending",
                "add a reply that leads out, for those who never meet its condition",
                WARNING,
                name=name,
            )
