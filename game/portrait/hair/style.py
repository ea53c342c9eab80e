"""What a hair style is made of, and the brush strokes that styles share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.model.values import NamedTuple
from game.portrait.canvas import Gradient, linear

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from game.portrait.geometry import Knot
    from game.portrait.head_space import HeadSpace


class HairStyle(NamedTuple):
    """How one style is drawn; parts that a style lacks are None."""

    draw: Callable[[HeadSpace], None]
    """The hair over the face."""
    behind: Callable[[HeadSpace], None] | None = None
    """What hangs behind neck and body."""
    locks: Callable[[HeadSpace], None] | None = None
    """What falls over the clothes, under the face."""
    cap: Callable[[HeadSpace], list[Knot]] | None = None
    """The outline that throws a shadow on the forehead."""
    shadow: float = 0.40
    """Opacity of that shadow."""
    scalp: bool = True
    """Whether hair covers the skull behind the face."""
    covers_ears: bool = False
    """Whether earrings must hang out of it to be seen."""


def hair_gradient(head: HeadSpace) -> Gradient:
    """Light from the upper left, over the whole head of hair."""
    hair = head.character.hair
    (x0, y0), (x1, y1) = head.at(-60, -90, 0), head.at(64, 0, 0)
    return linear(x0, y0, x1, y1, (0, hair.light, 1), (0.35, hair.base, 1), (1, hair.shade, 1))


def draw_strands(
    head: HeadSpace,
    lines: Iterable[list[Knot]],
    colour: str,
    opacity: float,
    width: float = 5.0,
) -> None:
    """Tapered strands along lines on the canvas; width in head units."""
    for line in lines:
        head.tapered(line, (0.8, width, 1.2, 0.6), colour, opacity)
