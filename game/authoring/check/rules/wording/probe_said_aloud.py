"""FS182: a probe whose answer stands in the words before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.feeling_words import names_feeling
from game.authoring.check.wording import words_of
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def probe_said_aloud(study: Study) -> Iterator[Diagnostic]:
    """The player is asked what the patient feels, and has just read it.

    Empathic accuracy is read from posture, tone and what is left out (Ickes 1993); what is said aloud only
    tests whether the player was reading.
    """
    for moment in study.waiting():
        if moment.probe is None:
            continue
        for key, text in (("cue", moment.cue), ("patient", moment.patient)):
            if any(
                names_feeling(said, moment.probe.feels, study.scenario.language) for said in words_of(text)
            ):
                yield diagnose(
                    study.places.moment(moment.id, key),
                    "FS182",
                    "the probe asks for `{feeling}`, and these words name it",
                    "let it be seen or heard without its name, or ask about another feeling",
                    WARNING,
                    feeling=moment.probe.feels,
                )
