"""A patient who lives: eases from one bearing to another, breathes, blinks, looks about."""

from __future__ import annotations

from math import exp, sin
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from game.portrait.geometry import clamp
from game.portrait.gestures import GESTURES, gesturing
from game.portrait.pose import CHANNELS, Pose, pose_for

if TYPE_CHECKING:
    import random

    from game.model.appearance import Appearance
    from game.portrait.gestures import Beat

Pace: TypeAlias = Literal["easing", "speaking", "blinking", "breathing"]

_OMEGA: Final = 5.0
"""Stiffness of every spring, in 1/s: a change settles in about a second."""
_AT_REST: Final = 0.002
"""Distance, and speed over stiffness, under which a spring rests."""

_BREATH_RATE: Final = 1.6
_SWAY_RATE: Final = 0.7
_SWAY: Final = 0.008
"""Radians the head sways to each side."""
_BLINK: Final = 0.15
"""Seconds that a blink takes."""
_BLINK_PAUSE: Final = (2.0, 5.5)
_GAZE_PAUSE: Final = (0.7, 2.4)
_GAZE_X: Final = 0.12
_GAZE_Y: Final = 0.08
_VOICE: Final = 5.0
"""How fast speaking comes and goes, in 1/s."""
_UNHEARD: Final = 0.01
_SYLLABLES: Final = 15.0
"""How fast the mouth moves while speaking, in radians a second."""
_BEATS: Final = 2.3
"""How fast the hand beats time while speaking, in radians a second."""


