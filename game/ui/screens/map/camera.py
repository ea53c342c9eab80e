"""Which part of the map is looked at, and from how far. It outlives the widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.map_places import CARD

if TYPE_CHECKING:
    from game.app.map_places import Places

_STEP = 1.25
_MOST = 1.6
_READING = 1.0
"""The zoom at which a map opens that is too large to be read as a whole."""
_EDGE = 16.0
"""Units of the window that are kept free around the whole map."""
_BEYOND = 140.0
"""Units of the window that can be seen beyond the map's sides."""
_HURRY = 9.0
"""How fast the map glides to its goal: the rest of the way shrinks by e in a ninth of a second."""


class Camera:
    """`zoom` is 1 where a unit of the map is one of the window's; `x` and `y` are what is in the middle."""

    __slots__ = ("_goal", "_places", "_room", "fitted", "shown", "x", "y", "zoom")

    def __init__(self, places: Places, here: int) -> None:
        """`here` is the moment to look at first."""
        self._places = places
        self._room = (1.0, 1.0)
        self._goal: tuple[float, float] | None = None
        self.zoom = 0.0
        self.fitted = False
        self.shown = -1
        """The moment that was brought into sight last."""
        x, y = places.corners[here]
        self.x, self.y = x + CARD[0] / 2, y + CARD[1] / 2

    def resize(self, room: tuple[float, float]) -> None:
        """The window gives so much room, in its units."""
        self._room = room
        if not self.zoom:
            self.zoom = _READING
            if self._whole() >= _READING:
                self.fit()
        elif self.fitted:
            self.fit()
        self.zoom = min(_MOST, max(self._whole(), self.zoom))
        self._bound()

    def _whole(self) -> float:
        """The zoom at which all of the map is seen."""
        wide = max(1.0, self._room[0] - 2 * _EDGE) / self._places.width
        return min(1.0, wide, max(1.0, self._room[1] - 2 * _EDGE) / self._places.height)

    def fit(self) -> None:
        """The whole map."""
        self.zoom, self.fitted, self._goal = self._whole(), True, None
        self.x, self.y = self._places.width / 2, self._places.height / 2

    def closer(self, steps: int, x: float = 0.0, y: float = 0.0) -> None:
        """Nearer (steps > 0) or further away; the point `x`, `y` units from the middle keeps its place."""
        before = self.zoom
        self.zoom = min(_MOST, max(self._whole(), before * _STEP**steps))
        self.fitted, self._goal = self.zoom == self._whole(), None
        self.x += x / before - x / self.zoom
        self.y += y / before - y / self.zoom
        self._bound()

    def move(self, x: float, y: float) -> None:
        """So many units of the window to the right and down."""
        self.look_at(self.x + x / self.zoom, self.y + y / self.zoom)

    def look_at(self, x: float, y: float) -> None:
        """This point of the map in the middle, at once."""
        self.x, self.y, self.fitted, self._goal = x, y, False, None
        self._bound()

    def show(self, number: int, still: bool, aside: float = 0.0) -> None:
        """A moment in sight, with some room around it: the map glides there, or jumps.

        So many units of the window at its right (`aside`) are covered.
        """
        self.shown = number
        x, y = self._places.corners[number]
        room_x = max(0.0, self._room[0] / 2 / self.zoom - CARD[0] * 0.75)
        room_y = max(0.0, self._room[1] / 2 / self.zoom - CARD[1] * 1.25)
        from_x, from_y = self._goal or (self.x, self.y)
        middle_x, middle_y = x + CARD[0] / 2, y + CARD[1] / 2
        goal_x = max(min(from_x, middle_x + room_x), middle_x - room_x + aside / self.zoom)
        goal_y = min(max(from_y, middle_y - room_y), middle_y + room_y)
        if (goal_x, goal_y) == (from_x, from_y):
            return
        if still:
            self.look_at(goal_x, goal_y)
        else:
            self._goal, self.fitted = (goal_x, goal_y), False

    def glide(self, dt: float) -> bool:
        """Time passed; True while the map moves."""
        if self._goal is None:
            return False
        goal_x, goal_y = self._goal
        part = min(1.0, dt * _HURRY)
        self.x += (goal_x - self.x) * part
        self.y += (goal_y - self.y) * part
        if abs(goal_x - self.x) + abs(goal_y - self.y) < 1 / self.zoom:
            self.x, self.y, self._goal = goal_x, goal_y, None
        return True

    def _bound(self) -> None:
        """The map is not moved out of sight; a side of it that is seen as a whole stays in the middle."""
        self.x = self._within(self.x, self._places.width, self._room[0])
        self.y = self._within(self.y, self._places.height, self._room[1])

    def _within(self, middle: float, size: float, room: float) -> float:
        least = (room / 2 - _BEYOND) / self.zoom
        return size / 2 if least > size / 2 else min(max(middle, least), size - least)
