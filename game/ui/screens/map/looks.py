"""What the map is drawn with: colours on a dark ground, and an icon for everything that a colour tells."""

from __future__ import annotations

from game.app.map_values import REPAIR, RUPTURE, SECRET, START
from game.ui.theme import CORAL, GOLD, OCHRE, PINE, RUST, TEAL, Colour, colour

GROUND = colour("#33282B")
FOG = colour("#453739")
"""A moment that was never seen."""
MIST_LINE = colour("#8A7674")
"""Its outline, and a road that was never taken."""
EARLIER = colour("#B79F8E")
"""A road that was taken in an earlier session."""
LIT = GOLD
"""A road of the latest session."""

HERE = "person"
MARK_ICONS: dict[str, str] = {START: "right", RUPTURE: "broken", REPAIR: "link", SECRET: "key"}
MARK_TONES: dict[str, Colour] = {START: PINE, RUPTURE: RUST, REPAIR: PINE, SECRET: OCHRE}
RETURN_ICONS = {"yes": "check", "no": "cross", "unsure": "question"}
RETURN_TONES: dict[str, Colour] = {"yes": TEAL, "no": CORAL, "unsure": GOLD}
