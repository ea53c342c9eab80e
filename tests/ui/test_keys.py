"""Which key does what: one table, changed by the player, kept, and safe against what is damaged."""

from __future__ import annotations

import re
from pathlib import Path

import pygame
import pytest

import game.ui
from game.ui.dialogs.keys import TITLES
from game.ui.keys import USUAL, Action, Keys, reserved
from tests.ui.stage import display, key


@pytest.fixture(autouse=True)
def window() -> None:
    display()


@pytest.mark.parametrize("action", Action)
def test_every_action_has_a_key_a_title_and_a_name_to_read(action: Action) -> None:
    keys = Keys()
    assert keys.action(key(USUAL[action])) is action
    assert keys.name(action).strip()
    assert TITLES[action]


def test_no_key_is_there_twice() -> None:
    assert len(set(USUAL.values())) == len(USUAL)


def test_a_key_that_was_given_is_kept_and_found_again() -> None:
    changed = Keys().given(Action.MAP, pygame.K_k)
    assert changed.kept() == (("map", "k"),)
    again = Keys(changed.kept())
    assert again.action(key(pygame.K_k)) is Action.MAP
    assert again.action(key(pygame.K_m)) is None
    assert again.name(Action.MAP) == "K"


@pytest.mark.parametrize("code", [pygame.K_F3, pygame.K_DELETE, pygame.K_PAUSE, ord("é"), ord("²")])
def test_any_kind_of_key_comes_back_from_what_is_kept(code: int) -> None:
    again = Keys(Keys().given(Action.GLOSSARY, code).kept())
    assert again.action(key(code)) is Action.GLOSSARY


def test_two_actions_exchange_their_keys() -> None:
    keys = Keys().given(Action.MAP, pygame.K_g)
    assert keys.action(key(pygame.K_g)) is Action.MAP
    assert keys.action(key(pygame.K_m)) is Action.GLOSSARY
    assert set(keys.kept()) == {("map", "g"), ("glossary", "m")}


def test_a_key_that_always_does_the_same_is_not_exchanged_away() -> None:
    assert not Keys().exchanges(Action.SHOW_ALL, pygame.K_g)
    assert Keys().exchanges(Action.MAP, pygame.K_g)


def test_escape_always_leads_back() -> None:
    keys = Keys([("back", "k")])
    assert keys.action(key(pygame.K_ESCAPE)) is Action.BACK
    assert keys.action(key(pygame.K_k)) is Action.BACK


@pytest.mark.parametrize(
    "changed",
    [
        [("dance", "k")],
        [("map", "no such key")],
        [("map", "")],
        [("map", "\ud800")],
        [("map", "\x00")],
        [("map", "up")],
        [("map", "1")],
        [("map", "escape")],
        [("map", "space")],
        [("map", "left shift")],
        [("map", "g")],
        [("map", "k"), ("glossary", "k")],
    ],
)
def test_what_makes_no_sense_leaves_the_usual_keys(changed: list[tuple[str, str]]) -> None:
    assert Keys(changed).kept() == ()


@pytest.mark.parametrize(
    "event",
    [
        key(pygame.K_UP),
        key(pygame.K_RETURN),
        key(pygame.K_TAB),
        key(pygame.K_ESCAPE),
        key(pygame.K_SPACE),
        key(pygame.K_7),
        key(pygame.K_KP0),
        key(pygame.K_AMPERSAND, scancode=pygame.KSCAN_1),
        key(ord("à"), scancode=pygame.KSCAN_0),
        key(pygame.K_PLUS),
    ],
)
def test_keys_that_walk_choose_and_write_cannot_be_taken(event: pygame.event.Event) -> None:
    assert reserved(event, Action.MAP)


def test_an_action_may_have_its_own_usual_key_again() -> None:
    assert not reserved(key(pygame.K_SPACE), Action.SHOW_ALL)
    assert not reserved(key(pygame.K_ESCAPE), Action.BACK)
    assert Keys([("show_all", "k")]).given(Action.SHOW_ALL, pygame.K_SPACE).kept() == ()


def test_a_key_with_control_or_alt_is_nobodys() -> None:
    assert Keys().action(key(pygame.K_h, pygame.KMOD_LCTRL)) is None
    assert Keys().action(key(pygame.K_h, pygame.KMOD_LALT)) is None
    assert Keys().action(key(pygame.K_h, pygame.KMOD_LSHIFT)) is Action.TRANSCRIPT


def test_a_letter_is_the_one_that_is_printed_on_the_key() -> None:
    # on a French keyboard the key at the place of ; gives M
    assert Keys().action(key(pygame.K_m, scancode=pygame.KSCAN_SEMICOLON)) is Action.MAP


def test_keys_are_named_in_the_players_language() -> None:
    keys = Keys(gettext={"Backspace": "Retour arrière"}.get)  # type: ignore[arg-type]
    assert keys.name(Action.TAKE_BACK) == "Retour arrière"
    assert keys.hint("Carte", Action.MAP) == "Carte (M)"


def test_no_screen_has_a_letter_of_its_own() -> None:
    folder = Path(game.ui.__file__ or "").parent if game.ui.__file__ else Path(next(iter(game.ui.__path__)))
    stray = [
        f"{path.relative_to(folder)}: {found}"
        for path in folder.rglob("*.py")
        if path.name != "keys.py" or path.parent.name == "dialogs"
        for found in re.findall(r"K_(?:[a-z]|F\d+|BACKSPACE)\b", path.read_text("utf-8"))
        if (path.name, found) != ("field.py", "K_BACKSPACE")
    ]
    assert stray == []
