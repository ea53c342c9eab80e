"""FS104: moments from which no road leads to an ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.graph import backwards, reached
from game.loading.nodes import diagnose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def no_way_out(study: Study) -> Iterator[Diagnostic]:
    """A session that never ends has no debrief, and without feedback practice teaches little.

    Told once for each such loop, at the first moment of it that can be reached.
    """
    roads = study.open_roads
    out = reached([moment.id for moment in study.endings()], backwards(roads.turning))
    told: set[int] = set()
    seen = roads.reachable()
    for name in study.scenario.moments:
        ring = roads.ring_of(name)
        if ring is not None and ring not in told and name in seen and name not in out:
            told.add(ring)
            yield diagnose(
                study.places.moment(name),
                "FS104",
                "from `{name}`, no road leads to an ending",
                "let one of the replies of this loop lead out of it",
                name=name,
            )
