"""FS102: a moment that can come again, and in which every reply goes away once it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic
    from game.model.scenario import Choice, Moment


def once_only_trap(study: Study) -> Iterator[Diagnostic]:
    """Whoever has said everything that can be said `once` stands there without a reply.

    A reply after which the moment never comes again cannot take part in the trap.
    """
    for moment in study.waiting():
        steady = [choice for choice in moment.choices if not choice.once and choice.when is None]
        only_once = [choice for choice in moment.choices if choice.once and choice.when is None]
        if steady or not only_once or not study.roads.comes_again(moment.id):
            continue
        if all(_comes_back(study, moment, choice) for choice in only_once):
            yield diagnose(
                study.places.moment(moment.id, "choices"),
                "FS102",
                "`{name}` can come again, and each of its replies can be said only once",
                "add a reply that stays: one without `once`, or with `fallback: true`",
                WARNING,
                name=moment.id,
            )


def _comes_back(study: Study, moment: Moment, choice: Choice) -> bool:
    targets = [road.visit or road.to or moment.id for road in choice.then]
    return any(study.roads.same_ring(moment.id, target) for target in targets)
