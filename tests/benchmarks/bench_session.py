"""A whole session in the real window: no frame in a hundred may take longer than two of the screen's."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.frames import DRIVERS, SIZES, looked, missing, played, surroundings

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.filterwarnings("default::UserWarning")

LONGEST = 33
"""Milliseconds of the window's own processor time: what other programs take meanwhile is not the game's."""
AT_MOST = {"breathing": 12.0, "still": 0.5, "hidden": 0.5}
"""Percent of one core."""


@pytest.mark.parametrize("driver", DRIVERS)
def test_frames_of_a_session(benchmark: BenchmarkFixture, driver: str, tmp_path: Path) -> None:
    if benchmark.disabled or missing(driver):
        pytest.skip(missing(driver) or "takes a minute")
    with surroundings(driver, tmp_path) as within:
        looked("still", SIZES[0], within)
        summary = played(tmp_path, within)
    benchmark.extra_info.update(summary)
    benchmark.pedantic(lambda: None)
    if summary["own"]["p99"] > LONGEST:
        warnings.warn(f"99 frames in 100 take up to {summary['own']['p99']} ms", UserWarning, stacklevel=2)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", AT_MOST)
def test_a_patient_who_is_only_looked_at(
    benchmark: BenchmarkFixture, state: str, size: str, tmp_path: Path
) -> None:
    if benchmark.disabled:
        pytest.skip("takes some seconds")
    with surroundings("dummy", tmp_path) as within:
        looked(state, size, within)
        took = looked(state, size, within)
    benchmark.extra_info["percent"] = took
    benchmark.pedantic(lambda: None)
    if took > AT_MOST[state]:
        warnings.warn(f"{state}: {took:.1f} % of one core", UserWarning, stacklevel=2)
