"""What happened in a turn. Events say what happened, never what to draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.model.values import NamedTuple

if TYPE_CHECKING:
    from game.model.measures import Deltas
    from game.model.rubric import Wording


class SpokenLine(NamedTuple):
    """A line as this patient says it now: filled in, one option picked."""

    text: str
    mood: str | None = None
    cue: str = ""
    thinks: str = ""
    gesture: str | None = None


class Part(NamedTuple):
    """One part of an effect.

    `kind` is technique, ghost, state, run, own, safety, repair or limit; `source` names the technique or
    the ghost it comes from.
    """

    kind: str
    source: str
    change: Deltas
    because: Wording | None = None


class ChoiceTaken(NamedTuple):
    """The clinician answered."""

    moment: str
    choice: str


class EffectApplied(NamedTuple):
    """What the answer moved: `change` is exactly the sum of its parts, and what the state moved by."""

    change: Deltas
    parts: tuple[Part, ...]


class RuptureOpened(NamedTuple):
    """The alliance tore: withdrawal or confrontation."""

    kind: str


class RuptureRepaired(NamedTuple):
    """A repairing technique closed the open rupture."""

    kind: str


class RuptureLeft(NamedTuple):
    """The window passed, and nobody came back to it."""

    kind: str


class SecretConfided(NamedTuple):
    """The patient confided something."""

    secret: str


class PatientReplied(NamedTuple):
    """What the patient answered, before the next moment."""

    lines: tuple[SpokenLine, ...]


class TurningPointReached(NamedTuple):
    """A turning point took over."""

    turning_point: str


class MomentEntered(NamedTuple):
    """A moment began, with what is seen and said in it."""

    moment: str
    cue: str
    lines: tuple[SpokenLine, ...]
    mood: str | None
    thinks: str
    gesture: str | None = None


class SessionEnded(NamedTuple):
    """The session came to this ending."""

    moment: str


Event = (
    ChoiceTaken
    | EffectApplied
    | RuptureOpened
    | RuptureRepaired
    | RuptureLeft
    | SecretConfided
    | PatientReplied
    | TurningPointReached
    | MomentEntered
    | SessionEnded
)
