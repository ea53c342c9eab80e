"""Nothing that was answered is lost when the power fails; and the simulation would see it if it were."""

from __future__ import annotations

import random
import sys

import pytest

from tests.attempts.losing import SECTOR, Disk
from tests.attempts.proof import figures

RUNS, WEAK_RUNS = 1_000, 200

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs the system's own SQLite library")


@pytest.mark.long
def test_no_confirmed_step_is_lost_when_the_power_fails() -> None:
    found = figures("power", RUNS, 7)
    assert found["at stake"] > RUNS // 2
    assert found["promised"] > RUNS
    assert (found["runs"], found["whole"]) == (RUNS, RUNS)


@pytest.mark.parametrize("weakness", ["synchronous = OFF", "synchronous = NORMAL", "journal_mode = DELETE"])
def test_a_store_that_syncs_less_does_lose(weakness: str) -> None:
    found = figures("power", WEAK_RUNS, 7, weakness)
    assert found["lost"] + found["corrupt"] > WEAK_RUNS // 20


def test_what_was_synced_is_there_and_what_was_not_may_be_missing() -> None:
    disk = Disk()
    for event in (
        ("make", "a"),
        ("write", "a", 0, b"one" * SECTOR),
        ("sync", "a"),
        ("folder",),
        ("write", "a", 0, b"two" * SECTOR),
        ("make", "b"),
    ):
        disk.take(event)
    found = [disk.lose(random.Random(seed)) for seed in range(200)]
    contents = {one["a"] for one in found}
    assert {b"one" * SECTOR, b"two" * SECTOR} < contents, "also torn ones"
    assert all(len(content) == 3 * SECTOR for content in contents)
    assert {"b" in one for one in found} == {True, False}


def test_a_name_is_only_sure_once_its_folder_was_synced() -> None:
    disk = Disk()
    for event in (("make", "new"), ("write", "new", 0, b"!"), ("sync", "new"), ("move", "new", "old")):
        disk.take(event)
    names = {tuple(disk.lose(random.Random(seed))) for seed in range(50)}
    assert names == {(), ("new",), ("old",)}
    disk.take(("folder",))
    assert disk.lose(random.Random(1)) == {"old": b"!"}
    assert not disk.waits
