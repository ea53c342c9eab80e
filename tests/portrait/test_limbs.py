from __future__ import annotations

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


def test_a_gesture_raises_the_hand_of_the_side_the_patient_turns_to() -> None:
    calm_left, calm_right = arms(0)
    left, right = arms(0, gesture=1.0)
    assert left == calm_left
    assert right.fingers[1] < calm_right.fingers[1] - 200
    left, right = arms(0, side="left", gesture=1.0)
    assert right == calm_right
    assert left.fingers[1] < calm_left.fingers[1] - 200


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
