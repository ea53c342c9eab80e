"""Advice is found in what really happened, and weighed by what the rules made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.engine.advice import Pattern, advice
from game.engine.play import choices, choose
from game.engine.replay import Session, replay
from game.engine.scene import Scene
from game.engine.worth import worth
from game.model.events import EffectApplied, RuptureOpened, RuptureRepaired, SecretConfided
from game.model.expression import Compare, Literal, Name
from game.model.rubric import StateRule
from tests.clinicians import walk
from tests.engine.random_scenes import random_scenario
from tests.engine.table import rubric, scene
from tests.players import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.engine.replay import Turn

LADDER = """\
  a:
    choices:
      closed: {say: C, technique: closed_question, then: a}
      open: {say: O, technique: exploring, then: a}
      hear: {say: H, technique: complex_reflection, then: a}
      advise: {say: V, technique: premature_advice, then: a}
      scold: {say: J, technique: judging, then: a}
      wait: {say: "(W)", technique: silence, then: a}
      own: {say: I, technique: owning_ones_part, then: a}
      frame: {say: F, technique: setting_the_frame, then: a}
      end: {say: E, technique: parroting, then: bye}
"""
FEW = """\
  a:
    choices:
      closed: {say: C, technique: closed_question, then: a}
      scold: {say: J, technique: judging, then: a}
      own: {say: I, technique: owning_ones_part, then: a}
      end: {say: E, technique: parroting, then: bye}
"""
TORN = FEW.replace("technique: judging", "technique: judging, effects: {trust: -9}")
OFFER = """\
  a:
    offers: Something.
    choices:
      past: {say: P, technique: changing_the_subject, meets: 0, then: a}
      take: {say: T, technique: simple_reflection, meets: 4, then: a}
      end: {say: E, technique: parroting, then: bye}
"""
INNER = """\
  a:
    inner: {ghost: g, text: Pull.}
    choices:
      follow: {say: F, technique: closed_question, inner: act_out, then: bye}
      notice: {say: N, technique: simple_reflection, inner: notice, then: bye}
"""
OWN = "clinician: {ghosts: {g: {story: S, pull: rescue}}}\n"
GHOST = "  ghosts: {g: {story: S, stung_by: [judging], soothed_by: [setting_the_frame], times: 2}}\n"
SAFETY = """\
  a:
    choices:
      hear: {say: H, technique: complex_reflection, then: bye}
      ask: {say: A, technique: direct_safety_question, then: bye}
