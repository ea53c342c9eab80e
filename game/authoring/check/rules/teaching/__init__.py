"""Rules about what a scene teaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.rules.teaching.best_is_first import best_is_first
from game.authoring.check.rules.teaching.no_good_answer import no_good_answer
from game.authoring.check.rules.teaching.nothing_tempting import nothing_tempting
from game.authoring.check.rules.teaching.one_technique_best import one_technique_best
from game.authoring.check.rules.teaching.one_technique_ending import one_technique_ending
from game.authoring.check.rules.teaching.opportunity_unmet import opportunity_unmet
from game.authoring.check.rules.teaching.poor_without_better import poor_without_better
from game.authoring.check.rules.teaching.poor_without_feedback import poor_without_feedback

if TYPE_CHECKING:
    from game.authoring.check.rule import Rule

RULES: tuple[Rule, ...] = (
    best_is_first,
    no_good_answer,
    nothing_tempting,
    one_technique_best,
    one_technique_ending,
    opportunity_unmet,
    poor_without_better,
    poor_without_feedback,
)
