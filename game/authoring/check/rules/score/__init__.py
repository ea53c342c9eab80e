"""Rules about what replies are worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.rules.score.better_is_worse import better_is_worse
from game.authoring.check.rules.score.dominated import dominated
from game.authoring.check.rules.score.farmable_loop import farmable_loop
from game.authoring.check.rules.score.obstacle_meets import obstacle_meets

if TYPE_CHECKING:
    from game.authoring.check.rule import Rule

RULES: tuple[Rule, ...] = (
    better_is_worse,
    dominated,
    farmable_loop,
    obstacle_meets,
)
