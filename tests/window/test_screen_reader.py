"""A whole session by screen reader alone: through AT-SPI, without a key or the pointer."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from tests.window.desk import all_of, desk, missing
from tests.window.xserver import skip_where

if TYPE_CHECKING:
    from pathlib import Path

    from tests.window.desk import Desk

MOST_TURNS = 40
REPLIES, OVER, UNTOLD = "Ce que vous pouvez dire", "Voir ce qu’il en est advenu", "Je ne saurais dire"


@pytest.fixture(autouse=True)
def _can_be_heard() -> None:
    skip_where(missing(), "screen reader")


def test_a_nickname_is_heard_letter_by_letter(tmp_path: Path) -> None:
    words = ("--data", str(tmp_path / "kept"), "--lang", "fr", "--learner", "Zoé Blanc")
    with desk(tmp_path, *words) as here:
        here.press("push button", "Zoé Blanc")
        field = here.find("entry", "nouveau pseudonyme")
        assert (field["text"], field["caret"]) == ("", 0)
        assert not field["children"]
        known = all_of(here.find("dialog"), "radio button")
        assert ["checked" in one["states"] for one in known] == [False, True]


def test_a_whole_session_is_played_by_screen_reader_alone(tmp_path: Path) -> None:
    with desk(
        tmp_path, "--data", str(tmp_path / "kept"), "--lang", "en", "--mode", "guided", "--seed", "3"
    ) as here:
        _have_all_words_at_once(here)
        _choose_a_scene(here)
        _read_the_brief(here)
        _begin_and_switch_to_french(here)
        _pause_and_go_on(here)
        _talk_to_the_end(here)
        _guess(here)
        _read_the_debrief(here)
        here.press("push button", "Bibliothèque")
        shelf = here.find("landmark", "Bibliothèque")
        played = next(tile for tile in all_of(shelf, "push button") if "Premiers pas" in tile["name"])
        assert "1 " in played["about"]
        assert here.end_game() == 128 + signal.SIGTERM
        assert here.complaints == ""


def _have_all_words_at_once(here: Desk) -> None:
    assert "focused" in here.find("landmark", "Library")["states"]
    here.press("push button", "Settings")
    dialog = here.find("dialog", "Settings")
    assert "focused" in dialog["states"]
    assert all(radio["name"] for radio in all_of(dialog, "radio button"))
    here.press("radio button", "All at once", within="Settings")
    here.press("push button", "Close", within="Settings")


def _choose_a_scene(here: Desk) -> None:
    library = here.find("landmark", "Library")
    assert all_of(library, "heading")[0]["name"] == "First Session"
    languages = [
        radio for radio in all_of(library, "radio button") if radio["name"] in {"English", "Français"}
    ]
    assert [("checked" in radio["states"]) for radio in languages] == [True, False]
    shelf = all_of(library, "list")[0]
    assert len(all_of(shelf, "push button")) >= 10
    assert [tile["position"] for tile in all_of(shelf, "push button")[:3]] == ["1", "2", "3"]
    here.press("push button", "First steps")


def _read_the_brief(here: Desk) -> None:
    brief = here.find("landmark", "First steps")
    picture = all_of(brief, "image")[0]
    assert "Sylvain Kerbrat" in picture["name"]
    assert picture["about"].endswith(".")
    modes = all_of(brief, "radio button")
    assert len(modes) == 3
    assert sum("checked" in radio["states"] for radio in modes) == 1
    assert all(radio["about"] for radio in modes)
    told = " ".join(here.announced())
    assert "Sylvain Kerbrat, 46" in told


def _begin_and_switch_to_french(here: Desk) -> None:
    told = here.press_and_hear("push button", "Open the door")
    replies = here.find("list", "What you can say")
    assert len(replies["children"]) >= 2
    told += here.announced()
    room = here.find("landmark")
    spoken = [label["name"] for label in all_of(room, "label")]
    assert any(words in text for text in told for words in spoken if len(words) > 30), told
    assert len(told) == len(set(told))
    assert all_of(room, "image")[0]["about"]
    assert all(meter["value"][0] == 0 and meter["value"][2] == 100 for meter in all_of(room, "level bar"))
    here.press("push button", "language")
    in_french = here.find("list", REPLIES)
    assert len(in_french["children"]) == len(replies["children"])
    assert {one["name"] for one in in_french["children"]}.isdisjoint(
        one["name"] for one in replies["children"]
    )


def _pause_and_go_on(here: Desk) -> None:
    here.press("push button", "menu")
    dialog = here.find("dialog", "Pause")
    assert "focused" in dialog["states"]
    assert all_of(dialog, "heading")[0]["name"] == "Pause"
    assert not all_of(here.find("frame"), "list")
    here.press("push button", "Reprendre", within="Pause")
    here.find("list", REPLIES)


def _talk_to_the_end(here: Desk) -> None:
    """The first reply every time, and no answer to what is asked beside the talk."""
    for _ in range(MOST_TURNS):
        next_step = here.find_any(("list", REPLIES), ("push button", UNTOLD), ("push button", OVER))
        if next_step["name"] == OVER:
            return
        if next_step["role"] == "list":
            next_step = next_step["children"][0]
        assert next_step["role"] == "push button"
        here.press_and_hear("push button", next_step["name"])
    pytest.fail("the session has no end")


def _guess(here: Desk) -> None:
    """What one thinks of one's own session: the first answer to every question."""
    told = here.press_and_hear("push button", OVER)
    while here.find_any(("push button", "Passer"), ("article", ""))["role"] == "push button":
        page = here.find("landmark")
        assert all_of(page, "heading")[0]["name"] in told[-1]
        told = here.press_and_hear("push button", all_of(page, "push button")[0]["name"])


def _read_the_debrief(here: Desk) -> None:
    page = here.find("landmark")
    cards = all_of(page, "article")
    assert len(cards) >= 5
    assert all(card["name"] and card["about"] and "focusable" in card["states"] for card in cards)
    assert all_of(page, "heading")
    replies = [card for card in cards if card["name"].startswith("Réplique ")]
    assert replies
    assert all(all_of(card, "push button") for card in replies)
    here.press("push button", "fauteuil")
    chair = here.find("dialog", "fauteuil")
    assert len(all_of(chair, "label")) > 5
    here.press("push button", "Fermer", within="fauteuil")
