"""The real window under measure: a whole session's frames, and what a patient takes who is only looked at.

`python -m tests.benchmarks.frames` plays by keys under SDL's dummy driver and, where there is Xvfb, on an X
server in memory, and writes the tables of the README here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.pages import machine, write
from tests.benchmarks.sitting import STATES
from tests.window.xserver import lacking, x_server

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[2]
SIZES = ("1280x720", "1920x1080")
DRIVERS = ("dummy", "x11")
Surroundings = dict[str, str]


def missing(driver: str) -> str:
    """What this machine lacks for a driver; nothing where all is there."""
    return ", ".join(lacking("Xvfb")) if driver == "x11" else ""


@contextmanager
def surroundings(driver: str, folder: Path) -> Iterator[Surroundings]:
    """The environment of a player with a disk and, for X11, a display of their own; compiled code is kept."""
    own = {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CACHE", "CONFIG", "DATA")}
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    found = {**given, **own, "PYTHONPYCACHEPREFIX": str(folder / "code"), "PYTHONPATH": str(ROOT)}
    found |= {"SDL_VIDEODRIVER": driver, "SDL_AUDIODRIVER": "dummy"}
    if driver != "x11":
        yield found
        return
    with x_server("1920x1080") as server:
        yield {**found, "DISPLAY": server.display}


def sitting(*words: str, within: Mapping[str, str]) -> str:
    """What a sitting says at its end."""
    command = [sys.executable, "-m", "tests.benchmarks.sitting", *words]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=within, cwd=ROOT)
    return done.stdout.splitlines()[-1]


def played(folder: Path, within: Mapping[str, str]) -> tuple[dict[str, Any], float]:
    """The summary of a whole session and its peak of memory in MB; the first sitting of a new disk should be
    another one."""
    path = folder / "frames.jsonl"
    peak = float(sitting(str(path), within=within))
    return json.loads(path.read_text("utf-8").splitlines()[-1])["summary"], peak


def looked(state: str, size: str, within: Mapping[str, str]) -> float:
    """The share of one core, in percent, that a patient takes who is only looked at."""
    return float(sitting("--look", state, "--size", size, within=within))


def tables(driver: str, folder: Path) -> str:
    """The session and the looks under one driver, as Markdown."""
    with surroundings(driver, folder) as within:
        looks = {(state, size): looked(state, size, within) for size in SIZES for state in STATES}
        summary, peak = played(folder, within)
    rows = [(name, found) for name, found in summary["screens"].items()]
    lines = [
        f"Under the driver `{driver}`:",
        "",
        "| screen | frames | half, ms CPU | 99 in 100, ms CPU | longest, ms CPU | half, ms | 99 in 100, ms |",
        "|---|---:|---:|---:|---:|---:|---:|",
        *[
            f"| {name} | {found['frames']} | {own['p50']:.1f} | {own['p99']:.0f} | {own['most']:.0f}"
            f" | {found['p50']:.1f} | {found['p99']:.0f} |"
            for name, found in [*rows, ("all", {**summary["all"], "own": summary["own"]})]
            for own in [found["own"]]
        ],
        "",
        f"Memory at its peak: {peak:.0f} MB.",
        "",
        f"| % of one core | {' | '.join(SIZES)} |",
        "|---|---:|---:|",
        *[f"| {state} | {' | '.join(f'{looks[state, size]:.1f}' for size in SIZES)} |" for state in STATES],
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    """Measures, and writes the tables."""
    with tempfile.TemporaryDirectory() as name:
        told = [tables(driver, Path(name)) for driver in DRIVERS if not missing(driver)]
    about = f"{machine()}. Made by `python -m tests.benchmarks.frames`.\n"
    write("frames", "\n".join([about, *told]))


if __name__ == "__main__":
    main()
