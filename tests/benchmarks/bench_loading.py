"""How fast scenes come from YAML: the generated ones, and those that the game ships with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.loading.catalogue import Catalogue
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
