"""Nothing that the game has answered is lost when it is killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

RUNS = 300


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="needs fork")
def test_no_confirmed_reply_is_lost_when_the_game_is_killed(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.attempts.killing", str(tmp_path), str(RUNS)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    figures = json.loads(done.stdout)
    assert figures["runs"] == RUNS
    assert figures["kills"] >= RUNS
    assert figures["confirmed"] > RUNS // 2
    assert figures["attempts"] > 20
    assert (figures["lost"], figures["set aside"]) == (0, 0)
