"""What each feeling adds to the face and the body, over the posture of how guarded the patient is.

Offsets are for full intensity. `turn`, `yaw`, `roll` and `gaze_x` count toward the side the patient turns to
when guarded, so a negative `gaze_x` looks back at the clinician from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

OFFSETS: Final[Mapping[str, Mapping[str, float]]] = {
    "neutral": {},
    "wary": {
        "brow_inner": -0.10, "furrow": 0.34, "brow_asymmetry": 0.42, "lid": -0.14, "squint": 0.38,
        "smile": -0.20, "press": 0.22, "yaw": 0.14, "gaze_x": -0.70, "gaze_y": -0.25, "pitch": 0.03,
        "shoulders": 0.2,
    },
    "irritated": {
        "brow_inner": -0.75, "brow_outer": 0.16, "furrow": 0.75, "lid": -0.14, "squint": 0.34,
        "smile": -0.46, "press": 0.50, "mouth_asymmetry": 0.35, "pitch": -0.03, "shoulders": 0.18,
        "gaze_x": -0.1, "gaze_y": -0.2, "blush": 0.12,
    },
    "sad": {
        "brow_inner": 1.00, "brow_outer": -0.42, "furrow": 0.28, "lid": -0.28, "squint": 0.12,
        "smile": -0.62, "press": 0.10, "mouth_width": -0.16, "gaze_y": 0.42, "pitch": 0.10, "roll": 0.05,
        "tear": 1.0, "slump": 0.5, "blush": 0.35,
    },
    "ashamed": {
        "brow_inner": 0.55, "brow_outer": -0.12, "furrow": 0.20, "lid": -0.42, "smile": -0.30,
        "press": 0.45, "yaw": 0.20, "gaze_x": 0.35, "gaze_y": 0.85, "pitch": 0.17, "roll": 0.05,
        "blush": 0.95, "slump": 0.6, "shoulders": 0.25,
    },
    "anxious": {
        "brow_inner": 0.82, "brow_outer": 0.16, "furrow": 0.42, "lid": 0.22, "squint": -0.05,
        "smile": -0.30, "mouth_open": 0.04, "mouth_width": 0.10, "sweat": 0.9, "shoulders": 0.45,
        "gaze_x": 0.45, "gaze_y": -0.08, "pitch": -0.01, "press": 0.42, "mouth_asymmetry": 0.25,
    },
    "relieved": {
        "brow_inner": 0.42, "brow_outer": -0.10, "furrow": -0.2, "lid": -0.42, "squint": 0.30,
        "smile": 0.56, "mouth_open": 0.24, "mouth_width": 0.12, "roll": -0.05, "shoulders": -0.3,
        "slump": 0.1, "press": -0.50, "pitch": -0.05,
    },
    "hopeful": {
        "brow_inner": 0.46, "brow_outer": 0.34, "furrow": -0.1, "lid": 0.16, "smile": 0.50,
        "mouth_open": 0.05, "gaze_y": -0.30, "gaze_x": -0.1, "pitch": -0.07, "press": -0.50, "lean": 0.3,
    },
    "angry": {
        "brow_inner": -1.0, "brow_outer": 0.24, "furrow": 1.0, "lid": 0.04, "squint": 0.30, "smile": -0.50,
        "press": 0.70, "mouth_width": 0.12, "pitch": -0.05, "shoulders": 0.34, "gaze_x": -0.35,
        "gaze_y": -0.12, "blush": 0.45, "lean": 0.25,
    },
    "bored": {
        "brow_inner": 0.06, "brow_outer": -0.10, "lid": -0.38, "smile": -0.26, "mouth_asymmetry": 0.42,
        "press": 0.05, "mouth_width": -0.06, "gaze_x": 0.55, "gaze_y": -0.40, "yaw": 0.12, "roll": 0.08,
        "pitch": 0.02, "slump": 0.45, "lean": -0.2,
    },
    "afraid": {
        "brow_inner": 0.92, "brow_outer": 0.40, "furrow": 0.46, "lid": 0.32, "squint": -0.20,
        "smile": -0.30, "mouth_open": 0.46, "mouth_width": 0.24, "sweat": 0.75, "shoulders": 0.60,
        "gaze_x": -0.20, "gaze_y": -0.10, "pitch": -0.04, "lean": -0.4, "blush": -0.1, "press": -0.50,
    },
    "lonely": {
        "brow_inner": 0.62, "brow_outer": -0.28, "furrow": 0.08, "lid": -0.20, "smile": -0.34,
        "press": 0.14, "mouth_width": -0.12, "gaze_x": 0.48, "gaze_y": 0.26, "yaw": 0.10, "pitch": 0.06,
        "roll": 0.06, "slump": 0.5,
    },
    "hurt": {
        "brow_inner": 0.90, "brow_outer": -0.20, "furrow": 0.40, "lid": -0.06, "squint": 0.16,
        "smile": -0.50, "press": 0.36, "mouth_width": -0.10, "gaze_x": -0.30, "gaze_y": 0.05, "yaw": 0.12,
        "pitch": 0.04, "tear": 0.36, "slump": 0.25, "blush": 0.25,
    },
    "confused": {
        "brow_inner": 0.12, "brow_outer": 0.06, "furrow": 0.44, "brow_asymmetry": 0.85, "squint": 0.18,
        "smile": -0.24, "mouth_open": 0.06, "mouth_asymmetry": 0.40, "gaze_x": -0.08, "gaze_y": -0.12,
        "roll": 0.09, "pitch": -0.02,
    },
    "guilty": {
        "brow_inner": 0.85, "brow_outer": -0.18, "furrow": 0.36, "lid": 0.02, "smile": -0.36,
        "press": 0.65, "mouth_width": -0.08, "yaw": 0.10, "gaze_x": -0.30, "gaze_y": -0.22, "pitch": 0.15,
        "blush": 0.40, "slump": 0.4, "shoulders": 0.30,
    },
    "proud": {
        "brow_inner": 0.02, "brow_outer": 0.30, "furrow": -0.1, "lid": -0.14, "squint": 0.16,
        "smile": 0.62, "press": 0.25, "mouth_width": 0.08, "gaze_x": -0.1, "gaze_y": -0.10, "pitch": -0.13,
        "shoulders": -0.12, "slump": -0.2,
    },
    "tired": {
        "brow_inner": 0.26, "brow_outer": -0.34, "lid": -0.50, "smile": -0.24, "mouth_open": 0.10,
        "press": -0.30, "gaze_y": 0.30, "pitch": 0.09, "roll": 0.09, "slump": 0.7, "shoulders": -0.2,
    },
    "curious": {
        "brow_inner": 0.28, "brow_outer": 0.30, "brow_asymmetry": 0.60, "furrow": -0.1, "lid": 0.14,
        "smile": 0.26, "mouth_open": 0.10, "gaze_x": -0.2, "gaze_y": -0.16, "roll": -0.11, "pitch": -0.02,
        "press": -0.40, "lean": 0.35,
    },
    "tender": {
        "brow_inner": 0.50, "brow_outer": -0.06, "furrow": -0.1, "lid": -0.18, "squint": 0.20,
        "smile": 0.50, "mouth_width": -0.04, "gaze_x": -0.12, "gaze_y": 0.06, "roll": -0.11, "pitch": 0.03,
        "press": -0.40, "blush": 0.18, "shoulders": -0.15, "lean": 0.15,
    },
    "amused": {
        "brow_inner": 0.14, "brow_outer": 0.14, "furrow": -0.1, "lid": -0.08, "squint": 0.55,
        "smile": 0.92, "mouth_width": 0.22, "mouth_asymmetry": 0.22, "gaze_x": -0.12, "roll": -0.04,
        "pitch": -0.02, "press": -0.50, "shoulders": -0.1, "mouth_open": 0.22,
    },
    "surprised": {
        "brow_inner": 0.70, "brow_outer": 0.75, "furrow": -0.2, "lid": 0.34, "squint": -0.10,
        "smile": 0.00, "mouth_open": 0.52, "mouth_width": -0.22, "gaze_x": -0.2, "gaze_y": -0.14,
        "pitch": -0.05, "press": -0.70, "shoulders": 0.22, "lean": -0.15,
    },
    "touched": {
        "brow_inner": 0.80, "brow_outer": -0.14, "furrow": 0.04, "lid": -0.10, "squint": 0.22,
        "smile": 0.42, "press": 0.15, "mouth_width": -0.06, "gaze_x": -0.1, "gaze_y": 0.02, "roll": -0.06,
        "pitch": 0.02, "tear": 0.72, "blush": 0.40,
    },
    "numb": {
        "brow_inner": 0.08, "brow_outer": -0.22, "furrow": -0.15, "lid": -0.28, "squint": -0.05,
        "smile": -0.14, "press": -0.10, "gaze_x": 0.00, "gaze_y": 0.08, "pitch": 0.04, "slump": 0.35,
        "shoulders": -0.1, "blush": -0.2,
    },
    "contemptuous": {
        "brow_inner": -0.18, "brow_outer": 0.08, "furrow": 0.18, "brow_asymmetry": 0.85, "lid": -0.26,
        "squint": 0.24, "smile": -0.20, "mouth_asymmetry": 1.10, "press": 0.34, "gaze_x": -0.35,
        "gaze_y": 0.14, "pitch": -0.11, "yaw": 0.06, "lean": -0.25,
    },
    "desperate": {
        "brow_inner": 1.0, "brow_outer": -0.26, "furrow": 0.62, "lid": 0.02, "squint": 0.22,
        "smile": -0.66, "mouth_open": 0.36, "mouth_width": 0.06, "gaze_x": -0.2, "gaze_y": -0.06,
        "pitch": -0.02, "tear": 0.85, "sweat": 0.35, "shoulders": 0.40, "slump": 0.35, "blush": 0.40,
        "lean": 0.3, "press": -0.50,
    },
}  # fmt: skip
