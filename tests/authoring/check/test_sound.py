"""What the rules call impossible or certain is so in every state of many random scenes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.authoring.check.facts import Spot
from game.authoring.check.ranges import always, never
from game.authoring.check.rules import RULES
from game.authoring.explore.explore import explore
from game.engine.conditions import compile_condition
from game.engine.play import choices, choose, start
from game.engine.scene import Scene
from game.model.expression import names
from tests.authoring.check.desk import study_of
from tests.authoring.explore.brute import truth
from tests.engine.random_scenes import random_scenario
from tests.engine.table import rubric

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.scenario import Choice
    from game.model.state import State

SEEDS = range(250)
MOST_STATES = 250


def scenes() -> Iterator[tuple[Scene, Study]]:
    for seed in SEEDS:
        scenario = random_scenario(seed)
        if scenario is not None:
            yield Scene(scenario, rubric()), study_of(scenario)


def seen(scene: Scene) -> Iterator[tuple[State, Choice | None, State]]:
    """Some states of a scene, each with the reply that it came from and the state before."""
    first = start(scene)
    todo, known = [first], {first}
    yield first, None, first
    while todo and len(known) < MOST_STATES:
        before = todo.pop()
        for choice in choices(scene, before):
            after, _ = choose(scene, before, choice.id)
            yield after, choice.source, before
            if after not in known:
                known.add(after)
                todo.append(after)


def test_conditions_are_judged_as_sessions_find_them() -> None:
    judged = 0
    for scene, study in scenes():
        claims = [
            (one, expected, compile_condition(one.when, scene.positions))
            for one in study.conditions
            for expected, proved in ((False, never), (True, always))
            if proved(one.when, study.facts.box(one.spot))
        ]
        visited = {id(one) for one, _, _ in claims if any(name.kind == "visits" for name in names(one.when))}
        judged += len(claims)
        for after, reply, before in seen(scene):
            for one, expected, holds in claims:
                moment, choice = one.spot
                standing = choice is None and moment in ("", after.moment)
                said = choice is not None and (moment, choice) == (before.moment, reply)
                if standing or (said and id(one) not in visited):
                    assert holds(after) == expected
    assert judged > 200


def test_turning_points_are_judged_as_sessions_find_them() -> None:
    judged = 0
    for scene, study in scenes():
        for point in scene.scenario.turning_points:
            holds = compile_condition(point.when, scene.positions)
            box = study.facts.box(Spot())
            for expected, proved in ((False, never), (True, always)):
                if proved(point.when, box):
                    judged += 1
                    assert all(
                        holds(after) == expected for after, reply, _ in seen(scene) if reply is not None
                    )
    assert judged > 5


def test_a_moment_may_precede_another_where_a_session_came_that_way() -> None:
    for scene, study in scenes():
        for after, reply, before in seen(scene):
            if reply is not None:
                assert study.roads.may_precede(before.moment, after.moment)
                assert after.moment in study.open_roads.reachable()
                assert after.moment != before.moment or study.roads.comes_again(after.moment)


PROVED = ("FS106", "FS108", "FS131", "FS132", "FS103", "FS130")


def told(study: Study) -> set[tuple[str, str]]:
    return {(one.code, str(one.values)) for rule in RULES for one in rule(study)}


@pytest.fixture(scope="module")
def explored() -> list[tuple[Study, Study]]:
    """Studies of the same small scene without and with its exploration."""
    found = []
    for seed in SEEDS:
        scenario = random_scenario(seed)
        if scenario is None or truth(Scene(scenario, rubric()), MOST_STATES) is None:
            continue
        found.append((study_of(scenario), study_of(scenario, explore(Scene(scenario, rubric())))))
    assert len(found) > 50
    return found


def test_what_is_told_without_an_exploration_an_exploration_proves(
    explored: list[tuple[Study, Study]],
) -> None:
    sure = 0
    for alone, with_proof in explored:
        guessed = {one for one in told(alone) if one[0] in PROVED}
        sure += len(guessed)
        assert guessed <= told(with_proof)
    assert sure > 20
