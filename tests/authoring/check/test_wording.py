"""What the rules see in words, in both languages."""

from __future__ import annotations

import pytest

from game.authoring.check.feeling_words import feelings_named, names_feeling
from game.authoring.check.wording import aloud, asks, invites, sentences, spoken, words
from game.model.feelings import FEELINGS
from game.model.scenario import Line


def test_what_is_done_is_not_said() -> None:
    assert spoken("(She nods.) Yes. (Again.)") == "Yes."
    assert aloud((Line(("(She nods.)",)), Line(("One.", "(Two.)"), otherwise="Three."))) == ["One.", "Three."]


def test_sentences_keep_their_marks() -> None:
    assert sentences("So. Is it hard? « Oui\u202f?! » …") == ["So.", "Is it hard?", "« Oui\u202f?! »"]
    assert sentences("no mark at the end") == ["no mark at the end"]
    assert asks("Vraiment\u202f?")


def test_words_are_letters_only() -> None:
    assert words("L’école, à 8 h — c’est loin_d’ici.") == [
        "l",
        "école",
        "à",
        "h",
        "c",
        "est",
        "loin",
        "d",
        "ici",
    ]


@pytest.mark.parametrize(
    ("said", "language", "invited"),
    [
        ("Tell me about it.", "en", True),
        ("I'd really like to understand.", "en", True),
        ("You tell lies.", "en", False),
        ("Racontez-moi.", "fr", True),
        ("J’aimerais bien l’entendre, ce truc idiot.", "fr", True),
        ("Vous parliez trop.", "fr", False),
        ("Tell me about it.", "xx", True),
    ],
)
def test_an_invitation_is_known_by_how_it_begins(said: str, language: str, invited: bool) -> None:
    assert invites(said, language) == invited


def test_every_feeling_but_none_has_a_name_in_both_languages() -> None:
    for feeling in set(FEELINGS) - {"neutral"}:
        for language in ("en", "fr"):
            assert not names_feeling("xyz", feeling, language)
    assert not names_feeling("neutral", "neutral", "en")


@pytest.mark.parametrize(
    ("said", "language", "named"),
    [
        ("She is ashamed, and so tired.", "en", {"ashamed", "tired"}),
        ("Her shoulders drop.", "en", set()),
        ("Hurtling down the stairs.", "en", set()),
        ("Il a honte, et il est épuisé.", "fr", {"ashamed", "tired"}),
        ("Elle s'ennuie.", "fr", {"bored"}),
        ("Elle regarde ses mains.", "fr", set()),
    ],
)
def test_feelings_are_known_by_their_words(said: str, language: str, named: set[str]) -> None:
    assert feelings_named(said, language) == named
