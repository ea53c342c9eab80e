"""What can come after what in a scene, whatever its numbers: the graph that the rules walk."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from game.loading.graph import backwards, reached, rings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from game.model.scenario import Choice, Moment, Road, Scenario

    Kept = Callable[[str, Choice | None, int], bool]
    """Whether the nth road of a choice (None: of the moment itself) counts."""


class Roads:
    """The roads of a scene; with `kept`, only those that it says yes to.

    `into` leads the way a session goes: into detours, and from their end to wherever a visit may come back
    to. `past` takes a visit as coming straight back. Both leave turning points aside.
    """

    def __init__(self, scenario: Scenario, kept: Kept | None = None) -> None:
        self._scenario = scenario
        self._kept = kept

    def leaving(self, moment: Moment) -> Iterator[tuple[Choice | None, int, Road]]:
        """Every road that leads on from a moment, with its choice (None: without a reply) and its place."""
        ways: list[tuple[Choice | None, tuple[Road, ...]]] = [(None, moment.then)]
        ways += [(choice, choice.then) for choice in moment.choices]
        for choice, roads in ways:
            for index, road in enumerate(roads):
                if self._kept is None or self._kept(moment.id, choice, index):
                    yield choice, index, road

    @cached_property
    def past(self) -> dict[str, list[str]]:
        """From each moment to the next, a visit counting as coming straight back."""
        return {
            name: [road.to or name for _, _, road in self.leaving(moment)]
            for name, moment in self._scenario.moments.items()
        }

    @cached_property
    def into(self) -> dict[str, list[str]]:
        """From each moment to the next, through detours."""
        moments = self._scenario.moments
        every = {name: list(self.leaving(moment)) for name, moment in moments.items()}
        landings = {road.to or name for name, ways in every.items() for _, _, road in ways if road.visit}
        return {
            name: sorted(landings)
            if moments[name].comes_back
            else [road.visit or road.to or name for _, _, road in ways]
            for name, ways in every.items()
        }

    @cached_property
    def from_where(self) -> dict[str, list[str]]:
        """`into`, the other way round."""
        return backwards(self.into)

    def silently_to(self, names: Iterable[str]) -> set[str]:
        """These moments, and those without replies that lead straight to them."""
        found = set(names)
        todo = list(found)
        while todo:
            for before in self.from_where[todo.pop()]:
                if before not in found and not self._scenario.moments[before].choices:
                    found.add(before)
                    todo.append(before)
        return found

    @cached_property
    def turning(self) -> dict[str, list[str]]:
        """As `into`, with turning points: each may take over after any reply."""
        jumps = [point.to for point in self._scenario.turning_points]
        return {
            name: [*targets, *jumps] if self._scenario.moments[name].choices else targets
            for name, targets in self.into.items()
        }

    @cached_property
    def _led_by(self) -> dict[int, int]:
        """For each ring, the rings that lead to it, as bits. Rings are numbered the way that roads lead."""
        ring, _ = self._ring
        found = dict.fromkeys(ring.values(), 0)
        for name in sorted(ring, key=ring.__getitem__):
            bits = found[ring[name]] | 1 << ring[name]
            for target in self.turning[name]:
                found[ring[target]] |= bits
        return found

    @cached_property
    def _ring(self) -> tuple[dict[str, int], frozenset[int]]:
        ring = rings(self.turning)
        again = {
            ring[name]
            for name, targets in self.turning.items()
            if any(ring[name] == ring[to] for to in targets)
        }
        return ring, frozenset(again)

    def ring_of(self, moment: str) -> int | None:
        """A number that a moment shares with those that it leads to and that lead to it; None without."""
        ring, again = self._ring
        return ring[moment] if ring[moment] in again else None

    def comes_again(self, moment: str) -> bool:
        """True where a moment may be entered a second time."""
        return self.ring_of(moment) is not None

    def same_ring(self, one: str, other: str) -> bool:
        """True where each of two moments leads to the other."""
        ring = self.ring_of(one)
        return ring is not None and ring == self.ring_of(other)

    def may_precede(self, one: str, other: str) -> bool:
        """True where a session may have been in one moment before it entered the other."""
        ring, _ = self._ring
        return bool(self._led_by[ring[other]] >> ring[one] & 1)

    def reachable(self, without: Collection[str] = ()) -> set[str]:
        """What a session can come to, turning points included, where some moments are never entered."""
        if not without:
            return self._reachable
        start = self._scenario.start
        if start in without:
            return set()
        gone = set(without)
        roads = {name: [to for to in targets if to not in gone] for name, targets in self.turning.items()}
        return reached([start], roads)

    @cached_property
    def _reachable(self) -> set[str]:
        return reached([self._scenario.start], self.turning)
