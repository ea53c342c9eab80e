"""Where each moment of a scene stands on its map. With hundreds of moments this takes seconds.

The layout is the one of the instructor's graph; what was played never changes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.map_values import ENDING
from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.app.map_values import MapView

CARD = (208.0, 90.0)
"""Width and height of a moment, in units of the map."""
_MANY, _ROUNDS = 400, 20
"""With more roads than these, they are untangled in fewer rounds: no frame of the window waits long."""


class Places(NamedTuple):
    """The size of the map, the upper left corner of each moment, and the points of each planned road.

    A road's points run from its source to its target; it is `upwards` where it leads back.
    """

    width: float
    height: float
    corners: tuple[tuple[float, float], ...]
    paths: tuple[tuple[tuple[float, float], ...], ...]
    upwards: tuple[bool, ...]


def places(kinds: Sequence[str], roads: Sequence[tuple[int, int]], start: int) -> Places:
    """Places moments of these kinds, with roads between them."""
    from game.authoring.graph.layout import layout  # noqa: PLC0415  (igraph, when a map is opened)
    from game.authoring.graph.model import REPLY, Edge, Graph, Node  # noqa: PLC0415

    rounds = _ROUNDS if len(roads) > _MANY else 100
    nodes = tuple(Node(str(number), kind, "", "") for number, kind in enumerate(kinds))
    edges = [Edge(str(source), str(target), REPLY) for source, target in roads]
    drawn = len(edges)
    edges += [Edge(str(source), str(target), REPLY) for source, target in _ties(kinds, roads, start)]
    found = layout(Graph("", "", str(start), nodes, tuple(edges)), {node.id: CARD for node in nodes}, rounds)
    return Places(
        found.width,
        found.height,
        tuple((found.boxes[node.id].x, found.boxes[node.id].y) for node in nodes),
        tuple(path.points for path in found.paths[:drawn]),
        tuple(path.upwards for path in found.paths[:drawn]),
    )


def _ties(kinds: Sequence[str], roads: Sequence[tuple[int, int]], start: int) -> list[tuple[int, int]]:
    """Endings that only a turning point leads to are tied below the deepest moment, not left at the top."""
    leading: dict[int, list[int]] = {}
    for source, target in roads:
        leading.setdefault(source, []).append(target)
    row, depth = [start], {start: 0}
    while row:
        following = [target for source in row for target in leading.get(source, ()) if target not in depth]
        depth.update((target, len(depth)) for target in following)
        row = list(dict.fromkeys(following))
    deepest = max(
        (number for number in depth if kinds[number] != ENDING), key=depth.__getitem__, default=start
    )
    entered = {target for _, target in roads}
    loose = [number for number, kind in enumerate(kinds) if kind == ENDING and number not in entered]
    return [(deepest, number) for number in loose if number != deepest]


def places_of(view: MapView) -> Places:
    """The places of a map. They are the same for every learner, and in every language."""
    roads = [(road.source, road.target) for road in view.roads[: view.planned]]
    return places([moment.kind for moment in view.moments], roads, view.start)
