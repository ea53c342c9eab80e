"""FS146: a reflection that is a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.wording import aloud, asks, sentences
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def reflection_asks(study: Study) -> Iterator[Diagnostic]:
    """A reflection is a statement: the voice falls at its end (Moyers, Manuel & Ernst 2014, MITI 4.2.1).

    With a question mark the person has to answer instead of going on. A summary may well end by asking
    whether anything was left out.
    """
    techniques = study.rubric.techniques
    for moment, choice in study.replies():
        if "summary" in choice.techniques or not choice.techniques:
            continue
        if any(techniques[name].family != "reflection" for name in choice.techniques):
            continue
        if any(_only_asks(said) for said in aloud(choice.say)):
            yield diagnose(
                study.places.choice(moment.id, choice.id, "say"),
                "FS146",
                "the technique is `{technique}`, and this reply is a question",
                "say it as a statement, or name a question technique",
                WARNING,
                technique=choice.techniques[0],
            )


def _only_asks(said: str) -> bool:
    return asks(said) and all(asks(one) for one in sentences(said))
