"""A sign for everything that has a meaning: an icon tells it, and a tone that never tells it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.map_values import REPAIR, RUPTURE, SECRET, START
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from game.ui.palette import Colour, Palette

HERE = "person"
MARK_ICONS: dict[str, str] = {START: "right", RUPTURE: "broken", REPAIR: "link", SECRET: "key"}


class Sign(NamedTuple):
    """An icon, its tone, and the ground of a box that says it in words."""

    icon: str
    tone: Colour
    ground: Colour


def returns_sign(colours: Palette, returns: str) -> Sign:
    """Whether the patient comes back: "yes", "no", anything else is not known."""
    match returns:
        case "yes":
            return Sign("check", colours.cool_deep, colours.good_box)
        case "no":
            return Sign("cross", colours.warm_deep, colours.bad_box)
        case _:
            return Sign("question", colours.gold_deep, colours.inset)


def mark_sign(colours: Palette, mark: str) -> Sign | None:
    """What happened at a moment; None for what has no sign."""
    icon = MARK_ICONS.get(mark)
    if icon is None:
        return None
    tones = {RUPTURE: colours.warm_deep, SECRET: colours.gold_deep}
    return Sign(icon, tones.get(mark, colours.cool_deep), colours.inset)
