from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.model.appearance import Appearance
from game.model.gestures import GESTURES
from game.portrait.gestures import GESTURES as MADE
from game.portrait.life import Life
from game.portrait.pose import Pose, pose_for
from tests.portrait.strategies import feelings, guardedness

NOBODY = Appearance()
FRAME = 1 / 60
IDLE = ("breath", "blink", "gaze_x", "gaze_y", "roll")


def life(still: bool = False, seed: int = 1) -> Life:
    patient = Life(NOBODY, random.Random(seed), still)
    patient.aim(100, "wary")
    return patient


def bearing(pose: Pose) -> Pose:
    """A pose without what moves while idle."""
    return pose._replace(**dict.fromkeys(IDLE, 0.0))


def test_the_first_bearing_is_there_at_once() -> None:
    patient = life()
    assert patient.settled
    assert bearing(patient.step(0)) == bearing(pose_for(NOBODY, 100, "wary"))


def test_a_new_bearing_is_reached_without_overshoot() -> None:
    patient = life()
    patient.aim(0, "hopeful")
    assert not patient.settled
    guards = [patient.step(FRAME).guard for _ in range(240)]
    assert guards == sorted(guards, reverse=True)
    assert guards[0] > 0.95
    assert min(guards) >= 0
    assert patient.settled
    assert bearing(patient.step(FRAME)) == bearing(pose_for(NOBODY, 0, "hopeful"))


def test_most_of_the_way_takes_less_than_a_second() -> None:
    patient = life()
    patient.aim(0, "neutral")
    for _ in range(48):
        pose = patient.step(FRAME)
    assert pose.guard < 0.1


@settings(deadline=None)
@given(st.lists(st.floats(0, 1e6), max_size=8), guardedness, feelings)
def test_any_length_of_step_is_stable(steps: list[float], guarded: float, feeling: str) -> None:
    patient = life()
    patient.aim(guarded, feeling)
    low, high = sorted((1.0, pose_for(NOBODY, guarded, feeling).guard))
    for dt in steps:
        assert low - 1e-9 <= patient.step(dt).guard <= high + 1e-9


def test_one_long_step_is_as_good_as_many_short_ones() -> None:
    short, long = life(), life()
    for patient in (short, long):
        patient.aim(20, "sad")
    for _ in range(30):
        last = short.step(FRAME)
    assert bearing(last) == pytest.approx(bearing(long.step(0.5)))


def test_a_change_of_mind_halfway_keeps_its_momentum() -> None:
    patient = life()
    patient.aim(0, "neutral")
    for _ in range(12):
        before = patient.step(FRAME).guard
    patient.aim(100, "neutral")
    assert patient.step(FRAME).guard < before


def test_a_patient_breathes_blinks_and_looks_about() -> None:
    patient = life()
    poses = [patient.step(FRAME) for _ in range(900)]
    blinks = [pose.blink for pose in poses]
    assert max(blinks) > 0.8
    assert 2 <= sum(a == 0 < b for a, b in pairwise(blinks)) <= 8
    assert max(pose.breath for pose in poses) > 0.9
    assert min(pose.breath for pose in poses) < -0.9
    assert len({pose.gaze_x for pose in poses}) > 4
    assert patient.settled


def test_a_still_patient_does_not_move() -> None:
    patient = life(still=True)
    poses = {patient.step(FRAME) for _ in range(600)}
    assert poses == {pose_for(NOBODY, 100, "wary")}


def test_a_still_patient_is_where_they_aim_at_once() -> None:
    patient = life(still=True)
    patient.aim(0, "hopeful")
    assert patient.settled
    assert patient.step(FRAME) == pose_for(NOBODY, 0, "hopeful")


def test_the_same_chance_makes_the_same_life() -> None:
    one, same, other = life(seed=5), life(seed=5), life(seed=6)
    ticks = range(400)
    first = [one.step(FRAME) for _ in ticks]
    assert first == [same.step(FRAME) for _ in ticks]
    assert first != [other.step(FRAME) for _ in ticks]


def test_time_does_not_run_backward() -> None:
    patient = life()
    patient.aim(0, "neutral")
    assert patient.step(-5).guard == 1


def test_a_gesture_is_made_once_and_ends_in_the_pose_that_was() -> None:
    patient = life()
    patient.play("shrug")
    poses = [patient.step(FRAME) for _ in range(360)]
    assert max(pose.shrug for pose in poses) > 0.9
    assert max(pose.shoulders for pose in poses) > 1.1
    assert patient.settled
    assert bearing(poses[-1]) == bearing(pose_for(NOBODY, 100, "wary"))


@pytest.mark.parametrize("gesture", GESTURES)
def test_every_gesture_comes_and_goes_without_a_jump(gesture: str) -> None:
    patient = life()
    before = patient.step(0)
    patient.play(gesture)
    assert not patient.settled
    for _ in range(500):
        after = patient.step(FRAME)
        for name, a, b in zip(Pose._fields, bearing(before), bearing(after), strict=True):
            assert abs(a - b) < 0.06, name
        before = after
    assert patient.settled
    assert bearing(before) == bearing(pose_for(NOBODY, 100, "wary"))


def test_a_gesture_goes_on_while_the_next_line_begins() -> None:
    patient = life()
    patient.play("look_down")
    for _ in range(30):
        patient.step(FRAME)
    patient.aim(100, "wary")
    assert not patient.settled
    assert patient.step(FRAME).pitch > pose_for(NOBODY, 100, "wary").pitch


def test_a_still_patient_shows_a_gesture_at_its_height_until_the_next_aim() -> None:
    patient = life(still=True)
    patient.play("hand_to_mouth")
    assert patient.settled
    assert patient.step(10.0).mouth == 1
    patient.aim(100, "wary")
    assert patient.step(FRAME) == pose_for(NOBODY, 100, "wary")


def test_speaking_moves_mouth_and_hand_and_then_rests() -> None:
    patient = life()
    patient.aim(20, "neutral")
    patient.speak(True)
    poses = [patient.step(FRAME) for _ in range(300)]
    assert max(pose.mouth_open for pose in poses) > 0.2
    assert max(pose.tell for pose in poses[60:]) > 0.5
    assert min(pose.tell for pose in poses[60:]) < max(pose.tell for pose in poses) - 0.1
    assert not patient.settled
    patient.speak(False)
    for _ in range(240):
        last = patient.step(FRAME)
    assert patient.settled
    assert bearing(last) == bearing(pose_for(NOBODY, 20, "neutral"))


def test_a_still_patient_speaks_without_moving() -> None:
    patient = life(still=True)
    patient.speak(True)
    assert patient.settled
    assert {patient.step(FRAME) for _ in range(60)} == {pose_for(NOBODY, 100, "wary")}


def test_an_unknown_gesture_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        life().play("somersault")


def test_every_gesture_an_author_can_write_is_known_to_the_body() -> None:
    assert tuple(MADE) == GESTURES
    assert {name for beats in MADE.values() for beat in beats for name in beat.channels} <= set(Pose._fields)


def test_the_pace_falls_from_easing_to_breathing() -> None:
    patient = life()
    paces: list[str] = [patient.pace]
    patient.aim(0, "neutral")
    paces.append(patient.pace)
    for _ in range(240):
        patient.step(FRAME)
    patient.speak(True)
    patient.step(FRAME)
    paces.append(patient.pace)
    assert paces == ["breathing", "easing", "speaking"]
    patient.speak(False)
    seen = set()
    for _ in range(900):
        patient.step(FRAME)
        seen.add(patient.pace)
    assert seen == {"speaking", "blinking", "breathing"}
