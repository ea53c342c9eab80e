"""The four verbs that run everything: start, choices, choose, is_over.

The window, the text mode, replays and analyses use these and no other way. The same scene, seed and choices
give the same states and events, always.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.effects import harm, minus, total
from game.model.events import (
    ChoiceTaken,
    EffectApplied,
    Event,
    MomentEntered,
    Part,
    PatientReplied,
    RuptureLeft,
    RuptureOpened,
    RuptureRepaired,
    SecretConfided,
    SessionEnded,
    TurningPointReached,
)
from game.model.measures import COUNT_LIMIT, NOTHING, SKILL_LIMIT, STATE_LIMIT, TRUST, TURN_LIMIT, Deltas
from game.model.state import OpenRupture, State

if TYPE_CHECKING:
    from game.engine.scene import PreparedChoice, Scene, Way
    from game.model.scenario import Value


def start(scene: Scene, seed: int = 0) -> State:
    """The state in which the patient has just sat down."""
    return opening(scene, seed)[0]


def opening(scene: Scene, seed: int = 0) -> tuple[State, tuple[Event, ...]]:
    """The same, with what is seen and said before the first reply."""
    scenario = scene.scenario
    state = State(
        scenario.start,
        0,
        0,
        0,
        0,
        0,
        scenario.patient.guardedness,
        scenario.patient.trust,
        variables=tuple(scenario.variables.values()),
        visits=(0,) * len(scene.positions.visits),
        seed=seed,
    )
    events: list[Event] = []
    return _enter(scene, state, scenario.start, None, events, NOTHING), tuple(events)


def choices(scene: Scene, state: State) -> tuple[PreparedChoice, ...]:
    """What the clinician can say now, in the author's order; empty once the session is over."""
    moment = scene.moments[state.moment]
    if moment.open is not None:
        return moment.open
    said = state.said
    offered = tuple(
        [
            choice
            for choice in moment.choices
            if not choice.once & said and (choice.when is None or choice.when(state))
        ]
    )
    return offered or tuple([choice for choice in moment.fallbacks if choice.when is None or choice.when(state)])


def is_over(scene: Scene, state: State) -> bool:
    """True where the session has come to an ending."""
    return scene.moments[state.moment].source.ending is not None


def choose(scene: Scene, state: State, choice_id: str) -> tuple[State, tuple[Event, ...]]:
    """Takes a choice that is offered now. Raises ValueError for any other."""
    moment = scene.moments[state.moment]
    choice = moment.by_id.get(choice_id)
    if choice is None or (moment.open is None and choice not in choices(scene, state)):
        raise ValueError(f"{choice_id!r} is not offered at {state.moment!r}")

    answers = 0
    bit = 1
    for test in choice.effects.tests:
        if test(state):
            answers |= bit
        bit <<= 1
    change, parts = choice.effects.effect(answers)
    events: list[Event] = [ChoiceTaken(state.moment, choice_id)]

    rupture = state.rupture
    rupture_event: Event | None = None
    if rupture is not None:
        if choice.repairs:
            rupture_event = RuptureRepaired(rupture.kind)
            back = total((minus(rupture.cost), scene.rubric.ruptures.repair))
            parts += (Part("repair", choice.repairs, back),)
            change = total((change, back))
            rupture = None
        elif rupture.turns_left <= 1:
            rupture_event = RuptureLeft(rupture.kind)
            rupture = None
        else:
            rupture = OpenRupture(rupture.kind, rupture.turns_left - 1, rupture.cost)

    after, moved = _moved(state, choice, change, rupture)
    if moved is not change:
        parts += (Part("limit", "", total((moved, minus(change)))),)
    events.append(EffectApplied(moved, parts))
    if rupture_event is not None:
        events.append(rupture_event)
    if change[TRUST] <= scene.threshold:
        events.append(RuptureOpened("withdrawal"))
        after = after._replace(rupture=_opened(scene, "withdrawal", moved, after.rupture))
    if choice.confides & ~state.known:
        events.append(SecretConfided(choice.source.confides or ""))
    if choice.source.reply:
        events.append(PatientReplied(choice.reply.lines(after)))

    way = _way(choice.ways, after)
    if not way.ends:
        for flag, holds, point in scene.turning_points:
            if not after.fired & flag and holds(after):
                after = after._replace(fired=after.fired | flag)
                events.append(TurningPointReached(point.id))
                return _enter(scene, after, point.to, None, events, moved), tuple(events)
    if way.visit is not None:
        back_to = way.to or state.moment
        return _enter(scene, after, way.visit, back_to, events, moved), tuple(events)
    return _enter(scene, after, way.to or state.moment, None, events, moved), tuple(events)


