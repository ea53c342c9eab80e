"""Progress over 10,000 attempts, against its budget: it opens within half a second; and the long pages."""

from __future__ import annotations

import gc
import random
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from game.app.controller import Controller
from game.app.intents import OpenProgress
from game.app.progress_values import ComparisonView, ProgressView
from game.attempts.journal import Journal
from game.attempts.rescue import open_store
from game.attempts.summary import dump
from game.launch import data_folder
from game.loading.catalogue import Catalogue
from game.loading.compiled import Compiled
from game.ui.portraits import PortraitArt
from game.ui.screens.comparison import ComparisonScreen
from game.ui.screens.progress import ProgressScreen
from game.ui.settings import Settings
from game.ui.shell import Shell
from tests.attempts.shelf import LEARNER, heading, replies
from tests.attempts.test_progress import PLAIN
from tests.benchmarks.bench_ui_screens import budget
from tests.players import shipped
from tests.ui import progress_samples
from tests.ui.stage import Booth, display

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.filterwarnings("default::UserWarning")

SCREENS = {ProgressView: ProgressScreen, ComparisonView: ComparisonScreen}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, attempts: int) -> Path:
    """A store of a learner who does nothing else, each session with figures and a road of its own."""
    folder = tmp_path_factory.mktemp("progress")
    rng = random.Random(4)
    scenes = {name: list(shipped().scenario(name, "en").moments) for name in ("lea", "premiers_pas")}
    techniques = list(shipped().rubric.techniques)
    with closing(open_store(folder, "x").store) as store, store.together():
        for number in range(attempts):
            scene = ("lea", "premiers_pas")[number % 5 == 0]
            names = rng.sample(techniques, 14)
            summary = PLAIN._replace(
                skills=tuple(rng.randint(-8, 12) for _ in range(5)),
                turns=30,
                techniques={name: rng.randint(1, 4) for name in names[:10]},
                offered={name: rng.randint(4, 9) for name in names},
                moments=tuple(rng.sample(scenes[scene], min(40, len(scenes[scene])))),
                endings=(rng.choice(scenes[scene]),),
                opportunities=(rng.randint(0, 9), 9),
                guesses=(rng.choice(["yes", "no", ""]), rng.choice(["few", "half", "most"])),
            )
            one = heading(number)._replace(scene=scene)
            store.begin(one, b"a scene" * 5_000, replies(30))
            store.finish(one.id, "2026-11-23T09:00:00Z", dump(summary))
    return folder


@pytest.mark.parametrize("scene", ["", "lea"])
def test_progress_is_opened(
    benchmark: BenchmarkFixture, folder: Path, attempts: int, scene: str, tmp_path: Path
) -> None:
    """The store is opened as well, as by the first look of a day; scenes were compiled before."""
    scenes = data_folder("scenarios")

    def look() -> ProgressView:
        journal = Journal(folder, LEARNER)
        catalogue = Catalogue([scenes], scenes / "rubric.yaml", Compiled(tmp_path))
        game = Controller(catalogue, data_folder("assets") / "locale", "en", lambda: 1, "guided", journal)
        view = game.handle(OpenProgress(scene))
        assert isinstance(view, ProgressView)
        journal._door.shut()
        return view

    view = benchmark.pedantic(look, rounds=9, warmup_rounds=1)
    budget(benchmark, 500, 1_000)
    assert len(view.points) == 40
    assert view.older == (attempts if not scene else attempts * 4 // 5) - 20


@pytest.mark.parametrize("name", ["progress", "comparison"])
def test_the_page_is_built(benchmark: BenchmarkFixture, name: str) -> None:
    """40 sessions, and two sessions of 60 replies."""
    display()
    view = progress_samples.progress() if name == "progress" else progress_samples.comparison(20, 55, 60)

    def build() -> None:
        Shell(Booth(view), Settings(), PortraitArt(), SCREENS).close()

    gc.collect()
    benchmark.pedantic(build, rounds=9, warmup_rounds=1)
    budget(benchmark, 100, 250)
