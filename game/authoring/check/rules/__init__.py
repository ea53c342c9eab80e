"""Every rule of the checker, by what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.rules import care, conditions, flow, portrait, score, state, teaching, translation

if TYPE_CHECKING:
    from game.authoring.check.rule import Rule

RULES: tuple[Rule, ...] = (
    *flow.RULES,
    *conditions.RULES,
    *state.RULES,
    *score.RULES,
    *translation.RULES,
    *portrait.RULES,
    *care.RULES,
    *teaching.RULES,
)
