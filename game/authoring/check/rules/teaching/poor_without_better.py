"""FS191: a poor reply beside which no example is held up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def poor_without_better(study: Study) -> Iterator[Diagnostic]:
    """Where `better` names it, the debrief shows what else could be said, and what it would have led to."""
    for moment in study.waiting():
        weighed = study.weights.of(moment)
        top = max((one.worth for one in weighed), default=0)
        for one in weighed:
            if one.worth < 0 < top and one.choice.better is None:
                yield diagnose(
                    study.places.choice(moment.id, one.choice.id),
                    "FS191",
                    "the reply `{choice}` costs something, and no `better` shows another way",
                    "name the reply of this moment that the debrief should hold up: `better: …`",
                    WARNING,
                    choice=one.choice.id,
                )
