"""How fast scenes are checked, loading included: generated ones, and those that the game ships with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.authoring.check.folder import check_folder
from game.authoring.check.rules import RULES
from game.authoring.check.study import Study
from game.loading.catalogue import Catalogue
from game.loading.folder import load_folder
from tests.benchmarks.stories import RUBRIC, write_scene

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

SIZES = (60, 500, 5_000)


@pytest.mark.parametrize("size", SIZES)
def test_check(benchmark: BenchmarkFixture, size: int, tmp_path: Path) -> None:
    folder, rubric = write_scene(tmp_path, size), Catalogue([], RUBRIC).rubric
    assert benchmark(check_folder, folder, rubric)


@pytest.mark.parametrize("size", SIZES)
def test_rules_alone(benchmark: BenchmarkFixture, size: int, tmp_path: Path) -> None:
    rubric = Catalogue([], RUBRIC).rubric
    loaded = load_folder(write_scene(tmp_path, size), "en", rubric)
    scenario, root = loaded.scenario, loaded.root
    assert scenario is not None
    assert root is not None

    def every_rule() -> int:
        study = Study(scenario, rubric, root)
        return sum(1 for rule in RULES for _ in rule(study))

    assert benchmark(every_rule)


@pytest.mark.parametrize("name", ["lea", "premiers_pas"])
def test_shipped(benchmark: BenchmarkFixture, name: str) -> None:
    rubric = Catalogue([], RUBRIC).rubric
    assert benchmark(check_folder, RUBRIC.parent / name, rubric) == ()
