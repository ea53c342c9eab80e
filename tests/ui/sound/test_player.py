"""The player: on and off at once, one thread while it is on and none while it is off."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pygame
import pytest

from game.ui.sound.player import Sounds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def eventually(holds: Callable[[], bool]) -> bool:
    """Whether it comes to hold; the wait is long only where it fails."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.01)
    return False


def threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "sounds"]


@pytest.fixture
def sounds() -> Iterator[Sounds]:
    made = Sounds()
    yield made
    made.close()


def busy() -> bool:
    return pygame.mixer.get_init() is not None and pygame.mixer.get_busy()


def test_nothing_runs_until_it_is_turned_on(sounds: Sounds) -> None:
    sounds.room("gp_day")
    sounds.cue("choose")
    assert threads() == []
    assert pygame.mixer.get_init() is None


def test_a_room_is_heard_and_silence_comes_at_once(sounds: Sounds) -> None:
    sounds.room("gp_day")
    sounds.turn(on=True, volume=0.5)
    assert eventually(busy)
    sounds.turn(on=False, volume=0.5)
    assert not busy()
    sounds.close()
    assert threads() == []
    assert pygame.mixer.get_init() is None


def test_on_again_the_same_room_is_heard(sounds: Sounds) -> None:
    sounds.room("gp_day")
    for _ in range(3):
        sounds.turn(on=True, volume=0.5)
        sounds.turn(on=False, volume=0.5)
    sounds.turn(on=True, volume=0.5)
    assert eventually(busy)
    assert eventually(lambda: len(threads()) == 1)


def test_a_room_ends_where_there_is_none_even_while_it_begins(sounds: Sounds) -> None:
    sounds.turn(on=True, volume=0.5)
    for hundredths in range(6):
        sounds.room("hospital_night")
        assert eventually(busy)
        time.sleep(hundredths / 100)
        sounds.room("")
        assert eventually(lambda: not busy())
    assert sounds.playing


def test_a_cue_is_heard_and_ends(sounds: Sounds) -> None:
    def heard() -> bool:
        sounds.cue("ending")
        return busy()

    sounds.turn(on=True, volume=0.0)
    assert eventually(heard)
    assert eventually(lambda: not busy())


def test_without_a_device_there_is_silence_and_no_word(
    sounds: Sounds, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no such driver")
    sounds.turn(on=True, volume=0.5)
    assert eventually(lambda: not sounds.playing)
    sounds.room("gp_day")
    sounds.cue("choose")
    sounds.turn(on=True, volume=0.8)
    sounds.turn(on=False, volume=0.8)
    assert capfd.readouterr() == ("", "")
