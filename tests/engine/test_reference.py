"""The engine against the rules told plainly, on scenes that nobody thought of."""

from __future__ import annotations

import random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.engine.effects import total
from game.engine.play import choices, choose, is_over, opening
from game.engine.replay import begin, go_on, replay
from game.engine.scene import Scene
from game.model.events import (
    ChoiceTaken,
    EffectApplied,
    Event,
    MomentEntered,
    RuptureLeft,
    RuptureOpened,
    RuptureRepaired,
    SecretConfided,
    SessionEnded,
    TurningPointReached,
)
from game.model.measures import MEASURES
from game.model.state import State
from tests.engine.random_scenes import random_scenario
from tests.engine.reference import Reference
from tests.engine.table import rubric

TURNS = 25


def _told(events: tuple[Event, ...]) -> list[str]:
    said = []
    for event in events:
        match event:
            case ChoiceTaken(_, choice):
                said.append(f"say {choice}")
            case RuptureRepaired(kind):
                said.append(f"repair {kind}")
            case RuptureLeft(kind):
                said.append(f"leave {kind}")
            case RuptureOpened(kind):
                said.append(f"tear {kind}")
            case SecretConfided(secret):
                said.append(f"confide {secret}")
            case TurningPointReached(point):
                said.append(f"turn {point}")
            case MomentEntered(moment):
                said.append(f"enter {moment}")
            case SessionEnded():
                said.append("end")
    return said


def _same(scene: Scene, state: State, events: tuple[Event, ...], book: Reference) -> None:
    watched = scene.scenario.watched
    assert state.moment == book.at
    assert dict(zip(MEASURES, state[1:8], strict=True)) == book.measures
    assert state.turn == book.turn
    assert dict(zip(scene.scenario.variables, state.variables, strict=True)) == book.variables
    assert state.visits == tuple(min(book.visits.get(name, 0), 9) for name in watched.visits)
    assert {name for bit, name in enumerate(watched.said) if state.said >> bit & 1} == book.said & set(
        watched.said
    )
    assert state.known == sum(
        1 << bit for bit, secret in enumerate(scene.scenario.patient.secrets) if secret.id in book.knows
    )
    assert dict(state.runs) == {name: min(n, 9) for name, n in book.runs.items() if scene.counts(name)}
    assert state.detours == tuple(book.detours)
    assert (state.rupture is None) == (book.rupture is None)
    if state.rupture is not None and book.rupture is not None:
        kind, left, cost = book.rupture
        assert (state.rupture.kind, state.rupture.turns_left) == (kind, left)
        assert dict(zip(MEASURES, state.rupture.cost, strict=True)) == {
            key: cost.get(key, 0) for key in MEASURES
        }
    assert _told(events) == book.told
    assert [choice.id for choice in choices(scene, state)] == [choice.id for choice in book.offered()]
    assert is_over(scene, state) == book.over


def _explained(before: State, events: tuple[Event, ...], after: State) -> None:
    (applied,) = [event for event in events if isinstance(event, EffectApplied)]
    assert total(part.change for part in applied.parts) == applied.change
    assert tuple(new - old for new, old in zip(after[1:8], before[1:8], strict=True)) == applied.change


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 2**40), st.integers(0, 2**32))
def test_any_scene_is_played_by_the_book(scene_seed: int, seed: int) -> None:
    scenario = random_scenario(scene_seed)
    assume(scenario is not None)
    assert scenario is not None
    scene, book, pick = Scene(scenario, rubric()), Reference(scenario, rubric()), random.Random(seed)
    state, events = opening(scene, seed)
    _same(scene, state, events, book)
    said = []
    for _ in range(TURNS):
        if is_over(scene, state):
            break
        offered = choices(scene, state)
        assert offered, "somebody waits for a reply that cannot be given"
        choice = pick.choice(offered)
        before = state
        state, events = choose(scene, state, choice.id)
        said.append(choice.id)
        book.choose(choice.source)
        _same(scene, state, events, book)
        _explained(before, events, state)
        assert hash(state) == hash(State(*state))
        assert type(state) is State
        assert all(-99 <= value <= 99 for value in state[1:6])
        assert 0 <= state.guardedness <= 100
        assert 0 <= state.trust <= 100
    assert replay(scene, seed, said).state == state
    session = begin(Scene(scenario, rubric()), seed)
    for choice_id in said:
        session = go_on(scene, session, choice_id)
    assert session == replay(scene, seed, said)
    assert [turn.choice for turn in session.turns] == said
