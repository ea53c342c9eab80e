"""The parts of a state that a moment's future can depend on; everything else need not be told apart.

A part is named by its kind and key, as conditions name it. What no condition, effect or repair can read any
more from a moment on is no part there (liveness; Kildall 1973). Counters stop at the greatest number that
anything compares them with, and one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.effects import InARow
from game.model.expression import Arithmetic, Both, Compare, Literal, Name, Not, names
from game.model.measures import COUNT_LIMIT, SKILL_LIMIT, SKILLS, STATE_LIMIT, TURN_LIMIT
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from game.engine.scene import PreparedChoice, PreparedMoment, Scene, Way
    from game.model.expression import Expression

Part = tuple[str, str]

GUARD: Part = ("measure", "guardedness")
TRUST: Part = ("measure", "trust")
SCORE: Part = ("score", "")
TURN: Part = ("turn", "")
LEFT: Part = ("left", "")
"""Turns in which an open rupture can still be repaired; 0: none is open."""
COST: Part = ("cost", "")
"""What a repair gives back, by its number."""
DETOURS: Part = ("detours", "")
"""Where to come back to, by its number."""

_MANY = 1 << 20
"""More different costs, or ways to come back, than a scene has."""


class Range(NamedTuple):
    """The numbers of a part: from `low`, `size` of them."""

    low: int
    size: int


_SKILL = Range(-SKILL_LIMIT, 2 * SKILL_LIMIT + 1)


class Parts:
    """What counts where in a scene.

    `of` holds each moment's parts, always the guard and trust first. `tracked` are skills that are told apart
    although no condition reads them; `by_skill` splits the score into its skills.
    """

    def __init__(self, scene: Scene, tracked: Collection[str] = (), by_skill: bool = False) -> None:
        self._scene = scene
        self.by_skill = by_skill
        self._tracked = frozenset(("measure", skill) for skill in tracked)
        self._moments = {name: scene.moments[name] for name in scene.scenario.moments}
        self.codes = _codes(scene)
        self._limits = self._find_limits()
        self._landings = sorted(scene.scenario.bounds.landings)
        self._points = [(("fired", point.id), point) for _, _, point in scene.turning_points]
        self.detours = any(way.visit for _, ways in self._all_ways() for way in ways)
        self.ruptures = self._where_a_rupture_matters()
        live = self._live()
        self.of: dict[str, tuple[Part, ...]] = {}
        for name in self._moments:
            also = {DETOURS} if self.detours else set()
            if self.ruptures[name]:
                also |= {LEFT, COST}
            self.of[name] = (GUARD, TRUST, *sorted((live[name] | also) - {GUARD, TRUST}))

    def range(self, part: Part) -> Range:
        """The numbers that a part can be."""
        kind, key = part
        if kind == "measure":
            return Range(0, STATE_LIMIT + 1) if part in (GUARD, TRUST) else _SKILL
        if kind == "score":
            return Range(-SKILL_LIMIT * len(SKILLS), 2 * SKILL_LIMIT * len(SKILLS) + 1)
        if kind == "variable":
            first = self._scene.scenario.variables[key]
            if isinstance(first, bool):
                return Range(0, 2)
            return Range(0, len(self.codes)) if isinstance(first, str) else _SKILL
        if kind in ("visits", "run", "turn"):
            return Range(0, self.limit(part) + 1)
        if part == LEFT:
            return Range(0, self._scene.rubric.ruptures.window + 1)
        return Range(0, _MANY if part in (COST, DETOURS) else 2)

    def limit(self, part: Part) -> int:
        """Where a counter may stop."""
        return self._limits.get(part, 0)

    def read_by(self, expression: Expression | None) -> set[Part]:
        """The parts that a condition reads."""
        found: set[Part] = set()
        for name in () if expression is None else names(expression):
            if name.kind == "score" and self.by_skill:
                found |= {("measure", skill) for skill in SKILLS}
            else:
                found.add((name.kind, name.key))
        return found

    def targets(self, moment: str) -> Iterator[str]:
        """Every moment that can be entered straight from one."""
        prepared = self._moments[moment]
        if prepared.source.comes_back:
            yield from self._landings
        for way in prepared.ways:
            yield way.visit or way.to
        for choice in prepared.by_id.values():
            yield from self._targets_of(choice)

    def _targets_of(self, choice: PreparedChoice) -> Iterator[str]:
        for way in choice.ways:
            yield way.visit or way.to
        if not all(way.ends for way in choice.ways):
            yield from (point.to for _, point in self._points)

    def _all_ways(self) -> Iterator[tuple[PreparedMoment, tuple[Way, ...]]]:
        for moment in self._moments.values():
            yield moment, moment.ways
            for choice in moment.by_id.values():
                yield moment, choice.ways

    def _find_limits(self) -> dict[Part, int]:
        limits: dict[Part, int] = {}
        for expression in self._expressions():
            for part, limit in _compared(expression):
                limits[part] = max(limits.get(part, 0), limit)
        for technique in self._scene.rubric.techniques.values():
            for rule in technique.runs:
                part = ("run", technique.id)
                limits[part] = min(max(limits.get(part, 0), rule.start), COUNT_LIMIT)
        return limits

    def _expressions(self) -> Iterator[Expression]:
        scenario = self._scene.scenario
        for moment in scenario.moments.values():
            yield from (road.when for road in moment.then if road.when is not None)
            for choice in moment.choices:
                if choice.when is not None:
                    yield choice.when
                yield from (road.when for road in choice.then if road.when is not None)
        yield from (point.when for point in scenario.turning_points)
        yield from (secret.needs for secret in scenario.patient.secrets if secret.needs is not None)
        for technique in self._scene.rubric.techniques.values():
            yield from (rule.when for rule in technique.state)

    def _live(self) -> dict[str, set[Part]]:
        """For each moment, the parts that anything can still read after it was entered."""
        live: dict[str, set[Part]] = {name: set() for name in self._moments}
        before: dict[str, list[str]] = {name: [] for name in self._moments}
        for name in self._moments:
            for target in set(self.targets(name)):
                before[target].append(name)
        todo = dict.fromkeys(reversed(self._moments))
        while todo:
            name, _ = todo.popitem()
            found = self._live_in(self._moments[name], live)
            if found != live[name]:
                live[name] = found
                todo.update(dict.fromkeys(before[name]))
        return live

    def _live_in(self, moment: PreparedMoment, live: dict[str, set[Part]]) -> set[Part]:
        found = set(self._tracked) if moment.by_id or moment.ways or moment.source.comes_back else set()
        if moment.source.comes_back:
            found |= _all(live[name] for name in self._landings)
        for way, road in zip(moment.ways, moment.source.then, strict=True):
            found |= self.read_by(road.when) | live[way.visit or way.to]
        for choice in moment.by_id.values():
            found |= self._read_before(choice, moment) | self._live_through(choice, live)
        return found

    def _read_before(self, choice: PreparedChoice, moment: PreparedMoment) -> set[Part]:
        found = self.read_by(choice.source.when)
        if choice.once:
            found.add(("said", f"{moment.source.id}.{choice.id}"))
        if choice.source.confides:
            secrets = self._scene.scenario.patient.secrets
            found |= self.read_by(next(one.needs for one in secrets if one.id == choice.source.confides))
        for asked in choice.effects.asks:
            found |= {("run", asked.technique)} if isinstance(asked, InARow) else self.read_by(asked)
        return found

    def _live_through(self, choice: PreparedChoice, live: dict[str, set[Part]]) -> set[Part]:
        """What is read after a choice, as far as the choice does not settle it."""
        found = _all(live[target] for target in self._targets_of(choice))
        for road in choice.source.then:
            found |= self.read_by(road.when)
        if not all(way.ends for way in choice.ways):
            for fired, point in self._points:
                found |= self.read_by(point.when) | {fired}
        settled = {("variable", change.variable) for change in choice.source.sets if change.value is not None}
        runs = {part for part in found if part[0] == "run" and part[1] not in choice.runs}
        return found - settled - runs

    def _where_a_rupture_matters(self) -> dict[str, frozenset[int]]:
        """For each moment, the turns left with which an open rupture may still be repaired."""
        window = self._scene.rubric.ruptures.window
        found: dict[str, set[int]] = {name: set() for name in self._moments}
        grown = True
        while grown:
            grown = False
            for name, moment in self._moments.items():
                matters = {left for left in range(1, window + 1) if self._matters(moment, left, found)}
                if matters != found[name]:
                    found[name], grown = matters, True
        return {name: frozenset(lefts) for name, lefts in found.items()}

    def _matters(self, moment: PreparedMoment, left: int, found: dict[str, set[int]]) -> bool:
        window = self._scene.rubric.ruptures.window
        if moment.source.rupture is not None:
            left = window
        if not moment.by_id:
            return any(left in found[target] for target in self.targets(moment.source.id))
        if any(choice.repairs for choice in moment.by_id.values()):
            return True
        if left == 1:
            return False
        return any({left - 1, window} & found[target] for target in self.targets(moment.source.id))


def _compared(expression: Expression) -> Iterator[tuple[Part, int]]:
    """Every counter that a condition reads, with the greatest number that makes a difference to it."""
    match expression:
        case Compare(_, Name() as name, Literal(value)) | Compare(_, Literal(value), Name() as name):
            most = _most(name)
            yield (name.kind, name.key), min(max(value + 1, 0), most) if type(value) is int else most
        case Compare(_, left, right) | Both(_, left, right) | Arithmetic(_, left, right):
            yield from _compared(left)
            yield from _compared(right)
        case Not(part):
            yield from _compared(part)
        case Name():
            yield (expression.kind, expression.key), _most(expression)


def _most(name: Name) -> int:
    return TURN_LIMIT if name.kind == "turn" else COUNT_LIMIT


def _codes(scene: Scene) -> dict[str, int]:
    """A number for every word that a variable can hold or be compared with."""
    words: dict[str, int] = {}
    for value in scene.scenario.variables.values():
        if isinstance(value, str):
            words.setdefault(value, len(words))
    for moment in scene.scenario.moments.values():
        for choice in moment.choices:
            for change in choice.sets:
                if isinstance(change.value, str):
                    words.setdefault(change.value, len(words))
    return words


def _all(sets: Iterable[set[Part]]) -> set[Part]:
    return set().union(*sets)
