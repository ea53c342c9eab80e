"""FS108: a reply that is never offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic
    from game.model.scenario import Choice, Moment


def never_offered(study: Study) -> Iterator[Diagnostic]:
    """A `fallback` beside a reply that is always there, or any reply that an exploration never met.

    A reply whose own `when` never holds is FS121.
    """
    for moment, choice in study.replies():
        if _is_hidden(moment, choice) or _never_met(study, moment, choice):
            yield diagnose(
                study.places.choice(moment.id, choice.id),
                "FS108",
                "the reply `{choice}` is never offered",
                "take away `fallback`, or give the others conditions; or delete it",
                WARNING,
                choice=choice.id,
            )


def _is_hidden(moment: Moment, choice: Choice) -> bool:
    return choice.fallback and any(
        not other.fallback and not other.once and other.when is None for other in moment.choices
    )


def _never_met(study: Study, moment: Moment, choice: Choice) -> bool:
    proved = study.proved()
    if proved is None or moment.id not in proved.moments:
        return False
    return (moment.id, choice.id) not in proved.choices
