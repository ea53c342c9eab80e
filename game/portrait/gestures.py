"""What each gesture does with the body, for how long.

A gesture sets channels outright, over whatever the patient feels, and lets them go again. `yaw`, `roll` and
`gaze_x` count toward the side the patient turns to when guarded: that is where the door is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.model.values import NamedTuple
from game.portrait.pose import SIDED, Pose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.model.appearance import Appearance


class Beat(NamedTuple):
    """One part of a gesture: how many seconds it is held, and the channels it sets."""

    seconds: float
    channels: Mapping[str, float]


_WIPING: Final = {"cheek": 1.0, "pitch": 0.12, "gaze_y": 0.6, "lid": 0.55}

GESTURES: Final[Mapping[str, tuple[Beat, ...]]] = {
    "open_hand": (Beat(1.7, {"tell": 1.0}),),
    "shrug": (
        Beat(1.2, {"shrug": 1.0, "shoulders": 1.2, "roll": 0.10, "brow_inner": 0.45, "brow_outer": 0.25}),
    ),
    "wipe_tear": (Beat(1.0, _WIPING), Beat(0.35, {**_WIPING, "cheek": 0.93}), Beat(0.8, _WIPING)),
    "hand_to_mouth": (Beat(2.2, {"mouth": 1.0, "pitch": 0.08, "gaze_y": 0.35}),),
    "hand_to_neck": (Beat(2.2, {"neck": 1.0, "roll": 0.08, "pitch": 0.06}),),
    "look_at_door": (Beat(1.9, {"yaw": 0.44, "gaze_x": 1.0, "gaze_y": -0.05, "lid": 1.0, "pitch": 0.0}),),
    "look_down": (Beat(2.2, {"pitch": 0.2, "gaze_y": 0.95, "lid": 0.72}),),
}
"""By the words an author writes; the first beat is the gesture at its height."""


def gesturing(appearance: Appearance, pose: Pose, beat: Beat) -> Pose:
    """A pose with one beat of a gesture over it."""
    side = -1 if appearance.side == "left" else 1
    return pose._replace(
        **{name: value * side if name in SIDED else value for name, value in beat.channels.items()}
    )
