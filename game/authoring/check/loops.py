"""Loops of replies that are always there, and what one round of them brings at the least."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.facts import Spot
from game.authoring.check.ranges import Box, Range, never
from game.loading.graph import rings
from game.model.measures import GUARDEDNESS, MEASURES, SKILL_LIMIT, SKILLS, STATE_LIMIT, TRUST
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.authoring.check.ranges import Values
    from game.authoring.check.study import Study
    from game.model.expression import Name
    from game.model.measures import Deltas
    from game.model.scenario import Moment, Road

MAX_PASSES = 30
"""A loop of more replies may be missed: no player goes round it for the points, and a scene of thousands of
moments is to be checked at once."""


class Gain(NamedTuple):
    """A loop of replies in which a skill grows each time round."""

    moment: str
    skill: str


class _Step(NamedTuple):
    """A reply that is always there: where from, where to, and the least and the most that it moves."""

    start: str
    to: str
    least: Deltas
    most: Deltas


def endless_gains(study: Study) -> Iterator[Gain]:
    """Loops that can be walked without end, and in which a skill is sure to grow each time round.

    A loop that a turning point may end for good is left out; so is what only conditions can tell.
    """
    steps = _rounds(list(_steps(study)))
    if not steps:
        return
    for index, skill in enumerate(SKILLS):
        ring = _growing(steps, index)
        if ring and not _ended(study, ring, index):
            order = list(study.scenario.moments)
            yield Gain(min((step.start for step in ring), key=order.index), skill)


def _steps(study: Study) -> Iterator[_Step]:
    moments = study.scenario.moments
    for moment, choice in study.replies():
        if choice.when is not None or choice.once or choice.fallback:
            continue
        to = _next(moments, choice.then, moment.id)
        if to:
            least, most = study.weights.bounds(choice)
            yield _Step(moment.id, to, least, most)


def _next(moments: Mapping[str, Moment], roads: tuple[Road, ...], here: str) -> str:
    """The moment that waits for the next reply, where that is always the same; empty where it is not."""
    for _ in range(MAX_PASSES):
        if len(roads) != 1 or roads[0].when is not None or roads[0].visit is not None:
            return ""
        here = roads[0].to or here
        if moments[here].choices:
            return here
        roads = moments[here].then
    return ""


def _rounds(steps: list[_Step]) -> list[_Step]:
    """The steps that are part of some loop."""
    roads: dict[str, list[str]] = {}
    for step in steps:
        roads.setdefault(step.start, []).append(step.to)
        roads.setdefault(step.to, [])
    ring = rings(roads)
    return [step for step in steps if ring[step.start] == ring[step.to]]


def _growing(steps: list[_Step], skill: int) -> list[_Step]:
    """A loop in which the skill grows, found by Bellman and Ford's walk; empty where none was found."""
    gained = dict.fromkeys((step.start for step in steps), 0)
    came: dict[str, _Step] = {}
    for _ in range(MAX_PASSES):
        changed = False
        for step in steps:
            value = gained[step.start] + step.least[skill]
            if value > gained[step.to]:
                gained[step.to] = value
                came[step.to] = step
                changed = True
        if not changed:
            return []
        ring = _closed(came)
        if ring:
            return ring
    return []


def _closed(came: dict[str, _Step]) -> list[_Step]:
    """A loop among the steps by which each moment was reached best."""
    seen: dict[str, str] = {}
    for first in came:
        name = first
        while name in came and name not in seen:
            seen[name] = first
            name = came[name].start
        if name in came and seen[name] == first:
            ring = [came[name]]
            while ring[-1].start != name:
                ring.append(came[ring[-1].start])
            return ring
    return []


def _ended(study: Study, ring: list[_Step], skill: int) -> bool:
    """Whether a turning point may take the session out of the loop, once it was walked many times."""
    least = [sum(column) for column in zip(*(step.least for step in ring), strict=True)]
    most = [sum(column) for column in zip(*(step.most for step in ring), strict=True)]
    swing = [
        sum(max(abs(step.least[at]), abs(step.most[at])) for step in ring) for at in range(len(MEASURES))
    ]
    known: dict[str, Values] = {SKILLS[skill]: Range(SKILL_LIMIT - swing[skill], SKILL_LIMIT)}
    if most[GUARDEDNESS] < 0:
        known["guardedness"] = Range(0, swing[GUARDEDNESS])
    if least[TRUST] > 0:
        known["trust"] = Range(STATE_LIMIT - swing[TRUST], STATE_LIMIT)

    def values(name: Name) -> Values:
        return known.get(name.key) or study.facts.of(name, Spot())

    here = ring[0].start
    return any(
        not study.roads.may_precede(point.to, here) and not never(point.when, Box(values))
        for point in study.scenario.turning_points
    )
