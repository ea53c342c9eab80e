"""FS184: the best reply stands first too often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.chance import too_often
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def best_is_first(study: Study) -> Iterator[Diagnostic]:
    """Whoever writes puts the best reply first, before inventing wrong ones; whoever plays soon notices.

    The window shuffles the replies; a printed script, a reader of the file and a group that votes do not.
    Told where it happens far more often than by chance; shown at the first of these replies.
    """
    chances: list[float] = []
    hits: list[tuple[str, str]] = []
    for moment in study.waiting():
        best = study.weights.best(moment)
        if best is None or len(moment.choices) < 2:
            continue
        chances.append(1 / len(moment.choices))
        if best.choice.id == moment.choices[0].id:
            hits.append((moment.id, best.choice.id))
    if too_often(len(hits), chances):
        yield diagnose(
            study.places.choice(*hits[0]),
            "FS184",
            "the best reply stands first in {count} of {total} moments",
            "change the order of the replies, here and elsewhere",
            WARNING,
            count=len(hits),
            total=len(chances),
        )
