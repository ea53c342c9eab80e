"""What a choice moves: every number is the sum of parts that can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.engine.conditions import Positions
from game.engine.effects import ChoiceEffects, rules_of, total
from game.engine.play import opening
from game.model.events import EffectApplied
from game.model.expression import Compare, Literal, Name
from game.model.measures import NOTHING
from game.model.rubric import StateRule, Technique, Wording
from tests.engine.table import after, find, one, parts, rubric, say, scene

if TYPE_CHECKING:
    from game.model.measures import Deltas

GHOST = "  ghosts:\n    g: {{story: S, {0}}}\n"


def _with_ghost(technique: str, ghost: str, **start: int) -> dict[str, tuple[int, ...]]:
    told = scene(
        f"  a:\n    choices:\n      x: {{say: X, technique: {technique}, then: bye}}\n",
        patient=GHOST.format(ghost),
        **start,  # type: ignore[arg-type]
    )
    return parts(after(told, "x")[1])


def test_a_technique_moves_what_the_rubric_says() -> None:
    state, events = after(one("technique: validation"), "x")
    assert parts(events) == {"technique": (2, 2, 0, 0, 0, -3, 2)}
    assert state[1:8] == (2, 2, 0, 0, 0, 47, 52)


def test_two_techniques_add_up() -> None:
    _, events = after(one("technique: [open_question, validation]"), "x")
    assert find(events, EffectApplied).change == (2, 2, 2, 0, 0, -4, 2)


def test_a_stung_technique_hurts_times_as_much_and_helps_no_more() -> None:
    assert _with_ghost("judging", "stung_by: [judging], times: 2") == {
        "technique": (0, -4, 0, -2, -2, 6, -5),
        "ghost": (0, -4, 0, -2, -2, 6, -5),
    }


def test_one_and_a_half_times_rounds_halves_away_from_nothing() -> None:
    assert _with_ghost("judging", "stung_by: [judging], times: 1.5")["ghost"] == (0, -2, 0, -1, -1, 3, -3)


def test_a_soothed_technique_helps_times_as_much() -> None:
    assert _with_ghost("validation", "soothed_by: [validation], times: 3")["ghost"] == (4, 4, 0, 0, 0, -6, 4)


def test_what_is_added_to_a_single_point_is_a_point_or_nothing() -> None:
    twice = _with_ghost("simple_reflection", "soothed_by: [simple_reflection], times: 2")
    assert twice["ghost"] == twice["technique"] == (0, 0, 2, 0, 0, -2, 1)
    little = _with_ghost("simple_reflection", "soothed_by: [simple_reflection], times: 1.4")
    assert little["ghost"] == (0, 0, 1, 0, 0, -1, 0)


def test_a_technique_that_only_helps_cannot_sting() -> None:
    assert "ghost" not in _with_ghost("validation", "stung_by: [validation]")


def test_two_ghosts_both_have_their_say() -> None:
    told = scene(
        "  a:\n    choices:\n      x: {say: X, technique: judging, then: bye}\n",
        patient="  ghosts:\n    g: {story: S, stung_by: [judging]}\n    h: {story: S, stung_by: [judging]}\n",
    )
    _, events = after(told, "x")
    assert [part.source for part in find(events, EffectApplied).parts] == ["judging", "g", "h"]
    assert find(events, EffectApplied).change == (0, -12, 0, -6, -6, 18, -15)


@pytest.mark.parametrize(("guardedness", "extra"), [(75, (-1, 0, 0, 0, 0, 3, -2)), (74, None)])
def test_the_state_of_the_patient_counts_from_its_threshold(guardedness: int, extra: object) -> None:
    _, events = after(one("technique: complex_reflection", guardedness=guardedness), "x")
    assert parts(events).get("state") == extra


def test_a_state_rule_says_why_in_both_languages() -> None:
    _, events = after(one("technique: complex_reflection", guardedness=80), "x")
    because = find(events, EffectApplied).parts[1].because
    assert because is not None
    assert because.en
    assert because.fr


def test_the_third_closed_question_in_a_row_is_an_interrogation() -> None:
    told = one("technique: closed_question")
    state, _ = opening(told)
    seen = []
    for _ in range(4):
        state, events = say(told, state, "x")
        seen.append(parts(events).get("run"))
    assert seen == [None, None, (0, 0, -2, 0, 0, 3, 0), (0, 0, -2, 0, 0, 3, 0)]


def test_another_technique_breaks_the_run() -> None:
    told = scene(
        "  a:\n    choices:\n      x: {say: X, technique: closed_question, then: a}\n"
        "      y: {say: Y, technique: summary, then: a}\n      z: {say: Z, technique: summary, then: bye}\n"
    )
    state, events = after(told, "x", "x", "y", "x")
    assert "run" not in parts(events)
    assert dict(state.runs) == {"closed_question": 1}


def test_a_run_stops_counting_at_nine() -> None:
    state, _ = after(one("technique: closed_question"), *["x"] * 14)
    assert dict(state.runs) == {"closed_question": 9}


def test_the_choice_adds_its_own_effect() -> None:
    _, events = after(one("technique: summary, effects: {trust: -3, empathy: 1}"), "x")
    assert parts(events)["own"] == (1, 0, 0, 0, 0, 0, -3)


def test_an_own_effect_of_nothing_is_no_part() -> None:
    _, events = after(one("technique: summary, effects: {}"), "x")
    assert list(parts(events)) == ["technique"]


def test_a_safety_question_never_loses_a_point() -> None:
    line = "technique: [direct_safety_question, judging], effects: {trust: -9, guardedness: 9, empathy: -4}"
    state, events = after(one(line), "x")
    change = find(events, EffectApplied).change
    assert min(*change[:5], -change[5], change[6]) >= 0
    assert parts(events)["safety"] == (4, 4, 0, 0, 2, -15, 13)
    assert state.rupture is None


def test_the_part_that_a_limit_takes_is_told() -> None:
    state, events = after(one("technique: validation", guardedness=1, trust=100), "x")
    assert parts(events)["limit"] == (0, 0, 0, 0, 0, 2, -2)
    assert (state.guardedness, state.trust) == (0, 100)


def test_skills_stay_within_99() -> None:
    state, events = after(one("technique: summary, effects: {empathy: 99, benevolence: -99}"), "x", "x")
    assert (state.empathy, state.benevolence) == (99, -99)
    assert parts(events)["limit"] == (-99, 0, 0, 99, 0, 0, 0)


def test_every_technique_of_the_rubric_is_explained_exactly() -> None:
    for technique in rubric().techniques:
        for guard, trust in ((0, 0), (35, 40), (80, 10), (100, 100)):
            begun, _ = opening(one(f"technique: {technique}", guardedness=guard, trust=trust))
            state, events = after(one(f"technique: {technique}", guardedness=guard, trust=trust), "x")
            applied = find(events, EffectApplied)
            assert total(part.change for part in applied.parts) == applied.change
            assert tuple(new - old for new, old in zip(state[1:8], begun[1:8], strict=True)) == applied.change


@pytest.mark.parametrize("guardedness", [10, 80])
@pytest.mark.parametrize("trust", [10, 80])
def test_each_rule_of_a_reply_answers_for_itself(guardedness: int, trust: int) -> None:
    techniques = {
        "one": _technique("one", "guardedness", (1, 0, 0, 0, 0, 0, 0)),
        "two": _technique("two", "trust", (0, 1, 0, 0, 0, 0, 0)),
    }
    rules = rules_of(tuple(techniques.values()), (), Positions({}, {}, {}, {}))
    start = opening(one("technique: summary", guardedness, trust))[0]
    change = ChoiceEffects(None, rules).at(start).change
    assert change == (int(guardedness > 50), int(trust > 50), 0, 0, 0, 0, 0)


def _technique(name: str, measure: str, effects: Deltas) -> Technique:
    when = Compare(">", Name("measure", measure), Literal(50))
    wording = Wording("", "")
    rule = StateRule(when, effects, wording)
    return Technique(name, "question", wording, wording, wording, "", NOTHING, (rule,))


@pytest.mark.parametrize(
    ("effects", "start", "end"),
    [
        ("trust: 7", (50, 93), (50, 100)),
        ("trust: -7", (50, 7), (50, 0)),
        ("guardedness: 7", (93, 50), (100, 50)),
        ("guardedness: -7", (7, 50), (0, 50)),
    ],
)
def test_to_come_to_a_limit_is_not_to_be_held_back(
    effects: str, start: tuple[int, int], end: tuple[int, int]
) -> None:
    state, events = after(one(f"technique: closed_question, effects: {{{effects}}}", *start), "x")
    assert (state.guardedness, state.trust) == end
    assert "limit" not in parts(events)


@pytest.mark.parametrize("skill", ["empathy", "non_judgment", "listening", "benevolence", "positive_regard"])
@pytest.mark.parametrize("sign", [1, -1])
def test_a_skill_comes_to_99_and_no_further(skill: str, sign: int) -> None:
    told = scene(
        "  a:\n    choices:\n"
        f"      far: {{say: F, technique: closed_question, then: a, effects: {{{skill}: {sign * 99}}}}}\n"
        f"      on: {{say: O, technique: closed_question, then: bye, effects: {{{skill}: {sign * 2}}}}}\n"
    )
    state, events = after(told, "far")
    assert getattr(state, skill) == sign * 99
    assert "limit" not in parts(events)
    state, events = after(told, "far", "on")
    assert getattr(state, skill) == sign * 99
    assert sum(parts(events)["limit"]) == -sign * 2
