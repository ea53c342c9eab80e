"""FS170: a scene about a risk in which nobody ever asks about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.safety import is_safe
from game.loading.nodes import diagnose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def no_safety_question(study: Study) -> Iterator[Diagnostic]:
    """Where a patient may be in danger, the clinician must be able to ask, in plain words.

    Asking about suicide does not plant the idea (Dazzi et al. 2014); a scene without the question would teach
    to look away.
    """
    if study.scenario.risk is None:
        return
    seen = study.open_roads.reachable()
    if not any(moment.id in seen and is_safe(study, choice) for moment, choice in study.replies()):
        yield diagnose(
            study.places.at("risk"),
            "FS170",
            "this scene is about a risk ({risk}), and no reply asks about it",
            "add a reply with `technique: direct_safety_question`",
            risk=study.scenario.risk,
        )
