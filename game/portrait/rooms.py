"""The rooms where first meetings take place."""

from __future__ import annotations

import random
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from game.model.values import NamedTuple
from game.portrait.canvas import View
from game.portrait.room_brush import ROOM_HEIGHT, ROOM_WIDTH, RoomBrush
from game.portrait.room_gp import draw_gp
from game.portrait.room_hospital import draw_hospital_day, draw_hospital_night
from game.portrait.room_psychologist import draw_psychologist

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.portrait.canvas import Canvas

_SEED: Final = 4
"""Every drawing of a room has the same books and the same stars."""


class Room(NamedTuple):
    """One setting at a time of day, and how it colours who sits in it."""

    draw: Callable[[RoomBrush], None]
    chair: str
    """Colour of the patient's chair."""
    tint: str | None = None
    """Colour the figure is multiplied by, to sit in the light of the room; None leaves it as drawn."""
    rim: str | None = None
    """Light added to the figure, from none at its middle to all at the viewer's right edge."""
    focus_x: float = 0.3
    """What stays in view when a narrow window crops the room: 0 its left edge .. 1 its right."""
    focus_y: float = 0.6
    """What stays in view when a wide window crops the room: 0 its top .. 1 its bottom."""


ROOMS: Final[Mapping[str, Room]] = {
    "psychologist_day": Room(draw_psychologist, chair="#B9826B"),
    "gp_day": Room(draw_gp, chair="#7D98A3"),
    "hospital_day": Room(draw_hospital_day, chair="#8A7F9C"),
    "hospital_night": Room(draw_hospital_night, chair="#8A7F9C", tint="#CCD0EE", rim="#3E280C"),
}


def room_svg(name: str, width: int, height: int) -> str:
    """SVG of a room that fills a window of a size in pixels; what does not fit is cropped.

    Raises:
        KeyError: There is no such room.
        ValueError: A side is not positive.
    """
    if width < 1 or height < 1:
        raise ValueError(f"a room needs a size, not {width} by {height}")
    room = ROOMS[name]
    scale = max(width / ROOM_WIDTH, height / ROOM_HEIGHT)
    seen_width, seen_height = width / scale, height / scale
    left = (ROOM_WIDTH - seen_width) * room.focus_x
    top = (ROOM_HEIGHT - seen_height) * room.focus_y
    return _scene(name).svg(View(left, top, seen_width, seen_height), width, height)


@lru_cache(maxsize=4)
def _scene(name: str) -> Canvas:
    brush = RoomBrush(random.Random(_SEED))
    ROOMS[name].draw(brush)
    return brush.canvas
