"""A scene as the rules see it: the scenario with its places, its roads, its ranges and its weights."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from game.authoring.check.conditions import stated
from game.authoring.check.facts import Facts, Spot
from game.authoring.check.places import Places
from game.authoring.check.ranges import never
from game.authoring.check.rehearsal import Rehearsal
from game.authoring.check.roads import Roads
from game.authoring.check.weights import Weights
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.conditions import Stated
    from game.authoring.explore.exploration import Exploration
    from game.loading.nodes import Mapping
    from game.model.rubric import Rubric
    from game.model.scenario import Choice, Moment, Scenario


class Translation(NamedTuple):
    """The nodes of a scene in its own language, and those of the file that translates them."""

    source: Mapping
    overlay: Mapping


class Study:
    """All that a rule may look at. What is costly is worked out when a rule first asks for it."""

    def __init__(
        self,
        scenario: Scenario,
        rubric: Rubric,
        root: Mapping,
        exploration: Exploration | None = None,
        translation: Translation | None = None,
    ) -> None:
        self.scenario = scenario
        self.rubric = rubric
        self.places = Places(root)
        self.roads = Roads(scenario)
        self.facts = Facts(scenario, self.roads)
        self.exploration = exploration
        self.translation = translation

    @cached_property
    def weights(self) -> Weights:
        """What the replies are worth."""
        return Weights(self.scenario, self.rubric)

    @cached_property
    def rehearsal(self) -> Rehearsal:
        """A few sessions."""
        return Rehearsal(self.weights.scene)

    @cached_property
    def open_roads(self) -> Roads:
        """The roads without those whose condition is proved never to hold."""
        return Roads(self.scenario, self._may_be_taken)

    @cached_property
    def conditions(self) -> tuple[Stated, ...]:
        """Every condition of lines, replies, roads and secrets."""
        return tuple(stated(self.scenario))

    def proved(self) -> Exploration | None:
        """The exploration where it is exhaustive."""
        found = self.exploration
        return found if found is not None and found.exhaustive else None

    def waiting(self) -> Iterator[Moment]:
        """The moments in which the clinician answers."""
        return (moment for moment in self.scenario.moments.values() if moment.choices)

    def endings(self) -> Iterator[Moment]:
        """The moments that end a session."""
        return (moment for moment in self.scenario.moments.values() if moment.ending is not None)

    def replies(self) -> Iterator[tuple[Moment, Choice]]:
        """Every choice of the scene with its moment."""
        return ((moment, choice) for moment in self.waiting() for choice in moment.choices)

    def _may_be_taken(self, moment: str, choice: Choice | None, index: int) -> bool:
        roads = self.scenario.moments[moment].then if choice is None else choice.then
        when = roads[index].when
        if when is None and (choice is None or choice.when is None):
            return True
        facts = self.facts
        if choice is not None and choice.when is not None and never(choice.when, facts.box(Spot(moment))):
            return False
        return when is None or not never(when, facts.box(Spot(moment, choice)))
