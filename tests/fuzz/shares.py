"""A long run in chunks, and the process that feeds one."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from tests.fuzz.feeding import GROWTH, Tally, feed, memory
from tests.fuzz.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK = 250

Chunk = tuple[str, int, int, int]
"""A kind's name, the seed, and the first and the last number but one."""


def work(chunk: Chunk) -> tuple[str, Tally, float]:
    """Feeds a chunk; answers with the kind, what came of it, and the most MiB that this process held."""
    name, seed, begin, end = chunk
    kind = next(kind for kind in KINDS if kind.name == name)
    return name, feed(kind, seed, range(begin, end)), memory()


def bounded() -> None:
    """No process of the run may grow by more than it may."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        pages = int(open("/proc/self/statm", encoding="ascii").read().split()[0])  # noqa: SIM115
        most = pages * resource.getpagesize() + (GROWTH << 20)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def chunks(inputs: int, seed: int, only: str, begin: int) -> Iterator[Chunk]:
    """All kinds in turn, so that a run that is stopped has fed some of each."""
    left = {
        kind.name: inputs if only else inputs * kind.share // 100 for kind in KINDS if only in ("", kind.name)
    }
    at = dict.fromkeys(left, begin)
    while any(left.values()):
        for kind in KINDS:
            size = min(left.get(kind.name, 0), CHUNK * (1 if only else kind.share) // 4 or 1)
            if size:
                yield kind.name, seed, at[kind.name], at[kind.name] + size
                at[kind.name] += size
                left[kind.name] -= size
