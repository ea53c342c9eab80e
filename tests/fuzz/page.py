"""The page of promises: where a long run writes what it found."""

from __future__ import annotations

import datetime
import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.fuzz.feeding import Tally

PAGE = Path(__file__).parents[1] / "README.md"


def table(tallies: Mapping[str, Tally], seed: int, memory: float) -> str:
    """What came of a run, as a table with its date, seed and versions; `memory` is in MiB."""
    whole = sum(tally.inputs for tally in tallies.values())
    rows = [
        "| kind | inputs | accepted | findings | mean ms | slowest ms | over 100 ms |",
        "|---|--:|--:|--:|--:|--:|--:|",
        *[
            f"| {name} | {one.inputs:,} | {one.accepted:,} | {len(one.findings)} "
            f"| {one.total / one.inputs:.2f} | {one.slowest:.0f} | {one.slow} |"
            for name, one in tallies.items()
            if one.inputs
        ],
    ]
    day = datetime.datetime.now(datetime.UTC).date()
    parser = "libyaml" if yaml.__with_libyaml__ else "its Python parser"
    return (
        f"{day}, seed {seed}, {whole:,} inputs; most memory of a process {memory:.0f} MiB. "
        f"Python {platform.python_version()}, PyYAML {version('PyYAML')} with {parser}, {platform.system()}, "
        f"{os.cpu_count()} cores.\n\n" + "\n".join(rows) + "\n"
    )


def write(part: str, text: str) -> None:
    """Puts a text between the marks of that part."""
    begin, end = f"<!-- {part}: begin -->", f"<!-- {part}: end -->"
    before, _, rest = PAGE.read_text("utf-8").partition(begin)
    _, _, after = rest.partition(end)
    PAGE.write_text(f"{before}{begin}\n{text}{end}{after}", "utf-8")
