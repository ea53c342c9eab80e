"""The layout: no card on another, roads between the cards, and bounded also for 500 moments."""

from __future__ import annotations

from itertools import combinations

import pytest

from game.authoring.graph.cards import size
from game.authoring.graph.layout import Box, Layout, layout
from game.authoring.graph.model import Edge, Graph, Node
from tests.authoring.graph.scenes import detour, drawn, graph_of, large


def placed(graph: Graph) -> Layout:
    return layout(graph, {node.id: size(node) for node in graph.nodes})


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


GRAPHS = {
    "lea": lambda: drawn("lea", "fr"),
    "premiers_pas": lambda: drawn("premiers_pas"),
    "detour": lambda: graph_of(detour()),
    "large": lambda: large(500),
}


@pytest.mark.parametrize("name", GRAPHS)
def test_no_two_cards_overlap_and_all_are_inside(name: str) -> None:
    graph = GRAPHS[name]()
    result = placed(graph)
    assert set(result.boxes) == {node.id for node in graph.nodes}
    for one, other in combinations(result.boxes.values(), 2):
        assert not overlap(one, other)
    for box in result.boxes.values():
        assert box.x > -0.01
        assert box.y > -0.01
        assert box.x + box.width < result.width + 0.01
        assert box.y + box.height < result.height + 0.01


@pytest.mark.parametrize("name", ["lea", "premiers_pas", "detour"])
def test_a_road_begins_and_ends_at_its_cards_and_crosses_no_other(name: str) -> None:
    graph = GRAPHS[name]()
    result = placed(graph)
    for edge, path in zip(graph.edges, result.paths, strict=True):
        if edge.source == edge.target:
            continue
        source, target = result.boxes[edge.source], result.boxes[edge.target]
        (x, y), (end_x, end_y) = path.points[0], path.points[-1]
        assert y == pytest.approx(source.y if path.upwards else source.y + source.height)
        assert end_y == pytest.approx(target.y + target.height if path.upwards else target.y)
        assert source.x <= x <= source.x + source.width
        assert target.x <= end_x <= target.x + target.width
        for other, box in result.boxes.items():
            if other not in (edge.source, edge.target):
                inner = (px for px, py in path.points[1:-1] if box.y <= py <= box.y + box.height)
                assert not any(box.x < px < box.x + box.width for px in inner), (edge, other)


def test_in_a_tangle_the_longest_roads_run_straight_and_the_work_is_bounded() -> None:
    """Every moment leads to four others anywhere: with a lane in each layer, there would be 200,000."""
    edges = [
        Edge(f"n{number}", f"n{(number * 7 + step * step * 61) % 500}", "onward", (), ("",))
        for number in range(500)
        for step in range(1, 5)
    ]
    graph = large(500)._replace(edges=tuple(edges))
    result = placed(graph)
    assert sum(len(path.points) // 2 - 1 for path in result.paths) <= 20_000
    spans = [abs(result.boxes[edge.source].y - result.boxes[edge.target].y) for edge in edges]
    straight = {
        len(path.points) == 2 for path, span in zip(result.paths, spans, strict=True) if span > 20_000
    }
    assert straight == {True}


def test_the_same_graph_is_placed_the_same_way() -> None:
    assert placed(large(60)) == placed(large(60))


def test_the_start_is_above_what_it_leads_to_and_only_the_way_back_leads_up() -> None:
    graph = graph_of(detour())
    result = placed(graph)
    up = {
        (edge.source, edge.target)
        for edge, path in zip(graph.edges, result.paths, strict=True)
        if path.upwards
    }
    assert up == {("b", "a")}
    assert result.boxes["a"].y == 0


def test_turning_points_stand_right_above_their_goal() -> None:
    result = placed(drawn("lea"))
    point, goal = result.boxes["turning point she_leaves"], result.boxes["stands_up"]
    between = [box for box in result.boxes.values() if point.y + point.height < box.y < goal.y - box.height]
    assert point.y < goal.y
    assert between == []


def test_many_endings_stand_in_several_rows() -> None:
    names = [f"e{number}" for number in range(14)]
    nodes = (
        Node("a", "moment", "a", ""),
        *(Node(name, "ending", name, "", "closed", "false") for name in names),
    )
    graph = Graph("T", "en", "a", nodes, tuple(Edge("a", name, "reply", (), ("",)) for name in names))
    rows = {round(box.y + box.height / 2) for name, box in placed(graph).boxes.items() if name != "a"}
    assert len(rows) == 3


def test_a_moment_that_leads_to_itself_and_one_alone() -> None:
    nodes = (Node("a", "moment", "a", ""), Node("b", "moment", "b", ""))
    graph = Graph("T", "en", "a", nodes, (Edge("a", "a", "reply", (), ("",)),))
    result = placed(graph)
    assert not overlap(result.boxes["a"], result.boxes["b"])
    assert result.paths[0].upwards
