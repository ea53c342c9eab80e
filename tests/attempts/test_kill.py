"""Nothing that the game has answered is lost when it is killed; no migration is left half done."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.attempts.proof import figures

if TYPE_CHECKING:
    from pathlib import Path

RUNS, MIGRATIONS = 200, 100


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="needs fork")
def test_no_confirmed_reply_is_lost_when_the_game_is_killed(tmp_path: Path) -> None:
    found = figures("killing", tmp_path, RUNS)
    assert found["runs"] == RUNS
    assert found["kills"] >= RUNS
    assert found["confirmed"] > RUNS // 2
    assert found["attempts"] > 20
    assert (found["lost"], found["set aside"]) == (0, 0)


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="needs fork")
def test_no_migration_is_left_half_done_when_the_game_is_killed(tmp_path: Path) -> None:
    found = figures("migrating", tmp_path, MIGRATIONS)
    assert found["killed"] > MIGRATIONS * 0.9
    assert found["left earlier"] + found["left later"] == MIGRATIONS
    assert (found["half"], found["lost"]) == (0, 0)
