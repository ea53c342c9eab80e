"""The map as a Mermaid flowchart, for wikis and READMEs that draw it themselves.

Labels stand in quotation marks, and what Mermaid or HTML could read as markup is written as a character code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.authoring.drawing import safe
from game.authoring.graph.model import (
    COMES_BACK,
    DETOUR,
    ENDING,
    MOMENT,
    PASSAGE,
    REPLY,
    RETURN,
    TAKES_OVER,
    TURNING_POINT,
    Node,
)
from game.authoring.graph.palette import LIGHT
from game.authoring.graph.words import BADGES, FAMILIES, OUTCOMES, guard_band

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.authoring.graph.model import Edge, Graph

    Translate = Callable[[str], str]

_SHAPES = {
    MOMENT: ("[", "]"),
    PASSAGE: ("[", "]"),
    RETURN: ("[/", "/]"),
    ENDING: ("([", "])"),
    TURNING_POINT: ("{{", "}}"),
}
_ARROWS = {REPLY: "-->", DETOUR: "==>", COMES_BACK: "-.->", TAKES_OVER: "-.->"}
_LONGEST = 60


def mermaid(graph: Graph, _: Translate) -> str:
    """The flowchart. Guard is told by colour and by a figure."""
    return "\n".join((f"%% {_plain(graph.title)}", "flowchart TD", *_lines(graph, _))) + "\n"


def _lines(graph: Graph, _: Translate) -> Iterator[str]:
    number_of = graph.numbers
    for number, node in enumerate(graph.nodes):
        left, right = _SHAPES[node.kind]
        yield f'  n{number}{left}"{_label(node, _)}"{right}'
    for edge in graph.edges:
        arrow = "-.->" if edge.conditional and edge.kind == REPLY else _ARROWS.get(edge.kind, "-->")
        told = _told(edge, graph.nodes[number_of[edge.source]])
        middle = f'|"{told}"|' if told else ""
        yield f"  n{number_of[edge.source]} {arrow}{middle} n{number_of[edge.target]}"
    yield f"  style n{number_of[graph.start]} stroke-width:3px"
    for band in range(5):
        fill, stroke = LIGHT.guard(band)
        yield f"  classDef g{band} fill:{fill},stroke:{stroke},color:{LIGHT.ink}"
        members = [
            f"n{number}"
            for number, node in enumerate(graph.nodes)
            if node.guardedness is not None and guard_band(node.guardedness) == band and node.kind != ENDING
        ]
        if members:
            yield f"  class {','.join(members)} g{band}"


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
    return "<br>".join(escaped(part) for part in parts)


def _told(edge: Edge, source: Node) -> str:
    signs = {reply.id: FAMILIES[reply.family].sign for reply in source.replies}
    return escaped(", ".join(f"{signs[reply]} {reply}" for reply in edge.replies))


def escaped(text: str) -> str:
    """A text for a quoted label: whatever is neither letter, digit nor harmless becomes its code."""
    shown = _plain(text)
    shown = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
    return "".join(char if char.isalnum() or char in " _.,…’—–·" else f"#{ord(char)};" for char in shown)


def _plain(text: str) -> str:
    return " ".join(safe(text.replace("\n", " ")).split())
