"""What many attempts show together: pure folds over their summaries.

A change is told only where two runs of sessions are long enough, and differ by more than chance: practice
that follows every flicker of a figure teaches nothing (see `Change`).
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise
from math import comb
from typing import TYPE_CHECKING, TypeVar

from game.attempts.kept import OPENINGS, share
from game.attempts.summary import load
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from game.attempts.store import Kept
    from game.attempts.summary import Summary

T = TypeVar("T")

LEAST, WINDOW = 4, 6
"""Sessions on each side of a comparison: no fewer than LEAST, the latest WINDOW of each."""
OWN_WORD = ("input", "obstacle")
"""Families of techniques that put the clinician's own word in the place of listening."""
BRINGS_CLOSER = ("reflection", "support", "collaboration", "repair", "safety")
"""Families that felt support goes with, where the moment is right."""
HABIT, SELDOM = 3, 4
"""So many uses make a habit; so many chances make it worth telling that one was hardly ever taken."""


class Past(NamedTuple):
    """An attempt that came to an ending.

    `number` counts the attempts of its scene from 1. It is `whole` where it does not share the beginning of
    its road with another one that came to an ending: only whole attempts count where sessions are compared,
    so that no reply counts twice.
    """

    attempt: str
    scene: str
    number: int
    mode: str
    begun: str
    whole: bool
    summary: Summary


def pasts(kept: Sequence[Kept], begun: Mapping[str, int]) -> tuple[Past, ...]:
    """The attempts that came to an ending and can be read, the first one first.

    `kept` holds the latest attempts, the latest first; `begun` how many each scene has in all.
    """
    known = {one.heading.id: one for one in kept}
    numbers = dict(begun)
    found = []
    for one in kept:
        heading = one.heading
        number = numbers.get(heading.scene, 1)
        numbers[heading.scene] = number - 1
        summary = load(one.summary) if one.finished else None
        if summary is not None:
            whole = _is_whole(one, known)
            found.append(Past(heading.id, heading.scene, number, heading.mode, heading.begun, whole, summary))
    return tuple(reversed(found))


def _is_whole(one: Kept, known: Mapping[str, Kept]) -> bool:
    passed: set[str] = set()
    while one.heading.origin and one.heading.origin_turn and one.heading.id not in passed:
        passed.add(one.heading.id)
        origin = known.get(one.heading.origin)
        if origin is None:
            return True
        if origin.finished:
            return False
        one = origin
    return True


# -- the figures of one session, in percent; None where it has none


def percent(part: int, whole: int) -> int:
    """A part of a whole that is not nought, in percent, a half rounded up."""
    return (200 * part + whole) // (2 * whole)


def reached(summary: Summary, skill: int | None = None) -> int | None:
    """How much of what the replies on offer held was won: of one skill, or of all five together."""
    if not len(summary.least) == len(summary.most) == len(summary.skills):
        return None
    picked = slice(None) if skill is None else slice(skill, skill + 1)
    least, most = sum(summary.least[picked]), sum(summary.most[picked])
    if most <= least:
        return None
    return max(0, min(100, percent(sum(summary.skills[picked]) - least, most - least)))


def opportunities_met(summary: Summary) -> int | None:
    """How many of the empathic opportunities were met."""
    met, offered = summary.opportunities
    return percent(met, offered) if offered else None


def family_share(summary: Summary, families: Iterable[str]) -> int | None:
    """In how many replies a technique of these families was used; one of two families counts for both."""
    if summary.version < 2 or not summary.turns:
        return None
    return min(100, percent(sum(summary.families.get(name, 0) for name in families), summary.turns))


# -- how a figure moved


class Change(NamedTuple):
    """The mean of a figure over the latest `sessions`, and over as many before them.

    `chance` is how likely so large a difference is, in either direction, if nothing but the order of these
    sessions differed (an exact permutation test, 0..1).
    """

    sessions: int
    before: int
    lately: int
    chance: float

    def clear(self, limit: float = 0.05) -> bool:
        """Whether it is more than chance would bring."""
        return self.chance <= limit


