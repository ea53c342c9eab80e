"""What the states of a scene can hold, for whoever gets one from outside and must not believe it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.model.scenario import Moment, Road, Scenario, Value


class Bounds:
    """Sets over a scenario.

    `stands`: the moments in which a session can wait or end; `choices`: the ids of all choices; `values`:
    what each variable of words can hold (None for numbers and true/false); `landings`: the moments that a
    detour can come back to; `returning`: the moments from which plain roads lead to a `return`.
    """

    __slots__ = ("choices", "landings", "returning", "stands", "values")

    def __init__(self, scenario: Scenario) -> None:
        moments = scenario.moments.values()
        every_choice = [choice for moment in moments for choice in moment.choices]
        self.stands = frozenset(moment.id for moment in moments if moment.choices or moment.ending)
        self.choices = frozenset(choice.id for choice in every_choice)
        self.values: tuple[frozenset[Value] | None, ...] = tuple(
            frozenset(
                [first]
                + [
                    new.value
                    for choice in every_choice
                    for new in choice.sets
                    if new.variable == name and new.value
                ]
            )
            if isinstance(first, str)
            else None
            for name, first in scenario.variables.items()
        )
        self.landings = frozenset(
            road.to or moment.id for moment in moments for road in _roads(moment) if road.visit is not None
        )
        self.returning = _returning(scenario)


def _returning(scenario: Scenario) -> frozenset[str]:
    before: dict[str, list[str]] = {}
    for moment in scenario.moments.values():
        for road in _roads(moment):
            before.setdefault(road.to or moment.id, []).append(moment.id)
    todo = [moment.id for moment in scenario.moments.values() if moment.comes_back]
    seen = set(todo)
    while todo:
        for name in before.get(todo.pop(), ()):
            if name not in seen:
                seen.add(name)
                todo.append(name)
    return frozenset(seen)


def _roads(moment: Moment) -> list[Road]:
    return [*moment.then, *(road for choice in moment.choices for road in choice.then)]
