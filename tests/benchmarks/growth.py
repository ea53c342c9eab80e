"""How each path grows with the size of a scene, or with the number of attempts.

`python -m tests.benchmarks.growth` measures all of them and writes the table into the page of figures.
"""

from __future__ import annotations

import gc
import math
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from game.app.encounter import Encounter
from game.app.map import Mapper
from game.app.phrases import Phrases
from game.app.teller import Teller
from game.attempts.journal import Journal
from game.attempts.rescue import open_store
from game.authoring.check.folder import check_folder
from game.authoring.explore.explore import explore
from game.engine.replay import replay
from game.engine.scene import Scene
from game.loading.catalogue import Catalogue
from game.loading.compiled import Compiled
from game.loading.folder import load_folder
from tests.attempts.shelf import heading, replies
from tests.benchmarks.bench_engine import play, sessions
from tests.benchmarks.bench_explore import generated
from tests.benchmarks.bench_store import SCENES, summary
from tests.benchmarks.pages import machine, write
from tests.benchmarks.stories import RUBRIC, write_scene
from tests.players import controller

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SIZES = (50, 500, 5_000)
EXPLORED = (60, 200, 600)
ATTEMPTS = (100, 1_000, 10_000)
REPEATS = 3


class Row(NamedTuple):
    """A path: what its sizes count, and the milliseconds of CPU time at each."""

    name: str
    sizes: Sequence[int]
    took: list[float]
    note: str = ""

    @property
    def exponent(self) -> float:
        """The power of the size with which the last step grows."""
        return math.log(self.took[-1] / self.took[-2]) / math.log(self.sizes[-1] / self.sizes[-2])


def took(job: Callable[[], object]) -> float:
    """The median CPU time of a job, in milliseconds."""
    found = []
    for _ in range(REPEATS):
        gc.collect()
        begun = time.process_time()
        job()
        found.append((time.process_time() - begun) * 1e3)
    return statistics.median(found)


def by_moments(folder: Path) -> Iterator[Row]:
    """Everything that has to do with one scene."""
    rows: dict[str, list[float]] = {}
    for size in SIZES:
        for name, one in _scene(folder, size):
            rows.setdefault(name, []).append(one)
    for name, found in rows.items():
        yield Row(name, SIZES, found)


def _scene(folder: Path, size: int) -> Iterator[tuple[str, float]]:
    place = write_scene(folder, size)
    compiled = Compiled(folder / f"compiled_{size}")
    rubric = Catalogue([], RUBRIC).rubric

    def known() -> Scene:
        catalogue = Catalogue([place.parent], RUBRIC, compiled)
        return Scene(catalogue.scenario("story", "en"), catalogue.rubric)

    yield "load from source", took(lambda: load_folder(place, "en", rubric))
    known()
    yield "load a known text", took(known)
    scene = known()
    sessions(scene)
    yield "a turn", took(lambda: sessions(scene)) / sessions(scene)
    yield "check", took(lambda: check_folder(place, rubric))
    _, said = play(scene, 1)
    running = Encounter(scene, replay(scene, 1, said), "guided", {})
    yield "debrief, by turn of the session", took(lambda: Teller().view(running, Phrases("en"))) / len(said)
    mapper = Mapper(Catalogue([place.parent], RUBRIC, compiled), Journal(None), Phrases("en"), "guided")
    yield "branch map", took(lambda: mapper.view(scene, running))


def by_states() -> Row:
    """The proof, over generated scenes of which a state is the moment, the guard and the trust."""
    found, states = [], []
    for size in EXPLORED:
        scene = generated(size)
        found.append(took(lambda: explore(scene)))  # noqa: B023
        states.append(f"{explore(scene).states:,}")
    return Row("explore", EXPLORED, found, f"{', '.join(states)} states")


def by_attempts(folder: Path) -> Row:
    """The library of a learner with so many attempts in the store, which is opened for it."""
    found = []
    for count in ATTEMPTS:
        data = folder / f"attempts_{count}"
        with closing(open_store(data, "x").store) as store, store.together():
            for number in range(count):
                one = heading(number, learner="", digest=f"{number % 20:064x}")
                one = one._replace(scene=SCENES[number % len(SCENES)])
                store.begin(one, b"a scene" * 500, replies(30))
                store.finish(one.id, "2026-11-23T09:00:00Z", summary(number))

        def show() -> None:
            game = controller("fr", journal=Journal(data))  # noqa: B023
            _ = game.view
            game.close()

        found.append(took(show))
    return Row("library", ATTEMPTS, found, "attempts")


def table(rows: Iterator[Row]) -> str:
    """The rows as Markdown."""
    lines = ["| ms of CPU time | small | middle | large | exponent |", "|---|---:|---:|---:|---:|"]
    for row in rows:
        cells = [f"{_number(one)} ({size:,})" for one, size in zip(row.took, row.sizes, strict=True)]
        name = f"{row.name} ({row.note})" if row.note else row.name
        lines.append(f"| {name} | {' | '.join(cells)} | {row.exponent:.2f} |")
        sys.stderr.write(f"{lines[-1]}\n")
    return "\n".join(lines) + "\n"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _rows(folder: Path) -> Iterator[Row]:
    yield from by_moments(folder)
    yield by_states()
    yield by_attempts(folder)


def main() -> None:
    """Measures, and writes the table."""
    with tempfile.TemporaryDirectory() as name:
        told = table(_rows(Path(name)))
    about = f"{machine()}. Made by `python -m tests.benchmarks.growth`; medians of {REPEATS} repeats.\n"
    write("growth", f"{about}\n{told}")


if __name__ == "__main__":
    main()
