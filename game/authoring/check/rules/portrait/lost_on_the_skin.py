"""FS163: hair or cloth of the colour of the skin."""

from __future__ import annotations

from math import dist
from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.colours import CLOTH, HAIR, SKIN
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.appearance import Appearance
    from game.model.diagnostics import Diagnostic


NEAR = 20
"""Distance in sRGB (0 to 441) under which a colour cannot be told from the skin beside it."""


def lost_on_the_skin(study: Study) -> Iterator[Diagnostic]:
    """The face loses its outline, or the patient seems to wear nothing."""
    look = study.scenario.patient.appearance
    skin = SKIN.get(look.skin, look.skin)
    for key, colour in beside_the_skin(look):
        if alike(colour, skin):
            yield diagnose(
                study.places.at("patient", "appearance", key),
                "FS163",
                "`{key}` is so near to the colour of the skin that they cannot be told apart",
                "choose a lighter or a darker one",
                WARNING,
                key=key,
            )


def alike(a: str, b: str) -> bool:
    """Whether two colours (#RRGGBB) cannot be told apart side by side."""
    return dist(bytes.fromhex(a[1:]), bytes.fromhex(b[1:])) < NEAR


def beside_the_skin(look: Appearance) -> Iterator[tuple[str, str]]:
    """Each key whose colour lies along the skin, with that colour."""
    if look.headscarf != "none":
        yield "headscarf", CLOTH.get(look.headscarf, look.headscarf)
    elif look.turban != "none":
        yield "turban", CLOTH.get(look.turban, look.turban)
    else:
        yield "hair_colour", HAIR.get(look.hair_colour, look.hair_colour)
    yield "top_colour", CLOTH.get(look.top_colour, look.top_colour)
