"""The portrait in words tells what can be seen, and leaves the reading of it to the player."""

from __future__ import annotations

import re

import pytest

from game.app.phrases import LANGUAGES, Phrases
from game.app.words import FEELINGS
from game.launch import data_folder
from game.ui.access.bearing import bearing, signs

ENGLISH = Phrases("en")


@pytest.mark.parametrize("feeling", FEELINGS)
def test_no_feeling_is_named(feeling: str) -> None:
    for guardedness in range(0, 101, 10):
        words = set(re.findall(r"[a-z]+", bearing(ENGLISH, guardedness, feeling).lower()))
        assert not words & set(FEELINGS) - {"touched"}


def test_the_arms_close_with_guardedness() -> None:
    arms = [signs(guardedness, "neutral")[0] for guardedness in (0, 45, 90)]
    assert arms == ["hands open on the knees", "hands joined", "arms crossed"]


def test_feelings_that_look_different_are_told_differently() -> None:
    told = {feeling: signs(50, feeling) for feeling in FEELINGS}
    assert "wet eyes" in told["sad"]
    assert "red cheeks" in told["ashamed"]
    assert "lowered brows" in told["angry"]
    assert "sweat on the forehead" in told["anxious"]
    assert "a smile" in told["amused"]
    assert len(set(told.values())) >= 15


def test_it_is_one_sentence_in_either_language() -> None:
    folder = data_folder("assets") / "locale"
    told = {language: bearing(Phrases(language, folder), 92, "sad") for language in LANGUAGES}
    assert (
        told["en"] == "Arms crossed, body turned away, back bent, gaze lowered, wet eyes, raised inner brows."
    )
    assert told["fr"].startswith("Bras croisés, corps détourné, dos voûté, regard baissé, yeux humides")
    assert set(told["fr"].rstrip(".").lower().split(", ")).isdisjoint(signs(92, "sad"))
