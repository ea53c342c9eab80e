"""What a player sees at a place. What a screen is made of is imported when that screen is first shown."""

from __future__ import annotations

from game.app import place as at
from game.model.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from game.app.memory import Memory
    from game.app.place import Place
    from game.app.teller import Teller
    from game.app.views import View
    from game.attempts.journal import Journal
    from game.engine.scene import Scene
    from game.loading.catalogue import Catalogue


class Shelves(NamedTuple):
    """What views are read from: scenes, attempts, folders with what was proved of scenes, a told debrief."""

    catalogue: Catalogue
    journal: Journal
    explored: Sequence[Path]
    teller: Teller

    def scene(self, scene: str, language: str) -> Scene:
        """A scene of today, ready to play. Raises SceneTrouble or FileTrouble."""
        from game.engine.scene import Scene

        return Scene(self.catalogue.scenario(scene, language), self.catalogue.rubric)

    def memory(self, language: str) -> Memory:
        """Former attempts, to be played again."""
        from game.app.memory import Memory

        return Memory(self.catalogue, self.journal, language)


def look(place: Place, shelves: Shelves) -> View:
    """The view of a place. Raises game.model.trouble.Trouble where what it needs cannot be read."""
    catalogue, journal, _, teller = shelves
    phrases = place.phrases
    match place.screen:
        case at.LIBRARY:
            from game.app.library import library_view

            return library_view(catalogue, phrases, journal)
        case at.BRIEF:
            from game.app.library import brief_view

            return brief_view(catalogue.head(place.scene, phrases.language), place.mode, phrases, journal)
        case at.ENCOUNTER:
            from game.app.encounter import encounter_view

            return encounter_view(place.running, phrases)
        case at.MAP:
            return _map(place, shelves)
        case at.PROGRESS:
            from game.app.progress import progress_view

            return progress_view(catalogue, journal, phrases, *place.progress)
        case at.COMPARISON:
            from game.app.progress import comparison_view

            return comparison_view(catalogue, journal, phrases, place.compared)
        case at.EDITED:
            from game.app.edited import edited_view

            return edited_view(shelves.memory(phrases.language).compared(journal.find(place.edited)), phrases)
    if place.questions:
        from game.app.debrief import guess_view

        return guess_view(place.running, place.questions[0], phrases)
    return teller.view(place.running, phrases)


def _map(place: Place, shelves: Shelves) -> View:
    from game.app.map import Mapper

    running = place.encounter
    scene = running.scene if running else shelves.scene(place.scene, place.phrases.language)
    mode = running.mode if running else place.mode
    return Mapper(shelves.catalogue, shelves.journal, place.phrases, mode).view(scene, running)
