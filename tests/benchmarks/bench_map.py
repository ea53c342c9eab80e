"""How long the branch map takes with 500 moments, against its budgets (median, and where to warn)."""

from __future__ import annotations

import time
import warnings
from itertools import cycle
from typing import TYPE_CHECKING

import pygame
import pytest

from game.app.map import Mapper
from game.app.map_values import MapView
from game.app.phrases import Phrases
from game.attempts.journal import Journal, now
from game.attempts.kept import CHOICE, Heading, Step
from game.attempts.store import Store
from game.attempts.summary import dump
from game.attempts.tally import summarise
from game.engine.replay import replay
from game.engine.scene import Scene
from game.loading.catalogue import Catalogue
from game.ui.portraits import PortraitArt
from game.ui.screens.map import MapScreen
from game.ui.screens.map.planner import Planner
from game.ui.settings import Settings
from game.ui.shell import Shell
from tests.benchmarks.stories import RUBRIC, write_scene
from tests.clinicians import walk
from tests.ui.stage import Booth, display, key

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.filterwarnings("default::UserWarning")
MOMENTS, SESSIONS = 500, 60
SCREENS = {MapView: MapScreen}


class Shelf:
    """A large scene that was played often."""

    def __init__(self, folder: Path) -> None:
        self.catalogue = Catalogue([write_scene(folder, MOMENTS).parent], RUBRIC)
        self.scene = Scene(self.catalogue.scenario("story", "en"), self.catalogue.rubric)
        self.journal = Journal(folder / "data")
        store = Store(folder / "data" / "attempts.db")
        for number in range(SESSIONS):
            choices = [reply for _, reply in walk(self.scene, (number % 5 - 2) / 2, number)[:-1]]
            session = replay(self.scene, number, choices)
            digest = self.scene.scenario.digest
            heading = Heading(f"{number:032x}", "", "story", digest, "en", number, "guided", now())
            steps = [Step(CHOICE, reply, place) for place, reply in enumerate(choices)]
            store.begin(heading, b"", steps)
            store.finish(heading.id, now(), dump(summarise(self.scene, session, {})))
        store.close()

    def view(self) -> MapView:
        return Mapper(self.catalogue, self.journal, Phrases("en"), "guided").view(self.scene)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return Shelf(tmp_path_factory.mktemp("map"))


def opened(shelf: Shelf, size: tuple[int, int] = (1280, 720)) -> Shell:
    display(size)
    shell = Shell(Booth(shelf.view()), Settings(reduced_motion=True), PortraitArt(), SCREENS)
    until = time.monotonic() + 60
    while not any(widget.key == "map" for widget in shell.tree.layers[0].walk()):
        assert time.monotonic() < until
        shell.tick(0.01)
        time.sleep(0.01)
    shell.complete()
    return shell


def budget(benchmark: BenchmarkFixture, median: float, warn: float) -> None:
    benchmark.extra_info["budget_ms"] = median
    stats = getattr(benchmark, "stats", None)
    if stats and stats.stats.median * 1000 > warn:
        warnings.warn(
            f"median {stats.stats.median * 1000:.1f} ms, warn at {warn} ms", UserWarning, stacklevel=2
        )


def pointer(kind: int, pos: tuple[int, int]) -> pygame.event.Event:
    return pygame.event.Event(kind, pos=pos, button=1, rel=(0, 0), buttons=(1, 0, 0))


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("smaller", [0, 6])
def test_map_pan_frame(
    benchmark: BenchmarkFixture, shelf: Shelf, size: tuple[int, int], smaller: int
) -> None:
    """The map is dragged up and down over squares that were and were not drawn before, near and from afar."""
    shell = opened(shelf, size)
    for _ in range(smaller):
        shell.dispatch(key(pygame.K_MINUS))
    shell.draw()
    way = cycle([*range(0, 300, 12), *range(300, 0, -12), *range(0, -300, -12), *range(-300, 0, 12)])
    middle = size[0] // 3, size[1] // 2
    shell.dispatch(pointer(pygame.MOUSEMOTION, middle))
    shell.dispatch(pointer(pygame.MOUSEBUTTONDOWN, middle))

    def frame() -> None:
        shift = next(way)
        shell.dispatch(pointer(pygame.MOUSEMOTION, (middle[0] + shift // 2, middle[1] + shift)))
        shell.tick(1 / 60)
        assert shell.draw()

    benchmark.pedantic(frame, rounds=200)
    budget(benchmark, 10, 20)
    shell.close()


def test_map_zoom_frame(benchmark: BenchmarkFixture, shelf: Shelf) -> None:
    """Every square anew."""
    shell = opened(shelf)
    codes = cycle([pygame.K_MINUS] * 5 + [pygame.K_PLUS] * 5)

    def frame() -> None:
        shell.dispatch(key(next(codes)))
        shell.draw()

    benchmark.pedantic(frame, rounds=30)
    budget(benchmark, 60, 150)
    shell.close()


def test_map_focus_frame(benchmark: BenchmarkFixture, shelf: Shelf) -> None:
    shell = opened(shelf)
    shell.dispatch(key(pygame.K_DOWN))
    codes = cycle([pygame.K_UP] * 12 + [pygame.K_DOWN] * 12)

    def frame() -> None:
        shell.dispatch(key(next(codes)))
        shell.draw()

    benchmark.pedantic(frame, rounds=48)
    budget(benchmark, 10, 20)
    shell.close()


def test_map_view_is_built(benchmark: BenchmarkFixture, shelf: Shelf) -> None:
    """Sixty sessions are read and played again."""
    view = benchmark.pedantic(shelf.view, rounds=5, warmup_rounds=1)
    assert view.seen_label
    budget(benchmark, 250, 500)


def test_the_window_goes_on_while_the_map_is_drawn(benchmark: BenchmarkFixture, shelf: Shelf) -> None:
    """The longest that a frame has to wait for the thread that makes the plan."""
    view = shelf.view()
    planner = Planner()
    waits = []
    began = last = time.perf_counter()
    while planner.plan(view) is None:
        time.sleep(0.005)
        waits.append(time.perf_counter() - last)
        last = time.perf_counter()
    benchmark.extra_info["plan_ms"] = (last - began) * 1000
    benchmark.extra_info["longest_wait_ms"] = max(waits) * 1000
    benchmark.pedantic(lambda: planner.plan(view), rounds=5)
    if max(waits) > 0.2:
        warnings.warn(f"a frame waited {max(waits) * 1000:.0f} ms", UserWarning, stacklevel=2)
