"""One file a screen. This table says which screen shows which view; screens do not know each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.views import BriefView, DebriefView, EncounterView, LibraryView
from game.ui.screens.brief import BriefScreen
from game.ui.screens.debrief import DebriefScreen
from game.ui.screens.encounter import EncounterScreen
from game.ui.screens.library import LibraryScreen

if TYPE_CHECKING:
    from game.ui.shell import Screens

SCREENS: Screens = {
    LibraryView: LibraryScreen,
    BriefView: BriefScreen,
    EncounterView: EncounterScreen,
    DebriefView: DebriefScreen,
}
