"""What an author reads is what was read before: `told.txt` holds it, slip by slip."""

from __future__ import annotations

from tests.loading.told import GOLDEN, told


def test_every_slip_is_told_as_it_was() -> None:
    expected = GOLDEN.read_text("utf-8")
    assert told() == expected, "read what has changed, then: python -m tests.loading.told"
