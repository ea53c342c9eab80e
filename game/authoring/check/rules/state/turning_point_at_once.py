"""FS133: a turning point that fires after the very first reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.facts import Spot
from game.authoring.check.ranges import always
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def turning_point_at_once(study: Study) -> Iterator[Diagnostic]:
    """Its condition holds whatever is said: it takes every session away from the road that you wrote."""
    for point in study.scenario.turning_points:
        if always(point.when, study.facts.box(Spot())):
            yield diagnose(
                study.places.at("turning_points", point.id, "when"),
                "FS133",
                "the turning point `{name}` fires after the first reply, whatever was said",
                "let it wait for something that a session can come to, or make it a `then`",
                WARNING,
                name=point.id,
            )
