"""The other road: the example in place of what was said, and what the rules make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.engine.play import choices, choose, is_over
from game.engine.replay import replay
from game.engine.scene import Scene
from game.engine.whatif import example, other_road
from game.engine.worth import worth
from game.model.events import EffectApplied
from tests.clinicians import walk
from tests.engine.random_scenes import random_scenario
from tests.engine.table import rubric, scene
from tests.players import shipped

if TYPE_CHECKING:
    from game.model.scenario import Scenario

TALK = """\
  a:
    choices:
      scold: {say: J, technique: judging, better: ask, then: b}
      ask: {say: A, technique: open_question, then: b}
      hear: {say: H, technique: complex_reflection, then: b}
      hidden: {say: X, technique: validation, when: trust >= 90, then: b}
      poke: {say: P, technique: closed_question, better: hidden, then: b}
  b:
    choices:
      good: {say: G, technique: validation, then: c}
      poor: {say: P, technique: minimising, then: bye}
  c: {choices: {last: {say: L, technique: summary, then: bye}}}
"""


def test_the_authors_example_comes_first() -> None:
    told = scene(TALK)
    session = replay(told, 0, ["scold", "poor"])
    assert example(told, session.turns[0].before, "scold") == "ask"


def test_an_example_that_is_not_on_offer_gives_way_to_the_best_that_is() -> None:
    told = scene(TALK)
    session = replay(told, 0, ["poke"])
    assert example(told, session.turns[0].before, "poke") == "hear"


def test_the_best_reply_has_no_example() -> None:
    told = scene(TALK)
    session = replay(told, 0, ["hear", "good"])
    assert [other_road(told, turn) for turn in session.turns] == [(), ()]


def test_the_other_road_goes_on_with_the_best_replies_until_the_session_ends() -> None:
    told = scene(TALK)
    session = replay(told, 0, ["scold", "poor"])
    road = other_road(told, session.turns[0])
    assert [turn.choice for turn in road] == ["ask", "good", "last"]
    assert [turn.number for turn in road] == [1, 2, 3]
    assert is_over(told, road[-1].after)


def test_the_other_road_is_as_long_as_asked() -> None:
    told = scene(TALK)
    session = replay(told, 0, ["scold", "poor"])
    assert [turn.choice for turn in other_road(told, session.turns[0], 2)] == ["ask", "good"]


def test_every_step_of_another_road_is_what_the_rules_make_of_it() -> None:
    scenarios = [(seed, random_scenario(seed)) for seed in range(60)]
    assert sum(_follows(seed, scenario) for seed, scenario in scenarios if scenario is not None) > 30


def _follows(seed: int, scenario: Scenario) -> int:
    """Checks every other road of a session, and counts them."""
    told = Scene(scenario, rubric())
    said: list[str] = []
    state = replay(told, seed, said).state
    while len(said) < 12 and (offered := choices(told, state)):
        said.append(offered[seed * len(said) % len(offered)].id)
        state, _ = choose(told, state, said[-1])
    roads = 0
    for turn in replay(told, seed, said).turns:
        road = other_road(told, turn)
        roads += bool(road)
        assert len(road) <= 3
        before = turn.before
        for step in road:
            assert step.before == before
            assert step.choice in [choice.id for choice in choices(told, before)]
            assert (step.after, step.events) == choose(told, before, step.choice)
            before = step.after
        assert not road or road[0].choice != turn.choice
        assert not road or len(road) == 3 or not choices(told, before)
    return roads


@pytest.mark.parametrize("name", shipped().ids())
def test_the_example_is_worth_more_than_what_was_said(name: str) -> None:
    catalogue = shipped()
    told = Scene(catalogue.scenario(name, "fr"), catalogue.rubric)
    compared = 0
    for seed in range(12):
        said = [choice for _, choice in walk(told, seed / 12, seed)[:-1]]
        for turn in replay(told, seed, said).turns:
            better = example(told, turn.before, turn.choice)
            if better:
                compared += 1
                assert _worth(told, turn.before, better) > _worth(told, turn.before, turn.choice)
    assert compared > 10


def _worth(told: Scene, state: object, choice: str) -> int:
    _, events = choose(told, state, choice)  # type: ignore[arg-type]
    change = next(event.change for event in events if isinstance(event, EffectApplied))
    return worth(change, told.moments[state.moment].by_id[choice].source.meets)  # type: ignore[attr-defined]
