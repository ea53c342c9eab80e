"""Which replies ask about a risk, or repair a rupture, and where a safety question is sure to be on offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.facts import Spot
from game.authoring.check.ranges import MAX_BOXES, Range, narrow
from game.model.expression import Name, names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.authoring.check.ranges import Box, Values
    from game.authoring.check.study import Study
    from game.model.scenario import Choice, Moment, Value


def is_safe(study: Study, choice: Choice) -> bool:
    """True for a safety question: what the rubric never penalises."""
    return any(study.rubric.techniques[name].never_penalised for name in choice.techniques)


def repairs(study: Study, choice: Choice) -> bool:
    """True for a reply that repairs an open rupture."""
    return any(study.rubric.techniques[name].repairs for name in choice.techniques)


def offering(study: Study) -> frozenset[str]:
    """The moments in which whoever has not asked yet is sure to have a safety question before them."""
    unasked = _unasked(study)
    return frozenset(moment.id for moment in study.waiting() if _offers(study, moment, unasked))


def _offers(study: Study, moment: Moment, unasked: dict[Name, Value]) -> bool:
    safe = [choice for choice in moment.choices if is_safe(study, choice) and not choice.fallback]
    if not safe:
        return False
    boxes = _as_at_first(study.facts.box(Spot(moment.id)), unasked, safe)
    for choice in safe:
        if choice.when is None:
            return True
        boxes = [inner for box in boxes for inner in narrow(choice.when, False, box)]
        if len(boxes) > MAX_BOXES:
            return True
    return not boxes


def _as_at_first(box: Box, unasked: dict[Name, Value], safe: Iterable[Choice]) -> list[Box]:
    """The box with all that only a safety question changes as it was before one was asked."""
    for choice in safe:
        for name in names(choice.when) if choice.when is not None else ():
            if name in unasked:
                box = box.also(name, _only(unasked[name]))
    return [box]


def _only(value: Value) -> Values:
    """What a name can be that holds this and nothing else."""
    if isinstance(value, (bool, str)):
        return frozenset((value,))
    return Range(value, value)


def _unasked(study: Study) -> dict[Name, Value]:
    """What nothing but safety questions changes, with its value before one of them was asked."""
    others = {
        change.variable
        for _, choice in study.replies()
        if not is_safe(study, choice)
        for change in choice.sets
    }
    found: dict[Name, Value] = {
        Name("variable", name): value
        for name, value in study.scenario.variables.items()
        if name not in others
    }
    for moment, choice in study.replies():
        if is_safe(study, choice):
            found[Name("said", f"{moment.id}.{choice.id}")] = False
    return found
