"""The four verbs that run everything: start, choices, choose, is_over.

The window, the text mode, replays and analyses use these and no other way. The same scene, seed and choices
give the same states and events, always.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.effects import harm, less, total
from game.model.events import (
    EffectApplied,
    Event,
    Part,
    PatientReplied,
    RuptureLeft,
    RuptureOpened,
    RuptureRepaired,
    SecretConfided,
    TurningPointReached,
)
from game.model.measures import (
    COUNT_LIMIT,
    NOTHING,
    SKILL_LIMIT,
    SKILLS,
    STATE_LIMIT,
    TRUST,
    TURN_LIMIT,
    Deltas,
)
from game.model.state import OpenRupture, State

if TYPE_CHECKING:
    from game.engine.effects import Effect
    from game.engine.scene import PreparedChoice, Scene, Way
    from game.model.scenario import Value

_WITHDRAWAL = RuptureOpened("withdrawal")
_SKILL_LEAST = -SKILL_LIMIT
_LEAST = (*(_SKILL_LEAST,) * len(SKILLS), 0, 0)
_MOST = (*(SKILL_LIMIT,) * len(SKILLS), STATE_LIMIT, STATE_LIMIT)
"""Between these stands each measure."""
_new_tuple = tuple.__new__
"""Makes a State from all of its fields in half the time that calling State takes."""


def start(scene: Scene, seed: int = 0) -> State:
    """The state in which the patient has just sat down."""
    return opening(scene, seed)[0]


def opening(scene: Scene, seed: int = 0) -> tuple[State, tuple[Event, ...]]:
    """The same, with what is seen and said before the first reply."""
    events: list[Event] = []
    state = _enter(scene, scene.blank._replace(seed=seed), scene.scenario.start, events, NOTHING)
    return state, tuple(events)


def choices(scene: Scene, state: State) -> tuple[PreparedChoice, ...]:
    """What the clinician can say now, in the author's order; empty once the session is over."""
    moment = scene.moments[state.moment]
    if moment.open is not None:
        return moment.open
    said = state.said
    offered = [
        choice
        for choice in moment.choices
        if not choice.once & said and (choice.when is None or choice.when(state))
    ]
    if not offered:
        offered = [choice for choice in moment.fallbacks if choice.when is None or choice.when(state)]
    return tuple(offered)


def is_over(scene: Scene, state: State) -> bool:
    """True where the session has come to an ending."""
    return scene.moments[state.moment].ended is not None


def choose(scene: Scene, state: State, choice_id: str) -> tuple[State, tuple[Event, ...]]:
    """Takes a choice that is offered now. Raises ValueError for any other.

    A rupture opens where the effect on trust reaches the rubric's threshold, even where trust was too low to
    fall by that much.
    """
    choice = scene.moments[state.moment].by_id.get(choice_id)
    if choice is None or not (choice.free or _is_offered(scene, state, choice)):
        raise ValueError(f"{choice_id!r} is not offered at {state.moment!r}")

    effect = choice.effects.at(state)
    events: list[Event] = [choice.taken]
    if state.rupture is None:
        change, parts, applied = effect
        after, moved = _moved(state, choice, change, None)
        events.append(applied if moved is change else _applied(change, moved, parts))
        torn = change[TRUST] <= scene.threshold
    else:
        after, moved, torn = _in_a_rupture(scene, state, state.rupture, choice, effect, events)
    if torn:
        events.append(_WITHDRAWAL)
        after = after._replace(rupture=_opened(scene, "withdrawal", moved, after.rupture))
    if choice.confides and not choice.confides & state.known:
        events.append(SecretConfided(choice.source.confides or ""))
    if choice.told is not None:
        events.append(choice.told)
    elif choice.source.reply:
        events.append(PatientReplied(choice.reply.lines(after)))

    way = choice.only_way or _way(choice.ways, after)
    if scene.turning_points and not way.ends:
        for flag, holds, point in scene.turning_points:
            if not after.fired & flag and holds(after):
                events.append(TurningPointReached(point.id))
                after = after._replace(fired=after.fired | flag, detours=())
                return _enter(scene, after, point.to, events, moved), tuple(events)
    target = way.to
    if way.visit is not None:
        after = after._replace(detours=(*after.detours, target))
        target = way.visit
    return _enter(scene, after, target, events, moved), tuple(events)


def _is_offered(scene: Scene, state: State, choice: PreparedChoice) -> bool:
    if choice.source.fallback:
        return choice in choices(scene, state)
    return not choice.once & state.said and (choice.when is None or choice.when(state))


def _applied(change: Deltas, moved: Deltas, parts: tuple[Part, ...]) -> EffectApplied:
    """What there is to tell of an effect of which the limits of the measures may have left only a part."""
    if moved is not change:
        parts = (*parts, Part("limit", "", less(moved, change)))
    return EffectApplied(moved, parts)


