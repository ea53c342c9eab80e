"""What a condition can see at a place of the scene: which numbers, words and truths are possible there."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from game.authoring.check.ranges import TRUTHS, Box, Range, Values
from game.model.measures import COUNT_LIMIT, MEASURES, SKILL_LIMIT, SKILLS, STATE_LIMIT, TURN_LIMIT
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from game.authoring.check.roads import Roads
    from game.model.expression import Name
    from game.model.scenario import Choice, Scenario

_COUNT = Range(0, COUNT_LIMIT)


class Spot(NamedTuple):
    """A place in a session: in a moment, before a reply, or with `choice` just after it was said.

    An empty moment stands for any place (a turning point, what a secret needs).
    """

    moment: str = ""
    choice: Choice | None = None


class Facts:
    """What names can be, from how the scene flows and from what its replies change."""

    def __init__(self, scenario: Scenario, roads: Roads) -> None:
        self._scenario = scenario
        self._roads = roads

    def box(self, spot: Spot) -> Box:
        """What is possible at a place, for `narrow`."""
        return Box(lambda name: self.of(name, spot))

    def of(self, name: Name, spot: Spot) -> Values:
        """What one name can be at a place."""
        match name.kind:
            case "variable":
                return self.variables[name.key]
            case "said":
                return self._said(name.key, spot)
            case "knows":
                return self._known(name.key, spot)
            case "visits":
                return self._visits(name.key, spot)
            case "run":
                return self._run(name.key, spot)
            case _:
                return self._number(name, spot)

    @cached_property
    def variables(self) -> dict[str, Values]:
        """All that each variable can ever hold."""
        found: dict[str, Values] = {}
        changes = [
            change
            for moment in self._scenario.moments.values()
            for choice in moment.choices
            for change in choice.sets
        ]
        for name, first in self._scenario.variables.items():
            own = [change for change in changes if change.variable == name]
            held = [first, *(change.value for change in own if change.value is not None)]
            if type(first) is not int:
                found[name] = frozenset(value for value in held if isinstance(value, (bool, str)))
                continue
            numbers = [value for value in held if type(value) is int]
            rises, falls = any(change.add > 0 for change in own), any(change.add < 0 for change in own)
            found[name] = Range(
                -SKILL_LIMIT if falls else min(numbers), SKILL_LIMIT if rises else max(numbers)
            )
        return found

    @cached_property
    def confiding(self) -> dict[str, list[tuple[str, str]]]:
        """For each secret, the moments and choices that confide it."""
        found: dict[str, list[tuple[str, str]]] = {}
        for moment in self._scenario.moments.values():
            for choice in moment.choices:
                if choice.confides is not None:
                    found.setdefault(choice.confides, []).append((moment.id, choice.id))
        return found

    def _number(self, name: Name, spot: Spot) -> Values:
        at_first = (
            spot.choice is None
            and spot.moment == self._scenario.start
            and not self._roads.comes_again(spot.moment)
        )
        patient = self._scenario.patient
        if name.key in ("guardedness", "trust"):
            first = patient.guardedness if name.key == "guardedness" else patient.trust
            return Range(first, first) if at_first else Range(0, STATE_LIMIT)
        if at_first:
            return Range(0, 0)
        if name.kind == "turn":
            return Range(0 if spot.choice is None else 1, TURN_LIMIT)
        limit = SKILL_LIMIT if name.key in MEASURES else SKILL_LIMIT * len(SKILLS)
        return Range(-limit, limit)

    def _earlier(self, moment: str, spot: Spot) -> bool:
        """Whether a moment may have been left before the session came to this spot."""
        if not spot.moment:
            return True
        return self._roads.may_precede(moment, spot.moment)

    def _said(self, key: str, spot: Spot) -> Values:
        moment, _, choice = key.partition(".")
        if spot.choice is not None and (spot.moment, spot.choice.id) == (moment, choice):
            return frozenset((True,))
        return TRUTHS if self._earlier(moment, spot) else frozenset((False,))

    def _known(self, secret: str, spot: Spot) -> Values:
        if spot.choice is not None and spot.choice.confides == secret:
            return frozenset((True,))
        possible = any(self._earlier(moment, spot) for moment, _ in self.confiding.get(secret, ()))
        return TRUTHS if possible else frozenset((False,))

    def _visits(self, moment: str, spot: Spot) -> Values:
        if moment == spot.moment:
            return Range(1, COUNT_LIMIT if self._roads.comes_again(moment) else 1)
        return _COUNT if self._earlier(moment, spot) else Range(0, 0)

    def _run(self, technique: str, spot: Spot) -> Values:
        if spot.choice is None:
            return _COUNT
        return Range(1, COUNT_LIMIT) if technique in spot.choice.techniques else Range(0, 0)
