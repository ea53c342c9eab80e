"""Whether something happens too often in a scene to be chance."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ENOUGH = 4
"""In fewer moments nothing can be told from chance."""
STRIKING = 2.33
"""Standard deviations above what chance gives: about one scene in a hundred would do that by accident."""


def too_often(hits: int, chances: Sequence[float]) -> bool:
    """True where `hits` of these moments, each with its chance (0 to 1), are far more than chance gives."""
    if len(chances) < ENOUGH:
        return False
    expected = sum(chances)
    spread = sqrt(sum(chance * (1 - chance) for chance in chances))
    return hits - expected > STRIKING * spread
