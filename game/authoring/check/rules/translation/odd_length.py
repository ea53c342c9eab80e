"""FS152: a translated text of quite another length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.overlay import pairs
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


TIMES = 3
"""French and English differ by a fifth or so; a text three times as long says something else."""
ENOUGH = 60
"""In letters: below that, one word more or less is a lot."""


def odd_length(study: Study) -> Iterator[Diagnostic]:
    """Most often a text that slipped into its neighbour's place, or a sentence that was left out."""
    if study.translation is None:
        return
    for source, given in pairs(study.translation):
        one, other = len(source.value), len(given.value)
        if min(one, other) > 0 and max(one, other) >= ENOUGH and max(one, other) > TIMES * min(one, other):
            yield diagnose(
                given,
                "FS152",
                "this text has {count} letters, and the source (line {line}) has {wanted}",
                "look whether it stands in the right place, and whether a sentence is missing",
                WARNING,
                count=other,
                wanted=one,
                line=source.line + 1,
            )
