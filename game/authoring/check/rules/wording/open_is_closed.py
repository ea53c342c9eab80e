"""FS148: an open question that yes or no answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.authoring.check.wording import LINKED, aloud, asks, sentences
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


_CLOSING = {
    "en": r"(do|did|does|are|is|was|were|have|has|had|will|would|should) "
    r"(you|it|he|she|they|there|that|this|your)\b",
    "fr": r"(est-ce qu|avez-vous|êtes-vous|aviez-vous|étiez-vous|allez-vous|y a-t-il|vous (êtes|avez) )",
}
_OPEN_WORD = {
    "en": r"\b(what|how|why|where|when|who|which|tell|describe|say|more)\b",
    "fr": r"\b(quoi|que|qu|quel\w*|comment|pourquoi|où|quand|qui|combien|racont\w*|dire|parl\w*)\b",
}


def open_is_closed(study: Study) -> Iterator[Diagnostic]:
    """It begins as a question that is answered by yes or no, and holds no word that opens it.

    "Did you sleep?" gets a yes or a no, however kindly it is meant; "How are the nights?" gets a night.
    """
    language = study.scenario.language if study.scenario.language in _CLOSING else "en"
    closes = re.compile(rf"{LINKED}(?:{_CLOSING[language]})(?!.*{_OPEN_WORD[language]})", re.IGNORECASE)
    for moment, choice in study.replies():
        if choice.techniques != ("open_question",):
            continue
        for said in aloud(choice.say):
            asked = [one for one in sentences(said) if asks(one)]
            if asked and all(closes.match(one) for one in asked):
                yield diagnose(
                    study.places.choice(moment.id, choice.id, "say"),
                    "FS148",
                    "the technique is `open_question`, and yes or no answers this",
                    "begin it with what or how, or name the technique `closed_question`",
                    WARNING,
                )
                break
