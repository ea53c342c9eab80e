"""What a screen reader costs, against its budgets (median, and where a warning is due; milliseconds)."""

from __future__ import annotations

import subprocess
import sys
from itertools import cycle
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import accesskit
import pygame
import pytest

from game.ui.access import Reader
from game.ui.access.adapter import AccessKit, Call
from tests.benchmarks.bench_ui import budget
from tests.ui import page_samples
from tests.ui.page_stage import opened as page
from tests.ui.stage import key
from tests.ui.test_tree import opened

if TYPE_CHECKING:
    from queue import SimpleQueue

    from pytest_benchmark.fixture import BenchmarkFixture

    from game.ui.shell import Shell

pytestmark = pytest.mark.filterwarnings("default::UserWarning")

MET = """
import os, time
os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
import pygame
pygame.display.init()
from game.ui.access import Reader, adapter
adapter.UNSEEN = frozenset()
began = time.perf_counter()
Reader().start()
print((time.perf_counter() - began) * 1000)
"""


class Deaf:
    """An adapter of the package that has every update made, and tells it to no one."""

    def __init__(self, *_handlers: Any) -> None:
        pass

    def update_if_active(self, factory: Any) -> None:
        factory()

    def update_window_focus_state(self, _has_focus: bool) -> None:
        pass

    def set_root_window_bounds(self, _outer: Any, _inner: Any) -> None:
        pass


def connect(inbox: SimpleQueue[object]) -> AccessKit:
    parts = {name: getattr(accesskit, name) for name in accesskit.__all__ if name != "unix"}
    inbox.put(Call.LISTENS)
    return AccessKit(SimpleNamespace(unix=SimpleNamespace(Adapter=Deaf), **parts), inbox)


def listened(shell: Shell) -> Reader:
    shell.tick(0.1)
    reader = Reader(connect=connect)
    reader.start()
    reader.wait(shell, 0.0)
    assert reader.update(shell) > 20
    return reader


def test_nothing_listens(benchmark: BenchmarkFixture) -> None:
    shell, reader = opened("guided_french"), Reader(connect=lambda _: None)
    reader.start()
    benchmark(lambda: reader.update(shell))
    budget(benchmark, 0.001, 0.01)


def test_a_picture_of_the_patient_changes_nothing(benchmark: BenchmarkFixture) -> None:
    shell = opened("guided_french")
    reader = listened(shell)
    benchmark(lambda: reader.update(shell))
    budget(benchmark, 0.5, 1)


def test_the_focus_moves(benchmark: BenchmarkFixture) -> None:
    shell = opened("guided_french")
    reader = listened(shell)

    def move() -> None:
        shell.dispatch(key(pygame.K_DOWN))
        reader.update(shell)

    benchmark(move)
    budget(benchmark, 1, 2)


def test_a_whole_talk_is_told(benchmark: BenchmarkFixture) -> None:
    shell = opened("guided_french")
    reader = listened(shell)

    def tell() -> None:
        reader._sent = {}
        assert reader.update(shell) > 30

    benchmark(tell)
    budget(benchmark, 2, 4)


def test_a_debrief_of_sixty_turns_is_told(benchmark: BenchmarkFixture) -> None:
    shell = page(page_samples.debrief(60))
    reader = listened(shell)

    def tell() -> None:
        reader._sent = {}
        assert reader.update(shell) > 200

    benchmark(tell)
    budget(benchmark, 8, 16)


def test_a_debrief_of_sixty_turns_is_scrolled(benchmark: BenchmarkFixture) -> None:
    shell = page(page_samples.debrief(60))
    reader = listened(shell)
    turns = cycle((-1, -1, -1, 1, 1, 1))

    def scroll() -> None:
        shell.dispatch(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=next(turns), precise_y=0.0))
        reader.update(shell)

    benchmark(scroll)
    budget(benchmark, 3, 6)


def test_the_reader_is_met_after_the_first_picture(benchmark: BenchmarkFixture) -> None:
    """The package is read from the disk and its adapter begun, in a fresh process."""

    def met() -> float:
        words = [sys.executable, "-c", MET]
        return float(subprocess.run(words, capture_output=True, text=True, check=True).stdout.split()[-1])

    taken = benchmark.pedantic(met, rounds=3)
    benchmark.extra_info["milliseconds"] = taken
