"""Mutation testing of the rules and of loading.

python -m tests.mutation                    every mutant (an hour or more)
python -m tests.mutation --sample 1200      a random sample over all files, in proportion
python -m tests.mutation --again            those that were alive, against all tests that reach them
python -m tests.mutation --report           what is known, file by file
"""

from __future__ import annotations

import argparse
import hashlib
import os
import pickle
import random
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.mutation.findings import Findings
from tests.mutation.mutants import Source
from tests.mutation.trial import OPTIONS, RETENTION, ROOT, Reach, Warm, in_fork

if TYPE_CHECKING:
    from tests.mutation.mutants import Mutant

ROOMS = ("engine", "loading")
TESTS = (
    *(
        "tests/engine",
        "tests/loading",
        "tests/authoring/test_pages.py",
        "tests/authoring/check/test_rules.py",
    ),
    *("tests/authoring/translate", "tests/app/test_debrief.py", "tests/app/test_remarks.py"),
)
LEFT_OUT = "not damaged and not many and not wall and not memory and not strange and not shipped_scenes_load"
"""Long tests that find what a change breaks later than the others do."""


def main() -> None:
    asked = _asked()
    asked.folder.mkdir(parents=True, exist_ok=True)
    named = {path.relative_to(ROOT / "game").as_posix(): path for path in _sources()}
    sources = {name: Source(path, name) for name, path in named.items()}
    findings = Findings(asked.folder, [one for source in sources.values() for one in source.mutants])
    if not asked.report:
        reach = _reach(asked.folder / "reach", asked.jobs)
        todo = _todo(sources, findings, asked)
        if todo:
            _try(sources, findings, reach, todo, asked)
        findings.read()
    print(findings.report())  # noqa: T201


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.mutation", description=__doc__.split("\n")[0])
    parser.add_argument("--sample", type=int, metavar="N", help="so many mutants, drawn with the seed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", metavar="TEXT", help="mutants whose key holds this text")
    parser.add_argument("--again", action="store_true", help="those that were alive, once more")
    parser.add_argument("--report", action="store_true", help="try nothing")
    parser.add_argument("--effort", type=float, default=10.0, help="seconds of tests for a mutant")
    parser.add_argument("--minutes", type=float, default=1e6, help="begin nothing after so long")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "mutation", help="where findings lie")
    asked = parser.parse_args()
    asked.until = time.monotonic() + asked.minutes * 60
    return asked


def _sources() -> list[Path]:
    return [path for room in ROOMS for path in sorted((ROOT / "game" / room).glob("*.py"))]


def _todo(
    sources: dict[str, Source], findings: Findings, asked: argparse.Namespace
) -> list[tuple[Mutant, int]]:
    """In an order of which every beginning is a random sample over all files, in proportion."""
    drawn = []
    for name, source in sources.items():
        numbers = list(range(len(source.mutants)))
        random.Random(f"{asked.seed} {name}").shuffle(numbers)
        drawn += [((rank + 0.5) / len(numbers), name, number) for rank, number in enumerate(numbers)]
    chosen = [(sources[name].mutants[number], number) for _, name, number in sorted(drawn)][: asked.sample]
    return [
        (mutant, number)
        for mutant, number in chosen
        if asked.only in mutant.key and findings.open(mutant, asked.again)
    ]


def _reach(folder: Path, jobs: int) -> Reach:
    """Which test reaches what, looked at anew for each file of tests that has changed since."""
    folder.mkdir(exist_ok=True)
    rooms = "".join(_digest(path) for path in _sources())
    kept = {file: folder / f"{_digest(file, rooms)}.pickle" for file in _test_files()}
    stale = sorted((file for file, known in kept.items() if not known.exists()), key=kept.__getitem__)
    for job in range(jobs):
        share = stale[job::jobs]
        if share and os.fork() == 0:
            in_fork(partial(_look, share, kept), 3_600)
            os._exit(0)
    _wait()
    reach = Reach(())
    for known in kept.values():
        lines, cost, failed = pickle.loads(known.read_bytes())
        reach.lines |= lines
        reach.cost |= cost
        reach.failed += failed
    if reach.failed:
        raise SystemExit(f"These fail without any mutant: {', '.join(reach.failed)}")
    return reach


def _look(files: list[Path], kept: dict[Path, Path]) -> bool:
    reach = Reach(tuple(f"{ROOT}/game/{room}/" for room in ROOMS))
    pytest.main([*OPTIONS, *RETENTION, *map(str, files), "-k", LEFT_OUT], plugins=[reach])
    for file in files:
        name = f"{file.relative_to(ROOT).as_posix()}::"
        own = [test for test in reach.lines if test.startswith(name)]
        found = (
            {test: reach.lines[test] for test in own},
            {test: reach.cost[test] for test in own},
            [test for test in reach.failed if test.startswith(name)],
        )
        kept[file].write_bytes(pickle.dumps(found))
    return True


def _test_files() -> list[Path]:
    paths = [ROOT / test for test in TESTS]
    return [file for path in paths for file in (sorted(path.rglob("test_*.py")) if path.is_dir() else [path])]


def _digest(file: Path, other: str = "") -> str:
    parts = (str(file.relative_to(ROOT)).encode(), file.read_bytes(), other.encode())
    return hashlib.sha256(b"".join(parts)).hexdigest()[:20]


def _try(
    sources: dict[str, Source],
    findings: Findings,
    reach: Reach,
    todo: list[tuple[Mutant, int]],
    asked: argparse.Namespace,
) -> None:
    """Tries mutants in several processes at once."""

    def work(warm: Warm) -> None:
        for job in range(asked.jobs):
            if os.fork() == 0:
                for mutant, number in todo[job :: asked.jobs]:
                    if time.monotonic() > asked.until:
                        break
                    source = sources[mutant.file]
                    tests, cost = reach.of(source.path[len(str(ROOT)) :], mutant, asked.effort)
                    found = warm.tried(source.code(number), mutant, tests, cost) if tests else "unreached"
                    findings.add(mutant, found)
                os._exit(0)
        _wait()

    pytest.main([*OPTIONS, *RETENTION, *map(str, _test_files())], plugins=[Warm(work)])


def _wait() -> None:
    with suppress(ChildProcessError):
        while True:
            os.wait()


if __name__ == "__main__":
    main()
