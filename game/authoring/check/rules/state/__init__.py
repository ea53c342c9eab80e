"""Rules about secrets, turning points and variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.rules.state.secret_never_confided import secret_never_confided
from game.authoring.check.rules.state.secret_too_early import secret_too_early
from game.authoring.check.rules.state.turning_point_at_once import turning_point_at_once
from game.authoring.check.rules.state.turning_point_never import turning_point_never
from game.authoring.check.rules.state.variable_never_set import variable_never_set
from game.authoring.check.rules.state.variable_unread import variable_unread

if TYPE_CHECKING:
    from game.authoring.check.rule import Rule

RULES: tuple[Rule, ...] = (
    secret_never_confided,
    secret_too_early,
    turning_point_at_once,
    turning_point_never,
    variable_never_set,
    variable_unread,
)
