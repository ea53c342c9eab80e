"""Where each node stands: layers from the top down, in bounded time also for a few hundred moments.

Sugiyama, Tagawa & Toda (1981): layers, then an order within each layer with few crossings (both by
igraph), then places. The places are ours, because cards have widths: each layer in turn takes the places
that are nearest to its neighbours', by least squares with a least distance, which is isotonic regression
(pool adjacent violators).
"""

from __future__ import annotations

from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

import igraph  # type: ignore[import-untyped]

from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.authoring.graph.model import Graph

GAP = 26
"""Between two cards of a layer."""
_LANE = 14
"""The width that a road keeps free where it passes a layer."""
_ABREAST = 6
"""So many endings stand side by side at most."""
_MOST_LANES = 20_000
"""In a tangle, the longest roads beyond these get no lanes and run straight, behind the cards."""
_SWEEPS = 18
_LEAST_RISE, _MOST_RISE = 54.0, 130.0
"""Between two layers; more where roads run far to the side."""


class Box(NamedTuple):
    """A node's place: its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float


class Path(NamedTuple):
    """The points of an edge, in its own direction. `upwards` where it leads back to an earlier layer.

    The first point lies on the source's edge, the last on the target's; where an edge passes a layer it has a
    point at the upper and one at the lower side of it, unless there was no lane left for it.
    """

    points: tuple[tuple[float, float], ...]
    upwards: bool = False


class Layout(NamedTuple):
    """The size of the whole, a box for each node, and a path for each edge in the order of the graph."""

    width: float
    height: float
    boxes: Mapping[str, Box]
    paths: tuple[Path, ...]


def layout(graph: Graph, sizes: Mapping[str, tuple[float, float]], rounds: int = 100) -> Layout:
    """Places all nodes, each of its own size (width, height). The same graph gives the same layout.

    Roads are untangled in so many rounds at most, during which no other thread of Python can go on.
    """
    names = [node.id for node in graph.nodes]
    at = {name: index for index, name in enumerate(names)}
    pairs = [(at[edge.source], at[edge.target]) for edge in graph.edges]
    start = at.get(graph.start, 0)
    turned = _turned(len(names), pairs, start)
    downward = [(b, a) if back else (a, b) for (a, b), back in zip(pairs, turned, strict=True)]
    layers = _layers(len(names), downward, start)
    chains, layers = _chains(downward, layers)
    laned = [chain for chain in chains if layers[chain[1]] - layers[chain[0]] <= 1]
    rows = _rows(laned, layers, rounds)

    widths = [sizes[name][0] for name in names] + [float(_LANE)] * (len(layers) - len(names))
    centres = _centres(rows, widths, _neighbours(laned, len(layers), len(names)))
    left = min(centre - width / 2 for centre, width in zip(centres, widths, strict=True))
    centres = [centre - left for centre in centres]
    heights = [max((sizes[names[item]][1] for item in row if item < len(names)), default=0.0) for row in rows]
    tops = _tops(rows, laned, centres, heights, layers)

    boxes = {}
    for item, name in enumerate(names):
        width, height = sizes[name]
        middle = tops[layers[item]] + heights[layers[item]] / 2
        boxes[name] = Box(centres[item] - width / 2, middle - height / 2, width, height)
    paths = tuple(
        _path(chain, back, [boxes[name] for name in names], centres, tops, heights, layers)
        for chain, back in zip(chains, turned, strict=True)
    )
    whole = max(centre + width / 2 for centre, width in zip(centres, widths, strict=True))
    return Layout(whole, tops[-1] + heights[-1], boxes, paths)


def _turned(count: int, pairs: Sequence[tuple[int, int]], start: int) -> list[bool]:
    """Which edges lead back to where a walk from the start already was: those are drawn upwards."""
    leading: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for number, (source, target) in enumerate(pairs):
        leading[source].append((number, target))
    turned = [source == target for source, target in pairs]
    state = [0] * count
    for first in (start, *range(count)):
        if state[first]:
            continue
        state[first] = 1
        stack = [(first, iter(leading[first]))]
        while stack:
            item, rest = stack[-1]
            step = next(rest, None)
            if step is None:
                state[item] = 2
                stack.pop()
            elif state[step[1]] == 0:
                state[step[1]] = 1
                stack.append((step[1], iter(leading[step[1]])))
            elif state[step[1]] == 1:
                turned[step[0]] = True
    return turned


def _layers(count: int, downward: Sequence[tuple[int, int]], start: int) -> list[int]:
    """A layer for each node, counting from the top without a hole.

    What nothing leads to, such as a turning point, stands right above what it leads to; many endings side by
    side take several layers.
    """
    edges = sorted({pair for pair in downward if pair[0] != pair[1]})
    drawn = igraph.Graph(count, edges, directed=True).layout_sugiyama(maxiter=1)
    found = [round(drawn[item][1]) for item in range(count)]
    entered = {target for _, target in edges}
    leaving = {source for source, _ in edges}
    for item in range(count):
        if item != start and item not in entered and item in leaving:
            found[item] = min(found[target] for source, target in edges if source == item) - 1
    for layer in set(found):
        last = [item for item in range(count) if found[item] == layer and item not in leaving]
        for index, item in enumerate(last):
            found[item] += index % ceil(len(last) / _ABREAST)
    dense = {layer: index for index, layer in enumerate(sorted(set(found)))}
    return [dense[layer] for layer in found]


def _chains(downward: Sequence[tuple[int, int]], layers: list[int]) -> tuple[list[list[int]], list[int]]:
    """Each edge as a chain of items one layer apart; the new items between its ends keep a lane free.

    The lanes are bounded: short edges get theirs first, and where none is left an edge has only its ends.
    """
    layers = list(layers)
    chains = [list(pair) for pair in downward]
    spans = [layers[bottom] - layers[top] - 1 for top, bottom in downward]
    left = _MOST_LANES
    for number in sorted(range(len(chains)), key=lambda number: (spans[number], number)):
        top, bottom = downward[number]
        if 0 < spans[number] <= left:
            left -= spans[number]
            chains[number] = [top, *range(len(layers), len(layers) + spans[number]), bottom]
            layers += range(layers[top] + 1, layers[bottom])
    return chains, layers


def _rows(chains: Sequence[Sequence[int]], layers: Sequence[int], rounds: int) -> list[list[int]]:
    """The items of each layer, from left to right."""
    links = sorted({pair for chain in chains for pair in pairwise(chain) if pair[0] != pair[1]})
    drawn = igraph.Graph(len(layers), links, directed=True).layout_sugiyama(
        layers=list(layers), maxiter=rounds
    )
    rows: list[list[int]] = [[] for _ in range(max(layers) + 1)]
    for item, layer in enumerate(layers):
        rows[layer].append(item)
    return [sorted(row, key=lambda item: (drawn[item][0], item)) for row in rows]


def _neighbours(
    chains: Sequence[Sequence[int]], count: int, nodes: int
) -> tuple[list[list[tuple[int, int]]], list[list[tuple[int, int]]]]:
    """Each item's neighbours above and below with the weight of the link: long roads should run straight."""
    above: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    below: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for chain in chains:
        for upper, lower in pairwise(chain):
            if upper == lower:
                continue
            weight = (1, 2, 8)[(upper >= nodes) + (lower >= nodes)]
            above[lower].append((upper, weight))
            below[upper].append((lower, weight))
    return above, below


