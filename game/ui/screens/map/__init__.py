"""The branch map: a scene as a graph, with the roads that were taken lit."""

from game.ui.screens.map.screen import MapScreen

__all__ = ["MapScreen"]
