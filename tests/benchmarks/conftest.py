"""Where nothing is measured, a benchmark is a test of its function, and the sizes are those that show it."""

from __future__ import annotations

import pytest

LARGE = 5_000
"""Moments of a scene that is only there to be measured."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The largest scenes are left out unless they are measured."""
    if not config.option.benchmark_disable:
        return
    large = [item for item in items if LARGE in _parameters(item)]
    config.hook.pytest_deselected(items=large)
    items[:] = [item for item in items if item not in large]


def _parameters(item: pytest.Item) -> list[object]:
    known = getattr(item, "callspec", None)
    return [] if known is None else [*known.params.values()]


@pytest.fixture(scope="session")
def attempts(pytestconfig: pytest.Config) -> int:
    """How often a learner has played who does nothing else."""
    return 200 if pytestconfig.option.benchmark_disable else 10_000
