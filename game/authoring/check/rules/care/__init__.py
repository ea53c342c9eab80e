"""Rules of clinical care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.rules.care.beyond_repair import beyond_repair
from game.authoring.check.rules.care.ending_without_safety_question import ending_without_safety_question
from game.authoring.check.rules.care.no_safety_question import no_safety_question
from game.authoring.check.rules.care.repair_worth_less import repair_worth_less
from game.authoring.check.rules.care.safety_outdone import safety_outdone
from game.authoring.check.rules.care.safety_penalised import safety_penalised

if TYPE_CHECKING:
    from game.authoring.check.rule import Rule

RULES: tuple[Rule, ...] = (
    beyond_repair,
    ending_without_safety_question,
    no_safety_question,
    repair_worth_less,
    safety_outdone,
    safety_penalised,
)
