"""What a choice moves, as a sum of explained parts.

effect = technique + what the patient's ghosts add + what the patient's state adds + what a run adds + the
choice's own effect; a technique that is never penalised gets back whatever would have cost something.
"""

from __future__ import annotations

from operator import sub
from typing import TYPE_CHECKING

from game.engine.conditions import Positions, compile_condition
from game.model.events import EffectApplied, Part
from game.model.measures import COUNT_LIMIT, GUARDEDNESS, NOTHING, Deltas
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.engine.conditions import Condition
    from game.model.expression import Expression
    from game.model.rubric import Technique
    from game.model.scenario import Choice, Ghost
    from game.model.state import State


class Effect(NamedTuple):
    """A sum and its parts, before the limits of the measures are looked at.

    `applied` is what there is to tell where no limit is met and nothing is repaired.
    """

    change: Deltas
    parts: tuple[Part, ...]
    applied: EffectApplied


class InARow(NamedTuple):
    """Asks whether saying a technique now makes at least the `start`th time in a row."""

    technique: str
    start: int


class Rules(NamedTuple):
    """What saying some techniques together does: each part, and whether it depends on a test of the state."""

    parts: tuple[tuple[Part, bool], ...]
    tests: tuple[tuple[int, Condition], ...]
    """Each test with the bit of its answer."""
    safe: str
    """The technique that is never penalised, where one is among them."""
    asks: tuple[Expression | InARow, ...]


class ChoiceEffects:
    """All effects that one choice can have, each worked out the first time that it is needed.

    The rules that depend on the state are its tests; their answers, as bits, choose the effect. `asks` says
    what each test asks, in the order of the bits.
    """

    __slots__ = ("_known", "_own", "_rules", "_safe", "_tests", "asks")

    def __init__(self, own: Part | None, rules: Rules) -> None:
        self._own = own
        self._rules, self._tests, self._safe, self.asks = rules
        self._known: dict[int, Effect] = {}

    def at(self, state: State) -> Effect:
        """The effect of saying it in this state."""
        answers = 0
        for bit, test in self._tests:
            if test(state):
                answers |= bit
        effect = self._known.get(answers)
        return self.of(answers) if effect is None else effect

    def of(self, answers: int) -> Effect:
        """The effect where its tests answer like this."""
        effect = self._known.get(answers)
        if effect is None:
            effect = self._known[answers] = self._sum(answers)
        return effect

    def _sum(self, answers: int) -> Effect:
        parts = []
        bit = 0
        for part, asks in self._rules:
            holds = True
            if asks:
                holds = bool(answers >> bit & 1)
                bit += 1
            if holds:
                parts.append(part)
        if self._own is not None:
            parts.append(self._own)
        change = total(part.change for part in parts)
        if self._safe and harm(change) != NOTHING:
            parts.append(Part("safety", self._safe, minus(harm(change))))
            change = total(part.change for part in parts)
        return Effect(change, tuple(parts), EffectApplied(change, tuple(parts)))


def own_part(choice: Choice) -> Part | None:
    """The choice's own effect, where it has one."""
    own = choice.effects
    return None if own is None or own == NOTHING else Part("own", choice.id, own)


def rules_of(techniques: tuple[Technique, ...], ghosts: tuple[Ghost, ...], positions: Positions) -> Rules:
    """The rules of some techniques that are said together to a patient with these ghosts."""
    rules = [rule for technique in techniques for rule in _technique_rules(technique, ghosts)]
    asks = tuple(asked for _, asked in rules if asked is not None)
    return Rules(
        tuple((part, asked is not None) for part, asked in rules),
        tuple((1 << bit, _test(asked, positions)) for bit, asked in enumerate(asks)),
        next((technique.id for technique in techniques if technique.never_penalised), ""),
        asks,
    )


def _technique_rules(
    technique: Technique, ghosts: tuple[Ghost, ...]
) -> list[tuple[Part, Expression | InARow | None]]:
    """The parts of a technique's effect, each with what has to hold for it (None: nothing)."""
    rules: list[tuple[Part, Expression | InARow | None]] = [
        (Part("technique", technique.id, technique.effects), None)
    ]
    for ghost in ghosts:
        if technique.id in ghost.stung_by:
            rules.append((Part("ghost", ghost.id, _more(harm(technique.effects), ghost.tenths)), None))
        if technique.id in ghost.soothed_by:
            rules.append((Part("ghost", ghost.id, _more(help_(technique.effects), ghost.tenths)), None))
    rules = [rule for rule in rules if rule[0].kind == "technique" or rule[0].change != NOTHING]
    for state_rule in technique.state:
        part = Part("state", technique.id, state_rule.effects, state_rule.because)
        rules.append((part, state_rule.when))
    for run_rule in technique.runs:
        part = Part("run", technique.id, run_rule.effects, run_rule.because)
        rules.append((part, InARow(technique.id, run_rule.start)))
    return rules


def _test(asked: Expression | InARow, positions: Positions) -> Condition:
    if isinstance(asked, InARow):
        return _in_a_row(asked.technique, asked.start)
    return compile_condition(asked, positions)


def _in_a_row(technique: str, start: int) -> Condition:
    """True where saying it now makes at least the nth time in a row."""

    def holds(state: State) -> bool:
        for name, count in state.runs:
            if name == technique:
                return min(count + 1, COUNT_LIMIT) >= start
        return start <= 1

    return holds


def total(changes: Iterable[Deltas]) -> Deltas:
    """The sum, measure by measure."""
    return tuple(map(sum, zip(NOTHING, *changes, strict=True)))  # type: ignore[return-value]


def minus(change: Deltas) -> Deltas:
    """The opposite change."""
    return tuple([-value for value in change])  # type: ignore[return-value]


def less(change: tuple[int, ...], other: tuple[int, ...]) -> Deltas:
    """What a change is beyond another one."""
    return tuple(map(sub, change, other))


def harm(change: Deltas) -> Deltas:
    """Only what costs: lower skills, lower trust, a higher guard."""
    harmful = [value if value < 0 else 0 for value in change]
    harmful[GUARDEDNESS] = max(change[GUARDEDNESS], 0)
    return tuple(harmful)  # type: ignore[return-value]


def help_(change: Deltas) -> Deltas:
    """Only what helps: higher skills, higher trust, a lower guard."""
    return minus(harm(minus(change)))


def _more(change: Deltas, tenths: int) -> Deltas:
    """What is added where something counts `tenths`/10 times: halves are rounded away from nothing."""
    return tuple(  # type: ignore[return-value]
        (abs(value) * (tenths - 10) + 5) // 10 * (1 if value > 0 else -1) for value in change
    )