"""


def change(told: Scene, *said: str) -> Pattern:
    found = advice(told, replay(told, 0, said)).change
    assert found is not None
    return found


def keep(told: Scene, *said: str) -> Pattern:
    found = advice(told, replay(told, 0, said)).keep
    assert found is not None
    return found


def test_a_session_without_a_reply_has_no_advice() -> None:
    told = scene(LADDER)
    assert advice(told, replay(told, 0, [])) == (None, None)


def test_three_questions_in_a_row_are_told_with_something_that_is_none() -> None:
    found = change(scene(LADDER), "closed", "closed", "open", "closed")
    assert (found.kind, found.turns) == ("questions", (1, 2, 3, 4))
    assert found.choice not in ("closed", "open")


def test_two_questions_are_no_interrogation() -> None:
    assert change(scene(LADDER), "closed", "closed", "hear").kind != "questions"


def test_an_opening_that_was_passed_by_again_and_again() -> None:
    found = change(scene(OFFER), "past", "past", "take", "end")
    assert (found.kind, found.turns, found.choice) == ("openings_missed", (1, 2), "take")
    assert (found.technique, found.about) == ("changing_the_subject", "Something.")


def test_a_rupture_that_could_have_been_repaired_and_was_not() -> None:
    told = scene(
        FEW.replace("{say: J, technique: judging", "{say: J, technique: judging, effects: {trust: -9}")
    )
    found = change(told, "own", "own", "scold", "closed", "closed")
    assert (found.kind, found.turns, found.choice) == ("rupture_left", (3,), "own")
    assert found.at > 3


def test_a_rupture_that_was_repaired_is_to_be_kept_and_not_to_be_changed() -> None:
    told = scene(
        FEW.replace("{say: J, technique: judging", "{say: J, technique: judging, effects: {trust: -9}")
    )
    session = replay(told, 0, ["scold", "own"])
    found = advice(told, session)
    assert found.keep is not None
    assert (found.keep.kind, found.keep.turns) == ("repaired", (2,))
    assert found.change is None or found.change.kind != "rupture_left"


def test_an_inner_voice_that_was_followed_and_one_that_was_noticed() -> None:
    told = scene(INNER, OWN)
    assert change(told, "follow").kind == "acted_out"
    assert keep(told, "notice").kind == "held_back"


def test_advice_that_came_before_anything_was_told() -> None:
    found = change(scene(LADDER), "advise", "hear", "hear")
    assert (found.kind, found.turns) == ("early_advice", (1,))
    assert change(scene(LADDER), "hear", "hear", "advise").kind != "early_advice"


def test_a_reflex_that_came_back() -> None:
    found = change(scene(LADDER), "hear", "hear", "scold", "hear", "scold")
    assert (found.kind, found.about, found.turns) == ("leant_on", "judging", (3, 5))


def test_an_old_story_that_was_touched_comes_before_the_reflex_that_touched_it() -> None:
    found = change(scene(LADDER, patient=GHOST), "hear", "hear", "scold", "hear", "scold")
    assert (found.kind, found.about, found.turns) == ("old_story", "g", (3, 5))


def test_what_would_have_soothed_and_was_never_said() -> None:
    only = "  a:\n    choices:\n      x: {say: X, technique: parroting, then: b}\n"
    only += "      y: {say: Y, technique: setting_the_frame, then: b}\n"
    only += "  b: {choices: {z: {say: Z, technique: summary, then: bye}}}\n"
    found = change(scene(only, patient=GHOST), "x", "z")
    assert (found.kind, found.about, found.choice) == ("soothing_unused", "setting_the_frame", "y")


def test_a_good_reply_that_came_too_soon() -> None:
    two = "  a:\n    choices:\n      deep: {say: D, technique: complex_reflection, then: bye}\n"
    two += "      roll: {say: R, technique: rolling_with_defence, then: bye}\n"
    assert change(scene(two, guardedness=90), "deep").kind == "too_soon"


def test_a_reply_in_a_state_that_took_nothing_from_it_did_not_come_too_soon() -> None:
    told = scene(LADDER)
    known = told.rubric.techniques["setting_the_frame"]
    even = StateRule(Compare(">=", Name("turn", ""), Literal(0)), (1, -1, 0, 0, 0, 0, 0), known.name)
    rules = told.rubric._replace(
        techniques={**told.rubric.techniques, known.id: known._replace(state=(even,))}
    )
    assert change(Scene(told.scenario, rules), "frame").kind == "costliest"


def test_a_safety_question_that_was_never_asked_comes_before_all_points() -> None:
    told = scene(SAFETY, "risk: suicide\n")
    assert change(told, "hear").kind == "safety_unasked"
    assert keep(told, "ask").kind == "safety_asked"
    plain = scene(SAFETY)
    assert advice(plain, replay(plain, 0, ["hear"])).change is None


def test_the_best_reply_each_time_leaves_nothing_to_change() -> None:
    told = scene(OFFER)
    assert advice(told, replay(told, 0, ["take", "take"])).change is None


def test_a_session_in_which_nothing_helped_has_nothing_to_keep() -> None:
    told = scene(FEW)
    assert advice(told, replay(told, 0, ["scold", "scold"])).keep is None


# -- many sessions: what is said of them is so


def sessions() -> Iterator[tuple[Scene, Session]]:
    catalogue = shipped()
    for name in catalogue.ids():
        told = Scene(catalogue.scenario(name, "en"), catalogue.rubric)
        for skill in (1.0, 0.7, 0.4, 0.0, -1.0):
            for seed in range(8):
                yield told, replay(told, seed, [said for _, said in walk(told, skill, seed)[:-1]])
    for seed in range(60):
        scenario = random_scenario(seed)
        if scenario is not None:
            told = Scene(scenario, rubric())
            said: list[str] = []
            state = replay(told, seed, said).state
            while len(said) < 10 and (offered := choices(told, state)):
                said.append(offered[(seed + 3 * len(said)) % len(offered)].id)
                state, _ = choose(told, state, said[-1])
            yield told, replay(told, seed, said)


def test_no_advice_is_about_anything_that_did_not_happen() -> None:
    told_of = set()
    for told, session in sessions():
        found = advice(told, session)
        for pattern in (found.keep, found.change):
            if pattern is not None:
                told_of.add(pattern.kind)
                assert all(0 < number <= len(session.turns) for number in (*pattern.turns, pattern.at))
                turn = session.turns[pattern.at - 1]
                assert pattern.technique in _choice(told, turn, turn.choice).techniques
                for number in pattern.turns:
                    _so(told, session.turns[number - 1], pattern)
        if found.keep is not None:
            assert _worth(told, session.turns[found.keep.at - 1]) > 0
            assert found.keep.points == sum(_worth(told, session.turns[n - 1]) for n in found.keep.turns)
        if found.change is not None:
            turn = session.turns[found.change.at - 1]
            assert found.change.choice in [choice.id for choice in choices(told, turn.before)]
            if found.change.kind != "safety_unasked":
                assert _worth(told, turn, found.change.choice) > _worth(told, turn)
    assert len(told_of) > 9


def test_where_there_is_nothing_to_change_no_reply_on_offer_was_worth_more() -> None:
    for told, session in sessions():
        if advice(told, session).change is None:
            for turn in session.turns:
                offered = choices(told, turn.before)
                assert _worth(told, turn) == max(_worth(told, turn, choice.id) for choice in offered)


def _so(told: Scene, turn: Turn, pattern: Pattern) -> None:
    """What a pattern says of one of its turns is so."""
    choice = _choice(told, turn, turn.choice)
    families = {told.rubric.techniques[name].family for name in choice.techniques}
    offers = told.moments[turn.before.moment].source.offers
    kinds = {type(event) for event in turn.events}
    parts = next(event.parts for event in turn.events if isinstance(event, EffectApplied))
    ghost = sum(worth(part.change) for part in parts if part.kind == "ghost" and part.source == pattern.about)
    so = {
        "openings_missed": bool(offers) and choice.source.meets < 3,
        "openings_met": bool(offers) and choice.source.meets >= 3,
        "questions": families == {"question"},
        "early_advice": turn.number <= 2 and "input" in families,
        "rupture_left": RuptureOpened in kinds,
        "repaired": RuptureRepaired in kinds,
        "confided": SecretConfided in kinds,
        "old_story": ghost < 0,
        "soothed": any(part.kind == "ghost" and worth(part.change) > 0 for part in parts),
        "too_soon": any(part.kind == "state" and worth(part.change) < 0 for part in parts),
        "leant_on": pattern.about in choice.techniques,
        "served": pattern.about in choice.techniques,
        "silence_held": "silence" in choice.techniques,
        "silence_unused": pattern.about not in choice.techniques,
        "soothing_unused": pattern.about not in choice.techniques,
        "safety_asked": "direct_safety_question" in choice.techniques,
        "safety_unasked": "direct_safety_question" not in choice.techniques,
        "acted_out": choice.source.inner == "act_out",
        "held_back": choice.source.inner in ("notice", "set_aside"),
        "best_reply": True,
        "costliest": True,
    }
    assert so[pattern.kind], f"{pattern} at {turn.number}"


def _choice(told: Scene, turn: Turn, choice: str):
    return told.moments[turn.before.moment].by_id[choice]


def _worth(told: Scene, turn: Turn, choice: str = "") -> int:
    _, events = choose(told, turn.before, choice or turn.choice)
    moved = next(event.change for event in events if isinstance(event, EffectApplied))
    return worth(moved, _choice(told, turn, choice or turn.choice).source.meets)


@pytest.mark.parametrize("skill", [1.0, 0.5, 0.0])
def test_the_same_session_gets_the_same_advice(skill: float) -> None:
    catalogue = shipped()
    for name in catalogue.ids():
        told = Scene(catalogue.scenario(name, "en"), catalogue.rubric)
        said = [choice for _, choice in walk(told, skill, 3)[:-1]]
        assert advice(told, replay(told, 3, said)) == advice(told, replay(told, 3, said))
