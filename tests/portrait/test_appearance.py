from __future__ import annotations

from typing import Literal, get_args, get_origin, get_type_hints

import pytest

from game.model.appearance import ALLOWED, COLOUR_KEYS, FLAG_KEYS, UNIT_KEYS, Appearance
from game.model.colours import CLOTH, EYES, HAIR, SKIN
from game.portrait.character import character_of
from game.portrait.hair.styles import STYLES
from game.portrait.wardrobe import WARDROBE


def test_every_key_of_an_appearance_is_in_one_table() -> None:
    keys = {"age", *ALLOWED, *UNIT_KEYS, *FLAG_KEYS}
    assert keys == set(Appearance._fields)
    assert set(ALLOWED) >= COLOUR_KEYS


def test_the_types_say_the_same_words_as_the_table() -> None:
    for key, hint in get_type_hints(Appearance, {"Literal": Literal}).items():
        if get_origin(hint) is Literal:
            assert get_args(hint) == ALLOWED[key]


def test_what_is_not_said_is_allowed() -> None:
    plain = Appearance()._asdict()
    for key, allowed in ALLOWED.items():
        assert plain[key] in allowed


@pytest.mark.parametrize(
    ("key", "drawn"),
    [
        ("skin", SKIN),
        ("hair_colour", HAIR),
        ("eyes", EYES),
        ("top_colour", CLOTH),
        ("under_colour", CLOTH),
        ("bottom_colour", CLOTH),
        ("headscarf", {"none": "", **CLOTH}),
        ("turban", {"none": "", **CLOTH}),
        ("hair", STYLES),
        ("top", WARDROBE),
    ],
)
def test_what_an_author_may_write_is_what_can_be_drawn(key: str, drawn: dict[str, object]) -> None:
    assert ALLOWED[key] == tuple(drawn)


@pytest.mark.parametrize("key", sorted(COLOUR_KEYS))
def test_a_colour_is_a_name_or_hex_and_nothing_else(key: str) -> None:
    character_of(Appearance(**{key: "#1a2B3c"}))  # type: ignore[arg-type]
    for bad in ("mauve", "#12345", '#123456"/><script>', "url(#x)", ""):
        with pytest.raises(ValueError, match="neither a colour name nor #RRGGBB"):
            character_of(Appearance(**{key: bad}))  # type: ignore[arg-type]
