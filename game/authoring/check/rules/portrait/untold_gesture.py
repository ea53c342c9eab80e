"""FS166: a gesture that only the window shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.loading.nodes import diagnose
from game.model.diagnostics import WARNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.authoring.check.study import Study
    from game.model.diagnostics import Diagnostic
    from game.model.scenario import Line, Text


def untold_gesture(study: Study) -> Iterator[Diagnostic]:
    """Neither a `cue` nor a word in brackets tells it: the terminal and a screen reader lose it."""
    for path in _untold(study):
        yield diagnose(
            study.places.at(*path, "gesture"),
            "FS166",
            "the gesture is seen in the portrait, and nothing tells it to whoever only reads",
            "write it into the `cue`, or in brackets into what is said",
            WARNING,
        )


def _untold(study: Study) -> Iterator[tuple[str | int, ...]]:
    for moment in study.scenario.moments.values():
        place: tuple[str | int, ...] = ("moments", moment.id)
        if moment.gesture and not moment.cue and not any(_told(line) for line in moment.patient[:1]):
            yield place
        yield from _of_lines((*place, "patient"), moment.patient, told=bool(moment.cue))
        for choice in moment.choices:
            yield from _of_lines((*place, "choices", choice.id, "reply"), choice.reply)


def _of_lines(
    place: tuple[str | int, ...], text: Text, *, told: bool = False
) -> Iterator[tuple[str | int, ...]]:
    """Where lines make a gesture that nothing tells; `told` is the first one's, by what stands above it."""
    for number, line in enumerate(text):
        if line.gesture and not _told(line) and not (told and number == 0):
            yield (*place, number)


def _told(line: Line) -> bool:
    return bool(line.cue) or all("(" in option for option in line.options)
