"""A scenario made ready to play: conditions compiled, effects as integer tuples, counters given a place.

Each moment is prepared when it is first entered, so that starting does not grow with the scene.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from game.engine.conditions import Positions, compile_condition
from game.engine.effects import ChoiceEffects, own_part, rules_of
from game.engine.texts import NOTHING_SAID, PreparedText
from game.model.events import ChoiceTaken, MomentEntered, PatientReplied, SessionEnded
from game.model.state import State

if TYPE_CHECKING:
    from game.engine.conditions import Condition
    from game.engine.effects import Rules
    from game.model.expression import Expression
    from game.model.rubric import Rubric
    from game.model.scenario import Choice, Moment, Road, Scenario, Text, TurningPoint, Value


class Way:
    """A road of a `then`, ready: its condition, where it goes, and the detour before that."""

    __slots__ = ("_scenario", "to", "visit", "when")

    def __init__(self, scene: Scene, moment: str, road: Road) -> None:
        self.when = scene.condition(road.when)
        self.to = road.to or moment
        self.visit = road.visit
        self._scenario = scene.scenario

    @property
    def ends(self) -> bool:
        """True where it leads straight to an ending."""
        return self.visit is None and self._scenario.moments[self.to].ending is not None


class PreparedChoice:
    """A choice, ready to be offered. What only taking it needs is made ready once that is looked up.

    `taken` is the event of taking it, `told` the patient's answer where that is always the same; `free` is
    true where it is always offered, `only_way` its road where there is but one, and `begun` the runs that it
    begins where none of them was begun before.
    """

    __slots__ = (
        "_moment",
        "_scene",
        "begun",
        "changes",
        "confides",
        "effects",
        "free",
        "id",
        "once",
        "only_way",
        "repairs",
        "reply",
        "runs",
        "said",
        "say",
        "source",
        "taken",
        "techniques",
        "told",
        "ways",
        "when",
    )

    begun: tuple[tuple[str, int], ...]
    changes: tuple[tuple[int, Value | None, int], ...]
    confides: int
    effects: ChoiceEffects
    only_way: Way | None
    repairs: str
    reply: PreparedText
    runs: tuple[str, ...]
    taken: ChoiceTaken
    told: PatientReplied | None
    ways: tuple[Way, ...]

    def __init__(self, scene: Scene, moment: str, choice: Choice) -> None:
        self._scene = scene
        self._moment = moment
        self.source = choice
        self.id = choice.id
        self.techniques = choice.techniques
        self.when = scene.condition(choice.when)
        bit = scene.positions.said.get(f"{moment}.{choice.id}")
        self.said = 0 if bit is None else 1 << bit
        self.once = self.said if choice.once else 0
        self.say = scene.text(choice.say, moment, choice.id, "say")
        self.free = self.when is None and not self.once and not choice.fallback

    def _make_ready(self, scene: Scene, moment: str, choice: Choice) -> None:
        techniques = scene.rubric.techniques
        self.taken = ChoiceTaken(moment, choice.id)
        self.repairs = next((name for name in choice.techniques if techniques[name].repairs), "")
        self.runs = tuple([name for name in choice.techniques if scene.counts(name)])
        self.begun = tuple([(name, 1) for name in self.runs])
        self.effects = scene.effects(choice)
        self.changes = tuple(
            [(scene.positions.variables[change.variable], change.value, change.add) for change in choice.sets]
        )
        self.confides = 0 if choice.confides is None else 1 << scene.positions.known[choice.confides]
        self.reply = scene.text(choice.reply, moment, choice.id, "reply")
        told = self.reply.always if choice.reply else None
        self.told = None if told is None else PatientReplied(told)
        self.ways = tuple([Way(scene, moment, road) for road in choice.then])
        self.only_way = self.ways[0] if self.ways[0].when is None else None


class _Untaken(PreparedChoice):
    """A choice that nobody took yet. A class of its own: all that one looks up here takes far longer."""

    __slots__ = ()

    def __getattr__(self, name: str) -> object:
        if name not in PreparedChoice.__slots__:
            raise AttributeError(name)
        self._make_ready(self._scene, self._moment, self.source)
        self.__class__ = PreparedChoice  # type: ignore[assignment]  # they have the same slots
        return getattr(self, name)


class PreparedMoment:
    """A moment, ready to be entered.

    `open` holds its choices where all of them are always offered; `entered` is what there is to tell where
    that is always the same. `marks` is true where entering changes more of a state than where it stands.
    """

    __slots__ = (
        "by_id",
        "choices",
        "cue",
        "ended",
        "entered",
        "fallbacks",
        "marks",
        "open",
        "patient",
        "source",
        "thinks",
        "visits",
        "ways",
    )

    def __init__(self, scene: Scene, moment: Moment) -> None:
        self.source = moment
        self.by_id: dict[str, PreparedChoice] = {
            choice.id: _Untaken(scene, moment.id, choice) for choice in moment.choices
        }
        prepared = self.by_id.values()
        self.choices = tuple([choice for choice in prepared if not choice.source.fallback])
        self.fallbacks = tuple([choice for choice in prepared if choice.source.fallback])
        all_free = self.choices and False not in [choice.free for choice in self.choices]
        self.open = self.choices if all_free else None
        self.visits = scene.positions.visits.get(moment.id, -1)
        self.marks = self.visits >= 0 or moment.rupture is not None
        self.patient = scene.text(moment.patient, moment.id, "patient")
        self.cue = scene.text(moment.cue, moment.id, "cue")
        self.thinks = scene.text(moment.thinks, moment.id, "thinks")
        self.ways = tuple([Way(scene, moment.id, road) for road in moment.then])
        self.ended = None if moment.ending is None else SessionEnded(moment.id)
        fixed = None not in (self.patient.text, self.cue.text, self.thinks.text)
        self.entered = self.tell(scene.blank) if fixed else None

    def tell(self, state: State) -> MomentEntered:
        """What is seen and said on entering in this state."""
        moment = self.source
        return MomentEntered(
            moment.id,
            self.cue.joined(state),
            self.patient.lines(state),
            moment.mood,
            self.thinks.joined(state),
            moment.gesture,
        )


class _Moments(dict[str, PreparedMoment]):
    """Prepares a moment the first time that it is looked up. Raises KeyError for an unknown one."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene

    def __missing__(self, key: str) -> PreparedMoment:
        prepared = self[key] = PreparedMoment(self._scene, self._scene.scenario.moments[key])
        return prepared


