"""FS160: a detail of the look that the portrait cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.appearance import Appearance
    from game.model.diagnostics import Diagnostic


NO_UNDER = frozenset(("sweater", "shirt", "tee", "gown", "dress"))
"""Tops under which nothing can be seen."""
NO_PART = frozenset(("buzz", "swept", "bald", "curly", "braids"))
"""Hair that has no part, or has it in the middle."""
NO_BOTTOM = frozenset(("dress",))
"""Tops that leave nothing below to be seen."""


def unseen_detail(study: Study) -> Iterator[Diagnostic]:
    """It was written down and will not be seen: hair under a headscarf, a colour under a closed top."""
    written = study.places.at("patient", "appearance")
    for key, by, value in _hidden(study.scenario.patient.appearance):
        node = study.places.at("patient", "appearance", key)
        if node is not written:
            yield diagnose(
                node,
                "FS160",
                "`{key}` cannot be seen with `{by}: {value}`",
                "delete it, or change the other",
                WARNING,
                key=key,
                by=by,
                value=value,
            )


def _hidden(look: Appearance) -> Iterator[tuple[str, str, str]]:
    """Each key that cannot be seen, with the key and the value of what hides it."""
    if look.top in NO_UNDER:
        yield "under_colour", "top", look.top
    if look.seat == "bed":
        yield "bottom_colour", "seat", look.seat
    elif look.top in NO_BOTTOM:
        yield "bottom_colour", "top", look.top
    if look.headscarf != "none":
        for key in ("hair", "hair_part", *(("turban",) if look.turban != "none" else ())):
            yield key, "headscarf", look.headscarf
        if look.earrings:
            yield "earrings", "headscarf", look.headscarf
        return
    if look.turban != "none":
        yield "hair", "turban", look.turban
        yield "hair_part", "turban", look.turban
        return
    if look.hair in NO_PART:
        yield "hair_part", "hair", look.hair
