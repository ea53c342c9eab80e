"""A proof of the store, such as `tests.attempts.killing`, run in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def figures(proof: str, *words: object) -> dict[str, int]:
    """What the proof counted; it complains of nothing."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.attempts.{proof}", *map(str, words)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return dict(json.loads(done.stdout))
