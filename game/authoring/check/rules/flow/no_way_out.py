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
    told: list[str] = []
    seen = roads.reachable()
    for name in study.scenario.moments:
        if name in out or name not in seen or any(roads.same_ring(name, one) for one in told):
            continue
        if roads.comes_again(name):
            told.append(name)
            yield diagnose(
                study.places.moment(name),
                "FS104",
                "from `{name}`, no road leads to an ending",
                "let one of the replies of this loop lead out of it",
                name=name,
            )
