"""FS124: a variable that nothing ever changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def variable_never_set(study: Study) -> Iterator[Diagnostic]:
    """Conditions that read it always see its first value: most often a `sets` was forgotten."""
    changed = {change.variable for _, choice in study.replies() for change in choice.sets}
    for name in study.scenario.variables:
        if name not in changed:
            yield diagnose(
                study.places.at("variables", name),
                "FS124",
                "nothing ever changes the variable `{name}`",
                "let a reply change it with `sets`, or delete it",
                WARNING,
                name=name,
            )
