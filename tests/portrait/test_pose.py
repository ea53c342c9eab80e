from __future__ import annotations

import math

import pytest
from hypothesis import given

from game.model.appearance import Appearance
from game.model.feelings import FEELINGS
from game.portrait.feelings import OFFSETS
from game.portrait.pose import CHANNELS, Pose, pose_for
from tests.portrait.strategies import appearances, feelings, guardedness, units

NOBODY = Appearance()


def test_every_feeling_of_the_vocabulary_can_be_shown() -> None:
    assert tuple(OFFSETS) == FEELINGS


def test_feelings_move_channels_that_exist() -> None:
    for offsets in OFFSETS.values():
        assert set(offsets) <= set(CHANNELS)


def test_no_two_feelings_look_alike() -> None:
    poses = {pose_for(NOBODY, 50, feeling) for feeling in FEELINGS}
    assert len(poses) == len(FEELINGS)


@pytest.mark.parametrize("feeling", FEELINGS)
def test_intensity_goes_from_the_posture_to_the_whole_feeling(feeling: str) -> None:
    neutral, half, whole = (
        pose_for(NOBODY, 30, "neutral"),
        pose_for(NOBODY, 30, feeling, 0.5),
        pose_for(NOBODY, 30, feeling, 1.0),
    )
    assert pose_for(NOBODY, 30, feeling, 0.0) == neutral
    for a, b, c in zip(neutral, half, whole, strict=True):
        assert min(a, c) - 1e-9 <= b <= max(a, c) + 1e-9


def test_guardedness_crosses_arms_raises_shoulders_and_turns_away() -> None:
    opened, guarded = pose_for(NOBODY, 0, "neutral"), pose_for(NOBODY, 100, "neutral")
    assert (opened.guard, guarded.guard) == (0, 1)
    assert guarded.shoulders > opened.shoulders
    assert guarded.turn > opened.turn
    assert guarded.smile < opened.smile


def test_guardedness_is_kept_within_its_range() -> None:
    assert pose_for(NOBODY, 140, "neutral") == pose_for(NOBODY, 100, "neutral")
    assert pose_for(NOBODY, -3, "neutral") == pose_for(NOBODY, 0, "neutral")


def test_the_side_mirrors_where_the_patient_turns() -> None:
    right = pose_for(Appearance(side="right"), 90, "ashamed")
    left = pose_for(Appearance(side="left"), 90, "ashamed")
    assert (left.turn, left.yaw, left.gaze_x, left.roll) == (
        -right.turn,
        -right.yaw,
        -right.gaze_x,
        -right.roll,
    )
    assert left.gaze_y == right.gaze_y


def test_channels_can_be_set_outright() -> None:
    assert pose_for(NOBODY, 50, "sad", tell=1.0, tear=0.0)[-1] == pose_for(NOBODY, 50, "sad").sweat
    assert pose_for(NOBODY, 50, "sad", tell=1.0).tell == 1.0
    with pytest.raises(TypeError):
        pose_for(NOBODY, 50, "sad", wings=1.0)


def test_an_unknown_feeling_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        pose_for(NOBODY, 50, "gruntled")


@given(appearances(), guardedness, feelings, units)
def test_every_channel_is_finite_and_within_reason(
    appearance: Appearance, guarded: float, feeling: str, intensity: float
) -> None:
    pose = pose_for(appearance, guarded, feeling, intensity)
    assert isinstance(pose, Pose)
    assert all(math.isfinite(value) and abs(value) <= 1.3 for value in pose)
    assert 0.12 <= pose.lid <= 1.25


def test_arms_are_crossed_from_64_on_and_never_rest_between() -> None:
    crossed = [pose_for(NOBODY, guardedness, "wary").guard for guardedness in range(64, 101)]
    assert min(crossed) > 0.9
    everywhere = [pose_for(NOBODY, guardedness, "wary").guard for guardedness in range(101)]
    assert sum(0.7 < value < 0.9 for value in everywhere) == 0
