"""FS107: a moment that no session can come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def moment_out_of_reach(study: Study) -> Iterator[Diagnostic]:
    """As FS106, for moments that are no endings; told only where no moment before it is out of reach too."""
    drawn, possible = study.roads.reachable(), study.open_roads.reachable()
    proved = study.proved()
    if proved is not None:
        possible &= set(proved.moments) | {
            name
            for name, moment in study.scenario.moments.items()
            if not moment.choices and not moment.ending
        }
    entered = {to for name in possible for to in study.roads.turning[name]}
    for name, moment in study.scenario.moments.items():
        if name in drawn and name not in possible and moment.ending is None and name in entered:
            yield diagnose(
                study.places.moment(name),
                "FS107",
                "no session can come to the moment `{name}`",
                "loosen a condition on the way, or delete the moment",
                WARNING,
                name=name,
            )
