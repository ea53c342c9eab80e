"""FS149: an echo of something that the patient did not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.wording import aloud, words, words_of
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


_LETTERS = 4
"""Words that are shorter say too little to be recognised."""


def echo_of_nothing(study: Study) -> Iterator[Diagnostic]:
    """Parroting repeats the patient's own words: one at least must be the patient's.

    Looked for in what the patient says in this moment, and in the answers that lead to it.
    """
    parroting = [
        (moment, choice) for moment, choice in study.replies() if choice.techniques == ("parroting",)
    ]
    if not parroting:
        return
    heard = _heard(study, {moment.id for moment, _ in parroting})
    for moment, choice in parroting:
        before = heard.get(moment.id, set())
        if before and all(not _telling(said) & before for said in aloud(choice.say)):
            yield diagnose(
                study.places.choice(moment.id, choice.id, "say"),
                "FS149",
                "the technique is `parroting`, and the patient said none of these words",
                "repeat some of the patient's own words, or name the technique of what is said",
                WARNING,
            )


def _heard(study: Study, wanted: set[str]) -> dict[str, set[str]]:
    """For each of these moments, the words that the patient says in it or in the answers that lead there."""
    moments = study.scenario.moments
    found: dict[str, set[str]] = {
        name: set().union(*map(_telling, words_of(moments[name].patient))) for name in wanted
    }
    for moment, choice in study.replies():
        targets = {road.visit or road.to or moment.id for road in choice.then} & wanted
        for target in targets:
            found[target].update(*map(_telling, words_of(choice.reply)))
    return found


def _telling(text: str) -> set[str]:
    return {word for word in words(text) if len(word) >= _LETTERS}
