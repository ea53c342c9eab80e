"""The graph holds every moment, reply, road and turning point of a scene."""

from __future__ import annotations

import pytest

from game.authoring.graph.conditions import told
from game.authoring.graph.extract import extract
from game.model.expression import Arithmetic, Both, Compare, Expression, Literal, Name, Not
from tests.authoring.graph.scenes import detour, drawn, graph_of
from tests.players import shipped


@pytest.mark.parametrize("name", ["lea", "premiers_pas"])
def test_every_moment_reply_and_turning_point_is_there(name: str) -> None:
    scenario = shipped().scenario(name, "en")
    graph = drawn(name)
    nodes = {node.id: node for node in graph.nodes}
    assert len(nodes) == len(graph.nodes) == len(scenario.moments) + len(scenario.turning_points)
    for moment in scenario.moments.values():
        node = nodes[moment.id]
        assert [reply.id for reply in node.replies] == [choice.id for choice in moment.choices]
        assert node.outcome == (moment.ending.outcome if moment.ending else "")
        assert ("rupture" in node.marks) == (moment.rupture is not None)


@pytest.mark.parametrize("name", ["lea", "premiers_pas"])
def test_every_reply_has_a_road_and_every_road_leads_somewhere(name: str) -> None:
    graph = drawn(name)
    names = {node.id for node in graph.nodes}
    assert {edge.source for edge in graph.edges} | {edge.target for edge in graph.edges} <= names
    for node in graph.nodes:
        taken = {reply for edge in graph.edges if edge.source == node.id for reply in edge.replies}
        assert taken == {reply.id for reply in node.replies}


def test_kinds_marks_and_roads_of_a_small_scene() -> None:
    graph = graph_of(detour(), a=50, bye=20)
    nodes = {node.id: node for node in graph.nodes}
    assert {name: node.kind for name, node in nodes.items()} == {
        "a": "moment", "d": "passage", "r": "return", "b": "moment", "bye": "ending",
        "turning point t": "turning_point",
    }  # fmt: skip
    assert nodes["a"].marks == ("start", "secret", "offers", "detour")
    assert nodes["b"].marks == ("rupture", "repair")
    assert (nodes["a"].guardedness, nodes["d"].guardedness) == (50, None)
    roads = {(edge.source, edge.target): edge for edge in graph.edges}
    assert {pair: edge.kind for pair, edge in roads.items()} == {
        ("a", "d"): "detour", ("a", "bye"): "reply", ("a", "b"): "reply", ("d", "r"): "onward",
        ("r", "b"): "comes_back", ("b", "bye"): "reply", ("b", "a"): "reply",
        ("turning point t", "bye"): "takes_over",
    }  # fmt: skip
    assert roads["a", "d"].conditions == ("trust > 3 and not said.a.y",)
    assert roads["a", "bye"].conditions == ("guardedness > 60",)
    assert not roads["a", "b"].conditional
    assert nodes["turning point t"].when == "guardedness >= 95"


def test_a_reply_tells_what_the_panel_shows() -> None:
    reply = next(node for node in graph_of(detour()).nodes if node.id == "a").replies[1]
    assert (reply.say, reply.family, reply.once, reply.confides) == ("Y", "input", True, "The secret.")
    assert reply.roads == (("guardedness > 60", "bye"), ("", "b"))


def test_the_texts_are_those_of_the_language() -> None:
    english, french = drawn("lea", "en"), drawn("lea", "fr")
    assert [node.id for node in english.nodes] == [node.id for node in french.nodes]
    assert english.edges == french.edges
    assert english.title != french.title
    assert english.nodes[0].words != french.nodes[0].words


def test_the_same_scene_gives_the_same_graph() -> None:
    one = detour()
    assert extract(one.scenario, one.rubric, {}) == extract(one.scenario, one.rubric, {})


TRUST, GUARD = Name("measure", "trust"), Name("measure", "guardedness")


@pytest.mark.parametrize(("expression", "text"), [
    (None, ""),
    (Compare(">=", TRUST, Literal(40)), "trust >= 40"),
    (Both("and", Both("or", TRUST, GUARD), Not(TRUST)), "(trust or guardedness) and not trust"),
    (Both("or", Both("and", TRUST, GUARD), TRUST), "trust and guardedness or trust"),
    (Not(Both("and", TRUST, GUARD)), "not (trust and guardedness)"),
    (Arithmetic("-", TRUST, Arithmetic("-", GUARD, Literal(1))), "trust - (guardedness - 1)"),
    (Arithmetic("*", Arithmetic("+", TRUST, Literal(1)), Literal(2)), "(trust + 1) * 2"),
    (Compare("==", Name("variable", "mood"), Literal("bad")), "mood == 'bad'"),
    (Compare("==", Name("visits", "a"), Literal(True)), "visits.a == true"),
    (Both("or", Name("score", ""), Name("run", "silence")), "score or run.silence"),
])  # fmt: skip
def test_a_condition_is_told_as_it_is_written(expression: Expression | None, text: str) -> None:
    assert told(expression) == text
