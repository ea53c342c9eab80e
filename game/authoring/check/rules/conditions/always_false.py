"""FS121: a condition that never holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.ranges import never
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def always_false(study: Study) -> Iterator[Diagnostic]:
    """What stands behind it is never said, offered or taken.

    Proved over what every name can be at this place: `trust > 100` never holds, nor does
    `visits.farewell > 0` before any road leads there. Turning points are FS132.
    """
    for condition in study.conditions:
        if never(condition.when, study.facts.box(condition.spot)):
            yield diagnose(
                study.places.at(*condition.path),
                "FS121",
                "this condition never holds",
                "write what was meant, or delete what hangs on it",
                WARNING,
            )
