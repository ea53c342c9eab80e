"""Twenty thousand damaged inputs of every kind: each is taken, or refused for a reason that can be shown."""

from __future__ import annotations

import pytest

from tests.fuzz.feeding import GROWTH, Finding, damaged, feed, memory
from tests.fuzz.kinds import KINDS, Kind

INPUTS = 20_000
SEED = 1


def test_the_shares_of_all_kinds_come_to_a_hundred() -> None:
    assert sum(kind.share for kind in KINDS) == 100


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_damage_is_refused_for_a_reason_or_does_no_harm(kind: Kind) -> None:
    before = memory()
    tally = feed(kind, SEED, range(INPUTS * kind.share // 100))
    assert tally.findings == ()
    assert 0 < tally.accepted < tally.inputs, "the damage is neither always fatal nor always harmless"
    assert memory() - before < GROWTH


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_number_makes_the_same_input_again(kind: Kind) -> None:
    assert [damaged(kind, 7, number) for number in range(20)] == [
        damaged(kind, 7, number) for number in range(20)
    ]
    assert len({repr(damaged(kind, 7, number)) for number in range(20)}) > 10


def test_what_raises_anything_else_is_found_with_its_number() -> None:
    def take(number: int) -> bool:
        return 1 // (number % 4) > 0

    tally = feed(Kind("numbers", 100, lambda pick: pick.randrange(1_000), take), 1, range(100))
    assert 10 < len(tally.findings) < 40
    first = tally.findings[0]
    assert first == Finding("numbers", 1, first.number, first.error)
    assert "ZeroDivisionError" in first.error
