"""How a scenario flows, whatever its conditions: reachable moments, endings, circles, detours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.graph import backwards, reached, rings
from game.loading.nodes import Mapping, Node, diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from game.loading.fields import Fields
    from game.model.scenario import Moment, Road, Scenario


def check_flow(scenario: Scenario, fields: Fields) -> None:
    """Diagnoses what no condition can mend. Needs a scenario in which every name is known."""
    flow = _Flow(scenario, fields)
    flow.detours()
    flow.circles()
    flow.reach()


class _Flow:
    """`_plain` leads on in the same detour, where a visit counts as coming straight back; `_into` visits."""

    def __init__(self, scenario: Scenario, fields: Fields) -> None:
        self._moments = scenario.moments
        self._starts = [scenario.start, *(point.to for point in scenario.turning_points)]
        self._fields = fields
        self._node = fields.node_of("moments")
        roads = {name: _roads(moment) for name, moment in scenario.moments.items()}
        self._plain = {name: [road.to or name for road in ways] for name, ways in roads.items()}
        self._into = {name: [road.visit for road in ways if road.visit] for name, ways in roads.items()}
        self._all = {name: self._plain[name] + self._into[name] for name in roads}

    def _at(self, name: str) -> Node | None:
        keys = self._node.keys if isinstance(self._node, Mapping) else {}
        return keys.get(name)

    def circles(self) -> None:
        """Moments without choices that lead back to themselves would never wait for a reply."""
        silent = self._silent_returns()
        straight: dict[str, list[str]] = {}
        for name, moment in self._moments.items():
            straight[name] = []
            for road in moment.then:
                if road.visit:
                    straight[name].append(road.visit)
                if road.visit is None or road.visit in silent:
                    straight[name].append(road.to or name)
        ring = rings(straight)
        told: set[int] = set()
        for name, targets in straight.items():
            if ring[name] not in told and any(ring[target] == ring[name] for target in targets):
                told.add(ring[name])
                self._fields.report(
                    self._at(name),
                    "FS065",
                    "the moment `{name}` leads back to itself without a reply in between",
                    "give one of them `choices`",
                    name=name,
                )

    def _silent_returns(self) -> set[str]:
        """The moments from which a detour can come back before anybody replies."""
        waiting: dict[str, list[str]] = {}
        found: set[str] = set()
        todo = [name for name, moment in self._moments.items() if moment.comes_back]
        for name, moment in self._moments.items():
            for road in moment.then:
                waiting.setdefault(road.visit or road.to or name, []).append(name)
                waiting.setdefault(road.to or name, []).append(name)
        while todo:
            name = todo.pop()
            if name in found or not self._comes_back_silently(self._moments[name], found):
                continue
            found.add(name)
            todo += waiting.get(name, ())
        return found

    @staticmethod
    def _comes_back_silently(moment: Moment, found: set[str]) -> bool:
        return moment.comes_back or any(
            (road.to or moment.id) in found and (road.visit is None or road.visit in found)
            for road in moment.then
        )

    def detours(self) -> None:
        """A `return` needs a visit before it, and a visit must not visit itself."""
        for name in sorted(reached(self._starts, self._plain)):
            if self._moments[name].comes_back:
                self._fields.report(
                    self._at(name),
                    "FS066",
                    "`{name}` comes back with `return`, but a plain road leads there",
                    "go there with `{{visit: {name}}}`",
                    name=name,
                )
        back = [name for name, moment in self._moments.items() if moment.comes_back]
        comes_back = reached(back, backwards(self._plain))
        ring = rings(self._all)
        nested = {
            target for name, targets in self._into.items() for target in targets if ring[target] == ring[name]
        }
        for name in dict.fromkeys(target for targets in self._into.values() for target in targets):
            if name not in comes_back:
                self._fields.report(
                    self._at(name),
                    "FS068",
                    "the detour `{name}` never comes back",
                    "end it with `return: true`",
                    name=name,
                )
            if name in nested:
                self._fields.report(self._at(name), "FS067", "the detour `{name}` visits itself", name=name)

    def reach(self) -> None:
        """Every moment should be reachable, and at least one ending must be."""
        seen = reached(self._starts, self._all)
        if not any(self._moments[name].ending for name in seen):
            self._fields.report(self._node, "FS070", "no ending can be reached", "give a moment an `ending`")
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


def _roads(moment: Moment) -> list[Road]:
    return [*moment.then, *(road for choice in moment.choices for road in choice.then)]
