"""What the window lets hear beside the voice: the quiet of a room, and soft signs. All is computed here."""

from game.ui.sound.player import Sounds

__all__ = ["Sounds"]
