"""Explores a scene: walks its states, tells the figures apart as far as they need it, and finds the roads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.explore.batch import CARRIED, SUM
from game.authoring.explore.exploration import EndingReached, Exploration, There
from game.authoring.explore.growth import growth
from game.authoring.explore.parts import SCORE
from game.authoring.explore.paths import Paths
from game.authoring.explore.table import MAX_DEPTH
from game.authoring.explore.walk import OUT_OF_MEMORY, Walk, column_ranges

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.authoring.explore.table import Table
    from game.engine.scene import Scene

MEMORY = 2 << 30
"""Bytes that the states may take, unless somebody says otherwise."""

FOR_THE_SCORE = 32 << 20
"""Bytes that may be spent on telling skills apart for nothing but the score's exact least and most."""


def explore(
    scene: Scene, memory: int = MEMORY, tell: Callable[[Walk], bool] = lambda _walk: True
) -> Exploration:
    """Everything that a session of the scene can come to, exactly.

    `tell` is called between two batches of states; where it answers false, the exploration stops and holds
    what was seen. So it does where the states would need more than `memory` bytes.
    """
    walk = _walked(scene, memory, tell)
    paths = Paths(walk)
    ended = {name: table for name, table in walk.tables.items() if scene.moments[name].ended is not None}
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
        endings={
            name: _ending(table, paths.shortest(name))
            for name, table in ended.items()
            if len(table.rows.keys)
        },
        stuck=paths.met("stuck"),
        too_early={_place(name): path for name, path in paths.met("too_early").items()},
        growth=() if walk.stopped else growth(walk, tell),
        score_exact=not walk.limits_met - walk.tracked,
        there={name: _there(table) for name, table in walk.tables.items() if len(table.rows.keys)},
    )


def _walked(scene: Scene, memory: int, tell: Callable[[Walk], bool]) -> Walk:
    """A walk that tells apart every skill whose limits matter to something else.

    Most skills matter to nothing but their own least and most, which travel with the states. Where one meets
    its limit, the score and the cost of a rupture may depend on how much of a change the limit left over.
    """
    walk = Walk(scene, memory)
    walk.open()
    walk.run(tell)
    while not walk.stopped:
        reads_score = any(SCORE in parts for parts in walk.parts.of.values())
        by_skill = bool(reads_score and walk.limits_met)
        needed = walk.steps.clamped | (walk.limits_met - walk.tracked)
        if not needed and not by_skill:
            return walk
        only_score = not walk.steps.clamped and not by_skill
        closer = Walk(
            scene, min(memory, FOR_THE_SCORE) if only_score else memory, walk.tracked | needed, by_skill
        )
        closer.open()
        closer.run(tell)
        if closer.stopped == OUT_OF_MEMORY and only_score:
            return walk
        walk = closer
    return walk


def _place(name: str) -> tuple[str, str]:
    moment, _, choice = name.partition(".")
    return moment, choice


def _there(table: Table) -> There:
    (guard, trust), (most_guard, most_trust) = (ends.tolist() for ends in column_ranges(table))
    return There((guard, most_guard), (trust, most_trust))


def _ending(table: Table, path: tuple[str, ...]) -> EndingReached:
    carried, depth = table.rows.carried, table.rows.depth
    low, high = column_ranges(table)
    least, most = carried[:, :CARRIED].min(axis=0), carried[:, CARRIED:].max(axis=0)
    longest = int(depth[:, 1].max())
    return EndingReached(
        path,
        tuple(map(int, (*least[:SUM], *low, least[SUM]))),
        tuple(map(int, (*most[:SUM], *high, most[SUM]))),
        int(depth[:, 0].min()),
        None if longest >= MAX_DEPTH else longest,
    )
