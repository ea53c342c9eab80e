"""How a scenario flows, whatever its conditions: reachable moments, endings, circles, detours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import Mapping, Node, diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.loading.fields import Fields
    from game.model.scenario import Moment, Road, Scenario


def check_flow(scenario: Scenario, fields: Fields) -> None:
    """Diagnoses what no condition can mend. Needs a scenario in which every name is known."""
    flow = _Flow(scenario, fields)
    flow.circles()
    flow.detours()
    flow.reach()


class _Flow:
    def __init__(self, scenario: Scenario, fields: Fields) -> None:
        self._scenario = scenario
        self._moments = scenario.moments
        self._fields = fields
        self._node = fields.node_of("moments")
        self._after_visits = sorted(
            {
                road.to or moment.id
                for moment in self._moments.values()
                for road in _roads(moment)
                if road.visit is not None
            }
        )

    def _at(self, name: str) -> Node | None:
        return self._node.keys.get(name) if isinstance(self._node, Mapping) else None

    def circles(self) -> None:
        """Moments without choices that lead back to themselves would never wait for a reply."""
        done: set[str] = set()
        for first in self._moments:
            path: dict[str, Iterator[str]] = {}
            todo = [first]
            while todo:
                name = todo[-1]
                if name in done:
                    todo.pop()
                    continue
                if name not in path:
                    path[name] = iter(self._straight_on(self._moments[name]))
                following = next(path[name], None)
                if following is None:
                    done.add(name)
                    del path[name]
                    todo.pop()
                elif following in path:
                    self._fields.report(
                        self._at(following),
                        "FS065",
                        "the moment `{name}` leads back to itself without a reply in between",
                        "give one of them `choices`",
                        name=following,
                    )
                    return
                else:
                    todo.append(following)

    def _straight_on(self, moment: Moment) -> Iterable[str]:
        """What can follow a moment without a reply; after a `return`, whatever some visit comes back to."""
        if moment.comes_back:
            return self._after_visits
        return [target for road in moment.then for target in (road.visit, road.to) if target is not None]

    def detours(self) -> None:
        """A `return` needs a visit before it, and a visit must not visit itself."""
        scenario = self._scenario
        plain = self._reached([scenario.start, *(point.to for point in scenario.turning_points)])
        for name in plain:
            if self._moments[name].comes_back:
                self._fields.report(
                    self._at(name),
                    "FS066",
                    "`{name}` comes back with `return`, but a plain road leads there",
                    "go there with `{{visit: {name}}}`",
                    name=name,
                )
        visited = {
            road.visit for moment in self._moments.values() for road in _roads(moment) if road.visit is not None
        }
        inside = {name: self._reached([name]) for name in visited}
        for name, reached in inside.items():
            if not any(self._moments[other].comes_back for other in reached):
                self._fields.report(
                    self._at(name), "FS068", "the detour `{name}` never comes back", "end it with `return: true`", name=name
                )
            if self._visits_again(name, inside):
                self._fields.report(self._at(name), "FS067", "the detour `{name}` visits itself", name=name)

    def _visits_again(self, first: str, inside: dict[str, set[str]]) -> bool:
        todo, seen = [first], set()
        while todo:
            for moment in inside[todo.pop()]:
                for road in _roads(self._moments[moment]):
                    if road.visit == first:
                        return True
                    if road.visit is not None and road.visit not in seen:
                        seen.add(road.visit)
                        todo.append(road.visit)
        return False

    def _reached(self, starts: Iterable[str]) -> set[str]:
        """What plain roads lead to; a detour counts as coming straight back."""
        seen: set[str] = set()
        todo = list(starts)
        while todo:
            name = todo.pop()
            if name in seen:
                continue
            seen.add(name)
            for road in _roads(self._moments[name]):
                todo.append(road.to if road.to is not None else name)
        return seen

    def reach(self) -> None:
        """Every moment should be reachable, and at least one ending must be."""
        scenario = self._scenario
        seen: set[str] = set()
        todo = [scenario.start, *(point.to for point in scenario.turning_points)]
        while todo:
            name = todo.pop()
            if name in seen:
                continue
            seen.add(name)
            for road in _roads(self._moments[name]):
                todo += [target for target in (road.to, road.visit) if target is not None]
        if not any(self._moments[name].ending for name in seen):
            self._fields.report(
                self._node, "FS070", "no ending can be reached", "give a moment an `ending`"
            )
        for name in self._moments:
            at = self._at(name)
            if name not in seen and at is not None:
                self._fields.diagnostics.add(
                    diagnose(
                        at,
                        "FS069",
                        "nothing leads to the moment `{name}`",
                        "lead a `then` there, or delete it",
                        WARNING,
                        name=name,
                    )
                )


def _roads(moment: Moment) -> Iterator[Road]:
    yield from moment.then
    for choice in moment.choices:
        yield from choice.then
