"""Every channel that moves, and the pose of a posture with a feeling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.model.values import NamedTuple
from game.portrait.feelings import OFFSETS
from game.portrait.geometry import clamp, keyed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.model.appearance import Appearance


class Pose(NamedTuple):
    """One moment of the body and the face.

    Angles (`turn`, `yaw`, `pitch`, `roll`) are in radians; positive turns to the viewer's right, down, and
    clockwise. Zero is at rest for all but `guard` and `lid`.
    """

    guard: float = 0.5
    """0 hands open on the knees .. 0.5 hands joined .. 1 arms crossed."""
    turn: float = 0.0
    shoulders: float = 0.0
    """-0.3 let down .. 1.2 drawn up."""
    slump: float = 0.0
    """0..1."""
    lean: float = 0.0
    """-1 back .. 1 toward the clinician."""
    tell: float = 0.0
    """0..1, a hand opens, palm up, while telling; from crossed arms it only lifts."""
    shrug: float = 0.0
    """0..1, both palms turned up and out; arms that are crossed stay so."""
    cheek: float = 0.0
    """0..1, a hand under the eye."""
    mouth: float = 0.0
    """0..1, a hand over the mouth."""
    neck: float = 0.0
    """0..1, a hand at the neck."""
    breath: float = 0.0
    """-1 out .. 1 in."""
    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    gaze_x: float = 0.0
    """-1..1."""
    gaze_y: float = 0.0
    """-1 up .. 1 down."""
    lid: float = 1.0
    """0 shut .. 1 open .. 1.25 wide."""
    squint: float = 0.0
    """-0.1..1."""
    blink: float = 0.0
    """0 none .. 1 shut for a blink, whatever `lid` says."""
    brow_inner: float = 0.0
    """-1 down .. 1 up."""
    brow_outer: float = 0.0
    """-1 down .. 1 up."""
    furrow: float = 0.0
    """0..1."""
    brow_asymmetry: float = 0.0
    """0..1."""
    smile: float = 0.0
    """-1 corners down .. 1 up."""
    press: float = 0.0
    """0..1, lips pressed together."""
    mouth_open: float = 0.0
    """0..1."""
    mouth_width: float = 0.0
    """-1..1."""
    mouth_asymmetry: float = 0.0
    """-1..1."""
    blush: float = 0.0
    """0..1."""
    tear: float = 0.0
    """0..1."""
    sweat: float = 0.0
    """0..1."""


CHANNELS: Final[tuple[str, ...]] = Pose._fields
REST: Final[tuple[float, ...]] = tuple(Pose())

_POSTURE: Final[Mapping[str, tuple[float, float, float]]] = {
    "turn": (0.0, 0.10, 0.40),
    "shoulders": (0.0, 0.28, 0.85),
    "slump": (0.05, 0.10, 0.12),
    "lean": (0.55, 0.0, -0.6),
    "yaw": (0.0, 0.08, 0.36),
    "pitch": (-0.02, 0.02, 0.07),
    "roll": (-0.07, 0.0, 0.03),
    "gaze_x": (0.0, 0.18, 0.62),
    "gaze_y": (0.0, 0.06, 0.34),
    "lid": (1.0, 0.93, 0.80),
    "squint": (0.16, 0.05, 0.20),
    "brow_inner": (0.24, 0.04, -0.22),
    "brow_outer": (0.10, 0.0, -0.06),
    "furrow": (0.0, 0.10, 0.42),
    "smile": (0.50, -0.02, -0.26),
    "press": (0.0, 0.25, 0.75),
    "mouth_width": (0.18, 0.0, -0.12),
}
"""Each channel when open, halfway, and with arms crossed."""

SIDED: Final = ("turn", "yaw", "gaze_x", "roll")
"""Channels that count toward the side the patient turns to."""

_VEILED: Final = frozenset({"smile", "mouth_open", "tear", "brow_outer"})
"""Channels that a guarded person shows less."""

_YIELDS: Final[Mapping[str, float]] = {"smile": 0.6, "press": 0.5, "brow_inner": 0.5, "furrow": 0.4}
"""How much of what the posture does to a channel a full feeling takes away: nobody smiles while numb."""

_RANGES: Final[Mapping[str, tuple[float, float]]] = {
    "smile": (-1.0, 1.0),
    "press": (0.0, 1.0),
    "squint": (-0.1, 1.0),
    "furrow": (0.0, 1.0),
    "shoulders": (-0.3, 1.2),
    "gaze_x": (-1.0, 1.0),
    "gaze_y": (-1.0, 1.0),
    "lid": (0.12, 1.25),
    "slump": (0.0, 1.0),
}


_ARMS: Final = ((0.0, 0.0), (0.45, 0.5), (0.632, 0.66), (0.638, 0.93), (1.0, 1.0))
"""How far the arms close by guardedness: from 64 on they are crossed, and no whole number rests halfway."""


def pose_for(
    appearance: Appearance,
    guardedness: float,
    feeling: str,
    intensity: float = 1.0,
    **override: float,
) -> Pose:
    """The pose of a patient who sits thus guarded and shows a feeling.

    Args:
        appearance: Says which side the patient turns to.
        guardedness: 0 (open) to 100 (arms crossed); kept within.
        feeling: A word of the game's vocabulary of feelings.
        intensity: 0 (posture alone) to 1 (the whole feeling).
        override: Channels to set outright, by name.

    Raises:
        KeyError: The feeling is not in the vocabulary.
        TypeError: There is no such channel.
    """
    guard = clamp(guardedness / 100)
    values = dict(zip(CHANNELS, REST, strict=True))
    values["guard"] = keyed(_ARMS, guard)
    for channel, (opened, halfway, crossed) in _POSTURE.items():
        values[channel] = keyed(((0.0, opened), (0.5, halfway), (1.0, crossed)), guard)
    shown = 1 - 0.35 * guard
    for channel, offset in OFFSETS[feeling].items():
        values[channel] *= 1 - _YIELDS.get(channel, 0.0) * intensity
        values[channel] += offset * intensity * (shown if channel in _VEILED else 1)
    if appearance.side == "left":
        for channel in SIDED:
            values[channel] = -values[channel]
    for channel, (low, high) in _RANGES.items():
        values[channel] = clamp(values[channel], low, high)
    values.update(override)
    return Pose(**values)
