"""FS176: a patient who speaks of dying, in a scene that names no risk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.authoring.check.wording import words_of
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


_DYING = {
    "en": r"suicid\w*|kill(?:ing)? myself|end(?:ing)? my life|better off dead"
    r"|(?:want|wanted) to die|wish\w* i (?:was|were) dead",
    "fr": r"suicid\w*|mettre fin à mes jours|en finir avec la vie|plus envie de vivre"
    r"|(?:envie|idée|pens\w+|parl\w+|veux|voul\w+|voudrais) (?:de |à )?(?:me tuer|mourir)",
}
_SPEAKS = {language: re.compile(rf"\b(?:{told})\b", re.IGNORECASE) for language, told in _DYING.items()}


def risk_unnamed(study: Study) -> Iterator[Diagnostic]:
    """With `risk` the scene is held to a safety question, and the debrief shows where to find help.

    Only what the patient says, thinks or keeps to themselves counts: a clinician may ask anybody.
    """
    if study.scenario.risk is not None:
        return
    speaks = _SPEAKS.get(study.scenario.language, _SPEAKS["en"])
    for node, texts in _patient_texts(study):
        if any(map(speaks.search, texts)):
            yield diagnose(
                study.places.at(*node),
                "FS176",
                "the patient speaks of dying, and the scene names no `risk`",
                "write `risk: suicide` at the head of the scene, and let a reply ask about it",
                WARNING,
            )
            return


def _patient_texts(study: Study) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    for secret in study.scenario.patient.secrets:
        yield ("patient", "secrets", secret.id, "text"), [secret.text]
    for moment in study.scenario.moments.values():
        own = ("moments", moment.id)
        yield (*own, "patient"), [*words_of(moment.patient), *(line.thinks or "" for line in moment.patient)]
        yield (*own, "thinks"), list(words_of(moment.thinks))
        for choice in moment.choices:
            yield (*own, "choices", choice.id, "reply"), list(words_of(choice.reply))
