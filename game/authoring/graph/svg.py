"""The map as an SVG: cards, roads and a legend. It holds no script and asks for nothing from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.drawing import FONT, cut, label, quoted, tag
from game.authoring.graph.cards import card, exits, hint, size
from game.authoring.graph.layout import Layout, layout
from game.authoring.graph.legend import CONDITIONAL, DASHES, legend
from game.authoring.graph.palette import LIGHT
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.authoring.graph.layout import Path
    from game.authoring.graph.model import Edge, Graph, Node
    from game.authoring.graph.palette import Palette

    Translate = Callable[[str], str]

MARGIN = 40.0
_HEAD = 62.0
_ARROW, _STROKE = 7.0, 1.6


class Picture(NamedTuple):
    """A drawn map: its markup, and its size in pixels."""

    svg: str
    width: float
    height: float


def svg(graph: Graph, _: Translate) -> str:
    """The picture as a file of its own: map, title and legend on light paper."""
    return picture(graph, LIGHT, _, with_legend=True).svg


def picture(graph: Graph, colours: Palette, _: Translate, *, with_legend: bool) -> Picture:
    """The map; each node is a group of class `node` whose `data-node` is its number in the graph."""
    placed = layout(graph, {node.id: size(node) for node in graph.nodes})
    signs = legend(colours, _)
    top = MARGIN + (_HEAD + signs.height + MARGIN / 2 if with_legend else 0)
    width = max(placed.width, signs.width if with_legend else 0) + 2 * MARGIN
    height = placed.height + top + MARGIN
    left = (width - placed.width) / 2
    orders = {node.id: _order(node, graph, placed) for node in graph.nodes}
    parts = [tag("rect", width=width, height=height, fill=colours.paper)]
    if with_legend:
        parts += [
            tag("title", quoted(graph.title)),
            label(
                cut(graph.title, 26, width - 2 * MARGIN),
                MARGIN,
                MARGIN + 24,
                24,
                fill=colours.ink,
                font_weight=700,
            ),
            tag("g", signs.svg, transform=f"translate({MARGIN} {MARGIN + _HEAD - 14})"),
        ]
    nodes = {node.id: node for node in graph.nodes}
    number_of = graph.numbers
    roads = [
        tag("g", _road(edge, path, nodes, placed, orders, colours), class_="road",
            data_from=number_of[edge.source], data_to=number_of[edge.target])
        for edge, path in zip(graph.edges, placed.paths, strict=True)
    ]  # fmt: skip
    cards = [
        tag("g", card(node, placed.boxes[node.id], orders[node.id], colours, _), class_="node",
            data_node=number, data_start=1 if node.id == graph.start else None,
            tabindex=None if with_legend else 0, role="img" if with_legend else "button",
            aria_label=hint(node, _))
        for number, node in enumerate(graph.nodes)
    ]  # fmt: skip
    parts.append(tag("g", [*roads, *cards], transform=f"translate({left:.1f} {top:.1f})", id="map"))
    whole = tag(
        "svg",
        parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=round(width),
        height=round(height),
        font_family=FONT,
    )
    return Picture(whole, width, height)


def _order(node: Node, graph: Graph, placed: Layout) -> list[str]:
    """A node's replies from left to right, as their roads go, so that few of them cross."""
    towards: dict[str, float] = {}
    for edge, path in zip(graph.edges, placed.paths, strict=True):
        if edge.source == node.id:
            points = path.points
            where = points[0 if path.upwards else 1][0] if len(points) > 1 else 0.0
            for reply in edge.replies:
                towards.setdefault(reply, where)
    written = [reply.id for reply in node.replies]
    return sorted(written, key=lambda reply: (towards.get(reply, 0.0), written.index(reply)))


def _road(
    edge: Edge,
    path: Path,
    nodes: dict[str, Node],
    placed: Layout,
    orders: dict[str, list[str]],
    colours: Palette,
) -> Iterator[str]:
    """The way to its target, and before that one short way from each reply that takes it."""
    node = nodes[edge.source]
    box = placed.boxes[edge.source]
    leaving = exits(box, orders[edge.source])
    families = {reply.id: reply.family for reply in node.replies}
    starts = [(leaving[reply], families[reply], bool(when))
              for reply, when in zip(edge.replies, edge.conditions, strict=False)]  # fmt: skip
    tone = colours.back if path.upwards else colours.edge
    dashes = _dashes(edge)
    points = list(path.points)
    if edge.source == edge.target:
        yield _loop(points, tone, dashes)
    elif path.upwards or not starts:
        yield _line(points, tone, dashes)
    else:
        tones = {_tone(family, colours) for _, family, _ in starts}
        tone = tones.pop() if len(tones) == 1 else tone
        for x, family, conditional in starts:
            way = [(x, points[0][1]), points[1]]
            yield _line(way, _tone(family, colours), CONDITIONAL if conditional else dashes)
        if len(points) > 2:
            yield _line(points[1:], tone, dashes)
    yield _arrow(points, tone)


def _tone(family: str, colours: Palette) -> str:
    match family:
        case "input" | "obstacle":
            return colours.strip_3
        case "question":
            return colours.edge
        case "repair" | "safety":
            return colours.strip_2
        case _:
            return colours.opening


def _dashes(edge: Edge) -> str | None:
    return DASHES.get(edge.kind) or (CONDITIONAL if edge.conditional else None)


def _line(points: list[tuple[float, float]], tone: str, dashes: str | None) -> str:
    """A road through its points: straight where it passes a layer, bent in between."""
    (x, y), *rest = points
    path = [f"M{x:.1f} {y:.1f}"]
    for nx, ny in rest:
        if abs(nx - x) < 0.05:
            path.append(f"V{ny:.1f}")
        else:
            bend = (ny - y) * 0.5
            path.append(f"C{x:.1f} {y + bend:.1f} {nx:.1f} {ny - bend:.1f} {nx:.1f} {ny:.1f}")
        x, y = nx, ny
    return tag(
        "path", d="".join(path), fill="none", stroke=tone, stroke_width=_STROKE, stroke_dasharray=dashes
    )


def _loop(points: list[tuple[float, float]], tone: str, dashes: str | None) -> str:
    """A road from a card back to itself, beside it."""
    (x, y), (far, _), (_, top) = points
    reach = (far - x) * 4 / 3
    path = f"M{x:.1f} {y:.1f}c{reach:.1f} 0 {reach:.1f} {top - y:.1f} {_ARROW - 1:.1f} {top - y:.1f}"
    return tag("path", d=path, fill="none", stroke=tone, stroke_width=_STROKE, stroke_dasharray=dashes)


def _arrow(points: list[tuple[float, float]], tone: str) -> str:
    """The head at the target's edge."""
    x, y = points[-1]
    before = points[-2]
    if abs(before[1] - y) < abs(before[0] - x) and len(points) == 3:
        return tag("path", d=f"M{x:.1f} {y:.1f}l{_ARROW} {-_ARROW / 2}v{_ARROW}Z", fill=tone)
    back = -_ARROW if before[1] < y else _ARROW
    return tag("path", d=f"M{x:.1f} {y:.1f}l{-_ARROW * 0.55:.1f} {back:.1f}h{_ARROW * 1.1:.1f}Z", fill=tone)
