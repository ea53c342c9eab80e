"""How long the pages take, against their budgets (median, and where a warning is due; milliseconds)."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import warnings
from itertools import cycle
from typing import TYPE_CHECKING

import pygame
import pytest

from game.app.views import BriefView, DebriefView, LibraryView
from game.ui.portraits import PortraitArt
from game.ui.screens.brief import BriefScreen
from game.ui.screens.debrief import DebriefScreen
from game.ui.screens.library import LibraryScreen
from game.ui.settings import Settings
from game.ui.shell import Shell
from tests.ui import page_samples
from tests.ui.stage import Booth, display, key

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from game.app.views import View

pytestmark = pytest.mark.filterwarnings("default::UserWarning")

SCREENS = {
    LibraryView: LibraryScreen,
    BriefView: lambda host, view: BriefScreen(host, view, threaded=False),
    DebriefView: DebriefScreen,
}

FIRST_FRAME = """
import os, time
began = time.perf_counter()
os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
from game.launch import build_controller
from game.ui.settings import Settings
from game.ui.window import open_window
shell = open_window(build_controller("fr", "guided", 1, None), Settings())
shell.draw()
print((time.perf_counter() - began) * 1000)
shell.close()
"""


def budget(benchmark: BenchmarkFixture, median: float, warn: float) -> None:
    benchmark.extra_info["budget_ms"] = median
    stats = getattr(benchmark, "stats", None)
    if stats and stats.stats.median * 1000 > warn:
        warnings.warn(
            f"median {stats.stats.median * 1000:.1f} ms, warn at {warn} ms", UserWarning, stacklevel=2
        )


def opened(view: View, size: tuple[int, int] = (1280, 720)) -> Shell:
    display(size)
    shell = Shell(Booth(view), Settings(reveal_speed=0), PortraitArt(), SCREENS)
    shell.draw()
    if hasattr(shell.screen, "busts"):
        shell.screen.busts.wait()
    shell.tick(0.01)
    shell.complete()
    return shell


def test_debrief_of_sixty_turns_is_built(benchmark: BenchmarkFixture) -> None:
    """Widgets, wrapped text and places, with a brush that has never drawn."""
    display()
    view = page_samples.debrief(60)

    def build() -> None:
        Shell(Booth(view), Settings(), PortraitArt(), SCREENS).close()

    gc.collect()
    benchmark.pedantic(build, rounds=9, warmup_rounds=1)
    budget(benchmark, 100, 250)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_debrief_scroll_frame(benchmark: BenchmarkFixture, size: tuple[int, int]) -> None:
    shell = opened(page_samples.debrief(60), size)
    turns = cycle([-1] * 60 + [1] * 60)
    shell.dispatch(pygame.event.Event(pygame.MOUSEMOTION, pos=(500, 300), rel=(0, 0), buttons=(0, 0, 0)))

    def frame() -> None:
        shell.dispatch(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=next(turns), precise_y=0.0))
        assert shell.draw()

    benchmark.pedantic(frame, rounds=240)
    budget(benchmark, 3, 8)
    shell.close()


def test_debrief_page_frame(benchmark: BenchmarkFixture) -> None:
    """Cards that were never drawn come into sight."""
    shell = opened(page_samples.debrief(60))

    def frame() -> None:
        shell.dispatch(key(pygame.K_PAGEDOWN))
        shell.draw()

    benchmark.pedantic(frame, rounds=30)
    budget(benchmark, 8, 20)
    shell.close()


def test_debrief_focus_frame(benchmark: BenchmarkFixture) -> None:
    shell = opened(page_samples.debrief(60))

    def frame() -> None:
        shell.dispatch(key(pygame.K_TAB))
        shell.draw()

    benchmark.pedantic(frame, rounds=60)
    budget(benchmark, 8, 20)
    shell.close()


@pytest.mark.parametrize("name", ["shelf", "brief", "debrief"])
def test_language_switch(benchmark: BenchmarkFixture, name: str) -> None:
    shell = opened(page_samples.PAGES[name]())

    def switch() -> None:
        shell.dispatch(key(pygame.K_l))
        shell.draw()

    benchmark.pedantic(switch, rounds=15, warmup_rounds=1)
    budget(benchmark, 60, 150)
    shell.close()


def test_library_of_forty_scenes_is_opened(benchmark: BenchmarkFixture) -> None:
    display()
    view = page_samples.shelf(40)

    def build() -> None:
        shell = Shell(Booth(view), Settings(), PortraitArt(), SCREENS)
        shell.draw()
        shell.close()

    benchmark.pedantic(build, rounds=9, warmup_rounds=1)
    budget(benchmark, 60, 150)


def test_start_to_first_frame(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """In a process of its own, imports included (compiled before); only when benchmarks are asked for."""
    if benchmark.disabled:
        pytest.skip("starts a process")

    surroundings = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)

    def start() -> float:
        told = subprocess.run(
            [sys.executable, "-c", FIRST_FRAME], check=True, capture_output=True, text=True, env=surroundings
        )
        return float(told.stdout.strip().splitlines()[-1])

    start()
    took = sorted(start() for _ in range(5))
    benchmark.extra_info["first_frame_ms"] = took[2]
    benchmark.extra_info["budget_ms"] = 400
    benchmark.pedantic(lambda: None)
    if took[2] > 1000:
        warnings.warn(f"first frame after {took[2]:.0f} ms", UserWarning, stacklevel=2)
