"""A scene as a graph: plain values for the layout and every renderer, and nothing of how it is drawn."""

from __future__ import annotations

from game.model.values import NamedTuple

MOMENT, PASSAGE, RETURN, ENDING, TURNING_POINT = "moment", "passage", "return", "ending", "turning_point"
"""Kinds of node: something is answered; goes straight on; the end of a detour; an ending; a turning point."""

REPLY, ONWARD, DETOUR, COMES_BACK, TAKES_OVER = "reply", "onward", "detour", "comes_back", "takes_over"
"""Kinds of edge: by a reply; without one; by a reply into a detour; back from it; by a turning point."""

MARKS = ("start", "rupture", "repair", "secret", "offers", "inner", "probe", "safety", "detour")
"""What a node can be marked with, in the order in which marks are shown."""


class Words(NamedTuple):
    """A text with what it is: `heading` is one of the words that a page puts into its language."""

    heading: str
    text: str


class Reply(NamedTuple):
    """One reply of a moment.

    `family` is that of its first technique; `when` is empty where it is always offered. `roads` pairs each
    condition (empty: otherwise) with the node that it leads to.
    """

    id: str
    say: str
    techniques: tuple[str, ...]
    family: str
    when: str
    once: bool
    fallback: bool
    meets: int
    confides: str
    effects: str
    answer: str
    feedback: str
    roads: tuple[tuple[str, str], ...]


class Node(NamedTuple):
    """A moment, or a turning point.

    `guardedness` (0..100) is the median at the entrance in typical play and `share` (0..1) the part of the
    sessions that came here; None and 0 where nobody did. `marks` are words of `MARKS`; `when` is the
    condition of a turning point.
    """

    id: str
    kind: str
    title: str
    excerpt: str
    outcome: str = ""
    returns: str = ""
    guardedness: int | None = None
    share: float = 0.0
    marks: tuple[str, ...] = ()
    when: str = ""
    words: tuple[Words, ...] = ()
    replies: tuple[Reply, ...] = ()


class Edge(NamedTuple):
    """All roads of one kind from one node to another, with the replies that take them."""

    source: str
    target: str
    kind: str
    replies: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    """One for each reply (or road), empty where it always leads here."""

    @property
    def conditional(self) -> bool:
        """True where no road here is always open."""
        return all(self.conditions)


class Graph(NamedTuple):
    """The whole scene. Node ids are unique; a turning point's has a prefix that no moment can have."""

    title: str
    language: str
    start: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def numbers(self) -> dict[str, int]:
        """Each node's place among the nodes, from 0."""
        return {node.id: number for number, node in enumerate(self.nodes)}
