"""The first words in a terminal wait for nothing that they do not need."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PLAYED = """
import sys
from game.__main__ import run
run(["play", "lea", "--text"])
sys.stderr.write(" ".join({"click", "hashlib", "sqlite3", "typing", "yaml"} & {*sys.modules}))
"""


def test_a_scene_that_was_opened_before_is_told_without_slow_modules(tmp_path: Path) -> None:
    homes = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CACHE", "CONFIG", "DATA")}
    for needed in ("typing yaml", ""):
        done = subprocess.run(
            [sys.executable, "-c", PLAYED],
            env={**os.environ, **homes},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8",
        )
        assert done.stdout.strip()
        assert sorted(done.stderr.split()) == needed.split()
