"""Texts made ready to be said: conditions, the seed's picks and the placeholders are settled per state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.conditions import Positions, compile_condition
from game.model.events import SpokenLine
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.engine.conditions import Condition
    from game.model.scenario import Line, Text
    from game.model.state import State

    Fill = Callable[[State], str]

_SLOT = "{variables."


class _Line(NamedTuple):
    when: Condition | None
    options: tuple[Fill, ...]
    otherwise: Fill | None
    cue: Fill
    mood: str | None
    thinks: Fill
    gesture: str | None
    place: int


def _always(text: Text) -> str | None:
    """All words of a text; None where what is said depends on the state."""
    words = []
    for options, when, _, _, cue, thinks, _ in text:
        varies = when is not None or len(options) != 1 or _SLOT in options[0]
        if varies or (cue and _SLOT in cue) or (thinks and _SLOT in thinks):
            return None
        words.append(options[0])
    return " ".join(words)


class PreparedText:
    """A text of the scene. `text` holds all of its words where no state changes them, else None."""

    __slots__ = ("_lines", "_source", "_spoken", "text")

    def __init__(self, text: Text, place: tuple[str, ...], positions: Positions) -> None:
        self._source = text
        self._spoken: tuple[SpokenLine, ...] | None = None
        self._lines: tuple[_Line, ...] = ()
        self.text = _always(text)
        if self.text is None:
            where = ".".join(place)
            self._lines = tuple(
                [_prepare(line, f"{where}.{number}", positions) for number, line in enumerate(text)]
            )

    @property
    def always(self) -> tuple[SpokenLine, ...] | None:
        """The lines, where no state changes them."""
        if self._spoken is None and self.text is not None:
            self._spoken = tuple(
                [
                    SpokenLine(line.options[0], line.mood, line.cue or "", line.thinks or "", line.gesture)
                    for line in self._source
                ]
            )
        return self._spoken

    def lines(self, state: State) -> tuple[SpokenLine, ...]:
        """What is said in this state, line by line."""
        always = self.always
        if always is not None:
            return always
        spoken = []
        for line in self._lines:
            fill: Fill | None
            if line.when is None or line.when(state):
                fill = line.options[_pick(state.seed, line.place, len(line.options))]
            else:
                fill = line.otherwise
            if fill is not None:
                cue, thinks = line.cue(state), line.thinks(state)
                spoken.append(SpokenLine(fill(state), line.mood, cue, thinks, line.gesture))
        return tuple(spoken)

    def joined(self, state: State) -> str:
        """The same as one text."""
        return " ".join([line.text for line in self.lines(state)]) if self.text is None else self.text


NOTHING_SAID = PreparedText((), (), Positions({}, {}, {}, {}))
"""What is prepared where nothing is written."""


def _prepare(line: Line, place: str, positions: Positions) -> _Line:
    return _Line(
        None if line.when is None else compile_condition(line.when, positions),
        tuple(_filler(option, positions) for option in line.options),
        None if line.otherwise is None else _filler(line.otherwise, positions),
        _filler(line.cue or "", positions),
        line.mood,
        _filler(line.thinks or "", positions),
        line.gesture,
        stable_hash(place),
    )


def _filler(text: str, positions: Positions) -> Fill:
    """A function that fills in `{variables.x}`."""
    head, *rest = text.split(_SLOT)
    if not rest:
        return lambda _state: head
    slots = []
    for piece in rest:
        name, _, tail = piece.partition("}")
        slots.append((positions.variables[name], tail))

    def fill(state: State) -> str:
        return head + "".join([f"{state.variables[index]}{tail}" for index, tail in slots])

    return fill


def stable_hash(text: str) -> int:
    """FNV-1a, 32 bits: the same on every machine and in every process, unlike `hash`."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def _pick(seed: int, place: int, count: int) -> int:
    if count == 1:
        return 0
    value = (seed * 0x9E3779B1 ^ place) & 0xFFFFFFFF
    value = (value ^ value >> 16) * 0x85EBCA6B & 0xFFFFFFFF
    return (value ^ value >> 13) % count
