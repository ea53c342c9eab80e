"""The hair styles by the word an author writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.portrait.hair.bun import BUN
from game.portrait.hair.curly import CURLY
from game.portrait.hair.long import BOB, LONG
from game.portrait.hair.short import BALD, BUZZ, CROP, SWEPT, TOUSLED
from game.portrait.hair.tied import BRAIDS, PONYTAIL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.portrait.hair.style import HairStyle

STYLES: Final[Mapping[str, HairStyle]] = {
    "tousled": TOUSLED,
    "crop": CROP,
    "buzz": BUZZ,
    "swept": SWEPT,
    "bald": BALD,
    "bun": BUN,
    "ponytail": PONYTAIL,
    "braids": BRAIDS,
    "bob": BOB,
    "long": LONG,
    "curly": CURLY,
}
