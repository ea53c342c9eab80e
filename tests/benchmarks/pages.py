"""The page of figures: each command writes its own part of it."""

from __future__ import annotations

import datetime
import os
import platform
from pathlib import Path

PAGE = Path(__file__).parent / "README.md"
FRONT = Path(__file__).parents[2] / "README.md"
"""The front page of the project, which shows one table of them."""


def write(part: str, text: str, page: Path = PAGE) -> None:
    """Puts a text between the marks of that part."""
    begin, end = f"<!-- {part}: begin -->", f"<!-- {part}: end -->"
    before, _, rest = page.read_text("utf-8").partition(begin)
    _, _, after = rest.partition(end)
    page.write_text(f"{before}{begin}\n{text}{end}{after}", "utf-8")


def machine() -> str:
    """The day and the machine of a run, and how busy it was with other work, in one line."""
    day = datetime.datetime.now(datetime.UTC).date()
    busy = f"{os.getloadavg()[1]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    python = platform.python_version()
    return f"{day}, {_processor()}, {os.cpu_count()} cores, load {busy}, Python {python}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "unknown")
