"""Where elbows, wrists and fingertips are, from hands on the knees to arms crossed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from game.portrait.geometry import XY, Knot, blend_point, ease, keyed_point

if TYPE_CHECKING:
    from game.portrait.body_space import BodySpace

_STOPS: Final = (0.0, 0.5, 0.70, 0.90, 1.0)
"""Values of `guard` between which a limb moves."""


class Limb(NamedTuple):
    """Points of an arm on the canvas; the hand points from the wrist to `fingers`."""

    elbow: XY
    wrist: XY
    fingers: XY


def raised(body: BodySpace, d: int) -> float:
    """How far the hand of side d is raised in a gesture (0 to 1): the side the patient turns to."""
    return body.pose.gesture if d * body.character.side > 0 else 0.0


def limb(body: BodySpace, d: int) -> Limb:
    """The arm of side d (-1 for the viewer's left, which lies on top)."""
    guard, s = body.pose.guard, body.shoulder_width
    tracks = _upper_arm_tracks(body) if d < 0 else _lower_arm_tracks(body)
    elbow, wrist, fingers = (keyed_point(tuple(zip(_STOPS, track, strict=True)), guard) for track in tracks)
    lift = raised(body, d)
    if lift > 0:
        u = ease(lift)
        elbow = blend_point(elbow, (d * (s + 8), 462, 6), u)
        wrist = blend_point(wrist, (d * (s + 40), 392, 62), u)
        fingers = blend_point(fingers, (d * (s + 64), 336, 70), u)
    return Limb(
        body.at(elbow[0], elbow[1], elbow[2]),
        body.at(wrist[0], wrist[1], wrist[2]),
        body.at(fingers[0], fingers[1], fingers[2]),
    )


def _upper_arm_tracks(body: BodySpace) -> tuple[tuple[Knot, ...], ...]:
    """Elbow, wrist and fingertips of the arm on top, at each stop."""
    s, up = body.shoulder_width, body.up
    return (
        (
            (-(s + 6), 468, 4),
            (-(s + 3), 466, 4),
            (-(s - 2), 460, 14),
            (-(s - 4), 454 - up * 0.25, 26),
            (-(s - 4), 450 - up * 0.25, 26),
        ),
        (
            (-100, 556, 84),
            (-36, 545, 96),
            (14, 500, 96),
            (s - 74, 424 - up * 0.35, 88),
            (s - 70, 418 - up * 0.35, 88),
        ),
        (
            (-84, 612, 92),
            (8, 566, 100),
            (76, 488, 84),
            (s - 10, 397 - up * 0.4, 60),
            (s - 8, 390 - up * 0.4, 60),
        ),
    )


def _lower_arm_tracks(body: BodySpace) -> tuple[tuple[Knot, ...], ...]:
    """Elbow, wrist and fingertips of the arm underneath, at each stop."""
    s, up = body.shoulder_width, body.up
    return (
        (
            (s + 6, 470, 4),
            (s + 3, 468, 4),
            (s, 468, 14),
            (s - 4, 463 - up * 0.25, 26),
            (s - 4, 460 - up * 0.25, 26),
        ),
        (
            (100, 558, 80),
            (38, 553, 92),
            (30, 550, 92),
            (-(s - 74), 436 - up * 0.35, 70),
            (-(s - 74), 432 - up * 0.35, 70),
        ),
        (
            (82, 612, 88),
            (-4, 574, 98),
            (-16, 566, 96),
            (-(s - 22), 416 - up * 0.4, 50),
            (-(s - 22), 412 - up * 0.4, 50),
        ),
    )