class Scene:
    """A scenario with its rubric, ready for `start`, `choices`, `choose` and `is_over`.

    `blank` is the state before the first moment is entered.
    """

    def __init__(self, scenario: Scenario, rubric: Rubric) -> None:
        self.scenario = scenario
        self.rubric = rubric
        self.positions = Positions(
            variables={name: index for index, name in enumerate(scenario.variables)},
            visits={name: index for index, name in enumerate(scenario.watched.visits)},
            said={name: index for index, name in enumerate(scenario.watched.said)},
            known={secret.id: index for index, secret in enumerate(scenario.patient.secrets)},
        )
        self._rules: dict[tuple[str, ...], Rules] = {}
        self._effects: dict[tuple[str, ...], ChoiceEffects] = {}
        self._watched_runs = frozenset(scenario.watched.runs)
        self.threshold = -rubric.ruptures.trust_fall
        self.blank = State(
            scenario.start,
            *(0, 0, 0, 0, 0),
            scenario.patient.guardedness,
            scenario.patient.trust,
            variables=tuple(scenario.variables.values()),
            visits=(0,) * len(scenario.watched.visits),
        )
        self.moments = _Moments(self)

    @cached_property
    def turning_points(self) -> tuple[tuple[int, Condition, TurningPoint], ...]:
        """Each turning point with its flag in a state and its condition."""
        return tuple(
            (1 << index, compile_condition(point.when, self.positions), point)
            for index, point in enumerate(self.scenario.turning_points)
        )

    @cached_property
    def choice_ids(self) -> frozenset[str]:
        """The ids of all choices."""
        return frozenset(self.scenario.bounds.choices)

    def counts(self, technique: str) -> bool:
        """True where it matters how often in a row a technique was used."""
        return technique in self._watched_runs or bool(self.rubric.techniques[technique].runs)

    def condition(self, expression: Expression | None) -> Condition | None:
        """A condition over this scene's states; None where there is none."""
        return None if expression is None else compile_condition(expression, self.positions)

    def effects(self, choice: Choice) -> ChoiceEffects:
        """All effects of a choice; choices that say the same techniques and no more share them."""
        said, own = choice.techniques, own_part(choice)
        rules = self._rules.get(said)
        if rules is None:
            techniques = tuple(self.rubric.techniques[name] for name in said)
            rules = self._rules[said] = rules_of(techniques, self.scenario.patient.ghosts, self.positions)
            self._effects[said] = ChoiceEffects(None, rules)
        return self._effects[said] if own is None else ChoiceEffects(own, rules)

    def text(self, text: Text, *place: str) -> PreparedText:
        """A text of this scene; `place` tells it apart for the seed's picks."""
        return PreparedText(text, place, self.positions) if text else NOTHING_SAID
