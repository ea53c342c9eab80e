"""The rules told a second time, slowly and plainly, so that the engine can be held against them.

Everything is looked up by name and worked out anew at each step; nothing is prepared, shared or remembered.
"""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

from game.model.expression import Arithmetic, Both, Compare, Expression, Literal, Name, Not
from game.model.measures import MEASURES, SKILLS

if TYPE_CHECKING:
    from game.model.rubric import Rubric
    from game.model.scenario import Choice, Moment, Road, Scenario

_SIGNS = {
    **{"==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt},
    **{">=": operator.ge, "+": operator.add, "-": operator.sub, "*": operator.mul},
}


class Reference:
    """A session that is played by the book. `told` lists what happened in the last turn, in words."""

    def __init__(self, scenario: Scenario, rubric: Rubric) -> None:
        self.scenario = scenario
        self.rubric = rubric
        self.measures = dict.fromkeys(MEASURES, 0)
        self.measures["guardedness"] = scenario.patient.guardedness
        self.measures["trust"] = scenario.patient.trust
        self.variables: dict[str, Any] = dict(scenario.variables)
        self.visits: dict[str, int] = {}
        self.said: set[str] = set()
        self.knows: set[str] = set()
        self.fired: set[str] = set()
        self.runs: dict[str, int] = {}
        self.turn = 0
        self.rupture: tuple[str, int, dict[str, int]] | None = None
        self.detours: list[str] = []
        self.told: list[str] = []
        self.moved = dict.fromkeys(MEASURES, 0)
        self.at = ""
        self.enter(scenario.start)

    @property
    def moment(self) -> Moment:
        return self.scenario.moments[self.at]

    @property
    def over(self) -> bool:
        return self.moment.ending is not None

    def holds(self, when: Expression | None) -> bool:
        return when is None or bool(self.value(when))

    def value(self, part: Expression) -> Any:  # noqa: PLR0912
        match part:
            case Literal(value):
                return value
            case Not(inner):
                return not self.value(inner)
            case Both("and", left, right):
                return self.value(left) and self.value(right)
            case Both(_, left, right):
                return self.value(left) or self.value(right)
            case Compare(sign, left, right) | Arithmetic(sign, left, right):
                return _SIGNS[sign](self.value(left), self.value(right))
            case Name("measure", key):
                return self.measures[key]
            case Name("score", _):
                return sum(self.measures[skill] for skill in SKILLS)
            case Name("turn", _):
                return self.turn
            case Name("variable", key):
                return self.variables[key]
            case Name("visits", key):
                return min(self.visits.get(key, 0), 9)
            case Name("said", key):
                return key in self.said
            case Name("knows", key):
                return key in self.knows
            case Name("run", key):
                return min(self.runs.get(key, 0), 9)
        raise AssertionError(part)

    def offered(self) -> list[Choice]:
        if self.over:
            return []
        there = [
            choice
            for choice in self.moment.choices
            if self.holds(choice.when) and not (choice.once and f"{self.at}.{choice.id}" in self.said)
        ]
        usual = [choice for choice in there if not choice.fallback]
        return usual or [choice for choice in there if choice.fallback]

    def effect(self, choice: Choice) -> list[dict[str, int]]:
        parts = []
        for name in choice.techniques:
            technique = self.rubric.techniques[name]
            base = dict(zip(MEASURES, technique.effects, strict=True))
            parts.append(base)
            for ghost in self.scenario.patient.ghosts:
                for sign, touched in ((-1, ghost.stung_by), (1, ghost.soothed_by)):
                    if name in touched:
                        parts.append(
                            {
                                key: _more(by, ghost.tenths)
                                for key, by in base.items()
                                if _good(key, by) * sign > 0
                            }
                        )
            for rule in technique.state:
                if self.holds(rule.when):
                    parts.append(dict(zip(MEASURES, rule.effects, strict=True)))
            for run in technique.runs:
                if self.runs.get(name, 0) + 1 >= run.start:
                    parts.append(dict(zip(MEASURES, run.effects, strict=True)))
        if choice.effects:
            parts.append(dict(zip(MEASURES, choice.effects, strict=True)))
        if any(self.rubric.techniques[name].never_penalised for name in choice.techniques):
            parts.append({key: -by for key, by in _sum(parts).items() if _good(key, by) < 0})
        return parts

    def choose(self, choice: Choice) -> None:
        self.told = [f"say {choice.id}"]
        parts = self.effect(choice)
        if self.rupture is not None:
            kind, left, cost = self.rupture
            if any(self.rubric.techniques[name].repairs for name in choice.techniques):
                parts.append({key: -by for key, by in cost.items()})
                parts.append(dict(zip(MEASURES, self.rubric.ruptures.repair, strict=True)))
                self.told.append(f"repair {kind}")
                self.rupture = None
            elif left == 1:
                self.told.append(f"leave {kind}")
                self.rupture = None
            else:
                self.rupture = (kind, left - 1, cost)
        wanted = _sum(parts)
        before = dict(self.measures)
        for key, by in wanted.items():
            low, high = (-99, 99) if key in SKILLS else (0, 100)
            self.measures[key] = max(low, min(high, self.measures[key] + by))
        self.moved = {key: self.measures[key] - before[key] for key in MEASURES}
        self.turn = min(self.turn + 1, 99)
        for change in choice.sets:
            held = self.variables[change.variable]
            self.variables[change.variable] = (
                max(-99, min(99, held + change.add)) if change.value is None else change.value
            )
        self.said.add(f"{self.at}.{choice.id}")
        self.runs = {name: self.runs.get(name, 0) + 1 for name in choice.techniques}
        self.torn = False
        if wanted["trust"] <= -self.rubric.ruptures.trust_fall:
            self.tear("withdrawal")
        if choice.confides and choice.confides not in self.knows:
            self.knows.add(choice.confides)
            self.told.append(f"confide {choice.confides}")
        road = self.road(choice.then)
        straight = road.visit is None and road.to and self.scenario.moments[road.to].ending
        if not straight:
            for point in self.scenario.turning_points:
                if point.id not in self.fired and self.holds(point.when):
                    self.fired.add(point.id)
                    self.told.append(f"turn {point.id}")
                    self.detours = []
                    self.enter(point.to)
                    return
        self.follow(road)

    def tear(self, kind: str) -> None:
        cost = {key: by for key, by in self.moved.items() if _good(key, by) < 0 and not self.torn}
        self.told = [told for told in self.told if not told.startswith("tear ")]
        if self.rupture is not None:
            cost = _sum([cost, self.rupture[2]])
        self.rupture = (kind, self.rubric.ruptures.window, cost)
        self.told.append(f"tear {kind}")
        self.torn = True

    def road(self, roads: tuple[Road, ...]) -> Road:
        return next(road for road in roads if self.holds(road.when))

    def follow(self, road: Road) -> None:
        if road.visit is None:
            self.enter(road.to or self.at)
        else:
            self.detours.append(road.to or self.at)
            self.enter(road.visit)

    torn = False

    def enter(self, name: str) -> None:
        self.at = name
        self.visits[name] = self.visits.get(name, 0) + 1
        moment = self.moment
        if moment.rupture:
            self.tear(moment.rupture)
        self.told.append(f"enter {name}")
        if moment.ending:
            self.told.append("end")
        elif moment.comes_back:
            self.enter(self.detours.pop())
        elif not moment.choices:
            self.follow(self.road(moment.then))


def _good(key: str, by: int) -> int:
    return -by if key == "guardedness" else by


def _more(by: int, tenths: int) -> int:
    extra = abs(by) * (tenths - 10)
    return (extra // 10 + (extra % 10 >= 5)) * (1 if by > 0 else -1)


def _sum(parts: list[dict[str, int]]) -> dict[str, int]:
    return {key: sum(part.get(key, 0) for part in parts) for key in MEASURES}
