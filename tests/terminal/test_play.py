"""The text mode plays whole sessions, says what the window says, and survives any input."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.speech import plain
from game.app.views import EncounterView
from game.terminal.paper import Paper, safe
from game.terminal.play import play
from tests.players import controller, new_journal
from tests.players import play as play_views

if TYPE_CHECKING:
    from pathlib import Path


def session(script: str, language: str = "en", mode: str = "guided") -> str:
    out = io.StringIO()
    assert play(controller(language, mode), Paper(out), io.StringIO(script)) == 0
    return out.getvalue()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("number", [1, 2])
def test_a_whole_session_by_first_replies(language: str, number: int) -> None:
    said = session(f"{number}\n\n" + "1\n" * 60 + "\n\n\n" + "q\n", language)
    assert ("Goodbye." if language == "en" else "Au revoir.") in said
    assert ("Effect: " if language == "en" else "Effet\u202f: ") in said


def test_text_says_all_that_the_views_hold() -> None:
    said = session("1\n\n" + "1\n" * 60 + "\nq\n")
    for view in play_views(controller(), "premiers_pas", feeling="relieved"):
        assert isinstance(view, EncounterView)
        for line in view.lines:
            assert line.cue in said
            assert plain(line.speech) in said
        for reply in view.replies:
            assert plain(reply.speech) in said
            assert reply.technique in said
        for gauge in view.gauges:
            assert gauge.spoken in said
        if view.feedback:
            assert view.feedback.text in said


def test_an_exam_in_text_hides_what_it_hides() -> None:
    said = session("1\n3\n\n" + "1\n" * 60, mode="guided")
    encounter = said.split("first meeting")[1].split("became of it")[0]
    assert "of 100" not in encounter
    assert "[Open question]" not in encounter


def test_the_same_moment_is_not_told_twice_around_a_probe() -> None:
    said = session("1\n\n" + "1\n" * 60)
    assert said.count("Before you answer") == 1


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_is_drawn_with_signs_that_are_read_aloud_as_noise(language: str) -> None:
    """No boxes, bars or colours; a title that ends in a sign of its own gets no second one."""
    said = session("1\n\n" + "1\n" * 60 + "\n\n\np\nw 1\nb\nm\nb\np\nq\n", language)
    assert not [sign for sign in said if "\u2500" <= sign <= "\u25ff" or sign == "\x1b"]
    assert "?." not in said
    assert "100;" not in said


def test_an_empty_line_is_told_that_an_answer_is_needed() -> None:
    said = session("1\n\n\nq\n")
    assert said.count("This needs an answer.") == 1
    assert "“”" not in said


def test_the_end_of_the_input_leaves_politely() -> None:
    assert session("").endswith("Goodbye.\n")


def test_help_glossary_transcript_and_language_answer_at_once() -> None:
    said = session("2\n\n?\ng\nh\nl\nq\n")
    assert "glossary of techniques" in said
    assert "Open question" in said
    assert "Au revoir." in said


def test_a_wrong_answer_is_told_and_nothing_is_lost() -> None:
    said = session("99\nperhaps\n1\nq\n")
    assert said.count("is not an answer here") == 2


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=8), max_size=25))
def test_any_lines_whatever_never_break_it(lines: list[str]) -> None:
    session("\n".join(lines))


def kept(script: str, data: Path, language: str = "en", mode: str = "guided") -> str:
    """The same as `session`, where what is done is kept in a folder."""
    out = io.StringIO()
    game = controller(language, mode, journal=new_journal(data))
    assert play(game, Paper(out), io.StringIO(script)) == 0
    game.close()
    return out.getvalue()


def test_a_reply_is_taken_back() -> None:
    said = session("2\n\n1\n1\nt\nt 7\nt1\nt\nq\n")
    asked = said.split("Your reply? (number; ? for help)")
    assert asked[3].count("You: ") == 1
    assert asked[3].split("\n\n")[-2:] == asked[1].split("\n\n")[-2:], "the replies of that moment again"
    assert "“t 7” is not an answer here" in asked[4]
    assert "“t” is not an answer here" in said, "nothing is left to take back"


def test_an_exam_takes_nothing_back() -> None:
    assert "“t” is not an answer here" in session("2\n\n1\nt\nq\n", mode="exam")


@pytest.mark.parametrize("word", ["c", "c2", "c 2"])
def test_a_session_that_was_left_goes_on(tmp_path: Path, word: str) -> None:
    first = kept("2\n\n1\n1\nb\nq\n", tmp_path)
    assert "c 2. Continue at reply 3" in first
    before = first.split("Your reply? (number; ? for help)")[2]
    said = kept(f"{word}\nq\n", tmp_path)
    assert before in said
    assert before in kept("2\nc\nq\n", tmp_path), "from the brief as well"


def test_there_is_nothing_to_go_on_with(tmp_path: Path) -> None:
    assert kept("c\nc 2\n2\nc\nq\n", tmp_path).count("is not an answer here") == 3


def test_a_scene_that_was_played_says_so(tmp_path: Path) -> None:
    kept("1\n\n" + "1\n" * 60, tmp_path)
    assert "Played 1 time" in kept("q\n", tmp_path)


def test_a_store_that_fails_is_told_and_the_game_goes_on(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    said = kept("1\n\n" + "1\n" * 60 + "\n\n\nq\n", tmp_path / "data")
    assert said.count("cannot be used") == 1
    assert "Effect: " in said


def test_controls_and_direction_marks_never_reach_the_terminal() -> None:
    assert safe("a\x1b[31mb\u202ec\x9b") == "a\\u001b[31mb\\u202ec\\u009b"
    assert safe("«\u202foui\u00a0»") == "«\u202foui\u00a0»"
    assert safe("two\nlines") == "two lines"
