"""What an exploration says of a scene: what sessions come to, what they never do, and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.graph.conditions import told
from game.model.diagnostics import Term
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.authoring.explore.exploration import Exploration
    from game.model.scenario import Choice, Moment, Scenario

    Translate = Callable[[str], str]

_NAMED = 3
"""As many places as a reason names."""

ENDINGS, MOMENTS, REPLIES = Term("Endings"), Term("Moments"), Term("Replies")
SECRETS, TURNING_POINTS = Term("Secrets"), Term("Turning points")
KINDS = (ENDINGS, MOMENTS, REPLIES, SECRETS, TURNING_POINTS)


class Missing(NamedTuple):
    """Something that no session comes to, and why: a message with what it is filled with."""

    name: str
    reason: str
    values: dict[str, str]

    def tell(self, _: Translate) -> str:
        """The reason, in words."""
        return _(self.reason).format(**self.values)


class Coverage(NamedTuple):
    """Of one kind of things: their number, and those that no session came to."""

    kind: Term
    number: int
    missing: tuple[Missing, ...]


def coverage(scenario: Scenario, found: Exploration) -> tuple[Coverage, ...]:
    """What sessions come to, kind by kind, in the order of KINDS.

    Replies of a moment that is not reached count as missing, with the moment as their reason.
    """
    moments = scenario.moments.values()
    endings = [moment for moment in moments if moment.ending is not None]
    others = [moment for moment in moments if moment.ending is None]
    replies = [(moment, choice) for moment in others for choice in moment.choices]
    patient = scenario.patient
    return (
        Coverage(ENDINGS, len(endings), tuple(_unreached(endings, scenario, found))),
        Coverage(MOMENTS, len(others), tuple(_unreached(others, scenario, found))),
        Coverage(REPLIES, len(replies), tuple(_unsaid(replies, found))),
        Coverage(SECRETS, len(patient.secrets), tuple(_untold(scenario, found))),
        Coverage(TURNING_POINTS, len(scenario.turning_points), tuple(_unturned(scenario, found))),
    )


def flawless(scenario: Scenario, found: Exploration) -> bool:
    """True where all was walked, all is reached, nothing gets stuck, and no skill can be farmed."""
    whole = found.exhaustive and not any(one.missing for one in coverage(scenario, found))
    farmed = any(one.direction > 0 for one in found.growth)
    return whole and not (found.stuck or found.too_early or farmed)


def _unreached(moments: list[Moment], scenario: Scenario, found: Exploration) -> Iterator[Missing]:
    for moment in moments:
        if moment.id not in found.moments:
            leading = _leading(scenario, moment.id)
            message = (
                Term("what leads there is never taken: {places}") if leading else Term("nothing leads there")
            )
            yield Missing(moment.id, message.template, {"places": _some(leading)})


def _unsaid(replies: list[tuple[Moment, Choice]], found: Exploration) -> Iterator[Missing]:
    for moment, choice in replies:
        if (moment.id, choice.id) in found.choices:
            continue
        there = found.there.get(moment.id)
        values = {"when": told(choice.when)}
        if there is None:
            message = Term("its moment is never reached")
        elif choice.when is not None:
            message = Term("{when} never holds there: guard {guard}, trust {trust}")
            values |= {"guard": span(*there.guardedness), "trust": span(*there.trust)}
        elif choice.fallback:
            message = Term("another reply is always on offer there")
        else:
            message = Term("it is never on offer there")
        yield Missing(f"{moment.id}.{choice.id}", message.template, values)


def _untold(scenario: Scenario, found: Exploration) -> Iterator[Missing]:
    for secret in scenario.patient.secrets:
        if secret.id not in found.secrets:
            confiding = [
                f"{moment.id}.{choice.id}"
                for moment in scenario.moments.values()
                for choice in moment.choices
                if choice.confides == secret.id
            ]
            message = (
                Term("what confides it is never said: {places}")
                if confiding
                else Term("no reply confides it")
            )
            yield Missing(secret.id, message.template, {"places": _some(confiding)})


def _unturned(scenario: Scenario, found: Exploration) -> Iterator[Missing]:
    for point in scenario.turning_points:
        if point.id not in found.turning_points:
            message = Term("{when} never holds after a reply, or an earlier one always comes first")
            yield Missing(point.id, message.template, {"when": told(point.when)})


def _leading(scenario: Scenario, target: str) -> list[str]:
    """Where roads to a moment begin."""
    found = [point.id for point in scenario.turning_points if point.to == target]
    for moment in scenario.moments.values():
        if any(target in (road.to, road.visit) for road in moment.then):
            found.append(moment.id)
        for choice in moment.choices:
            if any(target in (road.to, road.visit) for road in choice.then):
                found.append(f"{moment.id}.{choice.id}")
    return found


def _some(places: list[str]) -> str:
    return ", ".join([*places[:_NAMED], *(["…"] if len(places) > _NAMED else [])])


def span(least: int, most: int) -> str:
    """A least and a most, as the rubric writes ranges."""
    return f"{least}..{most}" if least != most else str(least)
