"""FS130: a secret that was confided while what it needs did not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.rehearsal import Rehearsal
    from game.authoring.check.study import Study
    from game.authoring.explore.exploration import Exploration
    from game.model.diagnostics import Diagnostic


def secret_too_early(study: Study) -> Iterator[Diagnostic]:
    """Played a few times (or walked by the explorer), the patient told it before they were ready to.

    People disclose as trust grows and not before (Farber 2003): what comes out of nowhere teaches learners
    to dig. An exploration finds every such road, a rehearsal those that it meets.
    """
    seen: Exploration | Rehearsal = study.exploration or study.rehearsal
    for moment, choice in study.replies():
        if (moment.id, choice.id) in seen.too_early:
            yield diagnose(
                study.places.choice(moment.id, choice.id, "confides"),
                "FS130",
                "`{secret}` can be confided here before what it needs holds",
                "put what it needs into the `when` of this choice, or of the roads that lead here",
                secret=choice.confides,
            )
