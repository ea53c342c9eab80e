"""The branch map: a scene's graph with the learner's roads, and no word of what was never seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.encounter import EXAM, Encounter, patient_lines, said_speech
from game.app.intents import ReplayFrom, StartFrom
from game.app.map_values import (
    ENDING,
    MARKS,
    MOMENT,
    RUPTURE,
    SECRET,
    START,
    MapMoment,
    MapReply,
    MapRoad,
    MapStart,
    MapView,
)
from game.app.memory import Memory
from game.app.phrases import mark
from game.app.roads import Roads, Walk
from game.app.words import OUTCOMES, RETURNS
from game.attempts.kept import course
from game.attempts.summary import load
from game.engine.play import is_over
from game.engine.replay import replay
from game.loading.graph import reached
from game.model.trouble import AttemptTrouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.app.phrases import Phrases
    from game.app.roads import Said, Visit
    from game.attempts.journal import Journal
    from game.attempts.kept import Course
    from game.attempts.store import Kept
    from game.engine.replay import Session
    from game.engine.scene import Scene
    from game.loading.catalogue import Catalogue
    from game.model.scenario import Moment, Road, Scenario
    from game.model.state import State

MOST_WALKS = 120
"""So many of the latest sessions are played again; of those before them only the ones that saw more."""
MOST_TEXTS = 4
"""So many other texts of the scene are read."""
MOST_STARTS = 12
WORDS = {
    START: mark("The door opens here"),
    RUPTURE: mark("A rupture happened here"),
    "repair": mark("A rupture was repaired here"),
    SECRET: mark("A confidence was made here"),
}


class Mapper:
    """Builds the map of a scene for one learner, in a language.

    `mode` is the one that is played or chosen now: an exam tells nothing of guard, trust and ruptures.
    """

    def __init__(self, catalogue: Catalogue, journal: Journal, phrases: Phrases, mode: str) -> None:
        self._journal = journal
        self._phrases = phrases
        self._exam = mode == EXAM
        self._memory = Memory(catalogue, journal, phrases.language)

    def view(self, scene: Scene, running: Encounter | None = None) -> MapView:
        """The map of this scene. `running` is the session that has just been played, the latest one."""
        roads = Roads()
        for walk in self._walks(scene, running):
            roads.add(walk)
        return _Sheet(scene, roads, self._phrases).view()

    def _walks(self, scene: Scene, running: Encounter | None) -> Iterator[Walk]:
        """The sessions, the first one first."""
        every = self._journal.attempts(scene.scenario.id)
        own = next((one for one in every if running is not None and self._runs(one)), None)
        kept = [one for one in every if one is not own]
        numbers = {one.heading.id: len(kept) - place for place, one in enumerate(kept)}
        chosen = _chosen(kept)
        known = {one.heading.id for one in chosen}
        scenes: dict[str, Scene | None] = {scene.scenario.digest: scene}
        for one in reversed(chosen):
            walk = self._walk(one, scenes, numbers[one.heading.id])
            if walk is not None:
                yield walk._replace(shared=_shared(one, known))
        if running is not None:
            left = tuple(
                replay(running.scene, running.session.begun.seed, choices) for choices in running.left
            )
            open_ = not self._exam and running.mode != EXAM
            attempt, number = self._journal.attempt, len(kept) + 1
            shared = -1 if own is None else _shared(own, known)
            yield Walk(attempt, number, "", running.scene, running.session, left, shared, open_)

    def _runs(self, one: Kept) -> bool:
        return one.heading.id == self._journal.attempt

    def _walk(self, one: Kept, scenes: dict[str, Scene | None], number: int) -> Walk | None:
        """One session, played again; None where that cannot be."""
        heading = one.heading
        if heading.digest not in scenes:
            if len(scenes) > MOST_TEXTS:
                return None
            try:
                scenes[heading.digest] = self._memory.scene(heading.scene, heading.digest)
            except AttemptTrouble:
                scenes[heading.digest] = None
        scene = scenes[heading.digest]
        if scene is None:
            return None
        try:
            steps = course(self._journal.find(heading.id).steps)
            session, left = _sessions(scene, heading.seed, steps)
        except (AttemptTrouble, ValueError):
            return None
        open_ = not self._exam and (heading.mode != EXAM or bool(one.finished))
        return Walk(heading.id, number, heading.begun[:10], scene, session, left, -1, open_)


def _shared(one: Kept, known: set[str]) -> int:
    """How many replies of a session were counted with the one it branched off from; -1 where it did not."""
    return one.heading.origin_turn if one.heading.origin in known else -1


def _sessions(scene: Scene, seed: int, steps: Course) -> tuple[Session, tuple[Session, ...]]:
    return replay(scene, seed, steps.choices), tuple(replay(scene, seed, choices) for choices in steps.left)


def _chosen(kept: list[Kept]) -> list[Kept]:
    """The latest sessions, and each one before them that saw a moment which none of the others did."""
    latest, rest = kept[:MOST_WALKS], kept[MOST_WALKS:]
    if not rest:
        return latest
    seen = {moment for one in latest for moment in _seen(one)}
    more = []
    for one in rest:
        news = _seen(one) - seen
        if news:
            seen |= news
            more.append(one)
    return latest + more


def _seen(one: Kept) -> set[str]:
    summary = load(one.summary)
    return set() if summary is None else set(summary.moments)


class _Sheet:
    """The map of one scene while it is built."""

    def __init__(self, scene: Scene, roads: Roads, phrases: Phrases) -> None:
        self._scenario = scene.scenario
        self._roads = roads
        self._phrases = phrases
        self._names = list(self._scenario.moments)
        self._at = {name: place for place, name in enumerate(self._names)}
        self._planned = planned(self._scenario)
        self._unknown: dict[str, int] = {}
        for road in self._planned:
            if road not in roads.times:
                self._unknown[road[0]] = self._unknown.get(road[0], 0) + 1
        seen = [name for name in self._names if name in roads.visits]
        seen.sort(key=lambda name: (roads.soonest[name], self._at[name]))
        self._numbers = {name: number for number, name in enumerate(seen, 1)}

    def view(self) -> MapView:
        """The whole map."""
        scenario, at = self._scenario, self._at
        walked = [road for road in self._roads.times if road[0] in at and road[1] in at]
        known = set(self._planned)
        every = (*self._planned, *(road for road in walked if road not in known))
        return MapView(
            scene=scenario.id,
            digest=scenario.digest,
            title=scenario.title,
            moments=tuple(self._moment(moment) for moment in scenario.moments.values()),
            roads=tuple(self._road(road) for road in every),
            planned=len(self._planned),
            start=at[scenario.start],
            here=at.get(self._roads.here, -1),
            seen_label=self._seen_label(),
        )

    def _road(self, road: tuple[str, str]) -> MapRoad:
        source, target = road
        times = self._roads.times.get(road, 0)
        return MapRoad(self._at[source], self._at[target], times, road in self._roads.lit_roads)

    def _seen_label(self) -> str:
        endings = [name for name, moment in self._scenario.moments.items() if moment.ending is not None]
        found = sum(name in self._numbers for name in endings)
        share = 100 * len(self._numbers) // len(self._names)
        return self._phrases.ngettext(
            "You have seen {share} % of the moments, {found} of {count} ending.",
            "You have seen {share} % of the moments, {found} of {count} endings.",
            len(endings),
        ).format(share=max(share, 1 if self._numbers else 0), found=found, count=len(endings))

    def _moment(self, moment: Moment) -> MapMoment:
        kind = ENDING if moment.ending else MOMENT
        visits = sorted(
            self._roads.visits.get(moment.id, ()), key=lambda one: (one.walk.number, not one.left)
        )
        if not visits:
            return MapMoment(kind)
        happened = self._roads.marks.get(moment.id, set()) | (
            {START} if moment.id == self._scenario.start else set()
        )
        marks = tuple(name for name in MARKS if name in happened)
        last = visits[-1]
        ending = last.walk.scene.scenario.moments[moment.id].ending
        said = tuple(self._reply(one) for one in self._roads.said.get(moment.id, {}).values())
        return MapMoment(
            kind=kind,
            number=self._numbers[moment.id],
            times=len(visits),
            lit=moment.id in self._roads.lit,
            title=ending.title
            if ending
            else self._phrases.gettext("Moment {number}").format(number=self._numbers[moment.id]),
            returns=RETURNS[ending.returns][0] if ending else "",
            note=self._note(ending.outcome, ending.returns) if ending else "",
            lines=patient_lines(last.heard, self._phrases),
            marks=marks,
            facts=tuple(self._facts(moment, marks, len(visits))),
            said=said,
            starts=tuple(self._starts(visits)),
        )

    def _note(self, outcome: str, returns: str) -> str:
        told = (OUTCOMES[outcome], RETURNS[returns][1])
        return " · ".join(self._phrases.gettext(text) for text in told)

    def _facts(self, moment: Moment, marks: Iterable[str], times: int) -> Iterator[str]:
        for name in marks:
            yield self._phrases.gettext(WORDS[name])
        yield self._phrases.ngettext("Seen {count} time", "Seen {count} times", times).format(count=times)
        unknown = self._unknown.get(moment.id, 0)
        if unknown:
            yield self._phrases.ngettext(
                "{count} road from here is still unknown to you",
                "{count} roads from here are still unknown to you",
                unknown,
            ).format(count=unknown)

    def _reply(self, said: Said) -> MapReply:
        turn = said.turn
        choice = said.walk.scene.moments[turn.before.moment].by_id[turn.choice]
        times = self._phrases.ngettext("{count} time", "{count} times", said.times).format(count=said.times)
        leads = self._phrases.gettext("leads to moment {number}").format(number=self._numbers.get(said.to, 0))
        label = f"{times}, {leads}" if said.to in self._at else times
        speech = said_speech(choice, turn.before, self._phrases)
        return MapReply(speech, said.times, self._at.get(said.to, -1), label)

    def _starts(self, visits: list[Visit]) -> Iterator[MapStart]:
        """Where one can begin anew: here, or where a session goes through or ends, before what led here."""
        held: set[tuple[str, bool, State]] = set()
        for visit in reversed(visits):
            walk, turn = visit.walk, visit.turn
            session = (walk.session, *walk.left)[visit.left]
            state = visit.state
            if turn and (not visit.stands or is_over(walk.scene, state)):
                state, turn = session.turns[turn - 1].before, turn - 1
            same = (walk.scene.scenario.digest, turn == visit.turn, state._replace(seed=0, turn=0))
            kept = bool(walk.attempt) or (not visit.left and turn < len(session.turns))
            if kept and same not in held and len(held) < MOST_STARTS:
                held.add(same)
                begin = StartFrom(walk.attempt, turn, visit.left) if walk.attempt else ReplayFrom(turn + 1)
                yield MapStart(begin, self._start_label(visit, turn))

    def _start_label(self, visit: Visit, turn: int) -> str:
        gettext = self._phrases.gettext
        walk = visit.walk
        told = [gettext("Session {number}").format(number=walk.number)]
        if walk.date:
            told[0] = gettext("Session {number}, {date}").format(number=walk.number, date=walk.date)
        if turn < visit.turn:
            told.append(gettext("before the reply that led here"))
        elif turn:
            told.append(gettext("after reply {turn}").format(turn=turn))
        else:
            told.append(gettext("from the beginning"))
        if visit.left:
            told.append(gettext("on a road that you took back"))
        if walk.open:
            session = (walk.session, *walk.left)[visit.left]
            state = session.turns[turn - 1].after if turn else session.begun
            told.append(
                gettext("guard {guard}, trust {trust}").format(guard=state.guardedness, trust=state.trust)
            )
        return " · ".join(told)


def planned(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """Every road of the scene from moment to moment, each once; the way back from a detour is one as well."""
    found: dict[tuple[str, str], None] = {}
    plain = {
        moment.id: [road.to or moment.id for road in _roads_of(moment)]
        for moment in scenario.moments.values()
    }
    for moment in scenario.moments.values():
        for road in _roads_of(moment):
            found[moment.id, road.visit or road.to or moment.id] = None
            if road.visit is not None:
                there = reached([road.visit], plain)
                for end in scenario.moments:
                    if end in there and scenario.moments[end].comes_back:
                        found[end, road.to or moment.id] = None
    return tuple(found)


def _roads_of(moment: Moment) -> list[Road]:
    return [*moment.then, *(road for choice in moment.choices for road in choice.then)]
