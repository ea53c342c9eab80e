"""Walks every state that a session of a scene can come to, moment by moment."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

import numpy as np

from game.authoring.explore.batch import Batch
from game.authoring.explore.columns import Packing
from game.authoring.explore.ledger import Ledger
from game.authoring.explore.parts import COST, LEFT, Parts
from game.authoring.explore.steps import Steps
from game.authoring.explore.table import Table
from game.model.measures import MEASURES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from game.authoring.explore.columns import Array, Columns
    from game.engine.scene import Scene

CHUNK = 1 << 16
"""States that are answered at once: enough to be quick, few enough for the memory."""
_ROW_BYTES = 600
"""Bytes that answering one state takes for a moment, at most."""

WHOLE, INTERRUPTED, OUT_OF_MEMORY = "", "interrupted", "memory"


class Walk:
    """A walk and all that it has seen. `stopped` says why it is not whole, empty where it is.

    `met` has, for each kind and name, the states in which something was met: moment, reply (-1: none), and
    their numbers.
    """

    def __init__(
        self, scene: Scene, memory: int, tracked: Collection[str] = (), by_skill: bool = False
    ) -> None:
        self.scene = scene
        self.tracked = frozenset(tracked)
        self.parts = Parts(scene, tracked, by_skill)
        self.steps = Steps(scene, self.parts, Ledger(), self._arrive, self._meet)
        self.names = tuple(scene.scenario.moments)
        self.order = _order(self.parts, scene.scenario.start)
        self.tables: dict[str, Table] = {}
        self.met: dict[tuple[str, str], list[tuple[str, int, Array]]] = {}
        self.start = ""
        self.transitions = 0
        self.stopped = WHOLE
        self.memory = memory
        self._used = 0
        self._most = 0
        self._places = {name: place for place, name in enumerate(self.names)}
        self._standing: tuple[str, int] = ("", -1)
        self._now: list[tuple[int, str]] = []
        self._later: list[tuple[int, str]] = []
        self._place = -1
        self._limits = {
            name: np.array([left in lefts for left in range(scene.rubric.ruptures.window + 1)])
            for name, lefts in self.parts.ruptures.items()
        }

    @property
    def states(self) -> int:
        """How many different states were seen."""
        return sum(table.count for table in self.tables.values())

    def run(self, tell: Callable[[Walk], bool]) -> None:
        """Walks until nothing new appears. `tell` is called now and then; where it says no, it stops."""
        self.steps.open()
        while self._later:
            self._now, self._later = self._later, []
            heapq.heapify(self._now)
            while self._now:
                self._place, name = heapq.heappop(self._now)
                if not self._answer(name, tell):
                    return

    def _answer(self, name: str, tell: Callable[[Walk], bool]) -> bool:
        table = self.tables[name]
        before = table.nbytes()
        new = table.settle()
        self._used += table.nbytes() - before
        self._most = max(self._most, table.nbytes())
        if not self.scene.moments[name].by_id:
            return True
        keys = table.keys
        for first in range(new.start, new.stop, CHUNK):
            rows = np.arange(first, min(first + CHUNK, new.stop), dtype=np.int32)
            if self._used + 2 * self._most + len(rows) * _ROW_BYTES > self.memory:
                self.stopped = OUT_OF_MEMORY
                return False
            if not tell(self):
                self.stopped = INTERRUPTED
                return False
            self._answer_rows(name, rows, keys[rows])
        return True

    def _answer_rows(self, name: str, rows: Array, keys: Array) -> None:
        moment = self.scene.moments[name]
        count = len(keys)
        columns = self.tables[name].packing.unpack(keys)
        still = np.zeros(count, np.int32), np.zeros((count, len(MEASURES)), np.int16), np.zeros(count, bool)
        whole = Batch(columns, rows, *still, -1)
        silent = np.ones(count, bool)
        numbers = {choice: number for number, choice in enumerate(moment.by_id)}
        for choice, offered in self.steps.offered(moment, columns, count):
            if not offered.any():
                continue
            silent &= ~offered
            self.transitions += int(np.count_nonzero(offered))
            batch = whole.take(offered)
            self._standing = (name, numbers[choice.id])
            batch.origin = self._places[name] << 10 | numbers[choice.id]
            self.steps.take(moment, choice, batch)
        if silent.any():
            self._standing = (name, -1)
            self._meet("stuck", name, whole.take(silent))

    def _arrive(self, target: str, batch: Batch) -> None:
        table = self.tables.get(target)
        if table is None:
            table = self.tables[target] = Table(Packing(self.parts.of[target], self.parts))
            self._used += table.nbytes()
        if not table.waits:
            entry = (self.order[target], target)
            if entry[0] > self._place and self._now:
                heapq.heappush(self._now, entry)
            else:
                self._later.append(entry)
        columns: Columns = batch.columns
        if LEFT in columns and LEFT in self.parts.of[target]:
            matters = self._limits[target][columns[LEFT]]
            columns = {**columns, LEFT: columns[LEFT] * matters, COST: columns[COST] * matters}
        zeros = np.zeros(batch.count, np.int32)
        parts = {part: columns.get(part, zeros) for part in self.parts.of[target]}
        before = table.nbytes()
        table.add(batch.origin, table.packing.pack(parts, batch.count), batch.rows, batch.gain)
        self._used += table.nbytes() - before
        if batch.origin < 0:
            self.start = target

    def _meet(self, kind: str, name: str, batch: Batch) -> None:
        """Keeps the states in which something was met, before or after the running reply."""
        self.met.setdefault((kind, name), []).append((*self._standing, batch.rows))


def _order(parts: Parts, start: str) -> dict[str, int]:
    """A place for every moment, so that most roads lead to a later one (reverse postorder)."""
    order: list[str] = []
    seen = {start}
    stack = [(start, iter(list(parts.targets(start))))]
    while stack:
        name, targets = stack[-1]
        for target in targets:
            if target not in seen:
                seen.add(target)
                stack.append((target, iter(list(parts.targets(target)))))
                break
        else:
            stack.pop()
            order.append(name)
    return {name: place for place, name in enumerate(reversed(order))}
