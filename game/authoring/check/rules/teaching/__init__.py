"""Rules about what a scene teaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.authoring.check.rule import Rule

RULES: tuple[Rule, ...] = ()
