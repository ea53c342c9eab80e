"""The game without one of its packages: the others are there, that one is missing as if never installed."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.talk import ROOT

if TYPE_CHECKING:
    from collections.abc import Collection

PROGRAM = (sys.executable, "-S", "-c")


def without(folder: Path, missing: Collection[str]) -> str:
    """The search path of a Python (`-S`) that lacks these packages."""
    site = folder / "site"
    site.mkdir()
    for name in ("purelib", "platlib"):
        for entry in Path(sysconfig.get_path(name)).iterdir():
            package = entry.name.partition(".")[0].partition("-")[0]
            link = site / entry.name
            if package not in missing and not link.exists():
                link.symlink_to(entry)
    return f"{site}:{ROOT}"
