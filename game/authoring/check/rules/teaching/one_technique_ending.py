"""FS188: a good ending that only one technique leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic
    from game.model.scenario import Choice, Moment


def one_technique_ending(study: Study) -> Iterator[Diagnostic]:
    """The last reply before it is always of the same technique, and others as good lead elsewhere.

    The ending rewards a password and not a way of being with someone: there are many good ways to close.
    """
    goods = [
        ending for ending in study.endings() if ending.ending is not None and ending.ending.returns == "true"
    ]
    last = _last_replies(study) if goods else {}
    turned = {point.to for point in study.scenario.turning_points}
    for ending in goods:
        replies = last.get(ending.id, [])
        shared = set.intersection(*(set(choice.techniques) for _, choice in replies)) if replies else set()
        if not shared or ending.id in turned:
            continue
        there = {(moment.id, choice.id) for moment, choice in replies}
        if any(
            one.worth > 0
            and (moment.id, one.choice.id) not in there
            and not shared & set(one.choice.techniques)
            for moment, _ in replies
            for one in study.weights.of(moment)
            if one.worth >= min(_worth(study, moment, choice) for at, choice in replies if at is moment)
        ):
            yield diagnose(
                study.places.moment(ending.id),
                "FS188",
                "only `{technique}` leads to the ending `{name}`, and replies that are as good do not",
                "let another good reply of the last moment lead there too",
                WARNING,
                technique=min(shared),
                name=ending.id,
            )


def _last_replies(study: Study) -> dict[str, list[tuple[Moment, Choice]]]:
    """For each ending, the replies after which a session can come straight to it."""
    found: dict[str, list[tuple[Moment, Choice]]] = {}
    moments = study.scenario.moments
    for moment, choice in study.replies():
        seen: set[str] = set()
        todo = [road.visit or road.to or moment.id for road in choice.then]
        while todo:
            name = todo.pop()
            if name in seen:
                continue
            seen.add(name)
            if moments[name].ending is not None:
                found.setdefault(name, []).append((moment, choice))
            elif not moments[name].choices and not moments[name].comes_back:
                todo += [road.visit or road.to or name for road in moments[name].then]
    return found


def _worth(study: Study, moment: Moment, choice: Choice) -> int:
    return next(one.worth for one in study.weights.of(moment) if one.choice is choice)
