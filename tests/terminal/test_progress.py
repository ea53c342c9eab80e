"""Progress and comparison as text: the same as in the window, with numbers to call sessions by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.app.intents import CompareAttempts, OpenProgress
from game.app.progress_values import ComparisonView, ProgressView
from game.app.speech import plain
from tests.players import controller, new_journal
from tests.terminal.test_play import kept

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = "1\n\n" + "1\n" * 60
OTHER = "1\n\n" + "2\n" * 60
ASKED = {"en": "A number to read that debrief again", "fr": "Un numéro pour relire ce débriefing"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_progress_tells_all_that_its_view_holds(tmp_path: Path, language: str) -> None:
    kept(WHOLE, tmp_path, language)
    kept(OTHER, tmp_path, language)
    said = kept("p\nb\nq\n", tmp_path, language)
    view = controller(language, journal=new_journal(tmp_path)).handle(OpenProgress())
    assert isinstance(view, ProgressView)
    told = [view.count_label, view.changed, view.advice, view.curve_spoken, view.skills_note]
    told += [view.habits_note, view.families_note, *view.guesses]
    told += [bar.spoken for bar in (*view.skills, *view.families)]
    told += [line for scene in view.scenes for line in scene.lines]
    told += [text for row in view.rows for text in (row.label, row.outcome, *row.facts)]
    told += [habit.label for habit in (*view.leant_on, *view.left_aside)]
    assert [text for text in told if text not in said] == []
    assert ASKED[language] in said


def test_two_sessions_are_compared_by_their_numbers(tmp_path: Path) -> None:
    kept(WHOLE, tmp_path)
    kept(OTHER, tmp_path)
    said = kept("p\nv 1 2\nb\nb\nq\n", tmp_path)
    ids = [one.heading.id for one in new_journal(tmp_path).attempts()]
    view = controller(journal=new_journal(tmp_path)).handle(CompareAttempts(ids[0], ids[1]))
    assert isinstance(view, ComparisonView)
    for text in (view.parting, view.ends, view.curve_spoken, *view.one.facts, *view.other.facts):
        assert text in said
    for parted in view.parted:
        for step in (parted.one, parted.other):
            assert step is None or plain(step.said) in said
    assert "f to replay from where they part; b to go back:" in said


def test_from_the_parting_one_plays_on(tmp_path: Path) -> None:
    kept(WHOLE, tmp_path)
    kept(OTHER, tmp_path)
    said = kept("p\nv 1 2\nf\nq\n", tmp_path)
    assert said.count("Your reply?") + said.count("What do you see?") == 1


def test_a_debrief_is_read_again_and_leads_to_the_progress(tmp_path: Path) -> None:
    kept(WHOLE, tmp_path)
    said = kept("p\n1\nprogress\nb\nb\nq\n", tmp_path)
    assert said.count("p for the patient’s chair") == 2
    assert said.count("Your progress: All scenes") == 2


@pytest.mark.parametrize("word", ["9", "v 1", "v 1 1", "v 1 x", "s 7", "s x y", "m", "f", "zz"])
def test_what_is_not_there_is_said(tmp_path: Path, word: str) -> None:
    kept(WHOLE, tmp_path)
    assert "is not an answer here" in kept(f"p\n{word}\nq\n", tmp_path)


def test_one_scene_is_looked_at(tmp_path: Path) -> None:
    kept(WHOLE, tmp_path)
    assert "Your progress: First steps" in kept("p\ns 1\ns\nb\nq\n", tmp_path)


def test_without_sessions_there_is_only_the_way_back(tmp_path: Path) -> None:
    said = kept("p\nb\nq\n", tmp_path)
    assert "Play a scene to its end" in said
    assert "b to go back:" in said
    assert ASKED["en"] not in said
