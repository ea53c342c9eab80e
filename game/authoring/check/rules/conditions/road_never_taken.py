"""FS122: a road that the roads above it leave nothing to."""

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
    from game.model.scenario import Road


def road_never_taken(study: Study) -> Iterator[Diagnostic]:
    """The first road that holds is taken, so `trust >= 50` below `trust >= 40` has nothing left."""
    for moment in study.scenario.moments.values():
        ways: list[tuple[Spot, tuple[Road, ...], tuple[str, ...]]] = [(Spot(moment.id), moment.then, ())]
        ways += [(Spot(moment.id, choice), choice.then, ("choices", choice.id)) for choice in moment.choices]
        for spot, roads, path in ways:
            if len(roads) < 2:
                continue
            for index in _behind(study.facts.box(spot), roads):
                yield diagnose(
                    study.places.moment(moment.id, *path, "then", index),
                    "FS122",
                    "this road is never taken: one above it always is, where this one could be",
                    "put the narrower condition first",
                    WARNING,
                )


def _behind(box: Box, roads: tuple[Road, ...]) -> Iterator[int]:
    left = [box]
    for index, road in enumerate(roads):
        if road.when is None:
            if not left:
                yield index
            return
        alone = narrow(road.when, True, box)
        if alone and not any(narrow(road.when, True, one) for one in left):
            yield index
        left = [inner for one in left for inner in narrow(road.when, False, one)]
        if len(left) > MAX_BOXES:
            return
