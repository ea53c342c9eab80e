"""What an author reads where YAML cannot read on, and where a condition is written as other languages do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.loading.complaints import Spot, understood
from tests.loading.desk import edit, load

if TYPE_CHECKING:
    from pathlib import Path


def complaint(tmp_path: Path, text: str) -> tuple[str, str]:
    """Message and advice of the first mistake."""
    told = next(iter(load(tmp_path, text).diagnostics)).told()
    return told.message, told.advice


@pytest.mark.parametrize(
    ("say", "message"),
    [
        ('say: "Yes", she says', "the text goes on behind its closing quote"),
        ("say: 'That's all'", "the text goes on behind its closing quote"),
        ('{say: "Yes" no, then: bye}', "the text goes on behind its closing quote"),
        ('say: "Yes', "a quote is opened here and never closed"),
        ("say: [sighs] Yes", "the text goes on behind `]`"),
        ("say: {patient.name}, hello", "the text goes on behind `}`"),
        ("say: {a: b", "`{` is opened here and not closed"),
        ("say: [a, b", "`[` is opened here and not closed"),
        ("say: - Yes", "a text cannot begin with `-`"),
        ("say: *sighs* Yes", "a text cannot begin with `*`"),
        ("say: & you", "a text cannot begin with `&`"),
        ("say: @you", "a text cannot begin with `@`"),
        ("say: `yes`", "a text cannot begin with ```"),
        ("say: %yes", "a text cannot begin with `%`"),
        ("say: >yes", "a text cannot begin with `>`"),
        ("say: |yes", "a text cannot begin with `|`"),
        ("say: ? yes", "a text cannot begin with `?`"),
        ("say: , yes", "a text cannot begin with `,`"),
        ('say: "a\\d"', "`\\` has a meaning of its own in a text between double quotes"),
        ("say: Look: this", "a second `: ` stands in this line"),
        ("say:Yes", "no key stands here: a key has a colon and a space after it"),
        ("say= Yes", "no key stands here: a key has a colon and a space after it"),
        ("say: Yes\n        and no", "a key without its colon"),
        ("say: Yes\n          once: true", "the indentation does not fit what stands above"),
        ("say: Yes\n       once: true", "the indentation does not fit what stands above"),
        ("- say: Yes", "a list goes on here without its `-`"),
    ],
)
def test_a_line_that_yaml_cannot_read_is_told_in_an_authors_words(
    tmp_path: Path, say: str, message: str
) -> None:
    assert complaint(tmp_path, edit("say: How are you?", say))[0] == message


@pytest.mark.parametrize("lines", [(), ("a: b",), ("- b",)])
def test_what_nobody_foresaw_is_told_as_the_parser_says_it(lines: tuple[str, ...]) -> None:
    told = understood("something new", Spot(0, 0), None, lines)
    assert (told.at, told.message) == (Spot(0, 0), "this is not YAML: {problem}")


@pytest.mark.parametrize(
    "problem",
    [
        "mapping values are not allowed in this context",
        "could not find expected ':'",
        "found unknown escape character",
        "found unexpected end of stream",
        "did not find expected key",
        "did not find expected ',' or ']'",
        "did not find expected '-' indicator",
        "found character that cannot start any token",
    ],
)
def test_places_beyond_the_file_are_no_trouble(problem: str) -> None:
    for at in (Spot(0, 0), Spot(1, 99), Spot(99, 0)):
        for begun in (None, Spot(99, 99)):
            assert understood(problem, at, begun, ("a: b", "")).message


@pytest.mark.parametrize(
    ("when", "advice"),
    [
        ("asked et trust > 3", "write `and`"),
        ("asked && trust > 3", "write `and`"),
        ("asked || trust > 3", "write `or`"),
        ("!asked", "write `not`"),
        ("trust \u2265 3", "write `>=`"),
        ("trust est 3", "write `==`"),
        ("trust = 3", "write `==`"),
        ("colour == red", 'a word that a variable can hold stands in quotes: "red"'),
    ],
)
def test_a_condition_in_another_language_is_told_what_to_write(
    tmp_path: Path, when: str, advice: str
) -> None:
    text = edit("        once: true\n", f"        when: '{when}'\n")
    assert complaint(tmp_path, text)[1] == advice


def test_a_variable_is_told_as_its_author_wrote_it(tmp_path: Path) -> None:
    message, _ = complaint(tmp_path, edit("asked: true, count", "asked: 3, count"))
    assert message == "`asked` changes its kind: it began as false"


def test_a_number_with_its_unit_is_told_what_to_write(tmp_path: Path) -> None:
    message, advice = complaint(tmp_path, edit("age: 40", "age: 40 years"))
    assert (message, advice) == ("`age` must be a whole number", "write the number alone, such as 3 or -3")


def test_a_number_that_can_only_be_one_is_told_which(tmp_path: Path) -> None:
    assert complaint(tmp_path, edit("format: 1", "format: 2"))[0] == "`format` is 2, and must be 1"
