"""Sound and voice: how soon they are silent, and what it costs to make them (milliseconds)."""

from __future__ import annotations

import shutil
import time
import warnings
from typing import TYPE_CHECKING

import pygame
import pytest

from game.ui.sound.player import Sounds
from game.ui.sound.waves import cue, room_tone
from game.ui.voice.programs import Espeak
from game.ui.voice.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.filterwarnings("default::UserWarning")


def budget(benchmark: BenchmarkFixture, warn: float) -> None:
    stats = getattr(benchmark, "stats", None)
    if stats and stats.stats.median * 1000 > warn:
        warnings.warn(
            f"median {stats.stats.median * 1000:.1f} ms, warn at {warn} ms", UserWarning, stacklevel=2
        )


def test_a_room_is_made(benchmark: BenchmarkFixture) -> None:
    benchmark(room_tone, "gp_day")
    budget(benchmark, 300)


def test_a_cue_is_made(benchmark: BenchmarkFixture) -> None:
    benchmark(cue, "ending")
    budget(benchmark, 30)


@pytest.fixture
def sounds(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sounds]:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    made = Sounds()
    made.room("gp_day")
    yield made
    made.close()


def test_sounds_are_off(benchmark: BenchmarkFixture, sounds: Sounds) -> None:
    def on() -> None:
        sounds.turn(on=True, volume=0.5)
        while not (pygame.mixer.get_init() and pygame.mixer.get_busy()):
            time.sleep(0.005)

    benchmark.pedantic(lambda: sounds.turn(on=False, volume=0.5), setup=on, rounds=10)
    assert not (pygame.mixer.get_init() and pygame.mixer.get_busy())
    budget(benchmark, 20)


@pytest.mark.skipif(shutil.which("sleep") is None, reason="a program that lasts is needed")
def test_the_voice_is_silent(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    speaker = tmp_path / "espeak-ng"
    speaker.write_text("#!/bin/sh\nexec sleep 60\n")
    speaker.chmod(0o755)
    voice = Voice(lambda: Espeak(str(speaker)))

    def speak() -> None:
        voice.say("a long story", "en", 0.5)
        while voice._process is None:
            time.sleep(0.005)

    def silent() -> None:
        voice.hush()
        while voice.speaking:
            time.sleep(0.0005)

    benchmark.pedantic(silent, setup=speak, rounds=10)
    voice.close()
    budget(benchmark, 50)
