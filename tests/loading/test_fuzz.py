"""Thousands of damaged files and conditions: each is read, or ends in diagnostics."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.loading.conditions import Vocabulary, parse_condition
from game.loading.folder import load_folder
from game.loading.nodes import Scalar, Source
from game.loading.reader import read
from game.model.diagnostics import Diagnostics
from tests.loading.desk import OVERLAY, RUBRIC_FILE, SCENE, check_shown, read_rubric, rubric, write

if TYPE_CHECKING:
    from pathlib import Path

_PIECES = [
    *(
        "&a ",
        "*a",
        "!!int ",
        "<<: ",
        "? ",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "|",
        ">-\n",
        "#",
        "%",
        "@",
        "`",
        '"',
        "'",
    ),
    *(
        "\n",
        "\t",
        "  ",
        "\r",
        "\0",
        "\x1b",
        "\ufeff",
        "\u202e",
        "\u2028",
        "\ud7ff",
        "\U0001f600",
        "null",
        "true",
        "~",
    ),
    *(
        "---\n",
        "...\n",
        "1e9",
        "-1",
        "999999999",
        "then: bye\n",
        "when: ((",
        "visit: ",
        "choices:",
        "{to: aside}",
    ),
    *(
        "hello",
        "aside",
        "scene",
        "trust >= ",
        "not ",
        "said.",
        "{patient.name}",
        "{variables.x}",
        "\\ud800",
        "\\",
    ),
]


def _mutated(pick: random.Random, text: str) -> str:
    for _ in range(pick.randint(1, 4)):
        at, other = pick.randrange(len(text)), pick.randrange(len(text))
        size = pick.choice((0, 1, 1, 3, 12, 60))
        match pick.randrange(4):
            case 0:
                text = text[:at] + text[at + size :]
            case 1:
                text = text[:at] + pick.choice(_PIECES) + text[at:]
            case 2:
                text = text[:at] + pick.choice(_PIECES) + text[at + size :]
            case _:
                text = text[:at] + text[other : other + size] + text[at:]
        text = text or "\n"
    return text


def _survives(folder: Path, scenario: bytes, overlay: bytes) -> None:
    (folder / "scenario.yaml").write_bytes(scenario)
    (folder / "fr.yaml").write_bytes(overlay)
    begun = time.process_time()
    loaded = load_folder(folder, "fr", rubric())
    assert time.process_time() - begun < 1
    for diagnostic in loaded.diagnostics:
        check_shown(diagnostic)


def test_a_thousand_damaged_scenes_and_translations(tmp_path: Path) -> None:
    pick = random.Random(1)
    folder = write(tmp_path, {})
    for turn in range(1_000):
        scenario = _mutated(pick, SCENE) if turn % 2 else SCENE
        overlay = OVERLAY if turn % 2 else _mutated(pick, OVERLAY)
        _survives(folder, scenario.encode("utf-8", "surrogatepass"), overlay.encode("utf-8", "surrogatepass"))


def test_a_thousand_scenes_with_damaged_bytes(tmp_path: Path) -> None:
    pick = random.Random(2)
    folder = write(tmp_path, {})
    for _ in range(1_000):
        data = bytearray(SCENE.encode())
        for _ in range(pick.randint(1, 6)):
            data[pick.randrange(len(data))] = pick.randrange(256)
        _survives(folder, bytes(data), OVERLAY.encode())


def test_two_hundred_damaged_rubrics() -> None:
    pick = random.Random(3)
    text = RUBRIC_FILE.read_text(encoding="utf-8")
    text = (
        "format: 1\ntechniques:\n  complex"
        + text.split("\n  complex", 1)[1].split("\n  validation:", 1)[0]
        + "\n"
    )
    text += "ruptures:\n  trust_fall: 8\n  window: 3\n  repair: {trust: 3}\n"
    for _ in range(200):
        for diagnostic in read_rubric(_mutated(pick, text)):
            check_shown(diagnostic)


_WORDS = Vocabulary(
    {"asked": False, "count": 0, "colour": "red"},
    {"hello": 1},
    {"ask": {"hello": 1}},
    {"nights": 1},
    {"silence": 1},
)


@settings(max_examples=1_000, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "trust",
                    "asked",
                    "count",
                    "colour",
                    "said.ask",
                    "said.hello.ask",
                    "visits.hello",
                    "knows.nights",
                ),
                *(
                    "run.silence",
                    "score",
                    "turn",
                    "and",
                    "or",
                    "not",
                    "==",
                    "!=",
                    "<",
                    ">=",
                    "+",
                    "-",
                    "*",
                    "(",
                    ")",
                ),
                *(
                    "1",
                    "9999",
                    "'red'",
                    '"',
                    "'",
                    "true",
                    "é",
                    ".",
                    "=",
                    "**",
                    "__class__",
                    "\u00a0",
                    "1_0",
                    "x",
                ),
            ]
        )
        | st.text(max_size=4),
        max_size=40,
    )
)
def test_any_condition_is_read_or_diagnosed(words: list[str]) -> None:
    text = " ".join(words)
    diagnostics = Diagnostics()
    node = Scalar(text, True, Source("file", (text,)), 0, 0)
    expression = parse_condition(node, _WORDS, diagnostics)
    assert (expression is None) == diagnostics.failed
    for diagnostic in diagnostics:
        check_shown(diagnostic)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_any_bytes_are_read_or_diagnosed(data: bytes) -> None:
    diagnostics = Diagnostics()
    root = read(data, "file", diagnostics)
    assert root is not None or diagnostics.failed
    for diagnostic in diagnostics:
        check_shown(diagnostic)
