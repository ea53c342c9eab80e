"""FS172: a safety question that costs something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.safety import is_safe
from game.engine.effects import harm
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING
from game.model.measures import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def safety_penalised(study: Study) -> Iterator[Diagnostic]:
    """Asking is never wrong. The engine gives back what it would cost, and the `effects` say the contrary."""
    for moment, choice in study.replies():
        if choice.effects is not None and is_safe(study, choice) and harm(choice.effects) != NOTHING:
            yield diagnose(
                study.places.choice(moment.id, choice.id, "effects"),
                "FS172",
                "a safety question never costs anything, and these `effects` take something away",
                "take the costs out; let the patient's `reply` show that it was hard to hear",
                WARNING,
            )
