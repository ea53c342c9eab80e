"""Reading aloud, by a speaking program that is installed already: espeak-ng, or the system's own voice."""

from game.ui.voice.programs import find_program
from game.ui.voice.voice import Voice
from game.ui.voice.words import spoken

__all__ = ["Voice", "find_program", "spoken"]
