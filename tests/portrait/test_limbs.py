from __future__ import annotations

from itertools import pairwise
from math import hypot

import pytest

from game.model.appearance import Appearance
from game.portrait.body_space import MIDDLE_X, BodySpace
from game.portrait.canvas import Canvas
from game.portrait.character import character_of
from game.portrait.limbs import Limb, limb
from game.portrait.pose import pose_for


def arms(guarded: float, side: str = "right", **override: float) -> tuple[Limb, Limb]:
    """The viewer's left arm, and the right one, of a patient who faces us."""
    appearance = Appearance(side=side)  # type: ignore[arg-type]
    pose = pose_for(appearance, guarded, "neutral", turn=0.0, **override)
    body = BodySpace(Canvas(), character_of(appearance), pose)
    return limb(body, -1), limb(body, 1)


def test_open_hands_lie_apart_on_their_own_knees() -> None:
    left, right = arms(0)
    assert left.wrist[0] < MIDDLE_X - 60
    assert right.wrist[0] > MIDDLE_X + 60
    assert min(left.fingers[1], right.fingers[1]) > 560


def test_halfway_the_hands_meet_in_the_lap() -> None:
    left, right = arms(50)
    assert abs(left.fingers[0] - right.fingers[0]) < 40
    assert min(left.wrist[1], right.wrist[1]) > 520


def test_guarded_arms_are_crossed_over_the_chest() -> None:
    left, right = arms(100)
    assert left.wrist[0] > MIDDLE_X > right.wrist[0]
    assert left.elbow[0] < MIDDLE_X < right.elbow[0]
    assert max(left.wrist[1], right.wrist[1]) < 460


@pytest.mark.parametrize("side", ["left", "right"])
def test_telling_opens_one_hand_at_the_height_of_the_waist(side: str) -> None:
    calm_left, calm_right = arms(0, side)
    left, right = arms(0, side, tell=1.0)
    assert right == calm_right
    assert calm_left.fingers[1] > left.fingers[1] > left.elbow[1] - 60
    assert left.fingers[0] < left.wrist[0] < left.elbow[0]


def test_crossed_arms_stay_crossed_while_telling_and_shrugging() -> None:
    calm = arms(100)
    left, right = arms(100, tell=1.0, shrug=1.0)
    assert right == calm[1]
    assert left.wrist == calm[0].wrist
    assert left.fingers[1] < calm[0].fingers[1]


def test_a_shrug_turns_both_hands_out() -> None:
    left, right = arms(20, shrug=1.0)
    assert left.fingers[0] < left.elbow[0] - 40
    assert right.fingers[0] > right.elbow[0] + 40


@pytest.mark.parametrize(("channel", "height"), [("cheek", 185), ("mouth", 225), ("neck", 282)])
@pytest.mark.parametrize("guarded", [0, 50, 100])
def test_a_hand_goes_to_the_face(channel: str, height: int, guarded: int) -> None:
    left, right = arms(guarded, "right", **{channel: 1.0})
    assert left.fingers[1] == pytest.approx(height, abs=22)
    assert abs(left.fingers[0] - MIDDLE_X) < 50
    assert right == arms(guarded)[1]


@pytest.mark.parametrize("channel", ["guard", "tell", "shrug", "cheek", "mouth", "neck"])
@pytest.mark.parametrize("guard", [0.0, 0.5, 0.66, 1.0])
def test_no_hand_ever_jumps(channel: str, guard: float) -> None:
    at = [arms(0, "right", **{"guard": guard, channel: step / 200}) for step in range(201)]
    for before, after in pairwise(at):
        for old, new in zip(before, after, strict=True):
            for (x0, y0), (x1, y1) in zip(old, new, strict=True):
                assert hypot(x1 - x0, y1 - y0) < 12


def test_between_joined_hands_and_crossed_arms_the_lower_hand_keeps_to_the_upper_arm() -> None:
    for step in range(70, 101):
        upper, lower = arms(0, guard=step / 100)
        x, y = lower.wrist
        share = (x - upper.elbow[0]) / (upper.wrist[0] - upper.elbow[0])
        above = upper.elbow[1] + share * (upper.wrist[1] - upper.elbow[1])
        assert abs(y - above) < 45


def test_a_breath_lifts_the_shoulders() -> None:
    appearance = Appearance()
    heights = [
        BodySpace(
            Canvas(), character_of(appearance), pose_for(appearance, 50, "neutral", breath=breath)
        ).shoulder(1, 100, 0, 0)[1]
        for breath in (-1.0, 0.0, 1.0)
    ]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] - heights[2] > 2
