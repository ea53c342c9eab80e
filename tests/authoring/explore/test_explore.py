"""The explorer agrees with brute force on small random scenes, and tells loops, bounds and ends."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from game.authoring.explore.exploration import Growth
from game.authoring.explore.explore import explore
from game.authoring.explore.kept import kept
from game.authoring.explore.parts import Parts
from game.engine.play import choices, choose, is_over, start
from game.engine.replay import replay
from game.engine.scene import Scene
from game.model.measures import SKILLS
from tests.assets.explored import FOLDER
from tests.authoring.explore.brute import Truth, truth
from tests.engine.random_scenes import random_scenario
from tests.engine.table import rubric, scene
from tests.players import shipped

if TYPE_CHECKING:
    from game.authoring.explore.exploration import Exploration
    from game.authoring.explore.walk import Walk
    from game.model.scenario import Scenario

SEEDS = 600
MOST_STATES = 1_500
"""Scenes with more whole states than this are left to the explorer alone: brute force takes too long."""


def harder(scenario: Scenario, seed: int) -> Scenario:
    """The scene with its own conditions in more places: replies that may be all gone, secrets with needs."""
    pick = random.Random(seed)
    known = [choice.when for one in scenario.moments.values() for choice in one.choices if choice.when]
    if not known:
        return scenario
    moments = {
        name: moment._replace(
            choices=tuple(
                choice._replace(when=choice.when or (pick.choice(known) if pick.random() < 0.3 else None))
                for choice in moment.choices
            )
        )
        for name, moment in scenario.moments.items()
    }
    secrets = tuple(secret._replace(needs=pick.choice(known)) for secret in scenario.patient.secrets)
    return scenario._replace(moments=moments, patient=scenario.patient._replace(secrets=secrets))


def small(seed: int) -> tuple[Scene, Truth] | None:
    """A seed's scene and all that is true of it, where it is small enough; every other one is made harder."""
    scenario = random_scenario(seed)
    if scenario is None:
        return None
    prepared = Scene(harder(scenario, seed) if seed % 2 else scenario, rubric())
    true = truth(prepared, MOST_STATES)
    return None if true is None else (prepared, true)


def compared(seed: int) -> set[str]:
    """The features of a seed's scene where it is small enough to compare; then every figure has to agree."""
    found = small(seed)
    if found is None:
        return set()
    prepared, true = found
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
    return features(prepared, told)


@pytest.mark.long
def test_it_agrees_with_brute_force() -> None:
    found = [have for seed in range(SEEDS) if (have := compared(seed))]
    assert len(found) >= 200
    met = Counter(feature for have in found for feature in have)
    assert {feature for feature in FEATURES if met[feature] < 4} == set()


FEATURES = (
    "run", "visits", "said", "knows", "variable", "score", "turn", "once", "fallback", "secret", "repair",
    "marked rupture", "rupture by trust", "detour", "turning point", "stuck", "too early",
)  # fmt: skip


def features(prepared: Scene, told: Exploration) -> set[str]:
    """What a scene's rules carry along, and what its sessions come to."""
    scenario = prepared.scenario
    found = {part[0] for part in set().union(*Parts(prepared).of.values())}
    moments = [scenario.moments[name] for name in told.moments]
    pairs = [(moment, choice) for moment in moments for choice in moment.choices]
    said = [choice for moment, choice in pairs if (moment.id, choice.id) in told.choices]
    signs = {
        "once": any(choice.once for choice in said),
        "fallback": any(choice.fallback for choice in said),
        "secret": told.secrets,
        "repair": any(rubric().techniques[name].repairs for choice in said for name in choice.techniques),
        "marked rupture": any(moment.rupture for moment in moments),
        "rupture by trust": any(choice.effects and choice.effects[6] <= -20 for choice in said),
        "detour": any(road.visit for choice in said for road in choice.then),
        "turning point": told.turning_points,
        "stuck": told.stuck,
        "too early": told.too_early,
    }
    return found | {name for name, holds in signs.items() if holds}


def test_ten_thousand_random_sessions_never_leave_the_proved_range() -> None:
    catalogue = shipped()
    for name in catalogue.ids():
        prepared = Scene(catalogue.scenario(name, ""), catalogue.rubric)
        told = kept(FOLDER, prepared) or explore(prepared)
        pick = random.Random(name)
        for _ in range(10_000 // len(catalogue.ids())):
            state, replies = start(prepared), 0
            while not is_over(prepared, state):
                choice = pick.choice(choices(prepared, state)).id
                assert (state.moment, choice) in told.choices
                there = told.there[state.moment]
                assert there.guardedness[0] <= state.guardedness <= there.guardedness[1]
                assert there.trust[0] <= state.trust <= there.trust[1]
                state, _ = choose(prepared, state, choice)
                replies += 1
            ending = told.endings[state.moment]
            assert ending.shortest <= replies
            assert ending.longest is None or replies <= ending.longest
            values = [*state[1:8], sum(state[1:6])]
            for low, value, high in zip(ending.least, values, ending.most, strict=True):
                assert low <= value <= high


def test_more_memory_only_ever_shows_more() -> None:
    stopped = 0
    for seed in range(60):
        found = small(seed)
        if found is None:
            continue
        whole = explore(found[0])
        for memory in (1_000, 3_000, 10_000, 40_000):
            part = explore(found[0], memory)
            stopped += part.stopped == "memory"
            assert set(part.moments) <= set(whole.moments)
            assert set(part.choices) <= set(whole.choices)
    assert stopped >= 20


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


@pytest.mark.long
def test_roads_lead_where_they_say() -> None:
    checked = 0
    for seed in range(300):
        found = small(seed)
        if found is None:
            continue
        prepared = found[0]
        told = explore(prepared)
        for name, ending in told.endings.items():
            state = replay(prepared, 5, ending.path).state
            assert state.moment == name
            assert is_over(prepared, state)
            values = [*state[1:8], sum(state[1:6])]
            for low, value, high in zip(ending.least, values, ending.most, strict=True):
                assert low <= value <= high
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


def test_loops_of_any_shape_are_told() -> None:
    """A loop over three moments of which one loses: only what the whole round gains counts."""
    told = explore(
        scene(
            """
  a:
    choices:
      on: {say: A, technique: summary, then: b, effects: {empathy: 5}}
      off: {say: B, technique: summary, then: c}
  b:
    choices:
      back: {say: C, technique: summary, then: a, effects: {empathy: -7}}
      on: {say: D, technique: summary, then: c, effects: {empathy: -1}}
  c:
    choices:
      back: {say: E, technique: summary, then: a, effects: {benevolence: -9}}
      end: {say: F, technique: summary, then: bye}
"""
        )
    )
    grown = {(one.skill, one.direction) for one in told.growth}
    base = dict(zip(SKILLS, _effect("summary"), strict=False))
    rounds = {
        "a.on, b.back": {"empathy": -2 + 2 * base["empathy"], "benevolence": 2 * base["benevolence"]},
        "a.off, c.back": {"empathy": 2 * base["empathy"], "benevolence": -9 + 2 * base["benevolence"]},
        "a.on, b.on, c.back": {
            "empathy": 4 + 3 * base["empathy"],
            "benevolence": -9 + 3 * base["benevolence"],
        },
    }
    for skill in ("empathy", "benevolence"):
        assert ((skill, 1) in grown) == any(gain[skill] > 0 for gain in rounds.values())
        assert ((skill, -1) in grown) == any(gain[skill] < 0 for gain in rounds.values())
