"""Explores a scene: walks its states, tells the figures apart as far as they need it, and finds the roads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.authoring.explore.batch import SUM
from game.authoring.explore.exploration import EndingReached, Exploration, There
from game.authoring.explore.growth import growth
from game.authoring.explore.lengths import fewest, most
from game.authoring.explore.parts import GUARD, SCORE, TRUST
from game.authoring.explore.paths import Paths
from game.authoring.explore.spread import Roads, Spread
from game.authoring.explore.walk import INTERRUPTED, Walk
from game.model.measures import SKILL_LIMIT, SKILLS
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.authoring.explore.columns import Array
    from game.authoring.explore.table import Table
    from game.engine.scene import Scene

MEMORY = 2 << 30
"""Bytes that the states may take, unless somebody says otherwise."""

FOR_THE_SCORE = 128 << 20
"""Bytes that may be spent on telling skills apart for nothing but the score's exact least and most."""


class _Figures(NamedTuple):
    """A walk with its roads; `skills` has the most of each skill in each state, then of its negative."""

    walk: Walk
    roads: Roads
    worth: Array
    skills: Array


def explore(
    scene: Scene, memory: int = MEMORY, tell: Callable[[Walk], bool] = lambda _walk: True
) -> Exploration:
    """Everything that a session of the scene can come to, exactly.

    `tell` is called now and then; where it answers false, the exploration stops and holds what was seen. So
    it does where the states would need more than `memory` bytes.
    """
    figures = _walked(scene, memory, tell)
    walk, roads, worth, skills = figures
    go_on = _latch(walk, tell)
    gains = len(worth)
    depth = fewest(roads, walk.start, gains, lambda: True)
    paths = Paths(walk, roads, depth)
    exact = not _limits_met(skills) - walk.tracked
    longest = most(roads, walk.start, gains, go_on)
    scores = _scores(figures, exact, go_on)
    grown = () if walk.stopped else growth(roads, worth, skills, go_on)
    there = {name: _there(walk.tables[name]) for name in roads.names if walk.tables[name].count}

    def ending(name: str) -> EndingReached:
        rows = roads.rows(name)
        (low_guard, high_guard), (low_trust, high_trust) = there[name]
        high, low = skills[rows, :SUM].max(axis=0), -skills[rows, SUM:].max(axis=0)
        score = scores[rows].max(axis=0)
        longest_here = int(longest[rows].max()) if (longest[rows] >= 0).all() else None
        return EndingReached(
            paths.shortest(name),
            (*map(int, low), low_guard, low_trust, -int(score[1])),
            (*map(int, high), high_guard, high_trust, int(score[0])),
            int(depth[rows].min()),
            longest_here,
        )

    return Exploration(
        scene.scenario.id,
        scene.scenario.digest,
        walk.stopped,
        walk.states,
        walk.transitions,
        moments={**paths.standing(), **paths.met("moment")},
        choices={_place(name): path for name, path in paths.met("choice").items()},
        secrets=paths.met("secret"),
        turning_points=paths.met("turning_point"),
        endings={name: ending(name) for name in there if scene.moments[name].ended is not None},
        stuck=paths.met("stuck"),
        too_early={_place(name): path for name, path in paths.met("too_early").items()},
        growth=grown,
        score_exact=exact,
        there=there,
    )


def _latch(walk: Walk, tell: Callable[[Walk], bool]) -> Callable[[], bool]:
    """Asks `tell`, and marks the walk as interrupted once it says no."""

    def go_on() -> bool:
        if walk.stopped != INTERRUPTED and not tell(walk):
            walk.stopped = INTERRUPTED
        return walk.stopped != INTERRUPTED

    return go_on


def _walked(scene: Scene, memory: int, tell: Callable[[Walk], bool]) -> _Figures:
    """A walk that tells apart every skill whose limits matter to something else.

    Most skills matter to nothing but their own least and most, which travel with the states. Where one meets
    its limit, the score and the cost of a rupture may depend on how much of a change the limit left over.
    """
    figures = _figures(Walk(scene, memory), tell)
    while not figures.walk.stopped:
        walk = figures.walk
        limits = _limits_met(figures.skills)
        reads_score = any(SCORE in parts for parts in walk.parts.of.values())
        by_skill = bool(reads_score and limits)
        clamped = _clamped(figures)
        needed = clamped | (limits - walk.tracked)
        if not needed and not by_skill:
            return figures
        only_score = not clamped and not by_skill
        room = min(memory, FOR_THE_SCORE) if only_score else memory
        closer = _figures(Walk(scene, room, walk.tracked | needed, by_skill), tell)
        if closer.walk.stopped and only_score:
            if closer.walk.stopped == INTERRUPTED:
                walk.stopped = INTERRUPTED
            return figures
        figures = closer
    return figures


def _figures(walk: Walk, tell: Callable[[Walk], bool]) -> _Figures:
    walk.run(tell)
    roads = Roads(walk.tables, walk.names, walk.order)
    changes, _, _ = walk.steps.gains.table()
    worth = np.concatenate((changes, -changes), axis=1)
    spread = Spread(roads, worth, -SKILL_LIMIT, SKILL_LIMIT)
    if walk.states:
        spread.begin(walk.start, 0)
    spread.run(_latch(walk, tell))
    return _Figures(walk, roads, worth, spread.values)


def _limits_met(skills: Array) -> frozenset[str]:
    """Skills that stand at their limit in some state."""
    met = (skills.max(axis=0, initial=0) >= SKILL_LIMIT).reshape(2, SUM).any(axis=0)
    return frozenset(skill for skill, found in zip(SKILLS, met.tolist(), strict=True) if found)


def _clamped(figures: _Figures) -> frozenset[str]:
    """Skills that are not told apart and met their lower limit where it mattered to a rupture's cost."""
    _, _, watched = figures.walk.steps.gains.table()
    if not watched.any():
        return frozenset()
    hurt = np.zeros(SUM, bool)
    for entries in figures.roads.entries:
        counts = watched[entries.gain].any(axis=1)
        src, gain = entries.src[counts], entries.gain[counts]
        below = figures.skills[src, SUM:] + figures.worth[gain, SUM:] > SKILL_LIMIT
        hurt |= (below & watched[gain]).any(axis=0)
    return frozenset(SKILLS[place] for place in np.flatnonzero(hurt).tolist())


def _scores(figures: _Figures, exact: bool, go_on: Callable[[], bool]) -> Array:
    """The most of the score in each state and of its negative; bounds where it is not exact."""
    walk, roads, worth, skills = figures
    if not exact:
        return np.stack((skills[:, :SUM].sum(axis=1), skills[:, SUM:].sum(axis=1)), axis=1)
    _, total, _ = walk.steps.gains.table()
    highest = SKILL_LIMIT * SUM
    spread = Spread(roads, np.stack((total, -total), axis=1).astype(worth.dtype), -highest, highest)
    spread.begin(walk.start, 0)
    spread.run(go_on)
    return spread.values


def _place(name: str) -> tuple[str, str]:
    moment, _, choice = name.partition(".")
    return moment, choice


def _there(table: Table) -> There:
    columns = table.packing.unpack(table.keys)
    guard, trust = columns[GUARD], columns[TRUST]
    return There((int(guard.min()), int(guard.max())), (int(trust.min()), int(trust.max())))
