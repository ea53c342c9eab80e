"""The store with 10,000 attempts of 30 replies: what the library waits for, and what each reply costs."""

from __future__ import annotations

import json
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from game.app.views import LibraryView
from game.attempts.journal import Journal
from game.attempts.kept import CHOICE, Step
from game.attempts.rescue import open_store
from tests.attempts.shelf import LEARNER, heading, replies
from tests.players import controller

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

    from game.attempts.store import Store

SCENES = ("lea", "premiers_pas", "scene 2", "scene 3", "scene 4", "scene 5")


def summary(number: int) -> str:
    """As long as that of a real session, and none like the other."""
    told = {
        "outcome": ("closed", "opening", "alliance")[number % 3],
        "endings": [f"ending {number % 5}"],
        "skills": [3, 2, 5, 1, number],
        "moments": [f"a_moment_of_the_scene_{moment}" for moment in range(40)],
        "endings_there": [f"ending {ending}" for ending in range(6)],
    }
    return json.dumps(told)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, attempts: int) -> Path:
    """A folder with a store of a learner who does nothing else."""
    folder = tmp_path_factory.mktemp("store")
    with closing(open_store(folder, "x").store) as store, store.together():
        for number in range(attempts):
            one = heading(number, digest=f"{number % 20:064x}")._replace(scene=SCENES[number % len(SCENES)])
            store.begin(one, b"a scene" * 5_000, replies(30))
            store.finish(one.id, "2026-11-23T09:00:00Z", summary(number))
    return folder


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with closing(open_store(folder, "x").store) as opened:
        yield opened


def test_open_the_library(benchmark: BenchmarkFixture, folder: Path) -> None:
    def look() -> int:
        with closing(open_store(folder, "x").store) as store:
            return len(store.shelves(LEARNER))

    assert benchmark(look) == len(SCENES)


def test_show_the_library(benchmark: BenchmarkFixture, folder: Path) -> None:
    """All that is told of every scene, with the store opened for it: the budget is half a second."""

    def show() -> LibraryView:
        game = controller("fr", journal=Journal(folder, LEARNER))
        view = game.view
        game.close()
        assert isinstance(view, LibraryView)
        return view

    shown = {card.id: card for card in benchmark(show).cards}
    assert "5 sur 6" in shown["lea"].played
    assert shown["lea"].best


def test_list_every_attempt(benchmark: BenchmarkFixture, store: Store, attempts: int) -> None:
    assert len(benchmark(store.attempts, LEARNER)) >= attempts


def test_look_through_all_of_it(benchmark: BenchmarkFixture, store: Store) -> None:
    assert benchmark(store.is_whole)


def test_one_reply(benchmark: BenchmarkFixture, store: Store) -> None:
    """Also tells the slowest of a hundred, which the table of the benchmark does not."""
    one = heading(time.time_ns())._replace(seed=1)
    store.begin(one, b"")
    times: list[float] = []

    def reply() -> None:
        before = time.perf_counter()
        store.append(one.id, [Step(CHOICE, "a_reply", len(times))])
        times.append(time.perf_counter() - before)

    benchmark.pedantic(reply, rounds=500)
    times.sort()
    benchmark.extra_info["p99 ms"] = round(times[int(len(times) * 0.99)] * 1_000, 2)
    assert len(store.steps(one.id)) == len(times)
