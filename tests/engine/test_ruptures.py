"""The alliance tears, and can be mended for a while."""

from __future__ import annotations

from game.model.events import EffectApplied, RuptureLeft, RuptureOpened, RuptureRepaired
from game.model.state import OpenRupture
from tests.engine.table import after, find, kinds, parts, scene

TALK = """\
  a:
    choices:
      hurt: {say: H, technique: summary, effects: {trust: -12, guardedness: 5, empathy: -2}, then: a}
      scratch: {say: S, technique: closed_question, effects: {trust: -7}, then: a}
      edge: {say: S, technique: closed_question, effects: {trust: -8}, then: a}
      pass: {say: P, technique: closed_question, then: a}
      ask: {say: Q, technique: ask_tell_ask, then: a}
      own: {say: O, technique: owning_ones_part, then: a}
      tear: {say: T, technique: judging, then: torn}
      end: {say: E, technique: summary, then: bye}
"""
TORN = "  torn: {cue: C, rupture: confrontation, then: a}\n"


def test_a_fall_of_trust_opens_a_withdrawal() -> None:
    told = scene(TALK + TORN)
    state, events = after(told, "edge")
    assert find(events, RuptureOpened) == RuptureOpened("withdrawal")
    assert state.rupture == OpenRupture("withdrawal", 3, (0, 0, 0, 0, 0, 0, -8))


def test_a_smaller_fall_does_not() -> None:
    state, events = after(scene(TALK + TORN), "scratch")
    assert "RuptureOpened" not in kinds(events)
    assert state.rupture is None


def test_trust_that_is_too_low_to_fall_tears_all_the_same() -> None:
    state, _ = after(scene(TALK + TORN, trust=2), "edge")
    assert state.rupture == OpenRupture("withdrawal", 3, (0, 0, 0, 0, 0, 0, -2))


def test_a_repair_gives_back_what_the_turn_cost_and_the_bonus() -> None:
    told = scene(TALK + TORN)
    state, events = after(told, "hurt", "own")
    assert find(events, RuptureRepaired) == RuptureRepaired("withdrawal")
    assert state.rupture is None
    assert parts(events)["repair"] == (2, 0, 0, 0, 0, -7, 13)


def test_a_repaired_rupture_is_never_below_a_session_in_which_nothing_happened() -> None:
    told = scene(TALK + TORN)
    repaired, quiet = after(told, "hurt", "own")[0], after(told, "own")[0]
    assert sum(repaired[1:6]) >= sum(quiet[1:6])
    assert repaired.trust >= quiet.trust
    assert repaired.guardedness <= quiet.guardedness


def test_the_third_turn_still_repairs() -> None:
    _, events = after(scene(TALK + TORN), "hurt", "pass", "pass", "own")
    assert "RuptureRepaired" in kinds(events)


def test_after_three_turns_nobody_comes_back_to_it() -> None:
    told = scene(TALK + TORN)
    state, events = after(told, "hurt", "pass", "pass", "ask")
    assert find(events, RuptureLeft) == RuptureLeft("withdrawal")
    assert state.rupture is None
    _, events = after(told, "hurt", "pass", "pass", "ask", "own")
    assert "repair" not in parts(events)


def test_a_repair_without_a_rupture_is_only_a_technique() -> None:
    _, events = after(scene(TALK + TORN), "own")
    assert list(parts(events)) == ["technique"]


def test_a_moment_can_tear_the_alliance_and_the_repair_gives_back_the_turn_that_led_there() -> None:
    told = scene(TALK + TORN)
    state, events = after(told, "tear")
    assert find(events, RuptureOpened) == RuptureOpened("confrontation")
    assert state.rupture == OpenRupture("confrontation", 3, (0, -4, 0, -2, -2, 6, -5))
    _, events = after(told, "tear", "own")
    assert parts(events)["repair"] == (0, 4, 0, 2, 2, -9, 8)


def test_a_fall_that_leads_to_a_tear_is_one_rupture() -> None:
    told = scene(TALK.replace("then: a}\n      scratch", "then: torn}\n      scratch") + TORN)
    state, events = after(told, "hurt")
    assert find(events, RuptureOpened) == RuptureOpened("confrontation")
    assert state.rupture == OpenRupture("confrontation", 3, (-2, 0, 0, 0, 0, 4, -10))


def test_a_second_fall_tears_further_and_begins_the_window_again() -> None:
    told = scene(TALK + TORN)
    state, _ = after(told, "edge", "pass", "edge")
    assert state.rupture == OpenRupture("withdrawal", 3, (0, 0, -2, 0, 0, 3, -16))
    _, events = after(told, "edge", "pass", "edge", "own")
    assert parts(events)["repair"] == (0, 0, 2, 0, 0, -6, 19)


def test_a_session_can_begin_with_a_rupture() -> None:
    told = scene(
        "  a: {cue: C, rupture: withdrawal, then: b}\n"
        + TALK.replace("  a:\n", "  b:\n").replace("then: a", "then: b").replace("then: torn", "then: b")
    )
    state, events = after(told)
    assert find(events, RuptureOpened) == RuptureOpened("withdrawal")
    assert state.rupture == OpenRupture("withdrawal", 3, (0,) * 7)


def test_what_the_repair_gives_is_explained_exactly() -> None:
    _, events = after(scene(TALK + TORN, trust=95), "hurt", "own")
    applied = find(events, EffectApplied)
    assert applied.change == tuple(map(sum, zip(*(part.change for part in applied.parts), strict=True)))