def change(values: Iterable[int | None]) -> Change | None:
    """How a figure moved, the first session first. None where there are too few to tell."""
    known = [value for value in values if value is not None]
    count = min(WINDOW, len(known) // 2)
    if count < LEAST:
        return None
    both = known[-2 * count :]
    total, lately = sum(both), sum(both[count:])
    apart = abs(2 * lately - total)
    as_far = sum(abs(2 * sum(some) - total) >= apart for some in combinations(both, count))
    return Change(count, _mean(total - lately, count), _mean(lately, count), as_far / comb(2 * count, count))


def mean(values: Iterable[int | None]) -> int | None:
    """The mean of what is known of a figure; None where nothing is."""
    known = [value for value in values if value is not None]
    return _mean(sum(known), len(known)) if known else None


def _mean(total: int, count: int) -> int:
    return (2 * total + count) // (2 * count)


def eras(sessions: Sequence[T], most: int) -> tuple[Sequence[T], ...]:
    """The same in order, in no more than `most` runs whose lengths differ by one at most."""
    count = min(most, len(sessions))
    edges = [len(sessions) * place // count for place in range(count + 1)] if count else [0]
    return tuple(sessions[first:last] for first, last in pairwise(edges))


# -- habits


class Use(NamedTuple):
    """In how many replies a technique was used, of those in which it was open."""

    technique: str
    used: int
    offered: int


class Habits(NamedTuple):
    """What was said in these sessions, by technique (the most used one first) and by family."""

    sessions: int
    replies: int
    uses: tuple[Use, ...]
    families: Mapping[str, int]


def habits(summaries: Iterable[Summary]) -> Habits:
    """The habits of these sessions; those that were summed up by an earlier version are left out."""
    sessions = replies = 0
    used: Counter[str] = Counter()
    offered: Counter[str] = Counter()
    families: Counter[str] = Counter()
    for summary in summaries:
        if summary.version >= 2:
            sessions += 1
            replies += summary.turns
            used.update(summary.techniques)
            offered.update(summary.offered)
            families.update(summary.families)
    uses = [Use(name, used[name], max(offered[name], used[name])) for name in {**offered, **used}]
    uses.sort(key=lambda use: (-use.used, -use.offered, use.technique))
    return Habits(sessions, replies, tuple(uses), dict(families))


def leant_on(told: Habits, families: Mapping[str, str]) -> tuple[Use, ...]:
    """Own words in the place of listening that were taken at least every third time they were open.

    `families` is the family of each technique.
    """
    return tuple(
        use
        for use in told.uses
        if families.get(use.technique) in OWN_WORD and use.used >= HABIT and 3 * use.used >= use.offered
    )


def left_aside(told: Habits, families: Mapping[str, str]) -> tuple[Use, ...]:
    """What brings closer, was open again and again, and was taken one time in ten at most."""
    found = [
        use
        for use in told.uses
        if families.get(use.technique) in BRINGS_CLOSER
        and use.offered >= SELDOM
        and 10 * use.used <= use.offered
    ]
    return tuple(sorted(found, key=lambda use: (use.used - use.offered, use.technique)))


# -- how well sessions are judged before they are told


class Calibration(NamedTuple):
    """Guesses beside what it was.

    `hopeful` and `doubtful` ones were wrong; in `open` ones, the guess or the ending was unsure.
    """

    right: int
    hopeful: int
    doubtful: int
    open: int

    @property
    def told(self) -> int:
        """How many guesses turned out right or wrong."""
        return self.right + self.hopeful + self.doubtful


_RETURNS = {"true": "yes", "false": "no"}


def guessed_returns(summaries: Iterable[Summary]) -> Calibration:
    """Does the patient come back? What was thought, beside what happened."""
    pairs = [(summary.guesses[0], _RETURNS.get(summary.returns, "")) for summary in summaries]
    return _calibration([(guess, actual) for guess, actual in pairs if guess], ("no", "yes"))


def guessed_openings(summaries: Iterable[Summary]) -> Calibration:
    """How much of what the patient let show was taken up? What was thought, beside what was done."""
    pairs = [
        (summary.guesses[1], share(*summary.opportunities))
        for summary in summaries
        if summary.guesses[1] and summary.opportunities[1]
    ]
    return _calibration(pairs, OPENINGS)


def _calibration(pairs: Iterable[tuple[str, str]], scale: Sequence[str]) -> Calibration:
    """`scale` goes from the least to the most hopeful word; any other one is unsure."""
    signs: Counter[int | None] = Counter()
    for guess, actual in pairs:
        unsure = guess not in scale or actual not in scale
        apart = 0 if unsure else scale.index(guess) - scale.index(actual)
        signs[None if unsure else (apart > 0) - (apart < 0)] += 1
    return Calibration(signs[0], signs[1], signs[-1], signs[None])


def feelings_read(summaries: Iterable[Summary]) -> tuple[int, int]:
    """How many feelings were named, and how many of them rightly."""
    both = [summary.probes for summary in summaries]
    return sum(named for named, _ in both), sum(right for _, right in both)
