"""One file a screen. This table says which screen shows which view; screens do not know each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.debrief_values import DebriefView, GuessView
from game.app.map_values import MapView
from game.app.progress_values import ComparisonView, ProgressView
from game.app.views import BriefView, EditedView, EncounterView, LibraryView
from game.ui.screens.brief import BriefScreen
from game.ui.screens.comparison import ComparisonScreen
from game.ui.screens.debrief import DebriefScreen, GuessScreen
from game.ui.screens.edited import EditedScreen
from game.ui.screens.encounter import EncounterScreen
from game.ui.screens.library import LibraryScreen
from game.ui.screens.map import MapScreen
from game.ui.screens.progress import ProgressScreen

if TYPE_CHECKING:
    from game.ui.shell import Screens

SCREENS: Screens = {
    LibraryView: LibraryScreen,
    BriefView: BriefScreen,
    EditedView: EditedScreen,
    EncounterView: EncounterScreen,
    GuessView: GuessScreen,
    DebriefView: DebriefScreen,
    MapView: MapScreen,
    ProgressView: ProgressScreen,
    ComparisonView: ComparisonScreen,
}
