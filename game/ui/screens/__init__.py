"""One file a screen. This table says which screen shows which view; screens do not know each other.

A screen is imported when it is first shown, or ahead of that once the first one is there.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from game.app.debrief_values import DebriefView, GuessView
from game.app.map_values import MapView
from game.app.progress_values import ComparisonView, ProgressView
from game.app.views import BriefView, EditedView, EncounterView, LibraryView

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.app.views import View
    from game.ui.host import Host, Screen
    from game.ui.shell import Screens


def _made_by(module: str, name: str) -> Callable[[Host, View], Screen]:
    """The screen of this name."""

    def make(host: Host, view: View) -> Screen:
        screen: Screen = getattr(import_module(f"{__name__}.{module}"), name)(host, view)
        return screen

    return make


SCREENS: Screens = {
    LibraryView: _made_by("library", "LibraryScreen"),
    BriefView: _made_by("brief", "BriefScreen"),
    EditedView: _made_by("edited", "EditedScreen"),
    EncounterView: _made_by("encounter", "EncounterScreen"),
    GuessView: _made_by("debrief", "GuessScreen"),
    DebriefView: _made_by("debrief", "DebriefScreen"),
    MapView: _made_by("map", "MapScreen"),
    ProgressView: _made_by("progress", "ProgressScreen"),
    ComparisonView: _made_by("comparison", "ComparisonScreen"),
}
