"""Our engine beside the peers: one generated story, the same trace first, then the tables.

python -m tests.benchmarks.peers --install            the peers, once, into $BENCH_PEERS
python -m tests.benchmarks.peers                      everything (an hour on two cores)
python -m tests.benchmarks.peers --repeats 3 --peers ours,inkcpp,bink,inkjs --nodes 50 500
python -m tests.benchmarks.peers --tables             writes the page again from the last answers
"""

from __future__ import annotations

import argparse
import json
import shlex
import sys
from typing import TYPE_CHECKING

from tests.benchmarks.pages import FRONT, machine, write
from tests.benchmarks.peers.goals import goals
from tests.benchmarks.peers.measure import OPERATIONS, measure, prepare
from tests.benchmarks.peers.roster import OURS, PEERS, PLACE, install
from tests.benchmarks.peers.tables import summary, tables

if TYPE_CHECKING:
    from tests.benchmarks.peers.measure import Result

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
        ABOUT.write_text(about(), "utf-8")
        measure(peers, asked.nodes, operations, asked.repeats, ANSWERS)
    found = json.loads(ANSWERS.read_text("utf-8"))
    write("peers", f"{ABOUT.read_text('utf-8')}\n{summary(found)}", FRONT)
    write("goals", f"{ABOUT.read_text('utf-8')}{_repeats(found)}\n{goals(found)}")
    write("peers", tables(found))
    return 0


def about() -> str:
    """What has to be known of a run: machine, date, load, command, and what the rows are."""
    command = shlex.join(["python", "-m", "tests.benchmarks.peers", *sys.argv[1:]])
    return (
        f"{machine()}. Made by `{command}`; all peers gave the same trace. "
        "Each cell is a process of its own, in another order; CPU time counts every thread. "
        f"`{OURS}` is the engine as the others are measured; `our program` is the game as it is started.\n"
    )


def _repeats(found: list[Result]) -> str:
    """How often every figure of a size was measured at least: a run may have been stopped before its end."""
    repeats: dict[tuple[int, str], set[int]] = {}
    for one in found:
        repeats.setdefault((one["n"], one["op"]), set()).add(one["rep"])
    sizes = sorted({size for size, _ in repeats})
    least = [min(len(of) for (size, _), of in repeats.items() if size == one) for one in sizes]
    told = ", ".join(f"{count} at {size:,} nodes" for size, count in zip(sizes, least, strict=True))
    return f"Medians of so many repeats at least: {told}.\n"


if __name__ == "__main__":
    sys.exit(main())
