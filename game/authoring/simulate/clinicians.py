"""Typical clinicians: what each leans towards, and how well it takes in the patient in front of it.

A clinician sees what one can see in the room: what each reply would be (its techniques, how long it is,
how far it takes up what was just offered), whether a rupture stands open, and roughly how guarded and how
trusting the patient looks. Nobody looks ahead, and nobody knows the effects that the author gave to single
replies, the patient's ghosts, or where a road leads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.effects import total
from game.model.diagnostics import Term
from game.model.measures import GUARDEDNESS, TRUST
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from game.engine.scene import PreparedChoice, Scene
    from game.model.measures import Deltas
    from game.model.state import State

HABIT, SKILL, LENGTH, CHANCE = "habit", "skill", "length", "chance"
"""What a reply is chosen by: a habit, knowledge of the rubric, the longest words, or nothing at all."""

_MEETING = 3
"""What one level of meeting an opportunity (ECCS, 0..6) weighs beside the rubric's points."""
_REPAIRING, _ASKING = 12, 20
"""What a repair weighs while a rupture is open, and the safety question in a scene with a risk."""
_COARSE = 10
"""Guard and trust are read off a posture: to the nearest ten."""


class Clinician(NamedTuple):
    """One typical way to lead a first session.

    `weights` are the techniques that a habit leans towards, and how strongly. `slips` is the share of replies
    (0..1) in which attention fails and any reply is taken, in the first session and in the last: it falls
    evenly where somebody learns. `bad` marks a habit that should not pay.
    """

    id: str
    name: Term
    way: str
    weights: Mapping[str, int] = {}
    slips: tuple[float, float] = (0.1, 0.1)
    bad: bool = False

    @property
    def learns(self) -> bool:
        """True where the last session is led otherwise than the first."""
        return self.slips[0] != self.slips[1]

    def slip(self, session: int, sessions: int) -> float:
        """The share of slips in this session (counting from 0) of so many."""
        first, last = self.slips
        return first + (last - first) * session / max(1, sessions - 1)


def _habit(name: str, told: Term, **weights: int) -> Clinician:
    return Clinician(name, told, HABIT, weights, bad=True)


CLINICIANS = (
    Clinician("expert", Term("the expert"), SKILL, slips=(0.05, 0.05)),
    Clinician("novice", Term("the novice who learns"), SKILL, slips=(0.9, 0.1)),
    Clinician("random", Term("chance"), CHANCE),
    _habit(
        "adviser",
        Term("the adviser"),
        premature_advice=5,
        ask_tell_ask=3,
        premature_interpretation=2,
        false_reassurance=2,
        closed_question=1,
        supporting=1,
    ),
    _habit(
        "interrogator",
        Term("the interrogator"),
        closed_question=5,
        open_question=4,
        exploring=3,
        direct_safety_question=3,
        confrontation=1,
    ),
    _habit(
        "reassurer",
        Term("the reassurer"),
        false_reassurance=5,
        minimising=4,
        supporting=3,
        affirmation=3,
        validation=1,
        changing_the_subject=1,
    ),
    _habit(
        "moraliser",
        Term("the moraliser"),
        judging=5,
        confrontation=4,
        premature_advice=3,
        minimising=2,
        premature_interpretation=1,
    ),
    _habit(
        "interpreter",
        Term("the interpreter"),
        premature_interpretation=5,
        confrontation=2,
        complex_reflection=2,
        metacommunication=1,
    ),
    _habit("silent", Term("the silent one"), silence=5, parroting=3, simple_reflection=2, summary=1),
    _habit(
        "hurried",
        Term("the hurried one"),
        changing_the_subject=5,
        closed_question=4,
        premature_advice=3,
        negotiating_goals=2,
        false_reassurance=2,
        summary=2,
    ),
    _habit(
        "storyteller",
        Term("the storyteller"),
        self_focused_disclosure=5,
        affirmation=2,
        false_reassurance=2,
        premature_advice=1,
    ),
    Clinician("wordy", Term("the longest reply"), LENGTH, bad=True),
)
"""Everyone who plays, in the order of the table. The bad habits are Porter's (1950), and the righting reflex
of motivational interviewing (Miller & Rollnick 2013)."""


class Judgment:
    """How one clinician weighs the replies of one scene.

    It is worked out once for each sight of them, but for their length, since words may change with the state.
    """

    def __init__(self, scene: Scene, clinician: Clinician) -> None:
        self._scene = scene
        self._clinician = clinician
        self._known: dict[tuple[object, ...], tuple[str, ...]] = {}

    def pick(self, state: State, offered: tuple[PreparedChoice, ...], slip: float, dice: Random) -> str:
        """The id of the reply that is given here."""
        if self._clinician.way == CHANCE or dice.random() < slip:
            return offered[int(dice.random() * len(offered))].id
        best = self._favourites(state, offered)
        return best[0] if len(best) == 1 else best[int(dice.random() * len(best))]

    def _favourites(self, state: State, offered: tuple[PreparedChoice, ...]) -> tuple[str, ...]:
        """The replies that please most; more than one where there is nothing to tell them apart."""
        sight: tuple[object, ...] = offered
        if self._clinician.way == SKILL:
            state = _seen(state)
            sight = (offered, state.guardedness, state.trust, state.runs, state.rupture is None)
        found = self._known.get(sight)
        if found is None:
            liked = [self._liking(state, choice) for choice in offered]
            top = max(liked)
            found = tuple(choice.id for choice, value in zip(offered, liked, strict=True) if value == top)
            if self._clinician.way != LENGTH:
                self._known[sight] = found
        return found

    def _liking(self, state: State, choice: PreparedChoice) -> int:
        match self._clinician.way:
            case "skill":
                return skilled(self._scene, state, choice)
            case "length":
                return len(choice.say.joined(state))
            case _:
                weights = self._clinician.weights
                return max(weights.get(name, 0) for name in choice.techniques)


def skilled(scene: Scene, state: State, choice: PreparedChoice) -> int:
    """What somebody who knows the rubric expects of a reply in front of this patient.

    The techniques' own effects with the rules of the patient's state and of runs, the level at which an
    opportunity is met, a repair while a rupture is open, and the safety question where there is a risk.
    """
    before = dict(state.runs)
    changes: list[Deltas] = []
    worth = 0
    for name in choice.techniques:
        technique = scene.rubric.techniques[name]
        changes.append(technique.effects)
        for rule in technique.state:
            holds = scene.condition(rule.when)
            if holds is None or holds(state):
                changes.append(rule.effects)
        changes += [run.effects for run in technique.runs if before.get(name, 0) + 1 >= run.start]
        if technique.repairs and state.rupture is not None:
            worth += _REPAIRING
        if technique.never_penalised and scene.scenario.risk is not None:
            worth += _ASKING
    change = total(changes)
    return (
        worth
        + sum(change[:GUARDEDNESS])
        + change[TRUST]
        - change[GUARDEDNESS]
        + _MEETING * choice.source.meets
    )


def _seen(state: State) -> State:
    """The patient as a posture shows it."""
    return state._replace(
        guardedness=round(state.guardedness / _COARSE) * _COARSE, trust=round(state.trust / _COARSE) * _COARSE
    )
