"""How a patient looks, in the words an author writes."""

from __future__ import annotations

from game.model.colours import CLOTH, EYES, HAIR, SKIN
from game.model.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Final, Literal

SKIN_NAMES: Final = tuple(SKIN)
HAIR_COLOUR_NAMES: Final = tuple(HAIR)
EYE_COLOUR_NAMES: Final = tuple(EYES)
CLOTH_NAMES: Final = tuple(CLOTH)


class Appearance(NamedTuple):
    """What a scenario says about the look of its patient.

    Words come from `ALLOWED`; the keys in `COLOUR_KEYS` also take "#RRGGBB". `age` is in years.
    `brows` goes from 0 (fine) to 1 (heavy) and `tired` from 0 to 1. `side` is where the patient turns
    when guarded, and `hair_part` where the hair parts, both as the viewer sees it;
    `seat` is what they sit in.
    """

    age: int = 35
    presentation: Literal["feminine", "masculine", "androgynous"] = "androgynous"
    skin: str = "light"
    build: Literal["slim", "average", "broad"] = "average"
    face: Literal["oval", "round", "long", "square"] = "oval"
    hair: Literal[
        "tousled", "crop", "buzz", "swept", "bald", "bun", "ponytail", "braids", "bob", "long", "curly"
    ] = "crop"
    hair_colour: str = "dark_brown"
    hair_part: Literal["left", "right"] = "right"
    brows: float = 0.5
    eyes: str = "brown"
    glasses: Literal["none", "round", "square"] = "none"
    beard: Literal["none", "stubble", "short", "full", "moustache"] = "none"
    headscarf: str = "none"
    turban: str = "none"
    top: Literal["sweater", "hoodie", "shirt", "cardigan", "jacket", "tunic", "dress", "tee", "gown"] = (
        "sweater"
    )
    top_colour: str = "teal"
    under_colour: str = "cream"
    bottom_colour: str = "denim"
    tired: float = 0.0
    freckles: bool = False
    earrings: bool = False
    side: Literal["left", "right"] = "right"
    seat: Literal["chair", "bed"] = "chair"


ALLOWED: Final[dict[str, tuple[str, ...]]] = {
    "presentation": ("feminine", "masculine", "androgynous"),
    "skin": SKIN_NAMES,
    "build": ("slim", "average", "broad"),
    "face": ("oval", "round", "long", "square"),
    "hair": ("tousled", "crop", "buzz", "swept", "bald", "bun", "ponytail", "braids", "bob", "long", "curly"),
    "hair_colour": HAIR_COLOUR_NAMES,
    "hair_part": ("left", "right"),
    "eyes": EYE_COLOUR_NAMES,
    "glasses": ("none", "round", "square"),
    "beard": ("none", "stubble", "short", "full", "moustache"),
    "headscarf": ("none", *CLOTH_NAMES),
    "turban": ("none", *CLOTH_NAMES),
    "top": ("sweater", "hoodie", "shirt", "cardigan", "jacket", "tunic", "dress", "tee", "gown"),
    "top_colour": CLOTH_NAMES,
    "under_colour": CLOTH_NAMES,
    "bottom_colour": CLOTH_NAMES,
    "side": ("left", "right"),
    "seat": ("chair", "bed"),
}
"""The words each key takes."""

COLOUR_KEYS: Final = frozenset(
    {"skin", "hair_colour", "eyes", "headscarf", "turban", "top_colour", "under_colour", "bottom_colour"}
)
"""Keys that take "#RRGGBB" as well as a name."""

UNIT_KEYS: Final = frozenset({"brows", "tired"})
"""Keys that take a number from 0 to 1."""

FLAG_KEYS: Final = frozenset({"freckles", "earrings"})
"""Keys that take yes or no."""
