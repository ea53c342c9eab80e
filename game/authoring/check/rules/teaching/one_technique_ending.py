"""FS188: a good ending that only one technique leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.authoring.check.weights import Weighed
    from game.model.diagnostics import Diagnostic
    from game.model.scenario import Moment


def one_technique_ending(study: Study) -> Iterator[Diagnostic]:
    """The last reply before it is always of the same technique, and others as good lead elsewhere.

    The ending rewards a password and not a way of being with someone: there are many good ways to close.
    """
    turned = {point.to for point in study.scenario.turning_points}
    for moment in study.endings():
        if moment.ending is None or moment.ending.returns != "true" or moment.id in turned:
            continue
        near = study.roads.silently_to([moment.id])
        last = [study.scenario.moments[name] for name in _before(study, near)]
        techniques = [
            set(one.choice.techniques) for at in last for one in study.weights.of(at) if _leads(at, one, near)
        ]
        shared = set.intersection(*techniques) if techniques else set()
        if shared and any(_better_elsewhere(study, at, near) for at in last):
            yield diagnose(
                study.places.moment(moment.id),
                "FS188",
                "only `{technique}` leads to the ending `{name}`, and replies that are as good do not",
                "let another good reply of the last moment lead there too",
                WARNING,
                technique=min(shared),
                name=moment.id,
            )


def _before(study: Study, near: set[str]) -> list[str]:
    """The moments in which the last reply before an ending is given."""
    moments = study.scenario.moments
    found = {before for name in near for before in study.roads.from_where[name] if moments[before].choices}
    return sorted(found)


def _leads(moment: Moment, one: Weighed, near: set[str]) -> bool:
    return any((road.visit or road.to or moment.id) in near for road in one.choice.then)


def _better_elsewhere(study: Study, moment: Moment, near: set[str]) -> bool:
    """True where a good reply of the moment leads elsewhere, and is worth as much as one that leads there."""
    weighed = study.weights.of(moment)
    there = [one.worth for one in weighed if _leads(moment, one, near)]
    others = [one.worth for one in weighed if not _leads(moment, one, near)]
    return any(worth > 0 and worth >= min(there) for worth in others)
