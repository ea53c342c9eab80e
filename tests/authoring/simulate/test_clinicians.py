"""Simulated clinicians: what each picks, and that they see no more than a clinician can."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from game.authoring.simulate.clinicians import CLINICIANS, SKILL, Clinician, Judgment
from game.authoring.simulate.sessions import MOST_TURNS, courses
from game.engine.play import choices, start
from game.model.state import OpenRupture
from tests.engine.table import rubric, scene

if TYPE_CHECKING:
    from game.engine.scene import Scene

ALL = {clinician.id: clinician for clinician in CLINICIANS}
SURE = {name: one._replace(slips=(0.0, 0.0)) for name, one in ALL.items()}


def picked(played: Scene, clinician: Clinician, *, torn: bool = False) -> str:
    state = start(played)
    if torn:
        state = state._replace(rupture=OpenRupture("withdrawal", 3, (0, 0, 0, 0, 0, 0, -8)))
    return Judgment(played, clinician).pick(state, choices(played, state), 0.0, Random(1))


def moment(*replies: str, top: str = "", guardedness: int = 50) -> Scene:
    lines = [
        f"      r{number}: {{say: X{'x' * number}, then: bye, {reply}}}\n"
        for number, reply in enumerate(replies)
    ]
    return scene(f"  a:\n    offers: O\n    choices:\n{''.join(lines)}", top=top, guardedness=guardedness)


def test_every_habit_is_made_of_techniques_of_the_rubric() -> None:
    for clinician in CLINICIANS:
        assert set(clinician.weights) <= set(rubric().techniques), clinician.id
        assert clinician.weights or clinician.way != "habit"


def test_a_habit_takes_its_technique() -> None:
    played = moment("technique: simple_reflection", "technique: premature_advice", "technique: judging")
    assert picked(played, SURE["adviser"]) == "r1"
    assert picked(played, SURE["moraliser"]) == "r2"
    assert picked(played, SURE["expert"]) == "r0"


def test_the_longest_reply_is_the_longest() -> None:
    played = moment("technique: simple_reflection", "technique: judging", "technique: parroting")
    assert picked(played, SURE["wordy"]) == "r2"


def test_the_expert_meets_what_is_offered() -> None:
    played = moment("technique: validation", "technique: simple_reflection, meets: 5")
    assert picked(played, SURE["expert"]) == "r1"


def test_the_expert_knows_that_depth_too_early_costs() -> None:
    replies = ("technique: naming_emotion", "technique: simple_reflection")
    assert picked(moment(*replies, guardedness=40), SURE["expert"]) == "r0"
    assert picked(moment(*replies, guardedness=90), SURE["expert"]) == "r1"


def test_the_expert_repairs_an_open_rupture() -> None:
    played = moment("technique: clarifying", "technique: validation")
    assert picked(played, SURE["expert"]) == "r1"
    assert picked(played, SURE["expert"], torn=True) == "r0"


def test_the_expert_asks_about_safety_where_there_is_a_risk() -> None:
    replies = ("technique: direct_safety_question", "technique: validation")
    assert picked(moment(*replies), SURE["expert"]) == "r1"
    assert picked(moment(*replies, top="risk: suicide\n"), SURE["expert"]) == "r0"


def test_nobody_sees_the_effects_that_the_author_gave_a_reply() -> None:
    """The same techniques look the same, whatever hides behind them."""
    hidden = moment(
        "technique: validation, effects: {trust: -40}", "technique: summary, effects: {trust: 40}"
    )
    plain = moment("technique: validation", "technique: summary")
    for clinician in SURE.values():
        assert picked(hidden, clinician) == picked(plain, clinician), clinician.id


def test_a_session_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    played = moment(*["technique: open_question"] * 5)
    first = [course.last for course in courses(played, ALL["random"], 30, 7)]
    assert first == [course.last for course in courses(played, ALL["random"], 30, 7)]
    assert first != [course.last for course in courses(played, ALL["random"], 30, 8)]


def test_the_novice_slips_less_and_less() -> None:
    novice = ALL["novice"]
    slips = [novice.slip(session, 11) for session in range(11)]
    assert (slips[0], slips[-1]) == pytest.approx(novice.slips)
    assert slips == sorted(slips, reverse=True)
    assert novice.way == SKILL


def test_a_scene_that_goes_in_circles_is_left() -> None:
    moments = (
        "  a:\n    choices:\n      x: {say: X, technique: summary, then: a}\n"
        "      end: {say: E, technique: judging, when: score > 490, then: bye}\n"
    )
    played = scene(moments)
    course = next(courses(played, SURE["silent"], 1, 1))
    assert (course.over, course.turns) == (False, MOST_TURNS)
    assert course.turns == len(course.guards) - 1
