"""What many sessions show together, and two of them side by side: plain values for any shell to draw.

As in `game.app.views`: all text is final, in the player's language.
"""

from __future__ import annotations

from game.model.values import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from game.app.debrief_values import RoadStep
    from game.app.intents import StartFrom
    from game.app.views import Speech


class Scope(NamedTuple):
    """One scene to look at, or all of them (its id is empty)."""

    id: str
    label: str


class ProgressPoint(NamedTuple):
    """One session on the curve, or the mean of several where there are many (percent, 0..100).

    `label` is its number in the order in which they were played, or the first and last of several.
    """

    label: str
    reached: int
    met: int | None
    """None where no opportunity was offered."""


class FigureBar(NamedTuple):
    """A share (0..100) as a bar, with its figure, and where it stood before (-1: too few to tell)."""

    id: str
    label: str
    value: int
    figure: str
    before: int
    spoken: str


class HabitView(NamedTuple):
    """A technique that is leant on or left aside: how often, and what it is or what could be said with it."""

    label: str
    figure: str
    about: str
    example: str
    """Words to try; empty where the technique is one to leave."""


class SceneProgress(NamedTuple):
    """What was found of one scene."""

    id: str
    title: str
    lines: tuple[str, ...]


class AttemptRow(NamedTuple):
    """One session in the list, the latest first. `number` is the one by which a text mode calls it."""

    attempt: str
    scene: str
    number: int
    label: str
    """Such as "Session 3, 2026-11-23"."""
    title: str
    """The scene's."""
    outcome: str
    returns: str
    """yes, no or unsure, for the icon."""
    facts: tuple[str, ...]


class PairOffer(NamedTuple):
    """Two sessions of a scene that are worth a comparison."""

    one: str
    other: str
    label: str


class ProgressView(NamedTuple):
    """How one's sessions have gone, the most useful first."""

    title: str
    scope: str
    scopes: tuple[Scope, ...]
    count_label: str
    changed: str
    """What has changed; that it is too early to tell, where it is."""
    advice: str
    """What to try next."""
    points: tuple[ProgressPoint, ...]
    curve_spoken: str
    skills: tuple[FigureBar, ...]
    skills_note: str
    families: tuple[FigureBar, ...]
    families_note: str
    leant_on: tuple[HabitView, ...]
    left_aside: tuple[HabitView, ...]
    habits_note: str
    guesses: tuple[str, ...]
    scenes: tuple[SceneProgress, ...]
    rows: tuple[AttemptRow, ...]
    older: int
    """So many older sessions are not in the list."""
    pairs: tuple[PairOffer, ...]


class Side(NamedTuple):
    """One of two sessions that are compared."""

    attempt: str
    label: str
    outcome: str
    returns: str
    """yes, no or unsure, for the icon."""
    facts: tuple[str, ...]
    curve: tuple[tuple[int, int], ...]
    """Guard and trust (0..100) at the beginning and after each reply."""


class SharedStep(NamedTuple):
    """A turn that both sessions share: what was said, and what the patient answered."""

    turn: int
    said: Speech
    technique: str
    answer: Speech


class PartedStep(NamedTuple):
    """The same turn on both roads after they parted; None where a session had ended."""

    turn: int
    note: str
    """That the roads part here, or that both are in the same moment again; empty where neither is so."""
    one: RoadStep | None
    other: RoadStep | None


class ComparisonStart(NamedTuple):
    """Where one can begin anew: at the turn where the roads part."""

    begin: StartFrom
    label: str


class ComparisonView(NamedTuple):
    """Two sessions of one scene: the road they share told once, then side by side."""

    scene: str
    title: str
    patient: str
    room: str
    one: Side
    other: Side
    parting: str
    """Where they part, and what each reply did there."""
    ends: str
    """How each of them ended, in a sentence."""
    curve_spoken: str
    opening: Speech
    """What the patient said when the door opened."""
    shared: tuple[SharedStep, ...]
    parted: tuple[PartedStep, ...]
    starts: tuple[ComparisonStart, ...]
