"""Rules about the words of a scene, in each of its languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.rules.wording.closed_is_open import closed_is_open
from game.authoring.check.rules.wording.cue_gives_away import cue_gives_away
from game.authoring.check.rules.wording.echo_of_nothing import echo_of_nothing
from game.authoring.check.rules.wording.longest_is_best import longest_is_best
from game.authoring.check.rules.wording.open_is_closed import open_is_closed
from game.authoring.check.rules.wording.probe_said_aloud import probe_said_aloud
from game.authoring.check.rules.wording.question_without_mark import question_without_mark
from game.authoring.check.rules.wording.reflection_asks import reflection_asks
from game.authoring.check.rules.wording.risk_unnamed import risk_unnamed
from game.authoring.check.rules.wording.same_text import same_text
from game.authoring.check.rules.wording.silence_with_words import silence_with_words

if TYPE_CHECKING:
    from game.authoring.check.rule import Rule

RULES: tuple[Rule, ...] = (
    closed_is_open,
    cue_gives_away,
    echo_of_nothing,
    longest_is_best,
    open_is_closed,
    probe_said_aloud,
    question_without_mark,
    reflection_asks,
    risk_unnamed,
    same_text,
    silence_with_words,
)
