"""FS186: a moment that offers an opportunity, and no way to miss it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.debrief import MET
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def nothing_tempting(study: Study) -> Iterator[Diagnostic]:
    """Where the patient offers an opening and every reply takes it, nothing is practised.

    A wrong reply worth having is what a kind person says on a hurried day. One that costs something, or meets
    the opportunity at less than 3, or has a `better` beside it, is enough.
    """
    for moment in study.waiting():
        if moment.offers is None or len(moment.choices) < 2:
            continue
        if all(
            one.worth > 0 and one.choice.meets >= MET and one.choice.better is None
            for one in study.weights.of(moment)
        ):
            yield diagnose(
                study.places.moment(moment.id, "choices"),
                "FS186",
                "every reply of `{name}` meets its opportunity",
                "add what a kind person would say on a hurried day: advice, reassurance, a change of subject",
                WARNING,
                name=moment.id,
            )
