"""The sounds as waves: soft, never clipped, from zero to zero, and a room without a seam."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pytest

from game.portrait.rooms import ROOMS
from game.ui.sound.waves import LOOP, RATE, Cue, cue, room_tone

FULL = 32_767
CUES = get_args(Cue)
NAMES = (*ROOMS, "a_room_of_later_times")


def wave(data: bytes) -> np.ndarray:
    return np.frombuffer(data, "<i2").astype(float) / FULL


def loudness(samples: np.ndarray) -> float:
    return float(np.sqrt(np.mean(samples**2)))


@pytest.mark.parametrize("name", CUES)
def test_a_cue_goes_from_zero_to_zero_softly(name: Cue) -> None:
    samples = wave(cue(name))
    assert samples[0] == samples[-1] == 0
    assert 0.03 < np.abs(samples).max() < 0.3
    assert 0.005 < loudness(samples) < 0.06
    assert len(samples) <= 2 * RATE


@pytest.mark.parametrize("name", CUES)
def test_a_cue_never_jumps(name: Cue) -> None:
    samples = wave(cue(name))
    steepest = np.abs(samples).max() * 2 * np.pi * 1_500 / RATE
    assert np.abs(np.diff(samples)).max() < steepest


@pytest.mark.parametrize("name", NAMES)
def test_a_room_is_quiet_and_fills_its_loop(name: str) -> None:
    samples = wave(room_tone(name))
    assert len(samples) == LOOP * RATE
    assert 0.008 < loudness(samples) < 10 ** (-30 / 20)
    assert np.abs(samples).max() < 0.12
    assert abs(samples.mean()) < 0.001


@pytest.mark.parametrize("name", NAMES)
def test_a_room_comes_round_without_a_click(name: str) -> None:
    samples = wave(room_tone(name))
    assert abs(samples[0]) < 0.001
    assert abs(samples[-1]) < 0.003
    seam = abs(samples[0] - samples[-1])
    assert seam <= np.percentile(np.abs(np.diff(samples)), 99.9)


def test_the_loudness_of_a_room_stays_even_over_its_loop() -> None:
    samples = wave(room_tone("hospital_night"))
    seconds = [loudness(part) for part in np.split(samples, LOOP)]
    assert max(seconds) < 1.6 * min(seconds)


def test_every_room_sounds_different_and_each_always_the_same() -> None:
    tones = {name: room_tone(name) for name in ROOMS}
    assert len(set(tones.values())) == len(ROOMS)
    assert room_tone("hospital_night") == tones["hospital_night"]


def test_the_night_is_quieter_than_the_day() -> None:
    assert loudness(wave(room_tone("hospital_night"))) < loudness(wave(room_tone("hospital_day")))
