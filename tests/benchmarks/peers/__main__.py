"""Our engine beside the peers: one generated story, the same trace first, then the tables.

python -m tests.benchmarks.peers --install            the peers, once, into $BENCH_PEERS
python -m tests.benchmarks.peers                      everything (an hour on two cores)
python -m tests.benchmarks.peers --repeats 3 --peers ours,inkcpp,bink,inkjs --nodes 50 500
python -m tests.benchmarks.peers --tables             writes the page again from the last answers
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import shlex
import sys
from pathlib import Path

from tests.benchmarks.peers.measure import OPERATIONS, measure, prepare
from tests.benchmarks.peers.roster import OURS, PEERS, PLACE, install
from tests.benchmarks.peers.tables import tables

PAGE = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- peers: begin -->", "<!-- peers: end -->"
ANSWERS = PLACE / "answers.json"
ABOUT = PLACE / "about.txt"


def main() -> int:
    """Measures, and writes the tables into the page; 1 where a peer played another story."""
    words = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.peers",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    words.add_argument("--install", action="store_true", help="install the peers and stop")
    words.add_argument("--tables", action="store_true", help="only write the page again")
    words.add_argument("--nodes", type=int, nargs="+", default=[50, 500, 5_000])
    words.add_argument("--repeats", type=int, default=5)
    words.add_argument("--seed", type=int, default=7)
    words.add_argument("--peers", default="", help="names with commas between them; all where missing")
    words.add_argument("--operations", default="", help="all where missing")
    asked = words.parse_args()
    if asked.install:
        install()
        return 0
    if not asked.tables:
        named = asked.peers.split(",") if asked.peers else [peer.name for peer in PEERS]
        peers = [peer for peer in PEERS if peer.name in named]
        operations = asked.operations.split(",") if asked.operations else OPERATIONS
        PLACE.mkdir(parents=True, exist_ok=True)
        if not prepare(peers, asked.nodes, asked.seed):
            return 1
        measure(peers, asked.nodes, operations, asked.repeats, ANSWERS)
        ABOUT.write_text(about(asked.repeats), "utf-8")
    told = tables(json.loads(ANSWERS.read_text("utf-8")))
    write(f"{ABOUT.read_text('utf-8')}\n{told}")
    return 0


def about(repeats: int) -> str:
    """What has to be known of a run: machine, date, command, and how the figures are made."""
    command = shlex.join(["python", "-m", "tests.benchmarks.peers", *sys.argv[1:]])
    day = datetime.datetime.now(datetime.UTC).date()
    return (
        f"{day}, {_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}. "
        f"Made by `{command}`; all peers gave the same trace.\n"
        f"Medians of {repeats} repeats; in brackets, how many times ours: the median of the ratios within a "
        "repeat, since the machine is shared.\nEach cell is a process of its own, in another order.\n"
        "CPU time counts every thread.\n"
        f"`{OURS}` is the engine as the others are measured; `our program` is the game as it is started.\n"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), "unknown")


def write(text: str) -> None:
    """Puts the tables where the page has room for them."""
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{text}{END}{after}", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
