"""Rules about how the patient looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.rules.portrait.bed_out_of_place import bed_out_of_place
from game.authoring.check.rules.portrait.child_with_a_beard import child_with_a_beard
from game.authoring.check.rules.portrait.grey_too_young import grey_too_young
from game.authoring.check.rules.portrait.lost_on_the_skin import lost_on_the_skin
from game.authoring.check.rules.portrait.same_face import same_face
from game.authoring.check.rules.portrait.unseen_detail import unseen_detail
from game.authoring.check.rules.portrait.untold_gesture import untold_gesture

if TYPE_CHECKING:
    from game.authoring.check.rule import Rule

RULES: tuple[Rule, ...] = (
    unseen_detail,
    same_face,
    child_with_a_beard,
    lost_on_the_skin,
    grey_too_young,
    bed_out_of_place,
    untold_gesture,
)
