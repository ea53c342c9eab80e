"""FS123: a variable that nothing reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.authoring.check.wording import words_of
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING
from game.model.expression import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


_SHOWN = re.compile(r"\{variables\.([^{}]*)\}")


def variable_unread(study: Study) -> Iterator[Diagnostic]:
    """No condition looks at it and no text shows it: most often a condition was forgotten."""
    scenario = study.scenario
    if not scenario.variables:
        return
    conditions = [one.when for one in study.conditions] + [point.when for point in scenario.turning_points]
    read = {name.key for when in conditions for name in names(when) if name.kind == "variable"}
    shown = {name for text in _every_text(study) if "{" in text for name in _SHOWN.findall(text)}
    for name in scenario.variables:
        if name not in read and name not in shown:
            yield diagnose(
                study.places.at("variables", name),
                "FS123",
                "nothing reads the variable `{name}`",
                "use it in a condition or a text, or delete it",
                WARNING,
                name=name,
            )


def _every_text(study: Study) -> Iterator[str]:
    for moment in study.scenario.moments.values():
        texts = [moment.cue, moment.patient, moment.thinks]
        texts += [text for choice in moment.choices for text in (choice.say, choice.reply, choice.feedback)]
        if moment.ending is not None:
            texts.append(moment.ending.text)
        for text in texts:
            yield from words_of(text)
            yield from (part for line in text for part in (line.cue, line.thinks) if part)
