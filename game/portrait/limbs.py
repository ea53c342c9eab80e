"""Where elbows, wrists and fingertips are, from hands on the knees to arms crossed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.model.values import NamedTuple
from game.portrait.body_space import NECK_Y
from game.portrait.geometry import XY, Knot, blend_points, ease, keyed_point, lerp

if TYPE_CHECKING:
    from game.portrait.body_space import BodySpace

_STOPS: Final = (0.0, 0.5, 0.70, 0.90, 1.0)
"""Values of `guard` between which a limb moves."""


class Limb(NamedTuple):
    """Points of an arm on the canvas; the hand points from the wrist to `fingers`."""

    elbow: XY
    wrist: XY
    fingers: XY


class Raised(NamedTuple):
    """How far a hand has left its place, for each gesture (0 to 1)."""

    tell: float
    beat: float
    """The hand lifts from crossed arms."""
    shrug: float
    cheek: float
    mouth: float
    neck: float

    @property
    def to_face(self) -> float:
        """How far the hand is on its way to the face or the neck."""
        return max(self.cheek, self.mouth, self.neck)


def raised(body: BodySpace, d: int) -> Raised:
    """How far the hand of side d is raised: the arm on top does all but shrugging alone."""
    pose = body.pose
    free = 1 - ease((pose.guard - 0.55) / 0.15)
    shrug = ease(pose.shrug) * free
    if d > 0:
        return Raised(0, 0, shrug, 0, 0, 0)
    tell = ease(pose.tell)
    return Raised(tell * free, tell * (1 - free), shrug, ease(pose.cheek), ease(pose.mouth), ease(pose.neck))


def limb(body: BodySpace, d: int) -> Limb:
    """The arm of side d (-1 for the viewer's left, which lies on top)."""
    tracks = _upper_arm_tracks(body) if d < 0 else _lower_arm_tracks(body)
    points = [keyed_point(tuple(zip(_STOPS, track, strict=True)), body.pose.guard) for track in tracks]
    lift, s = raised(body, d), body.shoulder_width
    for share, (elbow, wrist, fingers) in (
        (lift.shrug, ((d * (s + 3), 462, 10), (d * (s + 18), 496, 76), (d * (s + 78), 474, 84))),
        (lift.tell, ((d * (s + 1), 462, 18), (d * (s + 30), 462, 80), (d * (s + 88), 436, 84))),
    ):
        if share > 0:
            points = blend_points(points, (elbow, wrist, fingers), share)
    if lift.beat > 0:
        x, y, z = points[2]
        points[2] = (x + 3 * lift.beat, y - 20 * lift.beat, z)
    on_canvas = Limb(*[body.at(x, y, z) for x, y, z in points])
    return _to_face(body, on_canvas, lift) if lift.to_face > 0 else on_canvas


def _to_face(body: BodySpace, arm: Limb, lift: Raised) -> Limb:
    head, s = body.head(), body.shoulder_width
    for share, elbow, fingers, (dx, dy) in (
        (lift.neck, body.at(-(s - 6), 420, 60), body.at(-12, NECK_Y - 4, 46), (-64, 40)),
        (lift.mouth, body.at(-(s - 16), 412, 70), head.at(12, 50, 60), (-58, 52)),
        (lift.cheek, body.at(-(s - 4), 400, 60), head.at(-21, 17, 50), (-32, 72)),
    ):
        if share > 0:
            size = body.hand_scale
            wrist = (fingers[0] + dx * size, fingers[1] + dy * size)
            there = (elbow, wrist, fingers)
            arm = Limb(
                *[(lerp(a[0], b[0], share), lerp(a[1], b[1], share)) for a, b in zip(arm, there, strict=True)]
            )
    return arm


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
            (22, 522, 90),
            (-(s - 74), 436 - up * 0.35, 70),
            (-(s - 74), 432 - up * 0.35, 70),
        ),
        (
            (82, 612, 88),
            (-4, 574, 98),
            (-34, 530, 88),
            (-(s - 22), 416 - up * 0.4, 50),
            (-(s - 22), 412 - up * 0.4, 50),
        ),
    )
