"""What a session holds, read from its turns: the facts that a debrief is told from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.play import choices, choose
from game.model.events import (
    EffectApplied,
    MomentEntered,
    PatientReplied,
    RuptureOpened,
    RuptureRepaired,
    SecretConfided,
)
from game.model.measures import SKILLS
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.engine.replay import Session
    from game.engine.scene import Scene
    from game.model.events import Event
    from game.model.state import State

MET = 3
"""The level from which an opportunity counts as met: acknowledgement (ECCS, Bylund & Makoul 2002)."""


class Opportunity(NamedTuple):
    """An empathic opportunity and how far the reply met it (0 denial .. 6 shared feeling)."""

    turn: int
    offered: str
    level: int


class RuptureFact(NamedTuple):
    """A rupture: the turn in which it opened, and the turn in which it was repaired (0: it never was)."""

    opened: int
    kind: str
    repaired: int


class InnerFact(NamedTuple):
    """An inner voice of the clinician and what was done with it: notice, set_aside, act_out or empty."""

    turn: int
    ghost: str
    stance: str


class ProbeFact(NamedTuple):
    """What the patient felt when the player was asked, in the moment before this turn's reply."""

    turn: int
    feels: str


class SkillRange(NamedTuple):
    """A skill at the end, and the least and the most that the replies on offer on this road could give."""

    skill: str
    value: int
    least: int
    most: int


class TalkFacts(NamedTuple):
    """How the talk went. Words are counted; shares are in percent.

    Reflections to questions of 2 : 1 is met by only a fifth of good talks (AnnoMI, Wu et al. 2022): a figure
    to look at, not a bar.
    """

    reflections: int
    questions: int
    inputs: int
    clinician_words: int
    patient_words: int

    @property
    def clinician_share(self) -> int:
        """The clinician's share of all words, in percent."""
        total = self.clinician_words + self.patient_words
        return round(100 * self.clinician_words / total) if total else 0


def opportunities(scene: Scene, session: Session) -> tuple[Opportunity, ...]:
    """Every empathic opportunity that the patient offered, with the level of the answer."""
    found = []
    for turn in session.turns:
        moment = scene.moments[turn.before.moment]
        if moment.source.offers:
            level = moment.by_id[turn.choice].source.meets
            found.append(Opportunity(turn.number, moment.source.offers, level))
    return tuple(found)


def ruptures(session: Session) -> tuple[RuptureFact, ...]:
    """Every rupture, in the order in which they opened."""
    facts: list[RuptureFact] = []
    for turn in session.turns:
        for event in turn.events:
            if isinstance(event, RuptureOpened):
                facts.append(RuptureFact(turn.number, event.kind, 0))
            elif isinstance(event, RuptureRepaired):
                for index, fact in enumerate(facts):
                    if not fact.repaired:
                        facts[index] = fact._replace(repaired=turn.number)
    return tuple(facts)


def confided(session: Session) -> tuple[tuple[int, str], ...]:
    """The turn and the secret of each confidence."""
    return tuple(
        (turn.number, event.secret)
        for turn in session.turns
        for event in turn.events
        if isinstance(event, SecretConfided)
    )


def inner_voices(scene: Scene, session: Session) -> tuple[InnerFact, ...]:
    """Every inner voice that spoke up, and what was done with it."""
    found = []
    for turn in session.turns:
        moment = scene.moments[turn.before.moment]
        if moment.source.inner:
            stance = moment.by_id[turn.choice].source.inner or ""
            found.append(InnerFact(turn.number, moment.source.inner.ghost, stance))
    return tuple(found)


def probes(scene: Scene, session: Session) -> tuple[ProbeFact, ...]:
    """Every probe on this road with the right answer."""
    found = []
    for turn in session.turns:
        probe = scene.moments[turn.before.moment].source.probe
        if probe:
            found.append(ProbeFact(turn.number, probe.feels))
    return tuple(found)


def talk(scene: Scene, session: Session) -> TalkFacts:
    """Reflections, questions and therapist input by the families of the rubric, and who said how much."""
    families: list[str] = []
    said = 0
    heard = _patient_words(session.opening)
    for turn in session.turns:
        choice = scene.moments[turn.before.moment].by_id[turn.choice]
        families += {scene.rubric.techniques[name].family for name in choice.techniques}
        said += _words(choice.say.joined(turn.before))
        heard += _patient_words(turn.events)
    return TalkFacts(
        families.count("reflection"), families.count("question"), families.count("input"), said, heard
    )


def skill_ranges(scene: Scene, session: Session) -> tuple[SkillRange, ...]:
    """Each skill, beside the sum of the worst and of the best replies offered in the very same moments."""
    least, most = [0] * len(SKILLS), [0] * len(SKILLS)
    for turn in session.turns:
        changes = [_moved(scene, turn.before, choice.id) for choice in choices(scene, turn.before)]
        for index in range(len(SKILLS)):
            column = [change[index] for change in changes]
            least[index] += min(column)
            most[index] += max(column)
    state = session.state
    return tuple(
        SkillRange(skill, getattr(state, skill), least[index], most[index])
        for index, skill in enumerate(SKILLS)
    )


def thoughts(events: Iterable[Event]) -> Iterator[str]:
    """What the patient thought and did not say."""
    for event in events:
        if isinstance(event, PatientReplied | MomentEntered):
            yield from [line.thinks for line in event.lines if line.thinks]
        if isinstance(event, MomentEntered) and event.thinks:
            yield event.thinks


def _moved(scene: Scene, state: State, choice: str) -> tuple[int, ...]:
    _, events = choose(scene, state, choice)
    return next(event.change for event in events if isinstance(event, EffectApplied))


def _patient_words(events: Iterable[Event]) -> int:
    return sum(
        _words(line.text)
        for event in events
        if isinstance(event, PatientReplied | MomentEntered)
        for line in event.lines
    )


def _words(text: str) -> int:
    """How many words are spoken: actions in parentheses are not."""
    depth = 0
    spoken = []
    for char in text:
        depth += (char == "(") - (char == ")")
        spoken.append(char if depth == 0 and char != ")" else " ")
    return sum(any(char.isalnum() for char in word) for word in "".join(spoken).split())
