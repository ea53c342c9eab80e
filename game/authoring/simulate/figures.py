"""What many sessions come to: shares of endings, means at the end, and the guard over the turns."""

from __future__ import annotations

from collections import Counter
from math import sqrt
from statistics import NormalDist, median
from typing import TYPE_CHECKING

from game.authoring.simulate.clinicians import CLINICIANS
from game.authoring.simulate.sessions import MOST_TURNS, courses
from game.model.measures import SKILLS
from game.model.scenario import OUTCOMES
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from game.authoring.simulate.clinicians import Clinician
    from game.authoring.simulate.sessions import Course
    from game.engine.scene import Scene
    from game.model.scenario import Ending

NO_ENDING = "none"
"""Beside the outcomes: the session did not come to an ending."""
PERIODS = 5
"""Into so many equal parts the sessions of somebody who learns are cut."""
_CONFIDENCE = NormalDist().inv_cdf(0.975)


class Share(NamedTuple):
    """So many of so many, with the bounds in which the true share lies with 95 % confidence (Wilson 1927)."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        """The share itself, 0..1."""
        return self.hits / self.of if self.of else 0.0

    @property
    def least(self) -> float:
        """The lower bound, 0..1."""
        return max(0.0, self._centre - self._margin)

    @property
    def most(self) -> float:
        """The upper bound, 0..1."""
        return min(1.0, self._centre + self._margin)

    @property
    def _weight(self) -> float:
        return 1 + _CONFIDENCE**2 / self.of if self.of else 1.0

    @property
    def _centre(self) -> float:
        return (self.value + _CONFIDENCE**2 / (2 * self.of)) / self._weight if self.of else 0.5

    @property
    def _margin(self) -> float:
        if not self.of:
            return 0.5
        spread = self.value * (1 - self.value) / self.of + _CONFIDENCE**2 / (4 * self.of**2)
        return _CONFIDENCE * sqrt(spread) / self._weight


class Figures(NamedTuple):
    """How one clinician's sessions went.

    `endings` counts by the ending's moment, `outcomes` by outcome (and `NO_ENDING`); `skills`, `guardedness`,
    `trust` and `turns` are means at the end. `guards` is the mean guard before each turn and after the last
    one: a session that is over counts with the guard at its end, or only the long ones would be left to see.
    `periods` are the shares of the best outcome in each fifth of the sessions.
    """

    clinician: Clinician
    sessions: int
    endings: Mapping[str, int]
    outcomes: Mapping[str, int]
    returning: int
    skills: tuple[float, ...]
    guardedness: float
    trust: float
    turns: float
    guards: tuple[float, ...]
    best: Share
    periods: tuple[Share, ...]
    stuck: Mapping[str, int]
    """Where sessions stood that no reply led on from."""
    circling: int
    """Sessions that were still going on after `MOST_TURNS` replies."""

    @property
    def score(self) -> float:
        """The mean score at the end: all skills together."""
        return sum(self.skills)


class Simulation(NamedTuple):
    """A scene that everyone has played. `best` is the best outcome that any of its endings has."""

    sessions: int
    seed: int
    best: str
    endings: Mapping[str, Ending]
    everyone: tuple[Figures, ...]

    def of(self, clinician: str) -> Figures:
        """The figures of one clinician. Raises StopIteration for an unknown one."""
        return next(figures for figures in self.everyone if figures.clinician.id == clinician)


class Entrance(NamedTuple):
    """How a moment is entered in typical play: in which share of sessions, and with which median guard."""

    share: float
    guardedness: int


def simulate(
    scene: Scene,
    sessions: int,
    seed: int,
    clinicians: tuple[Clinician, ...] = CLINICIANS,
    played: Callable[[int], object] = int,
) -> Iterator[Figures]:
    """The figures of one clinician after the other; `played` hears of each session (1) that is over."""
    best = best_outcome(scene)
    for clinician in clinicians:
        tally = _Tally(scene, best, sessions)
        for course in courses(scene, clinician, sessions, seed):
            tally.add(course)
            played(1)
        yield tally.figures(clinician)


def simulation(scene: Scene, sessions: int, seed: int, everyone: tuple[Figures, ...]) -> Simulation:
    """All figures of a scene together."""
    endings = {moment.id: moment.ending for moment in scene.scenario.moments.values() if moment.ending}
    return Simulation(sessions, seed, best_outcome(scene), endings, everyone)


def best_outcome(scene: Scene) -> str:
    """The best outcome among the scene's endings; a scene of practice may have no alliance."""
    there = {moment.ending.outcome for moment in scene.scenario.moments.values() if moment.ending}
    return next(outcome for outcome in OUTCOMES if outcome in there)


def entrances(scene: Scene, sessions: int, seed: int) -> dict[str, Entrance]:
    """How each moment is entered when everyone plays so many sessions; without those that nobody entered."""
    guards: dict[str, list[int]] = {}
    seen: Counter[str] = Counter()
    for clinician in CLINICIANS:
        for course in courses(scene, clinician, sessions, seed):
            for moment, guard in course.entered:
                guards.setdefault(moment, []).append(guard)
            seen.update({moment for moment, _ in course.entered})
    played = sessions * len(CLINICIANS)
    return {name: Entrance(seen[name] / played, round(median(values))) for name, values in guards.items()}


class _Tally:
    """Adds sessions up, and keeps none of them."""

    def __init__(self, scene: Scene, best: str, sessions: int) -> None:
        self._moments = scene.scenario.moments
        self._best = best
        self._sessions = sessions
        self._endings: Counter[str] = Counter()
        self._outcomes: Counter[str] = Counter()
        self._stuck: Counter[str] = Counter()
        self._circling = self._returning = self._turns = self._longest = self._trust = 0
        self._skills = [0] * len(SKILLS)
        self._guards = [0] * (MOST_TURNS + 2)
        self._ended = [0] * (MOST_TURNS + 2)
        self._periods: list[list[int]] = [[0, 0] for _ in range(PERIODS)]
        self._count = 0

    def add(self, course: Course) -> None:
        """One more session."""
        state = course.last
        ending = self._moments[state.moment].ending if course.over else None
        outcome = ending.outcome if ending else NO_ENDING
        self._outcomes[outcome] += 1
        if ending:
            self._endings[state.moment] += 1
            self._returning += ending.returns == "true"
        elif course.turns >= MOST_TURNS:
            self._circling += 1
        else:
            self._stuck[state.moment] += 1
        self._turns += course.turns
        self._longest = max(self._longest, course.turns)
        self._trust += course.trusts[-1]
        for index in range(len(SKILLS)):
            self._skills[index] += state[index + 1]  # type: ignore[operator]
        for turn, guard in enumerate(course.guards):
            self._guards[turn] += guard
        self._ended[len(course.guards)] += course.guards[-1]
        period = self._periods[self._count * PERIODS // self._sessions]
        period[0] += outcome == self._best
        period[1] += 1
        self._count += 1

    def figures(self, clinician: Clinician) -> Figures:
        """What they come to. At least one session was added."""
        count = self._count
        guards, ended = [], 0
        for turn in range(self._longest + 1):
            ended += self._ended[turn]
            guards.append((self._guards[turn] + ended) / count)
        return Figures(
            clinician,
            count,
            dict(self._endings),
            dict(self._outcomes),
            self._returning,
            tuple(value / count for value in self._skills),
            guards[-1],
            self._trust / count,
            self._turns / count,
            tuple(guards),
            Share(self._outcomes[self._best], count),
            tuple(Share(hit, of) for hit, of in self._periods),
            dict(self._stuck),
            self._circling,
        )
