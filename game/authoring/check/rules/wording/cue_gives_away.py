"""FS183: a cue that says what the best reply says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.feeling_words import feelings_named
from game.authoring.check.wording import aloud, words, words_of
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


IN_A_ROW = 5
"""So many words that follow each other in both are no accident."""


def cue_gives_away(study: Study) -> Iterator[Diagnostic]:
    """What the clinician sees is for the player to read. A cue that names the feeling hands over the answer.

    Told where the cue names the feeling that the best reply names, or shares a run of words with it.
    """
    language = study.scenario.language
    for moment in study.waiting():
        best = study.weights.best(moment) if moment.cue else None
        if best is None:
            continue
        seen = " ".join(words_of(moment.cue))
        said = " ".join(aloud(best.choice.say))
        if feelings_named(seen, language) & feelings_named(said, language) or _share_a_run(seen, said):
            yield diagnose(
                study.places.moment(moment.id, "cue"),
                "FS183",
                "the cue says what the best reply, `{choice}`, says",
                "show what can be seen, hands, eyes, breath, and leave its name to the reply",
                WARNING,
                choice=best.choice.id,
            )


def _share_a_run(one: str, other: str) -> bool:
    return bool(_runs(one) & _runs(other))


def _runs(text: str) -> set[tuple[str, ...]]:
    every = words(text)
    return {tuple(every[at : at + IN_A_ROW]) for at in range(len(every) - IN_A_ROW + 1)}
