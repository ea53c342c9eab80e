"""The four verbs: what is offered, where it leads, and what is told on the way."""

from __future__ import annotations

import pytest

from game.engine.play import choices, choose, is_over, opening, start
from game.model.events import (
    ChoiceTaken,
    MomentEntered,
    SecretConfided,
    SessionEnded,
    TurningPointReached,
)
from tests.engine.table import after, find, kinds, one, say, scene

END = "      end: {say: E, technique: summary, then: bye}\n"


def _c(name: str, rest: str, technique: str = "summary") -> str:
    return f"      {name}: {{say: X, technique: {technique}, {rest}}}\n"


def _a(*choices: str) -> str:
    return "  a:\n    choices:\n" + "".join(choices)


def _offered(told: object, state: object) -> list[str]:
    return [choice.id for choice in choices(told, state)]  # type: ignore[arg-type]


def _entered(events: object) -> list[str]:
    return [event.moment for event in events if isinstance(event, MomentEntered)]  # type: ignore[attr-defined]


def test_a_session_starts_where_the_scene_says() -> None:
    told = one("technique: summary", guardedness=70, trust=15)
    state, events = opening(told, seed=7)
    assert state == start(told, 7)
    assert (state.moment, state.guardedness, state.trust, state.turn, state.seed) == ("a", 70, 15, 0, 7)
    assert _entered(events) == ["a"]
    assert not is_over(told, state)


def test_a_turn_tells_what_happened_in_order() -> None:
    told = scene(
        _a(_c("x", "confides: s, reply: Yes., effects: {trust: -20}, then: bye")),
        patient="  secrets: {s: {text: S}}\n",
    )
    _, events = after(told, "x")
    assert kinds(events) == [
        *("ChoiceTaken", "EffectApplied", "RuptureOpened", "SecretConfided", "PatientReplied"),
        *("MomentEntered", "SessionEnded"),
    ]
    assert find(events, ChoiceTaken) == ChoiceTaken("a", "x")


def test_an_ending_offers_nothing_more() -> None:
    told = one("technique: summary")
    state, events = after(told, "end")
    assert is_over(told, state)
    assert find(events, SessionEnded).moment == "bye"
    assert choices(told, state) == ()
    with pytest.raises(ValueError, match="not offered"):
        choose(told, state, "end")


def test_choices_stand_in_the_authors_order_where_their_when_holds() -> None:
    told = scene(_a(_c("z", "then: a"), _c("y", "when: turn >= 1, then: a"), _c("x", "then: bye")))
    state, _ = opening(told)
    assert _offered(told, state) == ["z", "x"]
    assert _offered(told, say(told, state, "z")[0]) == ["z", "y", "x"]
    with pytest.raises(ValueError, match="not offered"):
        choose(told, state, "y")


@pytest.mark.parametrize("name", ["nothing", "", "a", "a.x"])
def test_what_is_not_a_choice_is_refused(name: str) -> None:
    told = one("technique: summary")
    with pytest.raises(ValueError, match="is not offered at 'a'"):
        choose(told, start(told), name)


def test_a_once_choice_goes_after_it_was_said() -> None:
    told = scene(_a(_c("x", "once: true, then: a"), END))
    state, _ = after(told, "x")
    assert _offered(told, state) == ["end"]
    with pytest.raises(ValueError, match="not offered"):
        choose(told, state, "x")


def test_a_fallback_is_there_only_when_nothing_else_is() -> None:
    told = scene(_a(_c("x", "once: true, then: a"), _c("f", "fallback: true, then: bye")))
    state, _ = opening(told)
    assert _offered(told, state) == ["x"]
    with pytest.raises(ValueError, match="not offered"):
        choose(told, state, "f")
    state, _ = say(told, state, "x")
    assert _offered(told, state) == ["f"]
    assert is_over(told, say(told, state, "f")[0])


def test_a_fallback_beside_choices_that_are_always_there_is_refused() -> None:
    told = scene(_a(END, _c("f", "fallback: true, then: bye")))
    with pytest.raises(ValueError, match="not offered"):
        choose(told, start(told), "f")


def test_then_sees_the_state_after_the_effect() -> None:
    rest = "effects: {trust: 5}, then: [{when: trust >= 55, to: high}, {to: bye}]"
    told = scene(
        _a(_c("x", rest, "closed_question"))
        + "  high: {choices: {e: {say: E, technique: summary, then: bye}}}\n"
    )
    assert after(told, "x")[0].moment == "high"


def test_the_first_road_that_holds_is_taken() -> None:
    rest = "then: [{when: trust > 90, to: n1}, {when: trust > 1, to: n2}, {to: bye}]"
    told = scene(_a(_c("x", rest)) + f"  n1: {{then: bye}}\n  n2:\n    choices:\n{END}")
    assert after(told, "x")[0].moment == "n2"


def test_moments_without_choices_chain_on() -> None:
    told = scene(
        _a(_c("x", "then: n1"))
        + "  n1: {patient: 1, then: n2}\n  n2: {patient: 2, then: [{when: turn > 5, to: a}, {to: bye}]}\n"
    )
    state, events = after(told, "x")
    assert _entered(events) == ["n1", "n2", "bye"]
    assert state.moment == "bye"


