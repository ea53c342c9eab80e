"""FS120: a condition that always holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.ranges import always
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def always_true(study: Study) -> Iterator[Diagnostic]:
    """It promises a choice that the scene does not make; whoever reads it takes it for one.

    Proved over what every name can be at this place: `trust >= 0` holds always, and so does `said.greet`
    just after `greet`.
    """
    for condition in study.conditions:
        if always(condition.when, study.facts.box(condition.spot)):
            yield diagnose(
                study.places.at(*condition.path),
                "FS120",
                "this condition always holds",
                "take it away, or write what was meant",
                WARNING,
            )
