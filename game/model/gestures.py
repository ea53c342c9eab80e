"""The closed list of gestures a line or a moment can ask for."""

from __future__ import annotations

GESTURES = (
    "open_hand",
    "shrug",
    "wipe_tear",
    "hand_to_mouth",
    "hand_to_neck",
    "look_at_door",
    "look_down",
)
"""Known to the portrait, to the checker and to the editor's schema."""
