"""The debrief as text: asked first, then told, with the other road, the patient's chair and the way back."""

from __future__ import annotations

import io

import pytest

from game.app.intents import OpenDebrief
from game.app.speech import plain
from game.terminal.paper import Paper
from game.terminal.play import play
from tests.players import controller, debrief
from tests.players import play as play_views

CHAIR = "The patient’s chair"


def after_the_session(script: str, language: str = "en", mode: str = "guided") -> str:
    """What is said from the debrief on, in a session by first replies."""
    game = controller(language, mode)
    play_views(game, "lea", mode=mode)
    game.handle(OpenDebrief())
    out = io.StringIO()
    assert play(game, Paper(out), io.StringIO(script)) == 0
    return out.getvalue()


@pytest.mark.parametrize("mode", ["guided", "practice", "exam"])
def test_the_learner_is_asked_before_anything_is_told(mode: str) -> None:
    game = controller(mode=mode)
    play_views(game, "lea", mode=mode)
    view = debrief(game)
    said = after_the_session("1\n3\nq\n", mode=mode)
    before, told = said.split("Your guess? (number; Enter to pass)", 1)
    assert "1. I think so" in before
    assert view.outcome not in before
    assert "you thought “I think so”" in told
    assert "you thought “Most of it”" in told
    assert view.outcome in told


def test_enter_passes_and_another_word_is_no_guess() -> None:
    said = after_the_session("perhaps\n\n\nq\n")
    assert "“perhaps” is not an answer here" in said
    assert "you thought" not in said
    assert "Keep this" in said


@pytest.mark.parametrize("language", ["en", "fr"])
def test_all_that_the_view_holds_is_said(language: str) -> None:
    game = controller(language)
    play_views(game, "lea")
    view = debrief(game)
    said = after_the_session("\n\nq\n", language)
    assert view.advice is not None
    wanted = [view.reasons, *view.advice, *view.facts, view.curve_spoken]
    for card in view.turns:
        wanted += [card.cue, plain(card.said), plain(card.better), card.thought, card.feedback]
        wanted += [card.roads.summary] if card.roads else []
    assert [text for text in wanted if text not in said] == []


def test_both_roads_are_told_from_any_reply() -> None:
    game = controller()
    play_views(game, "lea")
    cards = debrief(game).turns
    with_road = next(card for card in cards if card.roads)
    said = after_the_session(f"\n\nw {with_road.number}\nq\n").rsplit("As it went", 1)[1]
    assert with_road.roads is not None
    taken, other = said.split("The other road")
    for steps, told in ((with_road.roads.taken, taken), (with_road.roads.other, other)):
        for step in steps:
            assert f"{step.turn}. You: {plain(step.said)}" in told
            assert plain(step.answer) in told
            assert step.state in told
    without = next((card for card in cards if not card.roads), None)
    if without is not None:
        assert "there is no other road" in after_the_session(f"\n\nw{without.number}\nq\n")


def test_a_reply_that_there_is_not_has_no_road_and_no_way_back() -> None:
    said = after_the_session("\n\nw 99\nw\nf 99\nf\nf 0\nq\n")
    assert said.count("is not an answer here") == 5


def test_the_patients_chair_is_told_in_order() -> None:
    game = controller()
    play_views(game, "lea")
    view = debrief(game)
    said = after_the_session("\n\np\nq\n").rsplit(CHAIR + "\n", 1)[1]
    at = 0
    for line in view.chair:
        at = said.index(plain(line.speech), at)
    assert "Léa thought: " in said


def test_the_session_is_replayed_from_a_reply() -> None:
    said = after_the_session("\n\nf 2\nq\n")
    last = said.rsplit("Your reply? (number; ? for help)", 1)[0]
    assert last.count("You: ") > 1
    assert last.rstrip().splitlines()[-1].startswith(("2.", "3.", "4.", "5."))
