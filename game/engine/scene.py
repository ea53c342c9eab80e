"""A scenario made ready to play: conditions compiled, effects as integer tuples, counters given a place.

Each moment is prepared when it is first entered, so that starting does not grow with the scene.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.conditions import Positions, compile_condition
from game.engine.effects import ChoiceEffects
from game.engine.texts import PreparedText

if TYPE_CHECKING:
    from game.engine.conditions import Condition
    from game.model.rubric import Rubric
    from game.model.scenario import Choice, Moment, Road, Scenario, Text


class Way:
    """A road of a `then`, ready: its condition, where it goes, and the detour before that."""

    __slots__ = ("ends", "to", "visit", "when")

    def __init__(self, road: Road, scene: Scene) -> None:
        self.when: Condition | None = road.when and scene.condition(road.when)  # type: ignore[assignment]
        self.to = road.to
        self.visit = road.visit
        target = scene.scenario.moments[road.to] if road.to else None
        self.ends = target is not None and target.ending is not None and road.visit is None


class PreparedChoice:
    """A choice, ready to be offered and taken."""

    __slots__ = (
        "changes",
        "confides",
        "effects",
        "id",
        "once",
        "reply",
        "repairs",
        "runs",
        "said",
        "say",
        "source",
        "techniques",
        "ways",
        "when",
    )

    def __init__(self, scene: Scene, moment: str, choice: Choice) -> None:
        scenario, rubric = scene.scenario, scene.rubric
        place = f"{moment}.{choice.id}"
        self.source = choice
        self.id = choice.id
        self.when: Condition | None = choice.when and scene.condition(choice.when)  # type: ignore[assignment]
        bit = scene.positions.said.get(place)
        self.said = 0 if bit is None else 1 << bit
        self.once = self.said if choice.once else 0
        self.techniques = choice.techniques
        self.repairs = next((name for name in choice.techniques if rubric.techniques[name].repairs), "")
        self.runs = tuple(name for name in choice.techniques if name in scene.runs)
        self.effects = ChoiceEffects(choice, rubric, scenario.patient.ghosts, scene.positions)
        self.changes = tuple(
            (scene.positions.variables[change.variable], change.value, change.add) for change in choice.sets
        )
        known = scene.positions.known
        self.confides = 0 if choice.confides is None else 1 << known[choice.confides]
        self.say = scene.text(choice.say, f"{place}.say")
        self.reply = scene.text(choice.reply, f"{place}.reply")
        self.ways = tuple(Way(road, scene) for road in choice.then)


class PreparedMoment:
    """A moment, ready to be entered. `open` holds its choices where all of them are always offered."""

    __slots__ = ("by_id", "choices", "cue", "fallbacks", "open", "patient", "source", "thinks", "visits", "ways")

    def __init__(self, scene: Scene, moment: Moment) -> None:
        self.source = moment
        prepared = [PreparedChoice(scene, moment.id, choice) for choice in moment.choices]
        self.by_id = {choice.id: choice for choice in prepared}
        self.choices = tuple(choice for choice in prepared if not choice.source.fallback)
        self.fallbacks = tuple(choice for choice in prepared if choice.source.fallback)
        conditional = any(choice.when or choice.once for choice in self.choices)
        self.open = None if conditional or not self.choices else self.choices
        self.visits = scene.positions.visits.get(moment.id, -1)
        self.patient = scene.text(moment.patient, f"{moment.id}.patient")
        self.cue = scene.text(moment.cue, f"{moment.id}.cue")
        self.thinks = scene.text(moment.thinks, f"{moment.id}.thinks")
        self.ways = tuple(Way(road, scene) for road in moment.then)


class _Moments(dict[str, PreparedMoment]):
    """Prepares a moment the first time that it is looked up. Raises KeyError for an unknown one."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene

    def __missing__(self, key: str) -> PreparedMoment:
        prepared = self[key] = PreparedMoment(self._scene, self._scene.scenario.moments[key])
        return prepared


class Scene:
    """A scenario with its rubric, ready for `start`, `choices`, `choose` and `is_over`."""

    __slots__ = ("moments", "positions", "rubric", "runs", "scenario", "threshold", "turning_points")

    def __init__(self, scenario: Scenario, rubric: Rubric) -> None:
        self.scenario = scenario
        self.rubric = rubric
        self.positions = Positions(
            variables={name: index for index, name in enumerate(scenario.variables)},
            visits={name: index for index, name in enumerate(scenario.watched.visits)},
            said={name: index for index, name in enumerate(scenario.watched.said)},
            known={secret.id: index for index, secret in enumerate(scenario.patient.secrets)},
        )
        ruled = {name for name, technique in rubric.techniques.items() if technique.runs}
        self.runs = frozenset(ruled | set(scenario.watched.runs))
        self.threshold = -rubric.ruptures.trust_fall
        self.moments = _Moments(self)
        self.turning_points = tuple(
            (1 << index, self.condition(point.when), point)
            for index, point in enumerate(scenario.turning_points)
        )

    def condition(self, expression: object) -> Condition:
        """A condition over this scene's states."""
        return compile_condition(expression, self.positions)  # type: ignore[arg-type]

    def text(self, text: Text, place: str) -> PreparedText:
        """A text of this scene; `place` tells it apart for the seed's picks."""
        return PreparedText(text, place, self.scenario.patient.name, self.positions)


