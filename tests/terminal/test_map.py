"""The map as text: the same as in the window, in order, with a number for every place to begin anew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from game.app.intents import OpenMap
from game.app.map_values import MapView
from game.app.speech import plain
from tests.players import controller, new_journal
from tests.terminal.test_play import kept, session

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = "1\n\n" + "1\n" * 60
ASKED = "A number to begin anew from there, such as 3 or 3.2; b to go back:"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_map_tells_all_that_its_view_holds(tmp_path: Path, language: str) -> None:
    kept(WHOLE, tmp_path, language)
    said = kept("m\nq\n", tmp_path, language)
    view = controller(language, journal=new_journal(tmp_path)).handle(OpenMap("premiers_pas"))
    assert isinstance(view, MapView)
    assert view.seen_label in said
    for moment in view.moments:
        for text in (moment.note, *moment.facts, *(plain(line.speech) for line in moment.lines)):
            assert text in said or moment.note
        for reply in moment.said:
            assert plain(reply.said) in said
            assert reply.label in said
        for place, start in enumerate(moment.starts, 1):
            assert re.search(rf"^ +{moment.number}\.{place} .*{re.escape(start.label)}", said, re.MULTILINE)


def test_moments_come_in_their_order_and_endings_after_them(tmp_path: Path) -> None:
    kept(WHOLE, tmp_path)
    said = kept("m\nq\n", tmp_path)
    before, endings = said.split("Endings found:")
    numbers = [int(found) for found in re.findall(r"^(\d+)\. ", before.split("Map of")[1], re.MULTILINE)]
    assert numbers == sorted(numbers)
    assert len(numbers) > 3
    assert "1 of 3 endings" in said
    assert re.search(r"^\d+\. .+ \(.+\)\. ", endings, re.MULTILINE)


def test_a_number_begins_anew_from_there(tmp_path: Path) -> None:
    kept("1\n\n1\n1\n1\n1\nb\nq\n", tmp_path)
    told = kept("m\n3\nq\n", tmp_path)
    heard = re.search(r"^3\. (.+?)(?: Seen|$)", told.split("Map of")[1], re.MULTILINE)
    assert heard
    begun = told.split(ASKED)[1]
    assert heard[1].split("“")[-1].split("”")[0] in begun
    assert "Goodbye." in begun
    assert "is not an answer here" not in begun


def test_a_second_starting_point_is_chosen_by_its_number(tmp_path: Path) -> None:
    kept(WHOLE, tmp_path)
    kept("1\n\n" + "2\n" * 60, tmp_path)
    told = kept("m\nq\n", tmp_path)
    both = re.findall(r"^ +(\d+)\.2 begin anew from here: (.+)$", told, re.MULTILINE)
    assert both
    number, label = both[0]
    begun = kept(f"m\n{number}.2\nq\n", tmp_path).split(ASKED)[1]
    trust = re.search(r"trust (\d+)", label)
    assert trust
    assert f"Trust {trust[1]} of 100" in begun


def test_the_map_is_reached_from_shelf_brief_and_debrief_and_leads_back(tmp_path: Path) -> None:
    said = kept("m 2\nb\n1\nmap\nb\nb\n" + WHOLE + "\n\n\n\ncarte\nb\nq\n", tmp_path)
    assert said.count(ASKED) == 3, "asked for each map, and each was left with b"
    assert "Map of Léa has nothing to say" in said
    assert "You have not played this scene yet." in said


@pytest.mark.parametrize("word", ["9999", "1.99", "1.", "٣", "1.x", "m 2", "x", "0"])
def test_a_wrong_word_is_told_and_the_map_stays(tmp_path: Path, word: str) -> None:
    kept("1\n\n1\nb\nq\n", tmp_path)
    said = kept(f"m\n{word}\nb\nq\n", tmp_path)
    assert ("is not an answer here" in said) != (word == "1.")


@pytest.mark.parametrize("word", ["m 99", "m 0", "m9999", "mm", "m x"])
def test_there_is_no_map_of_a_scene_that_is_not_there(word: str) -> None:
    said = session(f"{word}\nq\n")
    assert "is not an answer here" in said


def test_the_help_names_the_map() -> None:
    assert "m: map of the roads that you took" in session("?\nq\n")
