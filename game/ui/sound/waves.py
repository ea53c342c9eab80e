"""The sounds as figures: every wave is computed, the same at every start, and no file is read.

Waves are mono, in 16-bit steps at `RATE` samples a second. A cue begins and ends at zero; a room goes round
without a seam, because its noise is put together from waves that fit the loop a whole number of times.
Kept low: a room stays below -30 dB of full scale, a cue below -10 dB at its loudest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from game.model.values import NamedTuple

if TYPE_CHECKING:
    import numpy.typing as npt

    Wave = npt.NDArray[np.float64]

Cue = Literal["focus", "choose", "back", "rupture", "repair", "confided", "ending"]

RATE = 22_050
LOOP = 16
"""Seconds of a room before it comes round."""
_FULL = 32_767


class _Room(NamedTuple):
    """What is heard where nothing happens."""

    seed: int
    level: float
    """Loudness (RMS), as a share of full scale."""
    dark: float
    """Hertz above which the air grows silent."""
    street: float = 0.0
    """The share of a far street or a garden behind the window."""
    hum: float = 0.0
    """The share of a ventilation's hum."""
    clock: float = 0.0
    """The height of a clock's tick, as a share of full scale."""


_ROOMS = {
    "psychologist_day": _Room(11, 0.016, 320, street=0.25, clock=0.012),
    "psychologist_night": _Room(12, 0.011, 200, clock=0.010),
    "gp_day": _Room(21, 0.018, 420, street=0.45, hum=0.08),
    "gp_night": _Room(22, 0.011, 240, street=0.08, hum=0.08),
    "hospital_day": _Room(31, 0.019, 520, street=0.10, hum=0.30),
    "hospital_night": _Room(32, 0.013, 260, hum=0.34),
}
_ANY_ROOM = _Room(1, 0.014, 300)


def room_tone(name: str) -> bytes:
    """`LOOP` seconds of a room, to be repeated; `name` as in the views, such as hospital_night."""
    room = _ROOMS.get(name, _ANY_ROOM)
    random = np.random.default_rng(room.seed)
    air = _noise(random, 1.0, room.dark)
    wave = air / _loudness(air)
    if room.street:
        street = _noise(random, 0.5, 900) * _swell(3, 1)
        wave = wave + room.street * street / _loudness(street)
    if room.hum:
        hum = _whole(100) + 0.4 * _whole(200) + 0.15 * _whole(300)
        wave = wave + room.hum * hum / _loudness(hum)
    wave = wave * _swell(1, 0.12)
    wave = wave * (room.level / _loudness(wave))
    if room.clock:
        wave = wave + _ticks(room.clock)
    return _steps(np.roll(wave, -_quietest(wave)))


def cue(name: Cue) -> bytes:
    """A short sign; at most two seconds."""
    match name:
        case "focus":
            wave = _note(520, 0.07, 0.045)
        case "choose":
            wave = _together((0.0, _note(392, 0.22, 0.11)), (0.05, _note(523, 0.24, 0.09)))
        case "back":
            wave = _together((0.0, _note(392, 0.2, 0.09)), (0.05, _note(311, 0.24, 0.09)))
        case "rupture":
            wave = _together((0.0, _note(196, 0.7, 0.13)), (0.16, _note(185, 0.9, 0.12)))
        case "repair":
            wave = _together(
                (0.0, _note(262, 0.6, 0.1)), (0.14, _note(330, 0.7, 0.09)), (0.28, _note(392, 0.9, 0.09))
            )
        case "confided":
            wave = _together((0.0, _note(440, 0.9, 0.08)), (0.2, _note(659, 1.1, 0.06)))
        case "ending":
            wave = _together(
                (0.0, _note(196, 1.6, 0.08)), (0.1, _note(294, 1.6, 0.07)), (0.2, _note(392, 1.7, 0.07))
            )
    return _steps(wave)


def _noise(random: np.random.Generator, slope: float, dark: float) -> Wave:
    """Noise that falls with frequency and fits the loop: random phases, turned into a wave."""
    count = RATE * LOOP
    hertz = np.fft.rfftfreq(count, 1 / RATE)
    size = np.zeros_like(hertz)
    heard = hertz >= 30
    size[heard] = hertz[heard] ** -slope / (1 + (hertz[heard] / dark) ** 2)
    phases = np.exp(2j * np.pi * random.random(len(hertz)))
    return np.asarray(np.fft.irfft(size * phases, count))


def _whole(hertz: int) -> Wave:
    """A pure tone; whole hertz fit a loop of whole seconds."""
    return np.asarray(np.sin(2 * np.pi * hertz * np.arange(RATE * LOOP) / RATE))


def _swell(times: int, depth: float) -> Wave:
    """Coming and going, `times` in a loop."""
    turn = 2 * np.pi * times * np.arange(RATE * LOOP) / (RATE * LOOP)
    return np.asarray(1 + depth * (np.sin(turn) - 1) / 2)


def _ticks(height: float) -> Wave:
    """A clock in another corner: once a second, low and high in turn."""
    wave = np.zeros(RATE * LOOP)
    for second in range(LOOP):
        tick = _note(1_250 if second % 2 else 1_080, 0.05, height)
        start = second * RATE + RATE // 2
        wave[start : start + len(tick)] += tick
    return wave


def _note(hertz: float, seconds: float, height: float) -> Wave:
    """A soft tone: it swells for an eighth of its time, then dies away, from zero to zero."""
    count = round(seconds * RATE)
    time = np.arange(count) / RATE
    tone = np.sin(2 * np.pi * hertz * time) + 0.25 * np.sin(4 * np.pi * hertz * time)
    rise = np.sin(np.pi / 2 * np.minimum(1, np.arange(count) / (count / 8))) ** 2
    fall = np.exp(-3.5 * time / seconds) * np.cos(np.pi / 2 * np.arange(count) / (count - 1)) ** 2
    shape = tone * rise * fall
    return np.asarray(height * shape / np.abs(shape).max())


def _together(*notes: tuple[float, Wave]) -> Wave:
    """Notes, each after its delay in seconds."""
    starts = [round(delay * RATE) for delay, _ in notes]
    wave = np.zeros(max(start + len(note) for start, (_, note) in zip(starts, notes, strict=True)))
    for start, (_, note) in zip(starts, notes, strict=True):
        wave[start : start + len(note)] += note
    return wave


def _loudness(wave: Wave) -> float:
    return float(np.sqrt(np.mean(wave**2)))


def _quietest(wave: Wave) -> int:
    """Where a wave is nearest to zero: a loop begins there."""
    return int(np.argmin(np.abs(wave)))


def _steps(wave: Wave) -> bytes:
    return np.round(wave * _FULL).astype("<i2").tobytes()
