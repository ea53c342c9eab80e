"""A whole session by keys in the window, under SDL's dummy driver, and by lines in the terminal."""

from __future__ import annotations

import pytest

from tests.players import controller, debrief, play, shipped
from tests.playthrough import in_the_terminal, in_the_window

SCENES = shipped().ids()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("scene", SCENES)
def test_the_window_ends_in_the_debrief_that_the_same_replies_make(scene: str, language: str) -> None:
    game = controller(language)
    play(game, scene)
    assert in_the_window(scene, language) == debrief(game).outcome


@pytest.mark.parametrize("scene", SCENES)
def test_the_terminal_tells_the_whole_session(scene: str) -> None:
    said = in_the_terminal(scene, "en")
    assert said.count("Effect: ") > 3
