"""The window for a screen reader, by way of AccessKit.

`Reading` turns the widgets into `Node`s, plain values that say what each thing is; `Reader` sends what
changed to the system's `Adapter` and does what is asked; `bearing` puts the portrait into words.
"""

from game.ui.access.adapter import UNSEEN, before_the_window, nobody
from game.ui.access.bearing import bearing
from game.ui.access.nodes import Node, Page, Reading
from game.ui.access.reader import Reader

__all__ = ["UNSEEN", "Node", "Page", "Reader", "Reading", "bearing", "before_the_window", "nobody"]