def _centres(
    rows: Sequence[Sequence[int]],
    widths: Sequence[float],
    neighbours: tuple[list[list[tuple[int, int]]], list[list[tuple[int, int]]]],
) -> list[float]:
    """The middle of each item on the x axis: layers look up, then down, and at last both ways."""
    above, below = neighbours
    centres = [0.0] * len(widths)
    for row in rows:
        x = 0.0
        for item in row:
            centres[item] = x + widths[item] / 2
            x += widths[item] + GAP
        for item in row:
            centres[item] -= x / 2
    for sweep in range(_SWEEPS):
        both = sweep >= _SWEEPS - 8
        downward = sweep % 2 == 0
        for row in rows if downward else reversed(rows):
            wanted, weights = [], []
            for item in row:
                links = above[item] + below[item] if both else above[item] if downward else below[item]
                weight = sum(link[1] for link in links)
                pull = sum(centres[other] * heavy for other, heavy in links)
                wanted.append(pull / weight if weight else centres[item])
                weights.append(float(weight) or 0.1)
            for item, centre in zip(row, _spread(row, wanted, weights, widths), strict=True):
                centres[item] = centre
    return centres


def _spread(
    row: Sequence[int], wanted: Sequence[float], weights: Sequence[float], widths: Sequence[float]
) -> list[float]:
    """The places nearest to the wanted ones (weighted squares) that keep order and distance."""
    offsets, offset = [], 0.0
    for index, item in enumerate(row):
        if index:
            offset += (widths[row[index - 1]] + widths[item]) / 2 + GAP
        offsets.append(offset)
    blocks: list[tuple[float, float, int]] = []
    for want, weight, shift in zip(wanted, weights, offsets, strict=True):
        mean, heavy, size = want - shift, weight, 1
        while blocks and blocks[-1][0] > mean:
            before, other, many = blocks.pop()
            mean = (mean * heavy + before * other) / (heavy + other)
            heavy, size = heavy + other, size + many
        blocks.append((mean, heavy, size))
    flat = [mean for mean, _, size in blocks for _ in range(size)]
    return [mean + shift for mean, shift in zip(flat, offsets, strict=True)]


def _tops(
    rows: Sequence[Sequence[int]],
    chains: Sequence[Sequence[int]],
    centres: Sequence[float],
    heights: Sequence[float],
    layers: Sequence[int],
) -> list[float]:
    """The upper side of each layer; where roads run far to the side, the next layer is further down."""
    far = [0.0] * len(rows)
    for chain in chains:
        for upper, lower in pairwise(chain):
            layer = layers[upper]
            far[layer] = max(far[layer], abs(centres[upper] - centres[lower]))
    tops, y = [], 0.0
    for layer, height in enumerate(heights):
        tops.append(y)
        y += height + min(_MOST_RISE, max(_LEAST_RISE, far[layer] / 7))
    return tops


def _path(
    chain: Sequence[int],
    back: bool,
    boxes: Sequence[Box],
    centres: Sequence[float],
    tops: Sequence[float],
    heights: Sequence[float],
    layers: Sequence[int],
) -> Path:
    upper, lower = boxes[chain[0]], boxes[chain[-1]]
    if chain[0] == chain[-1]:
        right, y = upper.x + upper.width, upper.y + upper.height / 2
        return Path(((right, y + 12), (right + GAP * 0.7, y), (right, y - 12)), upwards=True)
    points = [(centres[chain[0]], upper.y + upper.height)]
    for item in chain[1:-1]:
        top = tops[layers[item]]
        points += [(centres[item], top), (centres[item], top + heights[layers[item]])]
    points.append((centres[chain[-1]], lower.y))
    return Path(tuple(reversed(points)) if back else tuple(points), back)
