"""What leads to what: walks over roads, each in time that grows with the number of roads and no faster."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def reached(starts: Iterable[str], roads: Mapping[str, Iterable[str]]) -> set[str]:
    """The starts, and all that the roads lead to from there."""
    seen = set(starts)
    todo = list(seen)
    while todo:
        for target in roads[todo.pop()]:
            if target not in seen:
                seen.add(target)
                todo.append(target)
    return seen


def backwards(roads: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """The same roads the other way round."""
    turned: dict[str, list[str]] = {name: [] for name in roads}
    for name, targets in roads.items():
        for target in targets:
            turned[target].append(name)
    return turned


def rings(roads: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """A number for each name; two names have the same one where each leads to the other (Kosaraju 1978)."""
    turned = backwards(roads)
    numbers: dict[str, int] = {}
    for number, first in enumerate(reversed(_finished(roads))):
        if first in numbers:
            continue
        numbers[first] = number
        todo = [first]
        while todo:
            for before in turned[todo.pop()]:
                if before not in numbers:
                    numbers[before] = number
                    todo.append(before)
    return numbers


def _finished(roads: Mapping[str, Iterable[str]]) -> list[str]:
    """Every name, in the order in which a walk in depth is done with it."""
    order: list[str] = []
    seen: set[str] = set()
    for first in roads:
        if first in seen:
            continue
        seen.add(first)
        path = [(first, iter(roads[first]))]
        while path:
            name, rest = path[-1]
            following = next((target for target in rest if target not in seen), None)
            if following is None:
                order.append(name)
                path.pop()
            else:
                seen.add(following)
                path.append((following, iter(roads[following])))
    return order
