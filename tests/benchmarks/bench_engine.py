"""How fast sessions are played, saved and restored.

`python -m tests.benchmarks.bench_engine` prints a table.
"""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from game.attempts.record import Attempt, restore, save
from game.engine.play import choices, choose, is_over, opening
from game.engine.scene import Scene
from game.loading.catalogue import Catalogue
from game.loading.folder import load_folder
from game.model.events import MomentEntered, PatientReplied
from tests.benchmarks.stories import RUBRIC, write_scene

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

    from game.model.state import State

SIZES = (50, 500, 5_000)
SESSIONS = 40


class Made(NamedTuple):
    """A generated scene, on disk and ready."""

    folder: Path
    catalogue: Catalogue
    scene: Scene


def make(folder: Path, size: int) -> Made:
    """The generated scene of that size."""
    catalogue = Catalogue([], RUBRIC)
    scene = write_scene(folder, size)
    scenario, diagnostics, *_ = load_folder(scene, "en", catalogue.rubric)
    assert scenario is not None
    assert not diagnostics.failed
    return Made(scene, catalogue, Scene(scenario, catalogue.rubric))


def play(scene: Scene, seed: int, most: int = 10_000) -> tuple[State, list[str]]:
    """One session: at each turn its lines are read, its replies listed, and one of them is chosen."""
    state, events = opening(scene, seed)
    said: list[str] = []
    dice = seed
    while not is_over(scene, state) and len(said) < most:
        for event in events:
            if event.__class__ is MomentEntered or event.__class__ is PatientReplied:
                for line in event.lines:  # type: ignore[union-attr]
                    _ = line.text
        offered = choices(scene, state)
        dice = dice * 1_664_525 + 1_013_904_223 & 0xFFFFFFFF
        choice = offered[(dice >> 16) % len(offered)].id
        said.append(choice)
        state, events = choose(scene, state, choice)
    return state, said


def sessions(scene: Scene) -> int:
    """Many sessions; their turns."""
    return sum(len(play(scene, seed)[1]) for seed in range(SESSIONS))


def after_twenty(scene: Scene) -> tuple[Attempt, State]:
    """An attempt in which 20 replies were given, and where it stands."""
    for seed in range(1_000):
        state, said = play(scene, seed, 20)
        if len(said) == 20:
            scenario = scene.scenario
            probes = {4: "ashamed", 9: "sad"}
            return Attempt(scenario.id, scenario.digest, "en", seed, "guided", tuple(said), probes), state
    raise AssertionError("no session is that long")


@pytest.fixture(scope="module", params=SIZES)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(tmp_path_factory.mktemp("bench"), request.param)


def test_turns(benchmark: BenchmarkFixture, made: Made) -> None:
    turns = benchmark(sessions, made.scene)
    assert turns > SESSIONS


def test_save(benchmark: BenchmarkFixture, made: Made) -> None:
    data = benchmark(save, *after_twenty(made.scene))
    assert len(data) <= 600


def test_restore(benchmark: BenchmarkFixture, made: Made) -> None:
    attempt, state = after_twenty(made.scene)
    assert benchmark(restore, made.scene, save(attempt, state)) == (attempt, state)


def cpu(job: Callable[[], object], times: int, repeats: int = 9) -> tuple[float, float]:
    """Median and least CPU seconds of one call."""
    taken = []
    for _ in range(repeats):
        gc.collect()
        begun = time.process_time()
        for _ in range(times):
            job()
        taken.append((time.process_time() - begun) / times)
    return statistics.median(taken), min(taken)


def main() -> None:
    """Prints the table: median CPU time, and the best run in brackets."""
    out = sys.stdout
    out.write("moments |  load ms (best) | prepare ms |  turns/s (best)   | save us | restore us | bytes\n")
    rows: list[tuple[float, ...]] = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            folder, catalogue, scene = make(Path(name), size)
            scenario, rubric = scene.scenario, catalogue.rubric
            few = 9 if size < 5_000 else 3
            load, load_best = cpu(lambda: load_folder(folder, "en", rubric), 1, few)  # noqa: B023
            prepare, _ = cpu(lambda: Scene(scenario, rubric), 20)  # noqa: B023
            sessions(scene)
            turns = sessions(scene)
            played, played_best = cpu(lambda: sessions(scene), 1, 15)  # noqa: B023
            attempt, state = after_twenty(scene)
            data = save(attempt, state)
            saved, _ = cpu(lambda: save(attempt, state), 2_000)  # noqa: B023
            restored, _ = cpu(lambda: restore(scene, data), 2_000)  # noqa: B023
        rows.append((load * 1e3, prepare * 1e3, played / turns * 1e6, saved * 1e6, restored * 1e6))
        out.write(
            f"{size:7} | {load * 1e3:8.1f} ({load_best * 1e3:.1f}) | {prepare * 1e3:10.3f} | "
            f"{turns / played:8.0f} ({turns / played_best:.0f}) | {saved * 1e6:7.1f} | "
            f"{restored * 1e6:10.1f} | {len(data):5}\n"
        )
    names = ("load", "prepare", "a turn", "save", "restore")
    for before, after, size, bigger in zip(rows, rows[1:], SIZES, SIZES[1:], strict=False):
        growth = ", ".join(
            f"{name} x{new / old:.1f}" for name, old, new in zip(names, before, after, strict=True)
        )
        out.write(f"{size} -> {bigger}: {growth}\n")


if __name__ == "__main__":
    main()
