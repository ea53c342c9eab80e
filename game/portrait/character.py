"""An appearance made ready for drawing: tones and numbers in place of words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from game.model.colours import CLOTH, EYES, HAIR, SKIN
from game.portrait.geometry import clamp, keyed
from game.portrait.palette import (
    ClothTones,
    HairTones,
    SkinTones,
    colour,
    contrast,
    mix,
    oklch,
    tone,
)

if TYPE_CHECKING:
    from game.model.appearance import Appearance

_FEMININITY: Final = {"masculine": 0.0, "androgynous": 0.5, "feminine": 1.0}
_AGEING: Final = ((13.0, 0.0), (25.0, 0.22), (45.0, 0.55), (60.0, 0.78), (75.0, 1.0))
_CHILDHOOD: Final = ((6.0, 1.0), (10.0, 0.72), (16.0, 0.0))
_GREAT_AGE: Final = ((70.0, 0.0), (80.0, 0.45), (92.0, 1.0))


class Character:
    """The person behind the portrait, whatever the pose.

    `femininity`, `ageing` (about 13 to 75 years), `childhood` (16 years down to 6) and `great_age` (70 to 92)
    go from 0 to 1; `side` and `part` are 1 for the viewer's right and -1 for the left.
    """

    def __init__(self, appearance: Appearance) -> None:
        self.look = appearance
        self.femininity = _FEMININITY[appearance.presentation]
        self.ageing = keyed(_AGEING, appearance.age)
        self.childhood = keyed(_CHILDHOOD, appearance.age)
        self.great_age = keyed(_GREAT_AGE, appearance.age)
        self.side = 1 if appearance.side == "right" else -1
        self.part = 1 if appearance.hair_part == "right" else -1
        self.tired = clamp(appearance.tired)
        self.brow_weight = clamp(appearance.brows)
        self.iris = colour(appearance.eyes, EYES)
        self.skin = SkinTones(colour(appearance.skin, SKIN))
        self.hair = HairTones(colour(appearance.hair_colour, HAIR))
        self.top = ClothTones(colour(appearance.top_colour, CLOTH))
        self.under = ClothTones(colour(appearance.under_colour, CLOTH))
        self.bottom = ClothTones(colour(appearance.bottom_colour, CLOTH))
        self.scarf = (
            None if appearance.headscarf == "none" else ClothTones(colour(appearance.headscarf, CLOTH))
        )
        self.turban = None if appearance.turban == "none" else ClothTones(colour(appearance.turban, CLOTH))
        self.brow = self._brow()
        self.beard = mix(self.hair.base, self.hair.shade, 0.35)

    def youth(self, until: float) -> float:
        """1 for the youngest, falling to 0 at the given `ageing`."""
        return clamp(1 - self.ageing / until)

    def _brow(self) -> str:
        """Darker than the hair; light where fair hair is over dark skin, or it could not be seen."""
        base, skin = self.hair.base, self.skin
        if oklch(base)[0] < 0.55:
            return mix(tone(base, -0.07), "#0E090C", 0.6 * skin.dark)
        darker, lighter = mix(tone(base, -0.24), skin.deep, 0.35), mix(base, skin.deep, 0.12)
        return max(darker, lighter, key=lambda brow: contrast(brow, skin.base) + (brow is darker) * 0.3)


@lru_cache(maxsize=64)
def character_of(appearance: Appearance) -> Character:
    """The character of an appearance, worked out once.

    Raises:
        ValueError: A colour is neither a known name nor #RRGGBB.
    """
    return Character(appearance)
