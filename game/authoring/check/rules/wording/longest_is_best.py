"""FS180: the longest reply is the best too often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.chance import too_often
from game.authoring.check.wording import aloud
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic
    from game.model.scenario import Choice


LONGER = 1.15
"""A reply stands out where it is so many times as long as the next."""


def longest_is_best(study: Study) -> Iterator[Diagnostic]:
    """Players find the pattern before they find the patient: they count letters and stop reading.

    Writers say more where they know that they are right, in tests as in scenes (Haladyna, Downing & Rodriguez
    2002). Told where it happens far more often than by chance; shown at the first of these replies.
    """
    chances: list[float] = []
    hits: list[tuple[str, str]] = []
    for moment in study.waiting():
        best = study.weights.best(moment)
        lengths = {choice.id: _length(choice) for choice in moment.choices}
        if best is None or len(lengths) < 2:
            continue
        chances.append(1 / len(lengths))
        mine = lengths.pop(best.choice.id)
        if mine >= LONGER * max(lengths.values()) and mine > 0:
            hits.append((moment.id, best.choice.id))
    if too_often(len(hits), chances):
        moment_id, choice_id = hits[0]
        yield diagnose(
            study.places.choice(moment_id, choice_id, "say"),
            "FS180",
            "the longest reply is the best in {count} of {total} moments",
            "shorten some of the best replies, here and elsewhere, and let wrong ones be long and warm",
            WARNING,
            count=len(hits),
            total=len(chances),
        )


def _length(choice: Choice) -> int:
    return max(map(len, aloud(choice.say)), default=0)
