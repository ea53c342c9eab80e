"""What a player may see once a session is over: the learner's own guess, and the debrief.

Plain values for any shell to draw, as in `game.app.views`: all text is final, in the player's language.
"""

from __future__ import annotations

from game.model.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from game.app.views import Pose, Speech
    from game.model.appearance import Appearance


class GuessOption(NamedTuple):
    """One possible answer to a question about the session."""

    id: str
    label: str
    number: int


class GuessView(NamedTuple):
    """Before anything is told: one question about the session to the learner. It can be passed."""

    scene: str
    title: str
    patient: str
    appearance: Appearance
    pose: Pose
    room: str
    question: str
    options: tuple[GuessOption, ...]
    note: str
    """Why it is asked."""


class GuessOutcome(NamedTuple):
    """What the learner guessed, beside what it turned out to be."""

    text: str
    verdict: str
    """yes (guessed rightly), no, or open (one of both is unsure)."""


class AdviceView(NamedTuple):
    """Two sentences from the pattern of the whole session: what to keep, and what to try next time."""

    keep: str
    change: str


class SkillScore(NamedTuple):
    """One of the five conditions at the end of the session."""

    id: str
    label: str
    value: int
    least: int
    most: int
    """least and most: at any ending of the scene where that is proved, else in this session’s moments."""
    spoken: str


class OpportunityView(NamedTuple):
    """An empathic opportunity of this session, and how far the reply met it (0..6, Bylund & Makoul 2002)."""

    turn: int
    offered: str
    level: int
    level_label: str
    met: bool


class EffectPart(NamedTuple):
    """One part of a sum: where it comes from, and what it moved."""

    source: str
    changes: tuple[str, ...]
    because: str


class CurvePoint(NamedTuple):
    """Guard and trust after a turn (0..100); `mark` is rupture, repair, secret or empty."""

    turn: int
    guardedness: int
    trust: int
    mark: str
    label: str


class RoadStep(NamedTuple):
    """One turn on one of two roads, with where it left guard and trust (0..100)."""

    turn: int
    said: Speech
    technique: str
    answer: Speech
    """All that the patient then said."""
    guardedness: int
    trust: int
    state: str
    """Guard and trust in words."""
    ending: str
    """How the session ended there; empty where it went on."""


class Roads(NamedTuple):
    """What the example would have led to, beside what happened in the same turns."""

    taken: tuple[RoadStep, ...]
    other: tuple[RoadStep, ...]
    summary: str
    """Both roads in a sentence."""


class ChairLine(NamedTuple):
    """One line of the session as the patient lived it.

    `kind` is said (by the clinician), seen, thought or spoken; `who` is a label, empty for what is seen.
    """

    kind: str
    who: str
    speech: Speech


class TurnCard(NamedTuple):
    """One turn of the session, explained to the last point."""

    number: int
    cue: str
    heard: Speech
    said: Speech
    technique: str
    reply: Speech
    total: tuple[str, ...]
    parts: tuple[EffectPart, ...]
    thought: str
    feedback: str
    better: Speech
    """The example reply, empty where the learner's own was it."""
    marks: tuple[str, ...]
    good: bool
    roads: Roads | None = None
    """None where the learner's own reply was the example."""


class HelpLine(NamedTuple):
    """Where real help is, shown after a scene that touches a risk."""

    title: str
    text: str


class DebriefView(NamedTuple):
    """After the session: what became of it, and why."""

    scene: str
    title: str
    patient: str
    appearance: Appearance
    pose: Pose
    room: str
    outcome: str
    """The ending's title."""
    outcome_label: str
    returns: str
    """yes, no or unsure, for the icon."""
    returns_label: str
    reasons: str
    opportunities_label: str
    opportunities: tuple[OpportunityView, ...]
    skills: tuple[SkillScore, ...]
    facts: tuple[str, ...]
    """Ruptures, repairs, confidences, reflections to questions, talk share, feelings read."""
    curve: tuple[CurvePoint, ...]
    curve_spoken: str
    turns: tuple[TurnCard, ...]
    help_line: HelpLine | None
    guesses: tuple[GuessOutcome, ...] = ()
    advice: AdviceView | None = None
    chair: tuple[ChairLine, ...] = ()
    """The patient's chair: the whole session again, with what the patient thought."""
    proved: bool = False
    """True where the skills are shown against all that the scene can end in."""
