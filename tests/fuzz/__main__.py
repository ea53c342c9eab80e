"""The long run: a million damaged inputs, on all cores.

    python -m tests.fuzz --inputs 1000000 --seed 1

writes what came of them into `tests/README.md`. With `--minutes`, it stops after so many, and tells how far
it came. `--only KIND --from NUMBER --inputs 1` feeds one input again, of which a finding tells the number;
what does not begin at the first number is told and not written.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed

from tests.fuzz.feeding import Tally
from tests.fuzz.kinds import KINDS
from tests.fuzz.page import table, write
from tests.fuzz.shares import bounded, chunks, work


def main() -> None:
    """Feeds, tells, and writes the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=24 * 60.0)
    parser.add_argument("--cores", type=int, default=os.cpu_count())
    parser.add_argument("--only", default="", choices=("", *[kind.name for kind in KINDS]))
    parser.add_argument("--from", type=int, default=0, dest="begin")
    asked = parser.parse_args()
    tallies = {kind.name: Tally() for kind in KINDS}
    most, until = 0.0, time.monotonic() + asked.minutes * 60
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(asked.cores, spawn, bounded) as pool:
        asked_for = [
            pool.submit(work, chunk) for chunk in chunks(asked.inputs, asked.seed, asked.only, asked.begin)
        ]
        for done in as_completed(asked_for):
            name, tally, held = done.result()
            tallies[name] = tallies[name].plus(tally)
            most = max(most, held)
            for finding in tally.findings:
                sys.stdout.write(f"{finding.kind}, number {finding.number}:\n{finding.error}\n\n")
            sys.stdout.flush()
            if time.monotonic() > until:
                pool.shutdown(wait=True, cancel_futures=True)
                break
    told = table(tallies, asked.seed, most)
    sys.stdout.write(told)
    if not asked.only and not asked.begin:
        write("fuzz", told)
    sys.exit(any(tally.findings or tally.slow for tally in tallies.values()))


if __name__ == "__main__":
    main()
