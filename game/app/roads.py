"""The roads that a learner took through a scene: how often, by which replies, and what happened there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.map_values import REPAIR, RUPTURE, SECRET
from game.model.events import MomentEntered, PatientReplied, RuptureOpened, RuptureRepaired, SecretConfided
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.engine.replay import Session, Turn
    from game.engine.scene import Scene
    from game.model.events import Event
    from game.model.state import State


class Walk(NamedTuple):
    """One session, with the roads that were taken back in it.

    `attempt` is empty where it is not kept; `number` counts the sessions from 1; its first `shared` replies
    were already counted with the session from which it branched off (-1: it began by itself). `open` is False
    where its mode does not tell of guard, trust and what happened to them.
    """

    attempt: str
    number: int
    date: str
    scene: Scene
    session: Session
    left: tuple[Session, ...] = ()
    shared: int = -1
    open: bool = True


class Visit(NamedTuple):
    """A moment was entered, in the turn `turn` of a session (0: when the door opened).

    `heard` is what was seen and heard: for a moment without words, the answer that led there. `state` is
    where that turn led, and `stands` whether it led to here: a session can go on through a moment without
    stopping.
    """

    walk: Walk
    left: int
    turn: int
    heard: tuple[Event, ...]
    state: State
    stands: bool


class Said(NamedTuple):
    """A reply that was given in a moment: the last time it was, how often, and where it led then."""

    walk: Walk
    turn: Turn
    times: int
    to: str


class Roads:
    """What all walks together saw. They are added the first one first; the last one is the latest."""

    def __init__(self) -> None:
        self.visits: dict[str, list[Visit]] = {}
        self.times: dict[tuple[str, str], int] = {}
        self.said: dict[str, dict[str, Said]] = {}
        self.marks: dict[str, set[str]] = {}
        self.here = ""
        self.lit: set[str] = set()
        self.lit_roads: set[tuple[str, str]] = set()
        self.soonest: dict[str, int] = {}

    def add(self, walk: Walk) -> None:
        """One more session; it is the latest."""
        counted: set[tuple[str, ...]] = set()
        self.lit, self.lit_roads, self.here = set(), set(), walk.session.state.moment
        for moment, source in _entered(walk.session):
            self.lit.add(moment)
            if source:
                self.lit_roads.add((source, moment))
        for left, session in enumerate((walk.session, *walk.left)):
            choices = tuple(turn.choice for turn in session.turns)
            for count in range(len(choices) + 1):
                road = choices[:count]
                if count > walk.shared and road not in counted:
                    counted.add(road)
                    self._add_turn(walk, left, session, count)

    def _add_turn(self, walk: Walk, left: int, session: Session, count: int) -> None:
        turn = session.turns[count - 1] if count else None
        events, state = (turn.events, turn.after) if turn else (session.opening, session.begun)
        source = turn.before.moment if turn else ""
        entered = [event for event in events if isinstance(event, MomentEntered)]
        for place, event in enumerate(entered):
            stands = place == len(entered) - 1
            heard: tuple[Event, ...] = (event,)
            if not (event.cue or event.lines or place):
                heard = (*(one for one in events if isinstance(one, PatientReplied)), event)
            self.visits.setdefault(event.moment, []).append(Visit(walk, left, count, heard, state, stands))
            self.soonest[event.moment] = min(count, self.soonest.get(event.moment, count))
            if source:
                self.times[source, event.moment] = self.times.get((source, event.moment), 0) + 1
            source = event.moment
        if turn is not None:
            said = self.said.setdefault(turn.before.moment, {})
            times = said[turn.choice].times if turn.choice in said else 0
            said[turn.choice] = Said(walk, turn, times + 1, entered[0].moment)
        if walk.open:
            for moment, mark in _marks(walk.scene, events, turn.before.moment if turn else ""):
                self.marks.setdefault(moment, set()).add(mark)


def _entered(session: Session) -> Iterator[tuple[str, str]]:
    """Every moment that was entered, with the one before it."""
    before = ""
    for events in (session.opening, *(turn.events for turn in session.turns)):
        for event in events:
            if isinstance(event, MomentEntered):
                yield event.moment, before
                before = event.moment


def _marks(scene: Scene, events: tuple[Event, ...], answered: str) -> Iterator[tuple[str, str]]:
    """What happened, and where: in the moment that was answered, or in the one that tears by itself."""
    torn = next(
        (event.moment for event in events if isinstance(event, MomentEntered) and _tears(scene, event)), ""
    )
    for event in events:
        match event:
            case RuptureOpened():
                yield torn or answered, RUPTURE
            case RuptureRepaired():
                yield answered, REPAIR
            case SecretConfided():
                yield answered, SECRET


def _tears(scene: Scene, event: MomentEntered) -> bool:
    return scene.scenario.moments[event.moment].rupture is not None
