"""How much a reply is worth, as far as that can be said without a session: what the rules compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.scene import Scene
from game.engine.worth import worth
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.engine.effects import ChoiceEffects
    from game.model.measures import Deltas
    from game.model.rubric import Rubric
    from game.model.scenario import Choice, Moment, Scenario
    from game.model.state import State

MIDDLE = (55, 35)
"""Guard and trust halfway between open and closed: where no technique comes too early or too late."""
_CORNERS = ((15, 70), (15, 10), MIDDLE, (85, 70), (85, 10))
"""Guard and trust of the states in which a reply is weighed to say that something holds always."""

_Kind = tuple[tuple[str, ...], "Deltas | None"]
"""What the effects of a choice depend on: choices that agree in it share them."""


def _kind(choice: Choice) -> _Kind:
    return choice.techniques, choice.effects


def _each(pick: Callable[[tuple[int, ...]], int], columns: list[tuple[int, ...]]) -> Deltas:
    return tuple(map(pick, columns))  # type: ignore[return-value]


class Weighed(NamedTuple):
    """A choice with what it moves in the middle state, and what that is worth."""

    choice: Choice
    change: Deltas
    worth: int


class Weights:
    """The effects of a scene's choices, each worked out once."""

    def __init__(self, scenario: Scenario, rubric: Rubric) -> None:
        self._scene = Scene(scenario, rubric)
        self._states = tuple(
            self._scene.blank._replace(guardedness=guard, trust=trust) for guard, trust in _CORNERS
        )
        self._middle: State = self._states[_CORNERS.index(MIDDLE)]
        self._known: dict[_Kind, ChoiceEffects] = {}
        self._everywhere: dict[_Kind, tuple[Deltas, ...]] = {}
        self._bounds: dict[_Kind, tuple[Deltas, Deltas]] = {}
        self._moments: dict[str, tuple[Weighed, ...]] = {}

    @property
    def scene(self) -> Scene:
        """The scene, ready to play."""
        return self._scene

    def effects(self, choice: Choice) -> ChoiceEffects:
        """All effects of a choice."""
        key = _kind(choice)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._scene.effects(choice)
        return known

    def everywhere(self, choice: Choice) -> tuple[Deltas, ...]:
        """What a choice moves in each of some states that differ much."""
        key = _kind(choice)
        known = self._everywhere.get(key)
        if known is None:
            effects = self.effects(choice)
            known = self._everywhere[key] = tuple(effects.at(state).change for state in self._states)
        return known

    def bounds(self, choice: Choice) -> tuple[Deltas, Deltas]:
        """The least and the most that a choice moves, whatever the state and however often in a row."""
        key = _kind(choice)
        known = self._bounds.get(key)
        if known is None:
            effects = self.effects(choice)
            every = [effects.of(answers).change for answers in range(1 << len(effects.asks))]
            columns = list(zip(*every, strict=True))
            known = self._bounds[key] = (_each(min, columns), _each(max, columns))
        return known

    def of(self, moment: Moment) -> tuple[Weighed, ...]:
        """The choices of a moment, weighed, in the author's order."""
        known = self._moments.get(moment.id)
        if known is None:
            known = self._moments[moment.id] = tuple(self._weigh(moment))
        return known

    def best(self, moment: Moment) -> Weighed | None:
        """The choice that is worth most; None where two or more are."""
        weighed = self.of(moment)
        top = max((one.worth for one in weighed), default=0)
        found = [one for one in weighed if one.worth == top]
        return found[0] if len(found) == 1 else None

    def _weigh(self, moment: Moment) -> Iterator[Weighed]:
        for choice in moment.choices:
            change = self.effects(choice).at(self._middle).change
            yield Weighed(choice, change, worth(change, choice.meets))
