"""FS145: a question technique whose words ask nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.wording import aloud, asks, invites
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


_ASKING = frozenset(("question", "safety"))


def question_without_mark(study: Study) -> Iterator[Diagnostic]:
    """No question mark anywhere, and no invitation such as "Tell me about…" either.

    The debrief counts questions by their technique: what is counted must be heard as one. A safety question
    is asked in plain words and as a question.
    """
    techniques = study.rubric.techniques
    for moment, choice in study.replies():
        families = {techniques[name].family for name in choice.techniques}
        said = aloud(choice.say)
        if not said or not families & _ASKING or any(map(asks, said)):
            continue
        if "safety" in families or not any(invites(one, study.scenario.language) for one in said):
            asking = next(name for name in choice.techniques if techniques[name].family in _ASKING)
            yield diagnose(
                study.places.choice(moment.id, choice.id, "say"),
                "FS145",
                "the technique is `{technique}`, and these words ask nothing",
                "end it with a question mark, or name the technique of what is said",
                WARNING,
                technique=asking,
            )
