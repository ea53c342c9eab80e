"""What the tests of the graph share: drawn scenes, a hostile one, and a large one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from game.authoring.graph.extract import extract
from game.authoring.graph.model import Edge, Graph, Node
from game.authoring.simulate.figures import Entrance, entrances
from game.engine.scene import Scene
from tests.engine.table import rubric, scene
from tests.players import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

EVIL = "</script><script>alert(1)</script>\"'`]}--><img src=x onerror=alert(1)>&#34;|"


@cache
def drawn(name: str, language: str = "en") -> Graph:
    """A shipped scene's graph."""
    catalogue = shipped()
    scenario = catalogue.scenario(name, language)
    return extract(scenario, catalogue.rubric, entrances(Scene(scenario, catalogue.rubric), 3, 1))


def graph_of(one: Scene, **guards: int) -> Graph:
    """The graph of a small scene, with these guards at the entrance of its moments."""
    return extract(one.scenario, rubric(), {name: Entrance(1.0, guard) for name, guard in guards.items()})


@cache
def hostile() -> Graph:
    """Every text of a scene tries to leave its place."""
    graph = drawn("lea")
    nodes = tuple(_evil(node) for node in graph.nodes)
    return graph._replace(title=EVIL, nodes=nodes)


def _evil(node: Node) -> Node:
    return node._replace(
        title=EVIL,
        excerpt=EVIL,
        when=EVIL if node.when else "",
        words=tuple(words._replace(text=EVIL) for words in node.words),
        replies=tuple(
            reply._replace(say=EVIL, techniques=(EVIL,), when=EVIL, confides=EVIL, answer=EVIL, feedback=EVIL)
            for reply in node.replies
        ),
    )


def large(count: int) -> Graph:
    """So many moments with three roads each, a few of them back."""
    return Graph("Large", "en", "n0", tuple(_many(count)), tuple(_roads(count)))


def _many(count: int) -> Iterator[Node]:
    for number in range(count):
        yield Node(f"n{number}", "moment", f"n{number}", "")


def _roads(count: int) -> Iterator[Edge]:
    dice = 1
    seen = set()
    for number in range(count):
        for _ in range(3):
            dice = dice * 1_664_525 + 1_013_904_223 & 0xFFFFFFFF
            target = number + (dice >> 16) % 21 - (4 if dice >> 24 < 40 else 0)
            if 0 <= target < count and (number, target) not in seen:
                seen.add((number, target))
                yield Edge(f"n{number}", f"n{target}", "onward", (), ("",))


def detour() -> Scene:
    """A scene with a detour, a secret, a rupture, a condition and a turning point."""
    return scene(
        "  a:\n    patient: Hello.\n    offers: O\n    choices:\n"
        "      x: {say: X, technique: summary, when: trust > 3 and not said.y, then: {visit: d, to: b}}\n"
        "      y: {say: Y, technique: judging, once: true, confides: s,\n"
        "          then: [{when: guardedness > 60, to: bye}, {to: b}]}\n"
        "  d: {patient: D, then: r}\n  r: {return: true}\n"
        "  b:\n    rupture: withdrawal\n    choices:\n"
        "      z: {say: Z, technique: metacommunication, then: bye}\n"
        "      again: {say: A, technique: closed_question, then: a}\n",
        top="turning_points:\n  t: {when: guardedness >= 95, to: bye}\n",
        patient="  secrets: {s: {text: The secret.}}\n",
    )
