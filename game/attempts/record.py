"""An attempt as bytes: the choices that make it, and a snapshot of where it stands.

The choices are the truth, from which everything can be computed again; the snapshot lets a session go on
without playing it again. A record may come from anywhere, so all of it is checked against the scene before it
is believed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from game.engine.effects import harm
from game.model.feelings import FEELINGS
from game.model.measures import COUNT_LIMIT, MEASURES, SKILL_LIMIT, STATE_LIMIT, TURN_LIMIT
from game.model.scenario import RUPTURES
from game.model.state import OpenRupture, State
from game.model.trouble import AttemptTrouble
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from game.engine.scene import Scene
    from game.model.scenario import Moment, Value

MODES = ("guided", "practice", "exam")
VERSION = 1
MAX_BYTES = 200_000
MAX_SEED = 2**53

_MAX_COST = 10_000
_EIGHT_NUMBERS = [int] * 8
_decode = json.JSONDecoder().raw_decode
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Attempt(NamedTuple):
    """What a player did in a scene.

    `digest` is the scenario's; `seed` is 0..2**53; `choices` are ids in the order in which they were said;
    `probes` maps a turn (from 1) to the feeling that the player answered.
    """

    scene: str
    digest: str
    language: str
    seed: int
    mode: str
    choices: tuple[str, ...] = ()
    probes: dict[int, str] = {}  # noqa: RUF012


def save(attempt: Attempt, state: State) -> bytes:
    """The attempt and where it stands, as compact JSON."""
    rupture = state.rupture
    return _encode(
        [
            VERSION,
            *attempt[:5],
            " ".join(attempt.choices),
            [value for probe in attempt.probes.items() for value in probe],
            state.moment,
            state[1:9],
            state.variables,
            "".join(map(str, state.visits)),
            [f"{state.said:x}", f"{state.known:x}", f"{state.fired:x}"],
            [value for run in state.runs for value in run],
            () if rupture is None else (rupture.kind, rupture.turns_left, *rupture.cost),
            state.detours,
        ]
    ).encode()


def restore(scene: Scene, data: bytes) -> tuple[Attempt, State]:
    """The attempt and where it stands. Raises AttemptTrouble for a damaged record, or another scene's."""
    try:
        _need(len(data) <= MAX_BYTES)
        text = data.decode().strip()
        record, end = _decode(text)
        _need(end == len(text))
        attempt, snapshot = _attempt(record)
        if attempt.digest == scene.scenario.digest and attempt.scene == scene.scenario.id:
            return attempt, _state(scene, attempt, snapshot)
    except (ValueError, TypeError, RecursionError):
        raise AttemptTrouble("The record of this attempt is damaged.") from None
    raise AttemptTrouble("This attempt belongs to another version of the scene {scene}.", scene=attempt.scene)


def _need(holds: bool) -> None:
    if not holds:
        raise ValueError


def _attempt(record: Any) -> tuple[Attempt, list[Any]]:
    version, scene, digest, language, seed, mode, said, answers, *snapshot = record
    _need(
        type(record) is list
        and version == VERSION
        and type(scene) is type(digest) is type(language) is type(said) is str
        and type(seed) is int
        and 0 <= seed <= MAX_SEED
        and mode in MODES
        and type(answers) is list
        and len(snapshot) == 8
    )
    choices = tuple(said.split(" ")) if said else ()
    probes = _probes(answers, len(choices)) if answers else {}
    return Attempt(scene, digest, language, seed, mode, choices, probes), snapshot


def _probes(answers: Any, turns: int) -> dict[int, str]:
    probes: dict[int, str] = {}
    before = 0
    for turn, feeling in zip(answers[::2], answers[1::2], strict=True):
        _need(type(turn) is int and before < turn <= turns + 1 and feeling in FEELINGS)
        probes[turn] = feeling
        before = turn
    return probes


def _state(scene: Scene, attempt: Attempt, snapshot: list[Any]) -> State:
    moment, numbers, variables, visits, bits, runs, rupture, detours = snapshot
    scenario, bounds = scene.scenario, scene.scenario.bounds
    watched = scenario.watched
    *skills, guardedness, trust, turn = numbers
    said, known, fired = [int(number, 16) for number in bits]
    _need(
        attempt.language in scenario.languages
        and scene.choice_ids.issuperset(attempt.choices)
        and moment in scenario.moments
        and _waits(scenario.moments[moment])
        and {*bounds.landings}.issuperset(detours)
        and (detours[0] if detours else moment) not in bounds.returning
        and list(map(type, numbers)) == _EIGHT_NUMBERS
        and min(skills) >= -SKILL_LIMIT
        and max(skills) <= SKILL_LIMIT
        and 0 <= guardedness <= STATE_LIMIT
        and 0 <= trust <= STATE_LIMIT
        and turn == min(len(attempt.choices), TURN_LIMIT)
        and type(runs) is type(detours) is list
        and type(visits) is str
        and len(visits) == len(watched.visits)
        and 0 <= said < 1 << len(watched.said)
        and 0 <= known < 1 << len(scenario.patient.secrets)
        and 0 <= fired < 1 << len(scenario.turning_points)
    )
    fields = (
        *(moment, *numbers, _variables(scene, variables), tuple([int(count) for count in visits])),
        *(
            said,
            known,
            fired,
            _runs(scene, runs) if runs else (),
            _rupture(scene, rupture) if rupture else None,
        ),
        *(tuple(detours), attempt.seed),
    )
    return State._make(fields)


def _waits(moment: Moment) -> bool:
    """True where a session can stand there: it waits for a reply, or is over."""
    return bool(moment.choices or moment.ending)


def _variables(scene: Scene, held: Any) -> tuple[Value, ...]:
    for value, first, words in zip(held, scene.blank.variables, scene.scenario.bounds.values, strict=True):
        if words:
            holds = value in words
        else:
            holds = type(value) is type(first) and -SKILL_LIMIT <= int(value) <= SKILL_LIMIT
        if not holds:
            raise ValueError(value)
    return tuple(held)


def _runs(scene: Scene, flat: Any) -> tuple[tuple[str, int], ...]:
    runs = tuple(zip(flat[::2], flat[1::2], strict=True))
    for technique, count in runs:
        _need(technique in scene.rubric.techniques and scene.counts(technique))
        _need(type(count) is int and 1 <= count <= COUNT_LIMIT)
    return runs


def _rupture(scene: Scene, told: Any) -> OpenRupture:
    kind, turns_left, *cost = told
    _need(kind in RUPTURES and type(turns_left) is int and 1 <= turns_left <= scene.rubric.ruptures.window)
    _need(
        len(cost) == len(MEASURES) and all(type(value) is int and abs(value) <= _MAX_COST for value in cost)
    )
    _need(harm(cost) == tuple(cost))
    return OpenRupture(kind, turns_left, harm(cost))
