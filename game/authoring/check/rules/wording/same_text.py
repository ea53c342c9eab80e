"""FS181: two replies of a moment that say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.facts import Spot
from game.authoring.check.ranges import narrow
from game.authoring.check.wording import words_of
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic
    from game.model.scenario import Choice, Moment


def same_text(study: Study) -> Iterator[Diagnostic]:
    """The player reads the same words twice and cannot know what the difference is.

    Replies that can never be on offer together, by their conditions, may well say the same.
    """
    for moment in study.waiting():
        said: dict[str, Choice] = {}
        for choice in moment.choices:
            text = " ".join(" ".join(words_of(choice.say)).split()).lower()
            first = said.setdefault(text, choice)
            if first is not choice and _together(study, moment, first, choice):
                yield diagnose(
                    study.places.choice(moment.id, choice.id, "say"),
                    "FS181",
                    "`{choice}` says the same as `{other}`",
                    "say it in other words, or keep one of the two",
                    WARNING,
                    choice=choice.id,
                    other=first.id,
                )


def _together(study: Study, moment: Moment, one: Choice, other: Choice) -> bool:
    if one.fallback != other.fallback:
        return False
    boxes = [study.facts.box(Spot(moment.id))]
    for when in (one.when, other.when):
        if when is not None:
            boxes = [inner for box in boxes for inner in narrow(when, True, box)]
    return bool(boxes)
