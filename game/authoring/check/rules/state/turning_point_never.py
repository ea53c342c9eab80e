"""FS132: a turning point that never fires."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.facts import Spot
from game.authoring.check.ranges import never
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def turning_point_never(study: Study) -> Iterator[Diagnostic]:
    """Its condition is proved never to hold after a reply; with an exploration, the proof is exact."""
    proved = study.proved()
    for point in study.scenario.turning_points:
        missed = proved is not None and point.id not in proved.turning_points
        if missed or never(point.when, study.facts.box(Spot())):
            yield diagnose(
                study.places.at("turning_points", point.id),
                "FS132",
                "the turning point `{name}` never fires",
                "write what was meant in its `when`, or delete it",
                WARNING,
                name=point.id,
            )
