"""How fast scenes come from YAML: the generated ones, and those that the game ships with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.engine.scene import Scene
from game.loading.catalogue import Catalogue
from game.loading.compiled import Compiled
from game.loading.folder import load_folder
from game.loading.reader import read
from game.model.diagnostics import Diagnostics
from tests.benchmarks.stories import RUBRIC, story, write_scene

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

SIZES = (60, 500, 5_000)


@pytest.mark.parametrize("size", SIZES)
def test_load(benchmark: BenchmarkFixture, size: int, tmp_path: Path) -> None:
    folder, rubric = write_scene(tmp_path, size), Catalogue([], RUBRIC).rubric
    loaded = benchmark(load_folder, folder, "en", rubric)
    assert not loaded.diagnostics.failed


@pytest.mark.parametrize("size", [60, 500, 3_000])
def test_read_nodes(benchmark: BenchmarkFixture, size: int) -> None:
    data = "".join(story(size)).encode()
    assert benchmark(lambda: read(data, "story", Diagnostics())) is not None


def _known(folder: Path, size: int) -> Scene:
    """The scene as the catalogue has it; from the second time on, from its compiled form."""
    catalogue = Catalogue([write_scene(folder, size).parent], RUBRIC, Compiled(folder / "compiled"))
    return Scene(catalogue.scenario("story", "en"), catalogue.rubric)


@pytest.mark.parametrize("size", SIZES)
def test_known(benchmark: BenchmarkFixture, size: int, tmp_path: Path) -> None:
    _known(tmp_path, size)
    catalogue = Catalogue([write_scene(tmp_path, size).parent], RUBRIC, Compiled(tmp_path / "compiled"))
    assert benchmark(catalogue.scenario, "story", "en").moments


def test_first_visits(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Every moment of a compiled scene is opened and made ready, as its first visit does."""

    def visit(scene: Scene) -> None:
        for name in scene.scenario.moments:
            assert scene.moments[name]

    _known(tmp_path, 500)
    benchmark.pedantic(visit, setup=lambda: ((_known(tmp_path, 500),), {}), rounds=10)


def test_rubric(benchmark: BenchmarkFixture) -> None:
    assert benchmark(lambda: Catalogue([], RUBRIC).rubric).techniques


@pytest.mark.parametrize("language", ["fr", "en"])
def test_lea(benchmark: BenchmarkFixture, language: str) -> None:
    catalogue = Catalogue([RUBRIC.parent], RUBRIC)
    assert catalogue.rubric
    assert benchmark(catalogue.load, "lea", language).scenario is not None


def test_head_of_lea(benchmark: BenchmarkFixture) -> None:
    catalogue = Catalogue([RUBRIC.parent], RUBRIC)
    assert benchmark(catalogue.head, "lea", "en").title
