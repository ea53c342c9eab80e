"""The seated patient as SVG: whole, or as two layers that can be redrawn at different rates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.model.colours import CLOTH
from game.model.values import NamedTuple
from game.portrait.arms import draw_arms, draw_raised_forearm
from game.portrait.bed import draw_bed_back, draw_bed_rails, draw_blanket
from game.portrait.body_space import HEIGHT, WIDTH, BodySpace
from game.portrait.canvas import Canvas, View
from game.portrait.chair import draw_armrests, draw_chair_back
from game.portrait.character import Character, character_of
from game.portrait.head import draw_behind, draw_head, draw_over_clothes
from game.portrait.palette import ClothTones, colour
from game.portrait.torso import draw_lap, draw_neck, draw_torso, lap_shape, torso_shape
from game.portrait.wardrobe import draw_clothes

if TYPE_CHECKING:
    from game.model.appearance import Appearance
    from game.portrait.head_space import HeadSpace
    from game.portrait.pose import Pose

CHAIR: Final = "#B9826B"
"""The colour of the chair where no room says otherwise."""

FIGURE_VIEW: Final = View(0, 0, WIDTH, HEIGHT)
"""The whole figure, in its chair."""
HEAD_VIEW: Final = View(100, 0, 320, 340)
"""All that the head can reach."""
BUST_VIEW: Final = View(110, 0, 300, 375)
"""Head and shoulders, for a card (4 to 5)."""


class Frame(NamedTuple):
    """Where a drawn view lies, in pixels from the upper left of the whole figure at the same scale."""

    left: int
    top: int
    width: int
    height: int


def frame(view: View, scale: float) -> Frame:
    """The pixels that a view takes at a scale (pixels for a unit of the figure)."""
    return Frame(
        round(view.x * scale),
        round(view.y * scale),
        max(1, round(view.width * scale)),
        max(1, round(view.height * scale)),
    )


class PatientLayers:
    """One pose of a patient; each method draws what it is asked for, and nothing else.

    Scales are pixels for a unit of the figure, which is 520 wide and 640 high. The body does not show the
    face, and the head lies over it at `frame(HEAD_VIEW, scale)`.
    """

    def __init__(self, character: Character, pose: Pose, chair: ClothTones | None) -> None:
        self._character = character
        self._pose = pose
        self._chair = chair

    def body(self, scale: float = 1.0) -> str:
        """SVG of the layer under the head: chair, body, arms, hair that hangs behind or over them."""
        canvas = Canvas()
        body = BodySpace(canvas, self._character, self._pose)
        self._draw_body(body, body.head())
        return _svg(canvas, FIGURE_VIEW, scale)

    def head(self, scale: float = 1.0) -> str:
        """SVG of the head, with a hand raised to it, of the size of `frame(HEAD_VIEW, scale)`."""
        canvas = Canvas()
        body = BodySpace(canvas, self._character, self._pose)
        _draw_head(body, body.head())
        return _svg(canvas, HEAD_VIEW, scale)

    def whole(self, scale: float = 1.0, view: View = FIGURE_VIEW) -> str:
        """SVG of the patient in one piece, or of the part in a view such as `BUST_VIEW`."""
        canvas = Canvas()
        body = BodySpace(canvas, self._character, self._pose)
        head = body.head()
        self._draw_body(body, head)
        _draw_head(body, head)
        return _svg(canvas, view, scale)

    def _draw_body(self, body: BodySpace, head: HeadSpace) -> None:
        canvas = body.canvas
        torso, lap = torso_shape(body), lap_shape(body)
        in_bed = self._character.look.seat == "bed"
        if self._chair is not None:
            if in_bed:
                draw_bed_back(canvas)
            else:
                draw_chair_back(canvas, self._chair, self._pose.turn)
        draw_behind(head)
        draw_neck(body, head)
        draw_torso(body, torso)
        draw_clothes(body, torso)
        if self._chair is not None and in_bed:
            lap = draw_blanket(body, torso)
            draw_bed_rails(canvas)
        else:
            draw_lap(body, torso, lap)
        if self._chair is not None and not in_bed:
            draw_armrests(canvas, self._chair, self._pose.turn)
        draw_arms(body, torso + lap)
        draw_over_clothes(head)
        draw_raised_forearm(body, torso + lap)


def _draw_head(body: BodySpace, head: HeadSpace) -> None:
    draw_head(head)
    draw_raised_forearm(body, head.outline())


def patient_layers(appearance: Appearance, pose: Pose, chair_colour: str | None = CHAIR) -> PatientLayers:
    """A patient in a pose, ready to be drawn.

    Args:
        appearance: Who.
        pose: How they sit and look.
        chair_colour: A cloth name or #RRGGBB; None leaves the chair out.

    Raises:
        ValueError: A colour is neither a known name nor #RRGGBB.
    """
    chair = None if chair_colour is None else ClothTones(colour(chair_colour, CLOTH))
    return PatientLayers(character_of(appearance), pose, chair)


def _svg(canvas: Canvas, view: View, scale: float) -> str:
    """SVG whose pixels fall on those of the whole figure at the same scale."""
    pixels = frame(view, scale)
    snapped = View(pixels.left / scale, pixels.top / scale, pixels.width / scale, pixels.height / scale)
    return canvas.svg(snapped, pixels.width, pixels.height)