def test_a_visit_comes_back_where_the_road_says() -> None:
    told = scene(
        _a(_c("x", "then: {visit: d, to: bye}"), END) + "  d: {patient: D, then: r}\n  r: {return: true}\n"
    )
    state, events = after(told, "x")
    assert _entered(events) == ["d", "r", "bye"]
    assert state.detours == ()


def test_a_visit_without_a_to_comes_back_to_where_it_began() -> None:
    told = scene(_a(_c("x", "then: {visit: d}"), END) + "  d: {return: true}\n")
    state, events = after(told, "x")
    assert _entered(events) == ["d", "a"]
    assert (state.moment, state.detours) == ("a", ())


def test_visits_nest() -> None:
    told = scene(
        _a(_c("x", "then: {visit: d, to: bye}"), END)
        + "  d: {then: {visit: e, to: d2}}\n"
        + "  d2:\n    choices:\n      go: {say: G, technique: summary, then: r}\n  r: {return: true}\n"
        + "  e:\n    choices:\n      go: {say: G, technique: summary, then: r}\n"
    )
    state, _ = after(told, "x")
    assert (state.moment, state.detours) == ("e", ("bye", "d2"))
    state, _ = say(told, state, "go")
    assert (state.moment, state.detours) == ("d2", ("bye",))
    state, events = say(told, state, "go")
    assert (state.moment, state.detours) == ("bye", ())
    assert _entered(events) == ["r", "bye"]


TURN = "turning_points:\n  t: {when: trust <= 45, to: storm}\n  u: {when: trust <= 45, to: bye}\n"
STORM = "  storm:\n    choices:\n" + _c("x", "effects: {trust: -4}, then: a") + END


def test_a_turning_point_takes_over_from_then() -> None:
    told = scene(
        _a(_c("x", "effects: {trust: -5}, reply: Oh., then: c", "closed_question"), END)
        + "  c: {then: a}\n"
        + STORM,
        TURN,
    )
    state, events = after(told, "x")
    assert find(events, TurningPointReached) == TurningPointReached("t")
    assert _entered(events) == ["storm"]
    assert state.fired == 1


def test_a_turning_point_fires_once_and_then_the_next_may() -> None:
    told = scene(_a(_c("x", "effects: {trust: -5}, then: a", "closed_question"), END) + STORM, TURN)
    _, events = after(told, "x", "x")
    assert find(events, TurningPointReached) == TurningPointReached("u")
    assert _entered(events) == ["bye"]


def test_a_turning_point_stands_back_where_the_choice_leads_straight_to_an_ending() -> None:
    told = scene(_a(_c("x", "effects: {trust: -5}, then: bye", "closed_question")) + STORM, TURN)
    state, events = after(told, "x")
    assert "TurningPointReached" not in kinds(events)
    assert (state.moment, state.fired) == ("bye", 0)


def test_a_turning_point_out_of_a_detour_does_not_come_back() -> None:
    detour = (
        "  d:\n    choices:\n"
        + _c("x", "effects: {trust: -5}, then: r", "closed_question")
        + "  r: {return: true}\n"
    )
    told = scene(_a(_c("in", "then: {visit: d, to: a}", "closed_question"), END) + detour + STORM, TURN)
    state, _ = after(told, "in")
    assert state.detours == ("a",)
    state, _ = say(told, state, "x")
    assert (state.moment, state.detours) == ("storm", ())


def test_a_secret_is_confided_once() -> None:
    told = scene(
        _a(_c("x", "confides: s, then: a"), END), patient="  secrets: {r: {text: R}, s: {text: S}}\n"
    )
    state, events = after(told, "x")
    assert find(events, SecretConfided) == SecretConfided("s")
    assert state.known == 2
    assert "SecretConfided" not in kinds(say(told, state, "x")[1])


def test_variables_are_set_and_counted_within_99() -> None:
    told = scene(
        _a(
            _c("x", "sets: {n: {add: 60}, b: true, w: blue}, then: a"),
            _c("y", "sets: {n: {add: -99}}, then: a"),
            END,
        ),
        "variables: {n: 0, b: false, w: red}\n",
    )
    assert after(told)[0].variables == (0, False, "red")
    assert after(told, "x")[0].variables == (60, True, "blue")
    assert after(told, "x", "x")[0].variables[0] == 99
    assert after(told, *["y"] * 3)[0].variables[0] == -99


def test_visits_count_to_nine_and_turns_to_ninety_nine() -> None:
    told = scene(_a(_c("x", "when: visits.a < 99, then: a"), END))
    state, _ = after(told)
    assert state.visits == (1,)
    for _ in range(120):
        state, _ = choose(told, state, "x")
    assert (state.visits, state.turn) == ((9,), 99)


def test_the_state_is_hashable_and_holds_no_history() -> None:
    told = scene(_a(_c("x", "then: a", "parroting"), _c("y", "then: a", "closed_question"), END))
    one_way, other = after(told, "x", "y", "end")[0], after(told, "y", "x", "end")[0]
    assert hash(one_way) == hash(other)
    assert one_way == other
