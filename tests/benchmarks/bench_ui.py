"""How long the window takes, against its budgets (median, and where a warning is due; milliseconds)."""

from __future__ import annotations

import subprocess
import sys
import warnings
from itertools import cycle
from typing import TYPE_CHECKING

import pygame
import pytest

from game.ui.dialogs import menu_dialog
from game.ui.portraits import PortraitArt
from game.ui.screens.encounter import EncounterScreen
from game.ui.settings import Settings
from game.ui.shell import Shell
from game.ui.theme import FADE
from game.ui.widgets import Gauge, Rich
from tests.ui import samples
from tests.ui.stage import Booth, display, key

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.filterwarnings("default::UserWarning")

FIRST_FRAME = """
import os, time
began = time.perf_counter()
os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
from game.ui.settings import Settings
from game.ui.window import open_window
from tests.ui import samples
from tests.ui.stage import Booth
shell = open_window(Booth(samples.plain()), Settings())
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


def opened(size: tuple[int, int], *names: str, given: Settings | None = None) -> Shell:
    display(size)
    booth = Booth(*(samples.ALL[name]() for name in names))
    screens = {samples.EncounterView: lambda host, view: EncounterScreen(host, view, threaded=False)}
    shell = Shell(booth, given or Settings(reveal_speed=0), PortraitArt(), screens)
    shell.screen.actor.advance(0.1)
    shell.tick(0.01)
    shell.complete()
    return shell


def full(shell: Shell) -> Callable[[], None]:
    area = pygame.display.get_surface().get_rect()

    def draw() -> None:
        shell.tree.touch(area)
        assert shell.draw()

    return draw


@pytest.mark.parametrize(("size", "median", "warn"), [((1280, 720), 4, 8), ((1920, 1080), 7, 14)])
def test_full_redraw(benchmark: BenchmarkFixture, size: tuple[int, int], median: float, warn: float) -> None:
    benchmark(full(opened(size, "guided_french")))
    budget(benchmark, median, warn)


def test_typewriter_frame(benchmark: BenchmarkFixture) -> None:
    shell = opened((1280, 720), "plain", given=Settings(reveal_speed=45))
    words = next(w for w in shell.tree.layers[0].walk() if isinstance(w, Rich) and "They said" in w.name)
    counts = cycle(range(1, 80))

    def frame() -> None:
        words.reveal(next(counts))
        shell.draw()

    benchmark(frame)
    budget(benchmark, 1, 2)


def test_gauge_frame(benchmark: BenchmarkFixture) -> None:
    shell = opened((1280, 720), "plain")
    gauge = next(w for w in shell.tree.layers[0].walk() if isinstance(w, Gauge))
    values = cycle(range(100))

    def frame() -> None:
        gauge._now = float(next(values))
        gauge.touch(gauge._bed())
        shell.draw()

    benchmark(frame)
    budget(benchmark, 1, 2)


def test_focus_frame(benchmark: BenchmarkFixture) -> None:
    shell = opened((1280, 720), "plain")

    def frame() -> None:
        shell.dispatch(key(pygame.K_DOWN))
        shell.draw()

    benchmark(frame)
    budget(benchmark, 1, 2)


def test_portrait_frame(benchmark: BenchmarkFixture) -> None:
    """What the window's own thread does for a new picture of the patient."""
    shell = opened((1280, 720), "plain")
    actor = shell.screen.actor

    def frame() -> None:
        actor._fresh = True
        shell.tick(0.016)
        assert shell.draw()

    benchmark(frame)
    budget(benchmark, 3, 6)


def test_scroll_frame(benchmark: BenchmarkFixture) -> None:
    shell = opened((1280, 720), "plain")
    shell.dispatch(key(pygame.K_h))
    shell.complete()
    turns = cycle((-1, -1, -1, 1, 1, 1))

    def frame() -> None:
        shell.dispatch(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=next(turns), precise_y=0.0))
        shell.draw()

    benchmark(frame)
    budget(benchmark, 3, 8)


def test_language_switch(benchmark: BenchmarkFixture) -> None:
    shell = opened((1280, 720), "guided_french")

    def switch() -> None:
        shell.dispatch(key(pygame.K_l))
        shell.draw()

    benchmark(switch)
    budget(benchmark, 60, 150)


def test_text_size_switch(benchmark: BenchmarkFixture) -> None:
    shell = opened((1280, 720), "guided_french")
    codes = cycle((pygame.K_PLUS, pygame.K_PLUS, pygame.K_MINUS, pygame.K_MINUS))

    def switch() -> None:
        shell.dispatch(key(next(codes), pygame.KMOD_LCTRL))
        shell.draw()

    benchmark.pedantic(switch, rounds=12)
    budget(benchmark, 60, 150)


def test_theme_switch(benchmark: BenchmarkFixture) -> None:
    shell = opened((1280, 720), "guided_french")
    dark = cycle((True, False))

    def switch() -> None:
        shell.change(shell.settings._replace(dark=next(dark)))
        shell.draw()

    benchmark(switch)
    budget(benchmark, 60, 150)


def test_fading_frame(benchmark: BenchmarkFixture) -> None:
    shell = opened((1280, 720), "guided_french")
    shell.open_dialog(lambda: menu_dialog(shell))
    shell.tick(0.0)
    shell.tick(FADE / 2)
    benchmark(full(shell))
    budget(benchmark, 6, 12)


def test_start_to_first_frame(benchmark: BenchmarkFixture) -> None:
    """In a process of its own, imports included; only when benchmarks are asked for."""
    if benchmark.disabled:
        pytest.skip("starts a process")

    def start() -> float:
        return float(
            subprocess.run([sys.executable, "-c", FIRST_FRAME], check=True, capture_output=True, text=True)
            .stdout.strip()
            .splitlines()[-1]
        )

    took = [start() for _ in range(3)]
    benchmark.extra_info["first_frame_ms"] = sorted(took)[1]
    benchmark.extra_info["budget_ms"] = 400
    benchmark.pedantic(lambda: None)
    if sorted(took)[1] > 1000:
        warnings.warn(f"first frame after {sorted(took)[1]:.0f} ms", UserWarning, stacklevel=2)
