"""FS160: a detail of the look that the portrait cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


NO_UNDER = frozenset(("sweater", "shirt", "tee", "gown", "dress"))
"""Tops under which nothing can be seen."""
NO_PART = frozenset(("buzz", "swept", "bald", "curly", "braids"))
"""Hair that has no part."""


def unseen_detail(study: Study) -> Iterator[Diagnostic]:
    """It was written down and will not be seen: hair under a headscarf, a colour under a closed top."""
    look = study.scenario.patient.appearance
    hidden: dict[str, tuple[str, str] | None] = {
        "under_colour": ("top", look.top) if look.top in NO_UNDER else None,
        "hair_part": ("hair", look.hair) if look.hair in NO_PART else None,
    }
    if look.headscarf != "none":
        hidden |= dict.fromkeys(("hair", "hair_part"), ("headscarf", look.headscarf))
        if look.earrings:
            hidden["earrings"] = ("headscarf", look.headscarf)
    written = study.places.at("patient", "appearance")
    for key, by in hidden.items():
        node = study.places.at("patient", "appearance", key)
        if by is not None and node is not written:
            yield diagnose(
                node,
                "FS160",
                "`{key}` cannot be seen with `{by}: {value}`",
                "delete it, or change the other",
                WARNING,
                key=key,
                by=by[0],
                value=by[1],
            )
