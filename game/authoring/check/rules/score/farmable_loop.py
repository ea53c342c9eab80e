"""FS140: a loop in which a skill grows each time round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.loops import endless_gains
from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic


def farmable_loop(study: Study) -> Iterator[Diagnostic]:
    """Going round and round must not pay: the score would tell patience at a keyboard, not skill.

    Known for certain from an exploration. Without one, told only of loops of replies that are always there,
    and in which the skill rises whatever the state.
    """
    proved = study.proved()
    if proved is None:
        grown = [(loop.moment, loop.skill) for loop in endless_gains(study)]
    else:
        grown = [(one.moment, one.skill) for one in proved.growth if one.direction > 0]
    told: set[int | None] = set()
    for name, skill in grown:
        ring = study.roads.ring_of(name)
        if ring in told:
            continue
        told.add(ring)
        yield diagnose(
            study.places.moment(name),
            "FS140",
            "round `{name}` goes a loop in which `{skill}` grows each time, without end",
            "let a reply of the loop be `once`, or count the rounds in a variable",
            WARNING,
            name=name,
            skill=skill,
        )