def _in_a_rupture(
    scene: Scene,
    state: State,
    rupture: OpenRupture,
    choice: PreparedChoice,
    effect: Effect,
    events: list[Event],
) -> tuple[State, Deltas, bool]:
    """The turn's effect while a rupture is open; last, whether the alliance tears (again)."""
    change, parts = effect.change, effect.parts
    left: OpenRupture | None = None
    outcome: Event | None = None
    if choice.repairs:
        back = less(scene.rubric.ruptures.repair, rupture.cost)
        change = total((change, back))
        parts = (*parts, Part("repair", choice.repairs, back))
        outcome = RuptureRepaired(rupture.kind)
    elif rupture.turns_left <= 1:
        outcome = RuptureLeft(rupture.kind)
    else:
        left = OpenRupture(rupture.kind, rupture.turns_left - 1, rupture.cost)
    after, moved = _moved(state, choice, change, left)
    events.append(_applied(change, moved, parts))
    if outcome is not None:
        events.append(outcome)
    return after, moved, change[TRUST] <= scene.threshold


def _moved(
    state: State, choice: PreparedChoice, change: Deltas, rupture: OpenRupture | None
) -> tuple[State, Deltas]:
    """The state after the effect, and what it really moved by: `change` itself where no limit was met.

    The state already stands where the choice's first road leads, which is where it nearly always goes on.
    """
    _, em, nj, li, be, pr, gu, tr, turn, variables, visits, said, known, fired, runs, _, detours, seed = state
    by_em, by_nj, by_li, by_be, by_pr, by_gu, by_tr = change
    em += by_em
    nj += by_nj
    li += by_li
    be += by_be
    pr += by_pr
    gu += by_gu
    tr += by_tr
    if not (
        0 <= gu <= STATE_LIMIT
        and 0 <= tr <= STATE_LIMIT
        and _SKILL_LEAST <= em <= SKILL_LIMIT
        and _SKILL_LEAST <= nj <= SKILL_LIMIT
        and _SKILL_LEAST <= li <= SKILL_LIMIT
        and _SKILL_LEAST <= be <= SKILL_LIMIT
        and _SKILL_LEAST <= pr <= SKILL_LIMIT
    ):
        measures = tuple(map(min, _MOST, map(max, _LEAST, (em, nj, li, be, pr, gu, tr))))
        em, nj, li, be, pr, gu, tr = measures
        change = less(measures, state[1:8])
    if runs and choice.runs:
        before = dict(runs)
        runs = tuple([(name, min(before.get(name, 0) + 1, COUNT_LIMIT)) for name in choice.runs])
    else:
        runs = choice.begun
    if choice.changes:
        variables = _set(variables, choice.changes)
    if turn < TURN_LIMIT:
        turn += 1
    said |= choice.said
    known |= choice.confides
    to = choice.ways[0].to
    # fmt: off
    fields = (to, em, nj, li, be, pr, gu, tr, turn, variables, visits, said, known, fired, runs, rupture,
              detours, seed)
    # fmt: on
    return _new_tuple(State, fields), change


def _set(
    variables: tuple[Value, ...], changes: tuple[tuple[int, Value | None, int], ...]
) -> tuple[Value, ...]:
    values = list(variables)
    for index, value, add in changes:
        if value is None:
            new = values[index] + add  # type: ignore[operator]  # only numbers can be added to
            values[index] = (
                new if _SKILL_LEAST <= new <= SKILL_LIMIT else max(_SKILL_LEAST, min(SKILL_LIMIT, new))
            )
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


def _enter(scene: Scene, state: State, target: str, events: list[Event], moved: Deltas) -> State:
    """Enters a moment, and goes on through moments without choices until one waits for a reply.

    `moved` is what the turn that led here moved by: a rupture that a moment opens gives that back later.
    """
    while True:
        moment = scene.moments[target]
        if moment.marks:
            state = _marked(scene, state, target, events, moved)
        elif state.moment != target:
            state = _standing(state, target, state.visits, state.rupture)
        events.append(moment.entered or moment.tell(state))
        if moment.by_id:
            return state
        if moment.ended is not None:
            events.append(moment.ended)
            return state
        if moment.source.comes_back:
            target = state.detours[-1]
            state = state._replace(detours=state.detours[:-1])
            continue
        way = _way(moment.ways, state)
        target = way.to
        if way.visit is not None:
            state = state._replace(detours=(*state.detours, target))
            target = way.visit


def _marked(scene: Scene, state: State, target: str, events: list[Event], moved: Deltas) -> State:
    """The state in a moment that counts its visits, or in which the alliance tears."""
    moment = scene.moments[target]
    visits, rupture = state.visits, state.rupture
    at = moment.visits
    if at >= 0 and visits[at] < COUNT_LIMIT:
        visits = (*visits[:at], visits[at] + 1, *visits[at + 1 :])
    kind = moment.source.rupture
    if kind is not None:
        told = [event for event in events if event.__class__ is not RuptureOpened]
        counted = len(told) < len(events)
        rupture = _opened(scene, kind, NOTHING if counted else moved, rupture)
        events[:] = [*told, RuptureOpened(kind)]
    return _standing(state, target, visits, rupture)


def _standing(state: State, moment: str, visits: tuple[int, ...], rupture: OpenRupture | None) -> State:
    """The state in another moment: what `_replace` gives, in a third of its time."""
    to_visits, to_rupture, rest = state[1:10], state[11:15], state[16:]
    return _new_tuple(State, (moment, *to_visits, visits, *to_rupture, rupture, *rest))
