"""Rules about where a session can go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.rules.flow.ending_out_of_reach import ending_out_of_reach
from game.authoring.check.rules.flow.left_without_reply import left_without_reply
from game.authoring.check.rules.flow.moment_out_of_reach import moment_out_of_reach
from game.authoring.check.rules.flow.never_offered import never_offered
from game.authoring.check.rules.flow.no_way_out import no_way_out
from game.authoring.check.rules.flow.once_only_trap import once_only_trap
from game.authoring.check.rules.flow.only_turning_points_lead_out import only_turning_points_lead_out
from game.authoring.check.rules.flow.stuck import stuck

if TYPE_CHECKING:
    from game.authoring.check.rule import Rule

RULES: tuple[Rule, ...] = (
    ending_out_of_reach,
    left_without_reply,
    moment_out_of_reach,
    never_offered,
    no_way_out,
    once_only_trap,
    only_turning_points_lead_out,
    stuck,
)
