"""The explorer agrees with brute force on small random scenes, and tells loops, bounds and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.explore.exploration import Growth
from game.authoring.explore.explore import explore
from game.engine.play import is_over
from game.engine.replay import replay
from game.engine.scene import Scene
from tests.authoring.explore.brute import truth
from tests.engine.random_scenes import random_scenario
from tests.engine.table import rubric, scene

if TYPE_CHECKING:
    from game.authoring.explore.walk import Walk

SEEDS = 700
MOST_STATES = 2_500
"""Scenes with more whole states than this are left to the explorer alone: brute force takes too long."""


def compared(seed: int) -> bool:
    """Whether the scene of a seed is small enough to compare; every figure has to agree."""
    scenario = random_scenario(seed)
    if scenario is None:
        return False
    prepared = Scene(scenario, rubric())
    true = truth(prepared, MOST_STATES)
    if true is None:
        return False
    told = explore(prepared)
    assert told.exhaustive
    assert {name: len(path) for name, path in told.moments.items()} == true.moments
    assert {place: len(path) - 1 for place, path in told.choices.items()} == true.choices
    assert {name: len(path) - 1 for name, path in told.secrets.items()} == true.secrets
    assert {name: len(path) for name, path in told.turning_points.items()} == true.turning_points
    assert {name: len(path) for name, path in told.stuck.items()} == true.stuck
    assert {place: len(path) - 1 for place, path in told.too_early.items()} == true.too_early
    assert {name: list(one.least) for name, one in told.endings.items()} == true.least
    assert {name: list(one.most) for name, one in told.endings.items()} == true.most
    assert {name: one.shortest for name, one in told.endings.items()} == true.shortest
    assert {name: one.longest for name, one in told.endings.items()} == true.longest
    assert told.score_exact
    return True


def test_it_agrees_with_brute_force() -> None:
    assert sum(compared(seed) for seed in range(SEEDS)) >= 200


LOOP = """
  a:
    choices:
      again: {say: A, technique: %s, then: a}
      enough: {say: B, technique: summary, then: bye}
"""


def test_a_loop_that_gains_is_told_with_its_skill() -> None:
    told = explore(scene(LOOP % "validation"))
    assert Growth("a", "empathy", 1) in told.growth
    assert {one.direction for one in told.growth} == {1}
    assert told.endings["bye"].most[0] == 99
    assert told.endings["bye"].longest is None
    assert told.endings["bye"].shortest == 1


def test_a_loop_that_loses_is_told_as_well() -> None:
    told = explore(scene(LOOP % "judging"))
    assert Growth("a", "non_judgment", -1) in told.growth
    assert told.endings["bye"].least[1] == -99


def test_a_loop_that_moves_no_skill_is_no_growth() -> None:
    empathy, _, listening, *_ = _effect("open_question")
    told = explore(
        scene(
            f"""
  a:
    choices:
      again: {{say: A, technique: open_question, then: a,
        effects: {{empathy: {-empathy}, listening: {-listening}}}}}
      enough: {{say: B, technique: summary, then: bye}}
"""
        )
    )
    assert told.growth == ()


def _effect(technique: str) -> tuple[int, ...]:
    return rubric().techniques[technique].effects


def test_what_stands_beside_a_loop_is_not_on_it() -> None:
    """The skill is at its limit after the loop as well, but does not grow there."""
    told = explore(
        scene(
            """
  a:
    choices:
      again: {say: A, technique: validation, then: a}
      on: {say: B, technique: closed_question, then: b}
  b:
    choices:
      end: {say: C, technique: closed_question, then: bye}
"""
        )
    )
    assert {one.moment for one in told.growth} == {"a"}


def test_roads_lead_where_they_say() -> None:
    checked = 0
    for seed in range(300):
        scenario = random_scenario(seed)
        if scenario is None or truth(prepared := Scene(scenario, rubric()), MOST_STATES) is None:
            continue
        told = explore(prepared)
        for name, ending in told.endings.items():
            state = replay(prepared, 5, ending.path).state
            assert state.moment == name
            assert is_over(prepared, state)
            values = [*state[1:8], sum(state[1:6])]
            assert all(
                low <= value <= high
                for low, value, high in zip(ending.least, values, ending.most, strict=True)
            )
            checked += 1
    assert checked > 60


def test_interrupted_it_tells_what_was_seen() -> None:
    calls = 0

    def tell(_walk: Walk) -> bool:
        nonlocal calls
        calls += 1
        return calls < 3

    told = explore(scene(LOOP % "validation"), tell=tell)
    assert (told.stopped, told.exhaustive) == ("interrupted", False)
    assert "a" in told.moments
    assert told.transitions > 0


def test_too_little_memory_is_told_and_is_no_crash() -> None:
    told = explore(scene(LOOP % "validation"), memory=1_000)
    assert (told.stopped, told.exhaustive) == ("memory", False)
