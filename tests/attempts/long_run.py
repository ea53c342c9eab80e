"""The long proofs of the store, with a table of their figures.

    python -m tests.attempts.long_run [--short] [--seed SEED]

Takes about an hour; with --short, as many runs as the tests make.
"""

from __future__ import annotations

import argparse
import json
import platform
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROOFS = {
    "killing": ("the game killed (SIGKILL) while it is played", 200, 2_000),
    "power": ("the power fails while attempts are kept", 1_000, 20_000),
    "damage": ("a damaged store is opened", 300, 3_000),
    "migrating": ("killed in the middle of a migration", 100, 1_000),
}
"""What each proof does, and how often: short and long."""
FAILURES = ("lost", "corrupt", "broken copies", "half", "less than the copy")
"""Figures that have to be 0."""


def figures(proof: str, runs: int, seed: int) -> dict[str, float]:
    """What a proof counted."""
    with tempfile.TemporaryDirectory() as folder:
        place = [] if proof == "power" else [folder]
        done = subprocess.run(
            [sys.executable, "-m", f"tests.attempts.{proof}", *place, str(runs), str(seed)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return dict(json.loads(done.stdout))


def main() -> int:
    """Runs all of them; the exit status tells whether every promise was kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--seed", type=int, default=26)
    asked = parser.parse_args()
    kept = True
    say = sys.stdout.write
    say(f"{time.strftime('%Y-%m-%d')}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, ")
    say(f"seed {asked.seed}\n\n| proof | figures | minutes | kept |\n|---|---|---|---|\n")
    for proof, (told, short, long) in PROOFS.items():
        since = time.monotonic()
        found = figures(proof, short if asked.short else long, asked.seed)
        good = not any(found.get(name, 0) for name in FAILURES)
        kept &= good
        counted = ", ".join(f"{name} {count:,}" for name, count in found.items())
        minutes = (time.monotonic() - since) / 60
        say(f"| {told} | {counted} | {minutes:.1f} | {'yes' if good else 'NO'} |\n")
        sys.stdout.flush()
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
