"""Every test runs without a screen, without sound and in English unless it says otherwise."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.players import leave

if TYPE_CHECKING:
    from collections.abc import Iterator

HOME = Path(tempfile.mkdtemp(prefix="first-session-"))
"""The home of whoever plays here, one for each process that runs tests."""

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
os.environ["LC_ALL"] = "C.UTF-8"
for folder in ("CACHE", "CONFIG", "DATA"):
    os.environ[f"XDG_{folder}_HOME"] = str(HOME / folder.lower())


collect_ignore = ["benchmarks/peers/runners"]
"""What runs in other engines, with modules that are not here."""


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """A benchmark is a test like the others, run once; `--benchmark-only` measures."""
    if not config.option.benchmark_only:
        config.option.benchmark_disable = True


def pytest_sessionfinish() -> None:
    """Nothing stays behind on this computer."""
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def _whoever_played_leaves() -> Iterator[None]:
    """The journals of a test's players are let go of, also of those who had left without a word."""
    yield
    leave()
