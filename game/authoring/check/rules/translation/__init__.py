"""Rules about a scene in its other language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.rules.translation.odd_length import odd_length
from game.authoring.check.rules.translation.stale_text import stale_text
from game.authoring.check.rules.translation.untranslated import untranslated

if TYPE_CHECKING:
    from game.authoring.check.rule import Rule

RULES: tuple[Rule, ...] = (
    odd_length,
    stale_text,
    untranslated,
)
