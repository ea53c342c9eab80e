"""FS144: a silence that speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.wording import aloud, asks, words
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


MINIMAL = 6
"""A nod in words ("Mm. Take your time.") has at most so many; who says more ends the silence."""


def silence_with_words(study: Study) -> Iterator[Diagnostic]:
    """Silence, or the least encouragement, leaves the patient the time to go on; a sentence takes it away.

    What is done, in parentheses, counts as silence.
    """
    for moment, choice in study.replies():
        if choice.techniques != ("silence",):
            continue
        if any(len(words(said)) > MINIMAL or asks(said) for said in aloud(choice.say)):
            yield diagnose(
                study.places.choice(moment.id, choice.id, "say"),
                "FS144",
                "`silence` is the technique, and this reply speaks",
                "take the words out, or put what is done in parentheses; or name the technique of the words",
                WARNING,
            )