def _moved(
    state: State, choice: PreparedChoice, change: Deltas, rupture: OpenRupture | None
) -> tuple[State, Deltas]:
    """The state after the effect, and what it really moved by: `change` itself where no limit was met."""
    top, low = SKILL_LIMIT, -SKILL_LIMIT
    d0, d1, d2, d3, d4, d5, d6 = change
    a, b, c, d, e, g, t = state[1:8]
    a1, b1, c1, d1_, e1, g1, t1 = a + d0, b + d1, c + d2, d + d3, e + d4, g + d5, t + d6
    if not (
        low <= a1 <= top
        and low <= b1 <= top
        and low <= c1 <= top
        and low <= d1_ <= top
        and low <= e1 <= top
        and 0 <= g1 <= STATE_LIMIT
        and 0 <= t1 <= STATE_LIMIT
    ):
        a1, b1, c1, d1_, e1 = (max(low, min(top, value)) for value in (a1, b1, c1, d1_, e1))
        g1, t1 = (max(0, min(STATE_LIMIT, value)) for value in (g1, t1))
        change = (a1 - a, b1 - b, c1 - c, d1_ - d, e1 - e, g1 - g, t1 - t)
    runs: tuple[tuple[str, int], ...] = ()
    if choice.runs:
        before = dict(state.runs)
        runs = tuple([(name, min(before.get(name, 0) + 1, COUNT_LIMIT)) for name in choice.runs])
    variables = state.variables
    if choice.changes:
        variables = _set(variables, choice.changes)
    after = State(
        state.moment,
        a1,
        b1,
        c1,
        d1_,
        e1,
        g1,
        t1,
        state.turn + 1 if state.turn < TURN_LIMIT else TURN_LIMIT,
        variables,
        state.visits,
        state.said | choice.said,
        state.known | choice.confides,
        state.fired,
        runs,
        rupture,
        state.detours,
        state.seed,
    )
    return after, change


def _set(variables: tuple[Value, ...], changes: tuple[tuple[int, Value | None, int], ...]) -> tuple[Value, ...]:
    values = list(variables)
    for index, value, add in changes:
        if value is None:
            values[index] = max(-SKILL_LIMIT, min(SKILL_LIMIT, int(values[index]) + add))
        else:
            values[index] = value
    return tuple(values)


def _opened(scene: Scene, kind: str, moved: Deltas, earlier: OpenRupture | None) -> OpenRupture:
    """A rupture opens (or tears further): a repair will give back what these turns cost."""
    cost = harm(moved) if earlier is None else total((earlier.cost, harm(moved)))
    return OpenRupture(kind, scene.rubric.ruptures.window, cost)


def _way(ways: tuple[Way, ...], state: State) -> Way:
    for way in ways:
        if way.when is None or way.when(state):
            return way
    raise ValueError(f"no road leads on from {state.moment!r}")


def _enter(
    scene: Scene, state: State, target: str, back_to: str | None, events: list[Event], moved: Deltas
) -> State:
    """Enters a moment, and goes on through moments without choices until one waits for a reply.

    `moved` is what the turn that led here moved by: a rupture that a moment opens gives that back later.
    """
    detours = state.detours if back_to is None else (*state.detours, back_to)
    while True:
        moment = scene.moments[target]
        visits = state.visits
        if moment.visits >= 0:
            seen = visits[moment.visits]
            if seen < COUNT_LIMIT:
                visits = (*visits[: moment.visits], seen + 1, *visits[moment.visits + 1 :])
        rupture = state.rupture
        source = moment.source
        torn = source.rupture
        if torn is not None:
            opened_now = any(event.__class__ is RuptureOpened for event in events)
            rupture = _opened(scene, torn, NOTHING if opened_now else moved, rupture)
            events[:] = [event for event in events if event.__class__ is not RuptureOpened]
            events.append(RuptureOpened(torn))
        state = State(target, *state[1:10], visits, *state[11:15], rupture, detours, state.seed)
        events.append(
            MomentEntered(
                target,
                moment.cue.joined(state) if source.cue else "",
                moment.patient.lines(state),
                source.mood,
                moment.thinks.joined(state) if source.thinks else "",
            )
        )
        if source.choices:
            return state
        if source.ending is not None:
            events.append(SessionEnded(target))
            return state
        if source.comes_back:
            target, detours = detours[-1], detours[:-1]
            continue
        way = _way(moment.ways, state)
        if way.visit is not None:
            target, detours = way.visit, (*detours, way.to or target)
        else:
            target = way.to or target
