"""Every condition of a scene, with where it stands and what it can see there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.authoring.check.facts import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.loading.nodes import Node
    from game.model.expression import Expression
    from game.model.scenario import Moment, Text


class Stated(NamedTuple):
    """A condition: where it stands in the file, and in a session. A turning point stands nowhere there."""

    when: Expression
    node: Node
    spot: Spot


def stated(study: Study) -> Iterator[Stated]:
    """The conditions of lines, replies and roads, moment by moment; those of secrets at last."""
    for moment in study.scenario.moments.values():
        yield from _of_moment(study, moment)
    for secret in study.scenario.patient.secrets:
        if secret.needs is not None:
            node = study.places.at("patient", "secrets", secret.id, "needs")
            yield Stated(secret.needs, node, Spot())


def _of_moment(study: Study, moment: Moment) -> Iterator[Stated]:
    here = Spot(moment.id)
    own: tuple[str | int, ...] = ("moments", moment.id)
    for key, text in (("cue", moment.cue), ("patient", moment.patient), ("thinks", moment.thinks)):
        yield from _of_text(study, text, (*own, key), here)
    for index, road in enumerate(moment.then):
        if road.when is not None:
            yield Stated(road.when, study.places.at(*own, "then", index, "when"), here)
    for choice in moment.choices:
        path = (*own, "choices", choice.id)
        after = Spot(moment.id, choice)
        if choice.when is not None:
            yield Stated(choice.when, study.places.at(*path, "when"), here)
        yield from _of_text(study, choice.say, (*path, "say"), here)
        yield from _of_text(study, choice.reply, (*path, "reply"), after)
        for index, road in enumerate(choice.then):
            if road.when is not None:
                yield Stated(road.when, study.places.at(*path, "then", index, "when"), after)
    if moment.ending is not None:
        yield from _of_text(study, moment.ending.text, (*own, "ending", "text"), here)


def _of_text(study: Study, text: Text, path: tuple[str | int, ...], spot: Spot) -> Iterator[Stated]:
    for index, line in enumerate(text):
        if line.when is not None:
            yield Stated(line.when, study.places.at(*path, index, "when"), spot)
