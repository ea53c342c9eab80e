"""Makes the plan of a map in a thread of its own, so that the window goes on meanwhile."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from game.app.map_places import Places, places_of
from game.ui.screens.map.sheet import Plan

if TYPE_CHECKING:
    from game.app.map_values import MapRoad, MapView

_KEPT = 8


class Planner:
    """The places of the latest scenes are kept, and the plan of the latest map."""

    def __init__(self) -> None:
        self._places: dict[str, Places] = {}
        self._plan: tuple[tuple[str, tuple[MapRoad, ...]], Plan] | None = None
        self._thread: threading.Thread | None = None

    def plan(self, view: MapView, wait: float = 0.0) -> Plan | None:
        """The plan of a map; None while it is being made, for which `wait` is given so many seconds."""
        ready = self._ready(view)
        if ready is not None:
            return ready
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._make, args=(view,), name="map", daemon=True)
            self._thread.start()
        self._thread.join(wait)
        return self._ready(view)

    def _ready(self, view: MapView) -> Plan | None:
        plan = self._plan
        return plan[1] if plan is not None and plan[0] == (view.digest, view.roads) else None

    def _make(self, view: MapView) -> None:
        known = self._places.get(view.digest)
        if known is None:
            known = self._places[view.digest] = places_of(view)
            while len(self._places) > _KEPT:
                self._places.pop(next(iter(self._places)))
        self._plan = (view.digest, view.roads), Plan(view, known)
