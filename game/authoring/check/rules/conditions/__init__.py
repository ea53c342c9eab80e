"""Rules about what conditions can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.rules.conditions.always_false import always_false
from game.authoring.check.rules.conditions.always_true import always_true
from game.authoring.check.rules.conditions.road_never_taken import road_never_taken

if TYPE_CHECKING:
    from game.authoring.check.rule import Rule

RULES: tuple[Rule, ...] = (
    always_false,
    always_true,
    road_never_taken,
)
