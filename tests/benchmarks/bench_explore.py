"""How long walking every state takes: of the shipped scenes, and of generated ones of 60 to 1,000 moments.

`python -m tests.benchmarks.bench_explore` prints a table with the peak of memory; under pytest each is a
benchmark. In the generated scenes a state is the moment, the guard and the trust: nothing else is read.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from game.authoring.explore.explore import explore
from game.engine.scene import Scene
from tests.engine.table import load
from tests.players import shipped

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

GENERATED = ("60", "200", "1000", "60-3")
SHIPPED = ("premiers_pas", "lea")
_TECHNIQUES = (
    "open_question",
    "simple_reflection",
    "validation",
    "affirmation",
    "premature_advice",
    "judging",
)
_HEAD = """\
format: 1
id: t
language: en
title: A generated scene
setting: gp
level: beginner
minutes: 10
brief: Nobody wrote this.
patient: {name: Nobody, age: 40, guardedness: 60, trust: 30}
start: m0
turning_points:
  storms_out: {when: guardedness >= 99 and trust <= 1, to: leaves}
moments:
"""
_END = "{ending: {outcome: opening, returns: true, title: The end, text: It ends here.}}\n"


def generated(moments: int, back: float = 0.0) -> Scene:
    """A scene of three replies a moment, its roads leading a little forward, and a share `back`."""
    pick = random.Random(moments)
    parts = [_HEAD]
    for number in range(moments):
        parts.append(f" m{number}:\n  patient: A line.\n  choices:\n")
        parts += [_choice(pick, number, moments, place, back) for place in range(3)]
    return load("".join([*parts, f" close: {_END} leaves: {_END}"]))


def _choice(pick: random.Random, number: int, moments: int, place: int, back: float) -> str:
    when = ""
    if place and pick.random() < 0.33:
        measure, sign = pick.choice(("trust", "guardedness")), pick.choice((">=", "<="))
        when = f"when: {measure} {sign} {pick.randint(10, 50)}, "
    stride = max(1, moments // 25)
    ahead = place == 0 or pick.random() >= back
    target = max(0, number + (pick.randint(1, stride) if ahead else -pick.randint(0, stride)))
    effects = f"{{trust: {pick.randint(-2, 2)}, guardedness: {pick.randint(-2, 2)}}}"
    to = f"m{target}" if target < moments else "close"
    technique = pick.choice(_TECHNIQUES)
    return f"   c{place}: {{say: X, technique: {technique}, {when}effects: {effects}, then: {to}}}\n"


def named(name: str) -> Scene:
    """A shipped scene by its name, or a generated one by its size; in `60-3`, 3 % of the roads lead back."""
    size, _, share = name.partition("-")
    if size.isdecimal():
        return generated(int(size), int(share or 0) / 100)
    catalogue = shipped()
    return Scene(catalogue.scenario(name, "fr"), catalogue.rubric)


@pytest.mark.parametrize("name", [*SHIPPED, "60"])
def test_explore(benchmark: BenchmarkFixture, name: str) -> None:
    scene = named(name)
    assert benchmark(explore, scene).exhaustive


def measure(name: str, rounds: int) -> None:
    """Prints one line: states, transitions, the median processor seconds of some rounds, and the peak."""
    scene = named(name)
    seconds = []
    for _ in range(rounds):
        begun = time.process_time()
        found = explore(scene)
        seconds.append(time.process_time() - begun)
    sys.stdout.write(
        f"{name:>12} | {found.states:9,} | {found.transitions:11,} | {statistics.median(seconds):7.2f}"
        f" | {_peak():8.0f} | {found.stopped or 'exhaustive'}\n"
    )


def _peak() -> float:
    """The most memory that this process ever had, in MiB; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def main() -> None:
    """Prints the table, each scene in a process of its own."""
    if len(sys.argv) > 1:
        measure(sys.argv[1], 5 if len(sys.argv) < 3 else int(sys.argv[2]))
        return
    sys.stdout.write("       scene |    states | transitions | seconds | peak MiB |\n")
    sys.stdout.flush()
    for name in (*SHIPPED, *GENERATED):
        subprocess.run([sys.executable, "-m", "tests.benchmarks.bench_explore", name], check=True)


if __name__ == "__main__":
    main()
