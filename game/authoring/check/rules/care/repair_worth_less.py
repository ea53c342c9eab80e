"""FS174: a rupture that is better left alone than repaired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.safety import repairs
from game.engine.effects import total
from game.engine.worth import worth
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def repair_worth_less(study: Study) -> Iterator[Diagnostic]:
    """A repair gives back what the rupture cost and adds the rubric's part; this reply takes away more.

    Repaired ruptures go with better outcomes (Eubanks, Muran & Safran 2018, r = .29), so a repaired rupture
    is never worth less than a session in which nothing happened.
    """
    gift = study.rubric.ruptures.repair
    for moment, choice in study.replies():
        if repairs(study, choice) and any(
            worth(total((change, gift))) < 0 for change in study.weights.everywhere(choice)
        ):
            key = "technique" if choice.effects is None else "effects"
            yield diagnose(
                study.places.choice(moment.id, choice.id, key),
                "FS174",
                "repairing with `{choice}` leaves less than there was before the rupture",
                "take the costs out of its `effects`; let the patient's `reply` show that it was hard",
                WARNING,
                choice=choice.id,
            )
