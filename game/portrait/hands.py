"""The hands."""

from __future__ import annotations

from math import atan2, cos
from typing import TYPE_CHECKING, Final

from game.model.values import NamedTuple
from game.portrait.canvas import linear
from game.portrait.geometry import (
    XY,
    Knots,
    blend_points,
    clamp,
    ease,
    knots,
    place,
    polyline,
    ribbon,
    smooth,
    smooth_line,
)
from game.portrait.limbs import Limb, raised
from game.portrait.palette import SHADOW, mix

if TYPE_CHECKING:
    from game.portrait.body_space import BodySpace

_FINGER_WIDTHS: Final = (11.4, 11.8, 11.2, 9.8)
_TURNS_OVER: Final = 6.0
_TUCKED_THUMB: Final = "4 6, 14 9, 24 9"


class _Hand(NamedTuple):
    """A hand in its own space: the wrist at 0, x to the fingertips, y to the thumb.

    Fingers go from the index to the little finger, three points each.
    """

    palm: Knots
    fingers: tuple[Knots, ...]
    thumb: Knots


def _hand(palm: str, *fingers: str, thumb: str) -> _Hand:
    return _Hand(knots(palm), tuple(knots(finger) for finger in fingers), knots(thumb))


_REST: Final = _hand(
    "-6 -13, -6 13, 10 18, 30 17, 37 8, 37 -6, 31 -16, 12 -16",
    "30 12, 45 12, 56 8",
    "34 4, 51 3, 63 0",
    "33 -4, 49 -6, 59 -8",
    "29 -11, 41 -14, 49 -15",
    thumb="6 13, 21 24, 35 25",
)
_GRIP: Final = _hand(
    "-6 -13, -6 13, 8 16, 22 17, 29 10, 29 -7, 24 -16, 10 -15",
    "22 12, 37 14, 46 8",
    "26 4, 42 5, 52 -2",
    "26 -5, 41 -5, 50 -11",
    "22 -12, 34 -14, 42 -18",
    thumb="2 11, 14 21, 28 23",
)
_CLASP: Final = _hand(
    "-6 -13, -6 13, 10 17, 26 18, 33 10, 34 -6, 28 -17, 12 -17",
    "26 13, 39 14, 44 6",
    "30 5, 44 5, 48 -2",
    "29 -4, 43 -5, 46 -11",
    "25 -12, 36 -15, 38 -20",
    thumb="4 12, 19 23, 33 19",
)
_OPEN: Final = _hand(
    "-6 -13, -6 13, 8 19, 28 19, 36 11, 36 -7, 29 -17, 10 -17",
    "30 13, 47 18, 60 19",
    "35 5, 54 6, 69 4",
    "34 -5, 52 -8, 65 -11",
    "28 -13, 41 -19, 51 -24",
    thumb="4 14, 18 30, 31 38",
)
_LAID: Final = _hand(
    "-6 -13, -6 13, 8 17, 28 17, 36 10, 36 -7, 30 -16, 10 -16",
    "30 12, 46 13, 58 10",
    "35 4, 53 4, 66 1",
    "34 -4, 52 -5, 63 -7",
    "29 -11, 43 -14, 53 -16",
    thumb="5 13, 20 26, 36 28",
)
_WIPE: Final = _hand(
    "-6 -13, -6 13, 8 17, 28 17, 36 10, 36 -7, 30 -15, 10 -15",
    "30 12, 49 13, 67 8",
    "35 4, 52 4, 62 -2",
    "34 -4, 46 -7, 44 -14",
    "29 -11, 38 -15, 35 -20",
    thumb="5 13, 18 23, 33 21",
)


def _blend(a: _Hand, b: _Hand, t: float) -> _Hand:
    fingers = tuple(blend_points(x, y, t) for x, y in zip(a.fingers, b.fingers, strict=True))
    return _Hand(blend_points(a.palm, b.palm, t), fingers, blend_points(a.thumb, b.thumb, t))


def _shape(body: BodySpace, d: int) -> _Hand:
    guard = body.pose.guard
    if guard < 0.5:
        hand = _blend(_REST, _CLASP, ease(guard / 0.5))
    else:
        hand = _blend(_CLASP, _GRIP, ease((guard - 0.5) / 0.5))
    if d > 0 and guard > 0.8:
        thumb = blend_points(hand.thumb, knots(_TUCKED_THUMB), ease((guard - 0.8) / 0.2))
        hand = _Hand(hand.palm, hand.fingers, thumb)
    lift = raised(body, d)
    for share, shape in (
        (max(lift.tell, lift.shrug, 0.6 * lift.beat), _OPEN),
        (max(lift.mouth, lift.neck), _LAID),
        (lift.cheek, _WIPE),
    ):
        if share > 0:
            hand = _blend(hand, shape, share)
    return hand


def draw_hand(body: BodySpace, d: int, limb: Limb) -> None:
    """The hand of side d at the end of its arm."""
    skin, size = body.character.skin, body.hand_scale
    lift = raised(body, d)
    hand, palm_up = _shape(body, d), max(lift.tell, lift.shrug)
    wrist, fingers = limb.wrist, limb.fingers
    angle = atan2(fingers[1] - wrist[1], fingers[0] - wrist[0])
    # The hand turns over, seen from its edge, while it swings from one side to the other.
    thumb_up = clamp(-_TURNS_OVER * cos(angle), -1, 1)
    placed = place(wrist[0], wrist[1], angle, size, size * thumb_up)

    def on_canvas(points: Knots) -> list[XY]:
        return [placed(point[0], point[1]) for point in points]

    base = mix(mix(skin.base, skin.light, 0.25 * skin.dark), skin.palm, palm_up)
    shade = mix(skin.shade, skin.base, 0.15)
    edge = mix(mix(skin.deep, skin.shade, 0.25), skin.line, 0.6 * skin.dark)
    palm = smooth(on_canvas(hand.palm))
    body.fill(palm.shift(2, 7), SHADOW, 0.16)
    drawn = []
    for i in (3, 2, 1, 0):
        width = _FINGER_WIDTHS[i] * size
        finger = ribbon(on_canvas(hand.fingers[i]), [width, width * 0.98, width * 0.80], 5)
        body.fill(finger.shift(1.5, 5), SHADOW, 0.12)
        drawn.append((i, finger))
    for i, finger in drawn:
        body.stroke(finger, edge, 1.8, 0.75)
        body.fill(finger, mix(base, shade, 0.12 + 0.14 * i))
    x, y = wrist
    light, dark = mix(base, skin.light, 0.5), mix(base, shade, 0.55)
    body.fill(palm, linear(x, y - 16, x, y + 18, (0, light, 1), (1, dark, 1)))
    if palm_up < 0.5:
        for a, b in zip(hand.fingers, hand.fingers[1:], strict=False):
            kx, ky = (a[0][0] + b[0][0]) / 2, (a[0][1] + b[0][1]) / 2
            knuckle = polyline(on_canvas([(kx - 3, ky), (kx + 8, ky * 1.02)]))
            body.stroke(knuckle, edge, 1.5, 0.55)
    else:
        body.stroke(smooth_line(on_canvas(knots("10 14, 18 4, 16 -9"))), edge, 1.5, 0.45 * palm_up)
        body.stroke(smooth_line(on_canvas(knots("28 12, 24 1, 27 -10"))), edge, 1.3, 0.35 * palm_up)
    thumb = ribbon(on_canvas(hand.thumb), [13.5 * size, 12.0 * size, 9.6 * size], 5)
    body.stroke(thumb, edge, 1.6, 0.55)
    body.fill(thumb, mix(base, skin.light, 0.35))
