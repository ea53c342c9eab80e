"""The encounter with the patient."""

from game.ui.screens.encounter.screen import EncounterScreen

__all__ = ["EncounterScreen"]
