"""An attempt on its way to another machine; what comes in may be anything."""

from __future__ import annotations

import json
import random
import tracemalloc
from typing import Any

import pytest

from game.attempts.kept import BACK, CHOICE, PROBE, Heading, Step
from game.attempts.portable import MAX_BYTES, dump, load
from game.engine.replay import begin, go_on
from game.engine.scene import Scene
from game.loading.manuscript import read_manuscript
from game.model.trouble import AttemptTrouble
from tests.loading.desk import edit
from tests.players import shipped

SCENE = "premiers_pas"


def steps_of(scene: Scene) -> tuple[Step, ...]:
    session = begin(scene, 7)
    steps = []
    for number in range(3):
        choice = scene.moments[session.state.moment].choices[0].id
        session = go_on(scene, session, choice)
        steps.append(Step(CHOICE, choice, 1_000 * number))
    return (*steps, Step(BACK, "1", 4_000), Step(PROBE, "sad", 5_000))


@pytest.fixture(scope="module")
def exported() -> bytes:
    shelf = shipped()
    scenario = shelf.scenario(SCENE, "fr")
    heading = Heading("a" * 32, "Noé", SCENE, scenario.digest, "fr", 7, "guided", "2026-11-23T08:00:00Z")
    steps = steps_of(Scene(scenario, shelf.rubric))
    return dump(heading, "2026-11-23T09:00:00Z", steps, shelf.manuscript(SCENE)).encode()


def test_an_attempt_arrives_as_it_left(exported: bytes) -> None:
    one = load(exported, "Camille")
    assert one.heading.learner == "Camille"
    assert "learner" not in json.loads(exported)["attempt"]
    assert one.steps == steps_of(one.scene)
    assert len(one.session.turns) == 2
    again = dump(one.heading, one.finished, one.steps, one.text).encode()
    assert again == exported


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("attempt", "id"), "../../x"),
        (("attempt", "id"), 7),
        (("attempt", "seed"), -1),
        (("attempt", "seed"), True),
        (("attempt", "seed"), 2**80),
        (("attempt", "mode"), "cheat"),
        (("attempt", "language"), "xx"),
        (("attempt", "digest"), "0" * 64),
        (("attempt", "scene"), "lea"),
        (("attempt", "begun"), "yesterday"),
        (("attempt", "begun"), "2026-13-23T08:00:00Z"),
        (("attempt", "begun"), "2026-11-32T08:00:00Z"),
        (("attempt", "begun"), "٢٠٢٦-11-23T08:00:00Z"),
        (("finished",), "2026-11-23T24:00:00Z"),
        (("attempt", "learner"), "x"),
        (("attempt",), []),
        (("finished",), 3),
        (("steps",), [["choice", "fly_away", 1]]),
        (("steps",), [["choice", "x" * 100, 1]]),
        (("steps",), [["back", "1", 1]]),
        (("steps",), [["back", "x", 1]]),
        (("steps",), [["dance", "", 1]]),
        (("steps",), [["probe", "sad", -1]]),
        (("steps",), [["probe", "sad", 1.5]]),
        (("steps",), [["probe", "sad"]]),
        (("steps",), "choice"),
        (("steps",), [["probe", "", 1]] * 20_001),
        (("text",), None),
        (("text", "rubric"), ""),
        (("text", "files"), {}),
        (("first-session-attempt",), "1"),
    ],
)
def test_what_cannot_be_is_refused(exported: bytes, place: tuple[str, ...], value: Any) -> None:
    told = json.loads(exported)
    inner = told
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    with pytest.raises(AttemptTrouble):
        load(json.dumps(told).encode(), "")


def test_a_later_version_is_told_as_such(exported: bytes) -> None:
    told = json.loads(exported) | {"first-session-attempt": 2}
    with pytest.raises(AttemptTrouble, match="later version"):
        load(json.dumps(told).encode(), "")


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b"null", b"[" * 100_000, b"\xff\xfe", b"1" * 9_000, b" " * (MAX_BYTES + 1)]
)
def test_bytes_that_are_no_attempt_are_refused(data: bytes) -> None:
    with pytest.raises(AttemptTrouble, match="not an attempt"):
        load(data, "")


def in_circles(exported: bytes, steps: list[list[object]]) -> bytes:
    """An attempt at a scene in which one reply can be given for ever."""
    told = json.loads(exported)
    told["text"]["files"] = {
        "scenario.yaml": edit("once: true\n        then: {visit: aside, to: middle}", "then: hello")
    }
    told["text"]["scene"] = "scene"
    text = json.dumps(told["text"], separators=(",", ":")).encode()
    read = read_manuscript(text, "en").scenario
    told["attempt"] |= {"scene": read.id, "digest": read.digest, "language": "en"}
    return json.dumps({**told, "finished": "", "steps": steps}).encode()


def test_roads_that_would_take_hours_to_play_again_are_refused(exported: bytes) -> None:
    wait, back = ["choice", "wait", 1], ["back", "1", 1]
    assert len(load(in_circles(exported, [wait] * 90 + [back, wait] * 90), "").course.left) == 90
    with pytest.raises(AttemptTrouble, match="not an attempt"):
        load(in_circles(exported, [wait] * 300 + [back, wait] * 300), "")


@pytest.mark.parametrize("part", [b'{"":[]},', b"[[]],", b"{},"])
def test_a_file_of_nothing_but_brackets_fills_no_memory(part: bytes) -> None:
    data = b"[" + part * ((MAX_BYTES - 10) // len(part)) + b"1]"
    tracemalloc.start()
    try:
        with pytest.raises(AttemptTrouble, match="not an attempt"):
            load(data, "")
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_any_damage_is_refused_or_harmless(exported: bytes) -> None:
    """Bytes that are changed by chance end in one clear sentence, or in an attempt that can be played."""
    dice = random.Random(3)
    for _ in range(150):
        data = bytearray(exported)
        for _ in range(dice.randint(1, 4)):
            data[dice.randrange(1_500)] = dice.randrange(256)
        try:
            one = load(bytes(data), "")
        except AttemptTrouble:
            continue
        assert len(one.session.turns) == 2
