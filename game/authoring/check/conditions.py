"""Every condition of a scene, with where it stands and what it can see there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.check.facts import Spot
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.model.expression import Expression
    from game.model.scenario import Moment, Scenario, Text


class Stated(NamedTuple):
    """A condition: where it stands in the file, from its root, and in a session."""

    when: Expression
    path: tuple[str | int, ...]
    spot: Spot


def stated(scenario: Scenario) -> Iterator[Stated]:
    """The conditions of lines, replies and roads, moment by moment; those of secrets at last."""
    for moment in scenario.moments.values():
        yield from _of_moment(moment)
    for secret in scenario.patient.secrets:
        if secret.needs is not None:
            yield Stated(secret.needs, ("patient", "secrets", secret.id, "needs"), Spot())


def _of_moment(moment: Moment) -> Iterator[Stated]:
    here = Spot(moment.id)
    own: tuple[str | int, ...] = ("moments", moment.id)
    for key, text in (("cue", moment.cue), ("patient", moment.patient), ("thinks", moment.thinks)):
        yield from _of_text(text, (*own, key), here)
    for index, road in enumerate(moment.then):
        if road.when is not None:
            yield Stated(road.when, (*own, "then", index, "when"), here)
    for choice in moment.choices:
        path = (*own, "choices", choice.id)
        after = Spot(moment.id, choice)
        if choice.when is not None:
            yield Stated(choice.when, (*path, "when"), here)
        yield from _of_text(choice.say, (*path, "say"), here)
        yield from _of_text(choice.reply, (*path, "reply"), after)
        for index, road in enumerate(choice.then):
            if road.when is not None:
                yield Stated(road.when, (*path, "then", index, "when"), after)
    if moment.ending is not None:
        yield from _of_text(moment.ending.text, (*own, "ending", "text"), here)


def _of_text(text: Text, path: tuple[str | int, ...], spot: Spot) -> Iterator[Stated]:
    for index, line in enumerate(text):
        if line.when is not None:
            yield Stated(line.when, (*path, index, "when"), spot)
