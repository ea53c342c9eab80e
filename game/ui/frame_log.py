"""What each frame of the window took, for whoever finds the game slow: a line of JSON each, and a summary.

`ms` and its parts are what a clock on the wall tells; `own_ms` is what the window's thread had of a
processor, less where other programs want it too or a disk was waited for; `cpu_ms` is what all threads had.
The log tells kinds of screens, times and sizes, and nothing of what is said, of scenes, learners or folders.
"""

from __future__ import annotations

import json
import platform
import sys
import time
from array import array
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pygame

from game.model.trouble import FileTrouble
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import TextIO

    from game.ui.host import Controls
    from game.ui.shell import Shell

    Laps = tuple[float, float, float, float, float]

_BUFFER = 1 << 16


class Summary(NamedTuple):
    """How long turns of the loop took, in milliseconds."""

    frames: int
    """Turns with something to do: an event, or something drawn. The times are theirs."""
    p50: float
    p95: float
    p99: float
    most: float


@contextmanager
def frames_noted(path: Path, controls: Controls) -> Iterator[FrameLog]:
    """A log until the end of the block; then one line on standard output, in the player's language.

    Raises FileTrouble at the beginning or the end, where the file cannot be written.
    """
    log = FrameLog(path)
    try:
        yield log
    finally:
        log.close()
    told = log.told(controls.phrases.gettext)
    if told:
        with suppress(OSError, AttributeError):
            sys.stdout.write(f"{told}\n")
            sys.stdout.flush()


class FrameLog:
    """Writes a file, a line for each turn of the loop that had something to do. `close` adds the summary."""

    __slots__ = ("_began", "_cpu", "_file", "_last", "_own", "_path", "_shares", "_times", "_trouble")

    def __init__(self, path: Path) -> None:
        """Raises FileTrouble where the file cannot be written."""
        self._path = path
        try:
            self._file: TextIO = path.open("w", _BUFFER, encoding="utf-8")
        except (OSError, ValueError) as error:
            raise self._failed(error) from error
        self._trouble: FileTrouble | None = None
        self._times: dict[str, tuple[array[float], array[float]]] = {}
        self._shares: dict[str, tuple[float, float]] = {}
        self._began = self._last = time.perf_counter()
        self._cpu, self._own = time.process_time(), time.thread_time()

    def _failed(self, error: Exception) -> FileTrouble:
        reason = getattr(error, "strerror", None) or error
        return FileTrouble("The file {path} cannot be written: {reason}.", path=self._path, reason=reason)

    def begin(self) -> None:
        """The first frame is there: where and how the window draws, and what the start has cost."""
        surface = pygame.display.get_surface()
        self._last = time.perf_counter()
        self._cpu, self._own = time.process_time(), time.thread_time()
        self._write(
            {
                "frame_log": 1,
                "python": platform.python_version(),
                "pygame": pygame.version.ver,
                "system": sys.platform,
                "driver": pygame.display.get_driver(),
                "window": surface.get_size() if surface else None,
                "start_cpu_ms": round(1000 * time.process_time()),
            }
        )

    def note(self, shell: Shell, busy: bool, laps: Laps, events: int, rects: Sequence[pygame.Rect]) -> None:
        """One turn of the loop: whether anything moves, how many events came, which parts were drawn.

        `laps` are the times, in seconds, at which the turn began, events were handled, time had passed for
        all that moves, what changed was drawn, and a screen reader was told.
        """
        cpu, own = time.process_time(), time.thread_time()
        began, heard, ticked, drawn, told = laps
        state = "hidden" if not shell.visible else "busy" if busy else "calm"
        used, since = self._shares.get(state, (0.0, 0.0))
        spent, own_spent = cpu - self._cpu, 1000 * (own - self._own)
        self._shares[state] = used + spent, since + told - self._last
        self._cpu, self._own, self._last = cpu, own, told
        if not events and not rects:
            return
        total = 1000 * (told - began)
        screen = type(shell.screen).__name__.removesuffix("Screen").lower()
        times, own_times = self._times.setdefault(screen, (array("d"), array("d")))
        times.append(total)
        own_times.append(own_spent)
        self._write(
            {
                "at": round(began - self._began, 4),
                "screen": screen,
                "dialogs": shell.dialogs,
                "state": state,
                "ms": round(total, 3),
                "events_ms": round(1000 * (heard - began), 3),
                "tick_ms": round(1000 * (ticked - heard), 3),
                "draw_ms": round(1000 * (drawn - ticked), 3),
                "tell_ms": round(1000 * (told - drawn), 3),
                "own_ms": round(own_spent, 3),
                "cpu_ms": round(1000 * spent, 3),
                "events": events,
                "rects": len(rects),
                "pixels": sum(rect.w * rect.h for rect in rects),
            }
        )

    def _write(self, values: Mapping[str, object]) -> None:
        """A disk that is full ends the log, not the game."""
        if self._trouble is None:
            try:
                self._file.write(json.dumps(values) + "\n")
            except OSError as error:
                self._trouble = self._failed(error)

    def summary(self) -> Summary:
        """Of all screens together."""
        return _summary([value for times, _ in self._times.values() for value in times])

    def told(self, gettext: Callable[[str], str]) -> str:
        """The summary for the player, in one line; empty where no frame was noted."""
        found = self.summary()
        if not found.frames:
            return ""
        text = gettext(
            "Frames noted: {frames}. Half of them took {p50:.1f} ms or less, 99 in 100 {p99:.1f} ms or less, "
            "the longest {most:.1f} ms. While nothing moved, the game took {calm:.1f} % of one core. "
            "All is in {path}."
        )
        calm = 100 * self.shares().get("calm", 0.0)
        return text.format(**found._asdict(), calm=calm, path=self._path)

    def shares(self) -> dict[str, float]:
        """The share of one core that the process took, by what the window did.

        `busy` while something moves or was just pressed, `calm` while nothing does (the patient may breathe),
        `hidden` while nobody can see it.
        """
        return {state: used / since for state, (used, since) in self._shares.items() if since > 0}

    def close(self) -> None:
        """Write the summary and end the file.

        Raises FileTrouble where something could not be written, now or before.
        """
        screens = {
            screen: {**_summary(times)._asdict(), "own": _summary(own)._asdict()}
            for screen, (times, own) in sorted(self._times.items())
        }
        cores = {state: round(share, 4) for state, share in self.shares().items()}
        own = _summary([value for _, times in self._times.values() for value in times])._asdict()
        told = {"all": self.summary()._asdict(), "own": own, "screens": screens, "core": cores}
        self._write({"summary": told})
        try:
            self._file.close()
        except OSError as error:
            self._trouble = self._trouble or self._failed(error)
            with suppress(OSError):
                self._file.close()
        if self._trouble is not None:
            raise self._trouble


def _summary(times: Sequence[float]) -> Summary:
    found = sorted(times)
    if not found:
        return Summary(0, 0.0, 0.0, 0.0, 0.0)
    p50, p95, p99 = (round(found[min(len(found) - 1, len(found) * part // 100)], 3) for part in (50, 95, 99))
    return Summary(len(found), p50, p95, p99, round(found[-1], 3))
