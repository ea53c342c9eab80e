"""Small signs, drawn on a field of 16 by 16: lines only, so that they show in any colour and any renderer."""

from __future__ import annotations

from game.authoring.drawing import tag

_PATHS = {
    "start": "M4 2.5L13 8L4 13.5Z",
    "rupture": "M9.5 1.5L5 8H9L6 14.5",
    "repair": "M8 3V13M3 8H13",
    "secret": "M5.2 6.2A3 3 0 1 0 5.2 12.1A3 3 0 1 0 5.2 6.2M7.4 7.2L13 2M11 3.9L13.2 6.2",
    "offers": "M8 13.5C3 10 1.8 7.3 2.6 5C3.6 2.4 6.8 2.6 8 5C9.2 2.6 12.4 2.4 13.4 5C14.2 7.3 13 10 8 13.5Z",
    "inner": "M5 10.5A3.2 3.2 0 0 1 4.5 4.4A4 4 0 0 1 11.6 4.6A3 3 0 0 1 11 10.5ZM4.5 13.2H4.6M2.6 15H2.7",
    "probe": "M1.5 8C4 3.4 12 3.4 14.5 8C12 12.6 4 12.6 1.5 8ZM8 6.4V9.6M6.4 8H9.6",
    "safety": "M8 1.8L13.3 3.8V8C13.3 11.2 10.8 13.3 8 14.4C5.2 13.3 2.7 11.2 2.7 8V3.8ZM8 5V9M8 11.2V11.3",
    "detour": "M3 3V7A3 3 0 0 0 6 10H13M10 7L13 10L10 13",
    "return": "M13 3V7A3 3 0 0 1 10 10H3M6 7L3 10L6 13",
    "turning_point": "M8 1.5L14.5 8L8 14.5L1.5 8Z",
}


def icon(name: str, x: float, y: float, colour: str, size: float = 16) -> str:
    """The sign with its upper left corner there."""
    return tag(
        "path",
        d=_PATHS[name],
        transform=f"translate({x:.2f} {y:.2f}) scale({size / 16:.3f})",
        fill=colour if name == "start" else "none",
        stroke=colour,
        stroke_width=1.6,
        stroke_linecap="round",
        stroke_linejoin="round",
    )
