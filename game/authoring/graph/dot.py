"""The map in the DOT language, for Graphviz and the tools that read its format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.drawing import safe
from game.authoring.graph.model import (
    COMES_BACK,
    DETOUR,
    ENDING,
    MOMENT,
    PASSAGE,
    RETURN,
    TAKES_OVER,
    TURNING_POINT,
)
from game.authoring.graph.palette import LIGHT
from game.authoring.graph.words import BADGES, FAMILIES, OUTCOMES, guard_band

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.authoring.graph.model import Edge, Graph, Node

    Translate = Callable[[str], str]

_SHAPES = {
    MOMENT: "box",
    PASSAGE: "box",
    RETURN: "larrow",
    ENDING: "doubleoctagon",
    TURNING_POINT: "hexagon",
}
_STYLES = {DETOUR: "bold", COMES_BACK: "dotted", TAKES_OVER: "dotted"}


def dot(graph: Graph, _: Translate) -> str:
    """The graph; nodes have the ids of the scene."""
    return "\n".join((f"digraph {quoted(graph.title)} {{", *_lines(graph, _), "}")) + "\n"


def _lines(graph: Graph, _: Translate) -> Iterator[str]:
    yield '  node [style="filled,rounded", fontname="Helvetica", fontsize=11];'
    yield '  edge [fontname="Helvetica", fontsize=9];'
    signs = {}
    for node in graph.nodes:
        signs[node.id] = {reply.id: FAMILIES[reply.family].sign for reply in node.replies}
        fill = LIGHT.card if node.guardedness is None else LIGHT.guard(guard_band(node.guardedness))[0]
        yield (
            f"  {quoted(node.id)} [label={quoted(_label(node, _))}, shape={_SHAPES[node.kind]}, "
            f"fillcolor={quoted(fill)}, penwidth={2 if node.id == graph.start else 1}];"
        )
    for edge in graph.edges:
        told = ", ".join(f"{signs[edge.source][reply]} {reply}" for reply in edge.replies)
        conditions = "; ".join(filter(None, edge.conditions))
        yield (
            f"  {quoted(edge.source)} -> {quoted(edge.target)} "
            f"[label={quoted(told)}, style={_style(edge)}, tooltip={quoted(conditions)}];"
        )


def _style(edge: Edge) -> str:
    return _STYLES.get(edge.kind) or ("dashed" if edge.conditional else "solid")


def _label(node: Node, _: Translate) -> str:
    parts = [node.title]
    if node.outcome:
        parts.append(OUTCOMES[node.outcome].tell(_))
    elif node.when:
        parts.append(node.when)
    elif node.guardedness is not None:
        parts.append(_("guard {guard}").format(guard=node.guardedness))
    badges = " · ".join(BADGES[mark].tell(_) for mark in node.marks if mark in BADGES)
    parts += [badges] if badges else []
    return "\n".join(parts)


def quoted(text: str) -> str:
    """A quoted string: with backslashes and quotation marks escaped, it cannot be left."""
    lines = (safe(line).replace("\\", "\\\\").replace('"', '\\"') for line in text.split("\n"))
    return '"' + "\\n".join(lines) + '"'
