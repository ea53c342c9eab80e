"""Nothing that the game has answered is lost when it is killed; no migration is left half done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

RUNS, MIGRATIONS = 200, 100


def run(proof: str, folder: Path, runs: int) -> dict[str, int]:
    """The figures of so many runs."""
    done = subprocess.run(
        [sys.executable, "-m", proof, str(folder), str(runs)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return dict(json.loads(done.stdout))


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="needs fork")
def test_no_confirmed_reply_is_lost_when_the_game_is_killed(tmp_path: Path) -> None:
    figures = run("tests.attempts.killing", tmp_path, RUNS)
    assert figures["runs"] == RUNS
    assert figures["kills"] >= RUNS
    assert figures["confirmed"] > RUNS // 2
    assert figures["attempts"] > 20
    assert (figures["lost"], figures["set aside"]) == (0, 0)


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="needs fork")
def test_no_migration_is_left_half_done_when_the_game_is_killed(tmp_path: Path) -> None:
    figures = run("tests.attempts.migrating", tmp_path, MIGRATIONS)
    assert figures["killed"] > MIGRATIONS * 0.9
    assert figures["left earlier"] + figures["left later"] == MIGRATIONS
    assert (figures["half"], figures["lost"]) == (0, 0)
