"""The scenes that come with the game hold what they promise, whoever plays them."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest

from game.engine.scene import Scene
from game.model.scenario import STANCES
from tests.clinicians import walk
from tests.players import shipped

if TYPE_CHECKING:
    from game.model.state import State

SCENES = shipped().ids()
SKILLS = (0.0, 0.0, 0.3, 0.6, 0.8, 1.0)
ROADS = 4_000


@cache
def scene(name: str, language: str = "fr") -> Scene:
    catalogue = shipped()
    return Scene(catalogue.scenario(name, language), catalogue.rubric)


@cache
def roads(name: str) -> tuple[tuple[tuple[State, str], ...], ...]:
    """Many sessions by clinicians from clumsy to skilled. The most skilled always say the same."""
    best = tuple(walk(scene(name), 1.0, 0))
    skills = ((seed, SKILLS[seed % len(SKILLS)]) for seed in range(ROADS))
    return tuple(best if skill == 1.0 else tuple(walk(scene(name), skill, seed)) for seed, skill in skills)


@pytest.mark.parametrize("name", SCENES)
def test_every_ending_is_reached_and_every_reply_is_said_by_someone(name: str) -> None:
    moments = scene(name).scenario.moments.values()
    said = {(state.moment, choice) for road in roads(name) for state, choice in road}
    endings = {state.moment for road in roads(name) for state, choice in road if not choice}
    assert {moment.id for moment in moments if moment.ending} - endings == set()
    assert {(moment.id, choice.id) for moment in moments for choice in moment.choices} - said == set()


@pytest.mark.parametrize("name", SCENES)
def test_two_to_five_replies_are_offered_at_any_time(name: str) -> None:
    from game.engine.play import choices

    counts = Counter(
        len(choices(scene(name), state)) for road in roads(name) for state, choice in road if choice
    )
    assert set(counts) <= {2, 3, 4, 5}


@pytest.mark.parametrize("name", SCENES)
def test_what_is_confided_was_ready_to_be(name: str) -> None:
    played = scene(name)
    needs = {
        secret.id: played.condition(secret.needs)
        for secret in played.scenario.patient.secrets
        if secret.needs is not None
    }
    for road in roads(name):
        for state, choice in road[:-1]:
            secret = played.moments[state.moment].by_id[choice].source.confides
            holds = needs.get(secret) if secret else None
            assert holds is None or holds(state), f"{secret} at {state.moment}"


@pytest.mark.parametrize("name", SCENES)
def test_a_risk_can_be_asked_about_on_every_road_to_an_ending_that_is_no_walkout(name: str) -> None:
    from game.engine.play import choices

    played = scene(name)
    if played.scenario.risk is None:
        return
    for road in roads(name):
        ending = played.scenario.moments[road[-1][0].moment].ending
        asked = any(
            "direct_safety_question" in choice.techniques
            for state, said in road
            if said
            for choice in choices(played, state)
        )
        assert ending is not None
        assert asked or ending.outcome == "walkout", [said for _, said in road]


def test_skill_pays_and_chance_does_not() -> None:
    outcomes: dict[float, Counter[str]] = {}
    for seed, road in enumerate(roads("lea")):
        ending = scene("lea").scenario.moments[road[-1][0].moment].ending
        assert ending is not None
        outcomes.setdefault(SKILLS[seed % len(SKILLS)], Counter())[ending.outcome] += 1
    assert outcomes[1.0]["alliance"] == outcomes[1.0].total()
    assert outcomes[0.8]["alliance"] > outcomes[0.8].total() / 2
    assert outcomes[0.0]["alliance"] < 0.03 * outcomes[0.0].total()


def test_lea_holds_what_a_full_scene_holds() -> None:
    scenario = scene("lea").scenario
    moments = scenario.moments.values()
    assert 45 <= len(moments) <= 70
    assert {moment.ending.outcome for moment in moments if moment.ending} == {
        "alliance",
        "opening",
        "undecided",
        "closed",
        "walkout",
    }
    assert len(scenario.patient.ghosts) == 2
    assert len(scenario.patient.secrets) == 3
    assert sum(moment.inner is not None for moment in moments) == 2
    assert sum(moment.probe is not None for moment in moments) == 3
    assert sum(moment.offers is not None for moment in moments) >= 8
    assert scenario.risk == "suicide"


def test_every_inner_voice_can_be_noticed_set_aside_and_acted_out() -> None:
    for moment in scene("lea").scenario.moments.values():
        if moment.inner:
            assert {choice.inner for choice in moment.choices} >= set(STANCES), moment.id


def test_one_rupture_can_be_repaired_and_one_cannot() -> None:
    played = scene("lea")
    repairable = {
        moment.id: any(
            played.rubric.techniques[name].repairs for choice in moment.choices for name in choice.techniques
        )
        for moment in played.scenario.moments.values()
        if moment.rupture
    }
    assert any(repairable.values())
    assert not all(repairable.values())


@pytest.mark.parametrize("name", SCENES)
def test_both_languages_lead_the_same_way(name: str) -> None:
    french, english = scene(name, "fr"), scene(name, "en")
    for road in roads(name)[:60]:
        state = road[0][0]
        from game.engine.play import choose

        for before, choice in road[:-1]:
            assert state == before
            state, _ = choose(english, state, choice)
        assert state == road[-1][0]
    assert french.scenario.digest == english.scenario.digest
