"""FS147: a closed question that is an open one."""

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


_OPENING = {
    "en": r"why\b(?!,)|what "
    r"(do|did|does|would|makes?|made|brings?|brought|happens|happened|is|was) "
    r"(it like|you|he|she|they|that|this)|how (do|did|does|are|is|was|would|has|have)",
    "fr": r"pourquoi\b(?!,)|comment (?!(vous |t’)?(appel|s’appel))|qu[’']est-ce qu|que (ressent|pens|s’est)",
}


def closed_is_open(study: Study) -> Iterator[Diagnostic]:
    """It begins with why, how or what, and cannot be answered by yes, no, a date or a figure.

    The debrief would count an interrogation where somebody asked openly.
    """
    words = _OPENING.get(study.scenario.language, _OPENING["en"])
    opens = re.compile(rf"{LINKED}(?:{words})", re.IGNORECASE)
    for moment, choice in study.replies():
        if choice.techniques != ("closed_question",):
            continue
        for said in aloud(choice.say):
            asked = [one for one in sentences(said) if asks(one)]
            if asked and all(opens.match(one) for one in asked):
                yield diagnose(
                    study.places.choice(moment.id, choice.id, "say"),
                    "FS147",
                    "the technique is `closed_question`, and this question is open",
                    "name the technique `open_question`, or ask for a yes, a no, a date or a figure",
                    WARNING,
                )
                break
