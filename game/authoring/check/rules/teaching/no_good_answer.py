"""FS185: a moment in which every reply does harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.worth import worth
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def no_good_answer(study: Study) -> Iterator[Diagnostic]:
    """In no state is any reply worth more than nothing: the player is punished and cannot learn from what.

    A moment with one reply only is a step of the story, and no question to the player.
    """
    for moment in study.waiting():
        if len(moment.choices) < 2:
            continue
        if all(
            worth(change, choice.meets) <= 0
            for choice in moment.choices
            for change in study.weights.everywhere(choice)
        ):
            yield diagnose(
                study.places.moment(moment.id, "choices"),
                "FS185",
                "no reply of `{name}` is worth anything, in any state",
                "add a reply that helps, if only a silence",
                WARNING,
                name=moment.id,
            )
