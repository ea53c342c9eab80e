"""Every rule of the checker, by what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.rules import (
    care,
    conditions,
    flow,
    portrait,
    score,
    state,
    teaching,
    translation,
    wording,
)

if TYPE_CHECKING:
    from game.authoring.check.rule import Rule

RULES: tuple[Rule, ...] = (
    *flow.RULES,
    *conditions.RULES,
    *state.RULES,
    *score.RULES,
    *portrait.RULES,
    *care.RULES,
    *teaching.RULES,
    *wording.RULES,
)
"""For a scene in its own language."""

IN_A_TRANSLATION: tuple[Rule, ...] = (*wording.RULES, *translation.RULES)
"""For a scene in another one: what its words may have changed."""
