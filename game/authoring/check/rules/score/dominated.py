"""FS142: a reply that differs from another only in being worth less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic
    from game.model.measures import Deltas
    from game.model.scenario import Choice


def dominated(study: Study) -> Iterator[Diagnostic]:
    """The same technique on the same road, and less of everything in every state.

    A wrong reply teaches by what is wrong with it. Where the technique is the same, there is nothing to see:
    the numbers alone decide, and the player learns to guess at them. With `feedback` that says what is wrong,
    two ways of doing the same may well stand side by side.
    """
    for moment in study.waiting():
        if len({choice.techniques for choice in moment.choices}) == len(moment.choices):
            continue
        kinds: dict[tuple[object, ...], list[Choice]] = {}
        for choice in moment.choices:
            if not choice.once and not choice.fallback and choice.when is None:
                road = (choice.techniques, choice.then, choice.sets, choice.confides, choice.inner)
                kinds.setdefault(road, []).append(choice)
        for alike in kinds.values():
            for choice in alike:
                if choice.feedback:
                    continue
                other = next((one for one in alike if _better(study, one, choice)), None)
                if other is not None:
                    yield diagnose(
                        study.places.choice(moment.id, choice.id),
                        "FS142",
                        "`{choice}` is `{other}` for less: the same technique and road, and never worth more",
                        "give one of the two another technique, or let them lead to different moments",
                        WARNING,
                        choice=choice.id,
                        other=other.id,
                    )


def _better(study: Study, one: Choice, than: Choice) -> bool:
    """True where one is worth as much in everything and more in something, in every state."""
    mine, others = study.weights.everywhere(one), study.weights.everywhere(than)
    pairs = [(_good(a), _good(b)) for a, b in zip(mine, others, strict=True)]
    if one.meets < than.meets or any(x < y for a, b in pairs for x, y in zip(a, b, strict=True)):
        return False
    return one.meets > than.meets or all(a != b for a, b in pairs)


def _good(change: Deltas) -> tuple[int, ...]:
    """The change with guard turned round, so that more is better everywhere."""
    *skills, guard, trust = change
    return (*skills, -guard, trust)
