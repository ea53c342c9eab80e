"""How long drawing a scene takes, from 50 to 500 moments, and how many sessions are simulated in a second.

`python -m tests.benchmarks.bench_graph` prints a table; under pytest each is a benchmark.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.authoring.graph.cards import size
from game.authoring.graph.extract import extract
from game.authoring.graph.html import html
from game.authoring.graph.layout import layout
from game.authoring.graph.model import Edge, Graph, Node
from game.authoring.graph.svg import svg
from game.authoring.simulate.figures import simulate
from game.engine.scene import Scene
from tests.benchmarks.bench_engine import cpu, make
from tests.players import shipped

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

    from game.authoring.graph.layout import Layout

SIZES = (50, 500)
SESSIONS = 20


def drawn(folder: Path, moments: int) -> Graph:
    """The graph of a generated scene: a tangle, as no author would write it."""
    scene = make(folder, moments).scene
    return extract(scene.scenario, scene.rubric, {})


def placed(graph: Graph) -> Layout:
    """Its layout, with the sizes of the cards."""
    return layout(graph, {node.id: size(node) for node in graph.nodes})


def anywhere(moments: int) -> Graph:
    """The worst case: every moment leads to four others, near or far; roads pass hundreds of layers."""
    nodes = tuple(Node(f"n{number}", "moment", f"n{number}", "") for number in range(moments))
    roads = {
        (number, (number * 7 + step * step * 61) % moments) for number in range(moments) for step in range(4)
    }
    edges = tuple(Edge(f"n{source}", f"n{goal}", "onward", (), ("",)) for source, goal in sorted(roads))
    return Graph("Anywhere", "en", "n0", nodes, edges)


def lea() -> Scene:
    """The large shipped scene."""
    catalogue = shipped()
    return Scene(catalogue.scenario("lea", "fr"), catalogue.rubric)


@pytest.mark.parametrize("moments", SIZES)
def test_layout(benchmark: BenchmarkFixture, tmp_path: Path, moments: int) -> None:
    graph = drawn(tmp_path, moments)
    assert len(benchmark(placed, graph).boxes) == len(graph.nodes)


def test_layout_of_the_worst_case(benchmark: BenchmarkFixture) -> None:
    graph = anywhere(500)
    assert len(benchmark(placed, graph).boxes) == len(graph.nodes)


def test_sessions(benchmark: BenchmarkFixture) -> None:
    scene = lea()
    assert len(benchmark(lambda: list(simulate(scene, SESSIONS, 1)))) > 3


def main() -> None:
    """Prints the table: median CPU milliseconds."""
    out = sys.stdout
    out.write("moments | roads | layout ms | svg ms | html ms\n")
    for moments in SIZES:
        with tempfile.TemporaryDirectory() as name:
            graph = drawn(Path(name), moments)
        times = [cpu(job, 1, 5)[0] * 1e3 for job in (
            lambda: placed(graph), lambda: svg(graph, str), lambda: html(graph, "en", str)  # noqa: B023
        )]  # fmt: skip
        out.write(
            f"{moments:7} | {len(graph.edges):5} | {times[0]:9.0f} | {times[1]:6.0f} | {times[2]:7.0f}\n"
        )
    worst = anywhere(500)
    seconds = cpu(lambda: placed(worst), 1, 3)[0]
    out.write(f"the worst case: 500 moments, {len(worst.edges)} roads, layout {seconds * 1e3:.0f} ms\n")
    scene = lea()
    everyone = list(simulate(scene, SESSIONS, 1))
    sessions = sum(figures.sessions for figures in everyone)
    turns = sum(figures.turns * figures.sessions for figures in everyone)
    seconds = cpu(lambda: list(simulate(scene, SESSIONS, 1)), 1, 5)[0]
    out.write(f"lea: {sessions / seconds:.0f} sessions/s, {turns / seconds:.0f} turns/s\n")


if __name__ == "__main__":
    main()
