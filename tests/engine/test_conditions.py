"""Conditions as functions of the state: the same answers as reading the expression word by word."""

from __future__ import annotations

import random

import pytest

from game.engine.conditions import Positions, compile_condition
from game.engine.play import start
from game.loading.conditions import MAX_DEPTH, MAX_LENGTH, MAX_TOKENS, Vocabulary, parse_condition
from game.loading.nodes import Scalar, Source
from game.model.diagnostics import Diagnostics
from game.model.expression import Expression, Literal, Name
from tests.engine.reference import Reference
from tests.engine.table import rubric, scene

WORDS = Vocabulary({"n": 0, "b": False, "w": "red"}, {"a": 1}, {"end": {"a": 1}}, {"s": 1}, {"silence": 1})
PLACES = Positions({"n": 0, "b": 1, "w": 2}, {"a": 0}, {"a.end": 0}, {"s": 0})


def parse(text: str) -> Expression:
    diagnostics = Diagnostics()
    found = parse_condition(Scalar(text, True, Source("f", (text,)), 0, 0), WORDS, diagnostics)
    assert found is not None, "\n".join(map(str, diagnostics))
    return found


TALK = scene(
    "  a:\n    patient: {when: visits.a > 0 and said.a.end and run.silence > 0, text: A}\n"
    "    choices:\n      end: {say: E, technique: summary, then: bye}\n",
    "variables: {n: 3, b: true, w: red}\n",
    "  secrets: {s: {text: S}}\n",
)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("trust == 50 and guardedness == 50", True),
        ("not b or n > 3", False),
        ("not (b and n > 3)", True),
        ("b == true", True),
        ("b != (n > 3)", True),
        ("w == 'red' and w != \"blue\"", True),
        ("2 + 3 * 4 - 1 == 13", True),
        ("(2 + 3) * 4 == 20", True),
        ("10 - 3 - 2 == 5", True),
        ("-n * -1 == 3", True),
        ("- - n == 3", True),
        ("visits.a >= 1", True),
        ("said.end", False),
        ("said.a.end or knows.s", False),
        ("run.silence < 1", True),
        ("score == 0 and turn == 0", True),
        ("true and not false", True),
        ("false or b and b", True),
        ("9999 * 9999 * 9999 > 0", True),
    ],
)
def test_a_condition_means(text: str, answer: bool) -> None:
    assert compile_condition(parse(text), PLACES)(start(TALK)) is answer


@pytest.mark.parametrize(
    "text",
    [
        "1 < " + "+".join(["1"] * (MAX_TOKENS // 2 - 1)),
        " or ".join(["b"] * (MAX_TOKENS // 2)),
        "(" * MAX_DEPTH + "b" + ")" * MAX_DEPTH,
        "not " * (MAX_DEPTH - 1) + "b",
        "1 > " + "-" * MAX_DEPTH + "1",
        "(" * MAX_DEPTH + "+".join(["n"] * 40) + ")" * MAX_DEPTH + " > 1",
        "w == '" + "a" * (MAX_LENGTH - 7) + "'",
    ],
)
def test_the_longest_conditions_that_are_read_can_be_compiled(text: str) -> None:
    assert len(text) <= MAX_LENGTH
    assert compile_condition(parse(text), PLACES)(start(TALK)) in (True, False)


def _any(pick: random.Random, kind: str, depth: int) -> str:
    if kind == "number":
        if depth == 0 or pick.random() < 0.3:
            return pick.choice(
                ("n", "trust", "score", "turn", "visits.a", "run.silence", str(pick.randint(0, 60)))
            )
        return f"({_any(pick, kind, depth - 1)} {pick.choice('+-*')} {_any(pick, kind, depth - 1)})"
    if depth == 0:
        return pick.choice(("b", "said.end", "knows.s", "true", "w == 'red'"))
    return pick.choice(
        (
            f"{_any(pick, kind, depth - 1)} and {_any(pick, kind, depth - 1)}",
            f"({_any(pick, kind, depth - 1)} or {_any(pick, kind, depth - 1)})",
            f"not {_any(pick, kind, 0)}",
            f"{_any(pick, 'number', depth - 1)} {pick.choice(('<', '<=', '==', '!=', '>', '>='))} "
            f"{_any(pick, 'number', depth - 1)}",
        )
    )


def test_five_hundred_conditions_mean_what_they_say() -> None:
    pick, book, state = random.Random(5), Reference(TALK.scenario, rubric()), start(TALK)
    tried = 0
    for _ in range(500):
        text = _any(pick, "truth", 3)
        if len(text) < MAX_LENGTH:
            expression = parse(text)
            assert compile_condition(expression, PLACES)(state) == book.holds(expression), text
            tried += 1
    assert tried > 300


def test_a_word_is_never_code() -> None:
    word = "'+__import__('os')+\"\\"
    condition = compile_condition(Literal(word), PLACES)
    assert condition(start(TALK)) == word  # type: ignore[comparison-overlap]


@pytest.mark.parametrize(
    "name", [Name("variable", "x"), Name("visits", "x"), Name("said", "x"), Name("code", "x")]
)
def test_a_name_that_is_not_watched_raises(name: Name) -> None:
    with pytest.raises(KeyError):
        compile_condition(name, PLACES)
