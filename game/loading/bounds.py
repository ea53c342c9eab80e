"""What the states of a scene can hold, worked out once, while all of its moments are at hand."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from game.loading.graph import reached
from game.model.scenario import Bounds

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.model.scenario import Choice, Moment, Road, Value


def bounds_of(variables: Mapping[str, Value], moments: Mapping[str, Moment]) -> Bounds:
    """The bounds of a scene, each in the author's order."""
    every_choice = [choice for moment in moments.values() for choice in moment.choices]
    roads = [(moment.id, road) for moment in moments.values() for road in _roads(moment)]
    return Bounds(
        tuple(dict.fromkeys([choice.id for choice in every_choice])),
        tuple([_words(name, first, every_choice) for name, first in variables.items()]),
        tuple(dict.fromkeys([road.to or name for name, road in roads if road.visit is not None])),
        _returning(moments, roads),
    )


def _words(variable: str, first: Value, choices: list[Choice]) -> tuple[str, ...]:
    if not isinstance(first, str):
        return ()
    words = {first: None}
    for choice in choices:
        for new in choice.sets:
            if new.variable == variable and isinstance(new.value, str):
                words[new.value] = None
    return tuple(words)


def _returning(moments: Mapping[str, Moment], roads: list[tuple[str, Road]]) -> tuple[str, ...]:
    ends = [name for name, moment in moments.items() if moment.comes_back]
    if not ends:
        return ()
    before: dict[str, list[str]] = defaultdict(list)
    for name, road in roads:
        before[road.to or name].append(name)
    seen = reached(ends, before)
    return tuple([name for name in moments if name in seen])


def _roads(moment: Moment) -> list[Road]:
    return [*moment.then, *(road for choice in moment.choices for road in choice.then)]
