"""Feeding damaged inputs to the game, and what came of it. An input is known by its kind, seed and number."""

from __future__ import annotations

import sys
import time
import traceback
from random import Random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.fuzz.kinds import Kind

SLOW = 100.0
"""Milliseconds of CPU time that no input may take."""

GROWTH = 512
"""MiB by which a process may grow."""


class Finding(NamedTuple):
    """An input that ended in something else than acceptance or one clear reason."""

    kind: str
    seed: int
    number: int
    error: str
    """The last lines of the traceback."""


class Tally(NamedTuple):
    """What came of some inputs of one kind. Times are milliseconds of CPU time."""

    inputs: int = 0
    accepted: int = 0
    slow: int = 0
    total: float = 0.0
    slowest: float = 0.0
    slowest_number: int = -1
    findings: tuple[Finding, ...] = ()

    def plus(self, other: Tally) -> Tally:
        """Both together."""
        slower = max(self, other, key=lambda one: one.slowest)
        return Tally(
            self.inputs + other.inputs,
            self.accepted + other.accepted,
            self.slow + other.slow,
            self.total + other.total,
            slower.slowest,
            slower.slowest_number,
            self.findings + other.findings,
        )


def damaged(kind: Kind, seed: int, number: int) -> object:
    """The input of that number, always the same."""
    return kind.damaged(Random(f"{kind.name}/{seed}/{number}"))


def feed(kind: Kind, seed: int, numbers: Iterable[int]) -> Tally:
    """Feeds the inputs of these numbers, one after the other."""
    tally = Tally()
    for number in numbers:
        given = damaged(kind, seed, number)
        begun = time.process_time()
        accepted = False
        findings: tuple[Finding, ...] = ()
        try:
            accepted = kind.take(given)
        except Exception:  # whatever it is, it is what is looked for
            told = "\n".join(traceback.format_exc().splitlines()[-4:])
            findings = (Finding(kind.name, seed, number, told),)
        took = (time.process_time() - begun) * 1_000
        tally = tally.plus(Tally(1, accepted, took > SLOW, took, took, number, findings))
    return tally


def memory() -> float:
    """The most MiB that this process ever held; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)