class Life:
    """One patient in time.

    Args:
        appearance: Who.
        rng: Decides when they blink and where they look.
        still: Reduced motion: every aim is reached at once, and nothing moves in between.
    """

    def __init__(self, appearance: Appearance, rng: random.Random, still: bool = False) -> None:
        self._appearance = appearance
        self._rng = rng
        self._still = still
        self._bearing = pose_for(appearance, 50, "neutral")
        self._goal: tuple[float, ...] = self._bearing
        self._beats: tuple[Beat, ...] = ()
        self._held = 0.0
        self._speaking = False
        self._voice = 0.0
        self._now: list[float] = list(self._goal)
        self._speed: list[float] = [0.0] * len(CHANNELS)
        self._settled = True
        self._born = False
        self._clock = 0.0
        self._next_blink = rng.uniform(*_BLINK_PAUSE)
        self._blinking = _BLINK
        self._next_gaze = rng.uniform(*_GAZE_PAUSE)
        self._glance = (0.0, 0.0)

    @property
    def pace(self) -> Pace:
        """How fast the patient moves now, the fastest first."""
        if not self._settled or (self._beats and not self._still):
            return "easing"
        if self._speaking or self._voice > 0:
            return "speaking"
        return "breathing" if self._blinking >= _BLINK else "blinking"

    @property
    def settled(self) -> bool:
        """Whether the bearing is reached and nothing is said; breath, blinks and glances go on."""
        return self.pace in ("blinking", "breathing")

    def aim(self, guardedness: float, feeling: str, intensity: float = 1.0) -> None:
        """Ease toward a bearing; the first one is there at once.

        Args:
            guardedness: 0 (open) to 100 (arms crossed).
            feeling: A word of the game's vocabulary of feelings.
            intensity: 0 to 1.

        Raises:
            KeyError: The feeling is not in the vocabulary.
        """
        self._bearing = pose_for(self._appearance, guardedness, feeling, intensity)
        if self._still:
            self._beats = ()
        self._set_out()

    def play(self, gesture: str) -> None:
        """Make a gesture once and come back; a still patient stays at its height until the next aim.

        Raises:
            KeyError: There is no such gesture.
        """
        self._beats, self._held = GESTURES[gesture], 0.0
        self._set_out()

    def speak(self, speaking: bool) -> None:
        """Whether the patient is saying something now; a still patient does so without moving."""
        self._speaking = speaking and not self._still

    def _set_out(self) -> None:
        """Ease toward the bearing, with the beat of a gesture over it."""
        beat = self._beats[0] if self._beats else None
        self._goal = gesturing(self._appearance, self._bearing, beat) if beat else self._bearing
        if self._still or not self._born:
            self._born = True
            self._arrive()
        else:
            self._settled = False

    def step(self, dt: float) -> Pose:
        """Let dt seconds pass (any length, 0 or more) and return the pose of that moment."""
        if not self._still:
            dt = max(0.0, dt)
            self._clock += dt
            self._hold(dt)
            self._ease(dt)
            self._talk(dt)
            self._blink(dt)
            self._look_about()
        return self._pose()

    def _arrive(self) -> None:
        self._now = list(self._goal)
        self._speed = [0.0] * len(CHANNELS)
        self._settled = True

    def _ease(self, dt: float) -> None:
        """Critically damped springs, solved exactly: no step is too long."""
        if self._settled:
            return
        decay = exp(-_OMEGA * dt)
        rest = True
        for i, goal in enumerate(self._goal):
            away = self._now[i] - goal
            pull = self._speed[i] + _OMEGA * away
            away, speed = (away + pull * dt) * decay, (self._speed[i] - _OMEGA * pull * dt) * decay
            self._now[i], self._speed[i] = goal + away, speed
            rest = rest and abs(away) < _AT_REST and abs(speed) < _AT_REST * _OMEGA
        if rest:
            self._arrive()

    def _hold(self, dt: float) -> None:
        if not self._beats:
            return
        self._held += dt
        if self._held >= self._beats[0].seconds:
            self._held -= self._beats[0].seconds
            self._beats = self._beats[1:]
            self._set_out()

    def _talk(self, dt: float) -> None:
        goal = 1.0 if self._speaking else 0.0
        self._voice = goal + (self._voice - goal) * exp(-_VOICE * dt)
        if not self._speaking and self._voice < _UNHEARD:
            self._voice = 0.0

    def _blink(self, dt: float) -> None:
        self._blinking += dt
        if self._clock > self._next_blink:
            self._blinking = 0.0
            self._next_blink = self._clock + self._rng.uniform(*_BLINK_PAUSE)

    def _look_about(self) -> None:
        if self._clock > self._next_gaze:
            self._glance = (self._rng.uniform(-_GAZE_X, _GAZE_X), self._rng.uniform(-_GAZE_Y, _GAZE_Y))
            self._next_gaze = self._clock + self._rng.uniform(*_GAZE_PAUSE)

    def _pose(self) -> Pose:
        """The pose now; while the clock stands at 0, what moves in idleness is at rest."""
        pose = Pose(*self._now)
        half = _BLINK / 2
        if self._voice > 0:
            pose = self._telling(pose)
        return pose._replace(
            breath=sin(self._clock * _BREATH_RATE),
            blink=max(0.0, 1 - abs(self._blinking - half) / half),
            gaze_x=pose.gaze_x + self._glance[0],
            gaze_y=pose.gaze_y + self._glance[1],
            roll=pose.roll + _SWAY * sin(self._clock * _SWAY_RATE),
        )

    def _telling(self, pose: Pose) -> Pose:
        """The mouth moves, the head nods, and a hand that is free opens in small beats; less when guarded."""
        clock, voice = self._clock, self._voice
        syllable = 0.5 + 0.5 * sin(clock * _SYLLABLES) * sin(clock * _SYLLABLES * 0.37)
        beat = 0.5 + 0.5 * sin(clock * _BEATS) * sin(clock * _BEATS * 0.43)
        busy = max(pose.shrug, pose.cheek, pose.mouth, pose.neck)
        hand = (0.85 - 0.45 * pose.guard) * (0.35 + 0.65 * beat) * (1 - busy)
        return pose._replace(
            mouth_open=clamp(pose.mouth_open + 0.34 * syllable * voice),
            press=pose.press * (1 - 0.8 * voice),
            pitch=pose.pitch + 0.022 * sin(clock * _BEATS * 1.7) * voice,
            tell=max(pose.tell, hand * voice),
        )
