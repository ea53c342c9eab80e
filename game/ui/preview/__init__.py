"""The window around a scene that is being written: a bar above the game's own screens, and its mistakes."""

from game.ui.preview.frame import preview_screens

__all__ = ["preview_screens"]
