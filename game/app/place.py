"""Where a player is: a value, so that an intent that fails leaves everything as it was."""

from __future__ import annotations

from game.app.intents import OpenProgress
from game.model.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from game.app.encounter import Encounter
    from game.app.phrases import Phrases

LIBRARY, BRIEF, ENCOUNTER, DEBRIEF, EDITED = "library", "brief", "encounter", "debrief", "edited"
MAP, PROGRESS, COMPARISON = "map", "progress", "comparison"


class Place(NamedTuple):
    """All that an intent may change, but for what is kept in the journal.

    `scene` is the scene whose brief, session or map is open; `edited` an attempt whose scene has another text
    now; `questions` what is still asked before the debrief; `before_map` and `before_progress` the screens
    to which those lead back; `compared` the two attempts that are compared.
    """

    phrases: Phrases
    mode: str
    screen: str = LIBRARY
    scene: str = ""
    encounter: Encounter | None = None
    edited: str = ""
    questions: tuple[str, ...] = ()
    before_map: str = LIBRARY
    before_progress: str = LIBRARY
    progress: OpenProgress = OpenProgress()
    compared: tuple[str, str] = ("", "")

    @property
    def running(self) -> Encounter:
        """The session that is played or looked at. Raises ValueError where there is none."""
        if self.encounter is None:
            raise ValueError("no session is running")
        return self.encounter
