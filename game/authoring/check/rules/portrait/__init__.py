"""Rules about how the patient looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.rules.portrait.child_with_a_beard import child_with_a_beard
from game.authoring.check.rules.portrait.same_face import same_face
from game.authoring.check.rules.portrait.unseen_detail import unseen_detail

if TYPE_CHECKING:
    from game.authoring.check.rule import Rule

RULES: tuple[Rule, ...] = (
    child_with_a_beard,
    same_face,
    unseen_detail,
)
