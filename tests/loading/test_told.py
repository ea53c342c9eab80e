"""What an author reads is what was read before: `told.txt` holds it, slip by slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.loading.told import every_slip, golden, told

if TYPE_CHECKING:
    from pathlib import Path

SLIPS = every_slip()
GOLDEN = golden()


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_as_it_was(name: str, tmp_path: Path) -> None:
    found = told(name, SLIPS[name], tmp_path)
    assert found == GOLDEN.get(name), "read what has changed, then: python -m tests.loading.told"


def test_nothing_is_kept_of_slips_that_are_gone() -> None:
    assert list(GOLDEN) == list(SLIPS)
