"""An attempt comes back as it was saved, and nothing else comes back at all."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.attempts.record import MAX_BYTES, Attempt, restore, save
from game.engine.play import choices, choose, is_over, opening
from game.engine.scene import Scene
from game.model.trouble import AttemptTrouble, Trouble
from tests.engine.random_scenes import random_scenario
from tests.engine.table import after, rubric, scene

if TYPE_CHECKING:
    from game.model.state import State

TALK = """\
  a:
    choices:
      hurt:
        say: H
        technique: judging
        effects: {trust: -12}
        sets: {w: blue, n: {add: 1}}
        once: true
        then: a
      ask: {say: A, technique: closed_question, confides: s, then: {visit: d, to: b}}
      end: {say: E, technique: summary, then: bye}
  b:
    choices:
      again: {say: A, technique: summary, when: visits.a < 9, then: a}
      end: {say: E, technique: summary, then: bye}
  d:
    choices:
      back: {say: B, technique: silence, then: r}
  r: {return: true}
"""


def _talk() -> Scene:
    return scene(TALK, "variables: {n: 0, b: false, w: red}\n", "  secrets: {s: {text: S}}\n")


def _attempt(told: Scene, *said: str, **others: object) -> tuple[Attempt, State]:
    attempt = Attempt(told.scenario.id, told.scenario.digest, "en", 7, "guided", said)
    return attempt._replace(**others), after(told, *said, seed=7)[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "said", [(), ("hurt",), ("hurt", "ask"), ("hurt", "ask", "back", "again", "ask"), ("end",)]
)
def test_an_attempt_comes_back_as_it_was(said: tuple[str, ...]) -> None:
    told = _talk()
    attempt, state = _attempt(told, *said, mode="exam", probes={1: "sad"})
    assert restore(told, save(attempt, state)) == (attempt, state)


def test_a_session_goes_on_from_the_snapshot_exactly_alike() -> None:
    told = _talk()
    attempt, state = _attempt(told, "hurt", "ask")
    restored = restore(_talk(), save(attempt, state))[1]
    assert choose(told, restored, "back") == choose(told, state, "back")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**40), st.integers(0, 2**32), st.integers(0, 15))
def test_any_session_of_any_scene_comes_back(scene_seed: int, seed: int, turns: int) -> None:
    scenario = random_scenario(scene_seed)
    assume(scenario is not None)
    assert scenario is not None
    told, pick, said = Scene(scenario, rubric()), random.Random(seed), []
    state, _ = opening(told, seed)
    while len(said) < turns and not is_over(told, state):
        said.append(pick.choice(choices(told, state)).id)
        state, _ = choose(told, state, said[-1])
    attempt = Attempt("t", scenario.digest, "en", seed, "practice", tuple(said))
    data = save(attempt, state)
    assert restore(told, data) == (attempt, state)
    assert len(data) <= 600


def test_twenty_choices_with_long_names_stay_within_600_bytes() -> None:
    name = "a_rather_long_name"
    told = scene(
        f"  a:\n    choices:\n      {name}: {{say: X, technique: closed_question, then: a}}\n"
        "      end: {say: E, technique: summary, then: bye}\n"
    )
    attempt, state = _attempt(told, *[name] * 20, probes={4: "ashamed", 9: "contemptuous"}, seed=2**32)
    assert len(save(attempt, state._replace(seed=2**32))) <= 600


def test_another_version_of_the_scene_is_refused_by_name() -> None:
    told = _talk()
    attempt, state = _attempt(told, "hurt", digest="e" * 64)
    with pytest.raises(AttemptTrouble, match="another version of the scene t"):
        restore(told, save(attempt, state))


def _damaged(place: int, value: object) -> bytes:
    told = _talk()
    record = json.loads(save(*_attempt(told, "hurt", "ask")))
    record[place] = value
    return json.dumps(record).encode()


@pytest.mark.parametrize(
    ("place", "value"),
    [
        *[(0, value) for value in (2, None, "1", [])],
        *[(place, value) for place in (1, 2, 3, 6) for value in (None, 3, [], {})],
        *[(3, "de"), (5, "easy"), (5, []), (6, "hurt nothing"), (6, " "), (6, "hurt"), (6, "hurt ask end")],
        *[(4, value) for value in (-1, 1.5, True, "7", 2**60, None)],
        *[
            (7, value)
            for value in (None, 3, "ab", [1], [0, "sad"], [4, "sad"], [2, "sad", 1, "sad"], [1, "sadd"])
        ],
        *[(8, value) for value in ("nowhere", "r", "", None, [], "bye\n")],
        *[
            (9, value)
            for value in (None, [], [0] * 7, [0] * 9, [0] * 7 + [True], [0.0] * 7 + [2], "00000000")
        ],
        *[(9, [*[0] * place, over, *[0] * (6 - place), 2]) for place in range(7) for over in (-100, 101)],
        (9, [0] * 7 + [3]),
        *[
            (10, value)
            for value in (None, [], [1, False], [1, False, "green"], [1, 0, "red"], [True, False, "red"])
        ],
        *[(10, value) for value in ([100, False, "red"], [1, False, 3], [1, False, ["red"]], "abc", {})],
        *[(11, value) for value in (None, "", "99", "x", "-", [9], 3, "\u0663\u0663")],
        *[
            (12, value)
            for value in (None, [], ["0", "0"], ["-1", "0", "0"], ["8", "0", "0"], ["0", "2", "0"])
        ],
        *[(12, value) for value in (["0", "0", "1"], [0, 0, 0], ["g", "0", "0"], ["1" * 10_000, "0", "0"])],
        *[(13, value) for value in (None, 3, ["x", 1], ["closed_question"], ["closed_question", 0])],
        *[(13, value) for value in (["closed_question", 10], ["closed_question", 1.5], [[], 1], "ab")],
        *[
            (14, value)
            for value in (3, "abc", ["withdrawal"], ["storm", 3, *[0] * 7], ["withdrawal", 9, *[0] * 7])
        ],
        *[
            (14, value)
            for value in (
                ["withdrawal", 3, *[1] * 7],
                ["withdrawal", 3, *[0] * 6],
                ["withdrawal", 3, *["0"] * 7],
            )
        ],
        *[(15, value) for value in (None, 3, "b", ["d"], ["nowhere"], [[]], {}, ["a"])],
    ],
)
def test_a_snapshot_that_does_not_fit_is_refused(place: int, value: object) -> None:
    with pytest.raises(AttemptTrouble):
        restore(_talk(), _damaged(place, value))


def test_a_snapshot_inside_a_detour_needs_a_way_back() -> None:
    told = _talk()
    record = json.loads(save(*_attempt(told, "ask")))
    assert (record[8], record[15]) == ("d", ["b"])
    record[15] = []
    with pytest.raises(AttemptTrouble, match="damaged"):
        restore(told, json.dumps(record).encode())


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"{}", b"[]", b"null", b"3", b'"a"', b"[1]", b"\xff\xfe", b"\x00", b"[" * 50_000, b"NaN"),
        b"9" * 6_000,
        b'{"a":' * 5_000,
        b"[" + b"0," * MAX_BYTES + b"0]",
        json.dumps([1] * 16).encode(),
        json.dumps(dict.fromkeys("abcdefghijklmnop", 1)).encode(),
    ],
)
def test_what_is_no_record_is_refused(data: bytes) -> None:
    with pytest.raises(AttemptTrouble, match="damaged"):
        restore(_talk(), data)


def test_three_thousand_damaged_records_never_raise_anything_else() -> None:
    told = _talk()
    good = save(*_attempt(told, "hurt", "ask", "back", "again", probes={2: "sad"}))
    pick = random.Random(1)
    for _ in range(3_000):
        data = bytearray(good)
        for _ in range(pick.randint(1, 4)):
            at = pick.randrange(len(data))
            match pick.randrange(3):
                case 0:
                    data[at] = pick.randrange(256)
                case 1:
                    del data[at : at + pick.randint(1, 9)]
                case _:
                    data[at:at] = pick.choice(
                        (b"[", b"]", b",", b'"', b"0", b"-1", b"null", b"1e9", b"\\ud800")
                    )
        try:
            _, state = restore(told, bytes(data))
        except AttemptTrouble:
            continue
        for _ in range(30):
            offered = choices(told, state)
            if not offered:
                break
            state, _ = choose(told, state, pick.choice(offered).id)


def test_the_trouble_is_one_of_ours() -> None:
    assert issubclass(AttemptTrouble, Trouble)
