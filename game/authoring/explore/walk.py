"""Walks every state that a session of a scene can come to, moment by moment."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from game.authoring.explore.batch import SUM, Batch, met_a_limit
from game.authoring.explore.columns import Packing
from game.authoring.explore.ledger import Ledger
from game.authoring.explore.parts import COST, GUARD, LEFT, TRUST, Parts
from game.authoring.explore.steps import Steps
from game.authoring.explore.table import Rows, Table
from game.model.measures import SKILLS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from game.authoring.explore.columns import Array, Columns
    from game.engine.scene import Scene

CHUNK = 250_000
"""States that are answered at once: enough to be quick, few enough for the memory."""
_ROW_BYTES = 600
"""Bytes that answering one state takes for a moment, at most."""

WHOLE, INTERRUPTED, OUT_OF_MEMORY = "", "interrupted", "memory"


class Met(NamedTuple):
    """Where something was met first: the state's moment and key, and the reply (-1: none)."""

    depth: int
    moment: str
    key: int
    choice: int


class Walk:
    """A walk and all that it has seen. `stopped` says why it is not whole, empty where it is."""

    def __init__(
        self,
        scene: Scene,
        memory: int,
        tracked: Collection[str] = (),
        by_skill: bool = False,
        ledger: Ledger | None = None,
    ) -> None:
        self.scene = scene
        self.tracked = frozenset(tracked)
        self.parts = Parts(scene, tracked, by_skill)
        self.ledger = ledger or Ledger()
        self.steps = Steps(scene, self.parts, self.ledger, self._arrive, self._meet)
        self.names = tuple(scene.scenario.moments)
        self._places = {name: place for place, name in enumerate(self.names)}
        self._order = _order(self.parts, scene.scenario.start)
        self.tables: dict[str, Table] = {}
        self.met: dict[tuple[str, str], Met] = {}
        self.transitions = 0
        self.stopped = WHOLE
        self.memory = memory
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
        return sum(len(table.rows.keys) for table in self.tables.values())

    @property
    def limits_met(self) -> frozenset[str]:
        """Skills that stand at their limit in some state."""
        met = np.zeros(SUM, bool)
        for table in self.tables.values():
            met |= met_a_limit(table.rows.carried)
        return frozenset(skill for skill, found in zip(SKILLS, met.tolist(), strict=True) if found)

    def open(self) -> None:
        """Begins where a session begins."""
        self.steps.open()

    def stand(self, moment: str, rows: Rows) -> None:
        """Begins in states of a moment."""
        self._table(moment).add(rows)
        self._later.append((self._order[moment], moment))

    def run(self, tell: Callable[[Walk], bool]) -> None:
        """Walks until nothing new appears. `tell` is called now and then; where it says no, it stops."""
        while self._later:
            self._now, self._later = self._later, []
            heapq.heapify(self._now)
            while self._now:
                self._place, name = heapq.heappop(self._now)
                if not self._answer(name, tell):
                    return

    def _answer(self, name: str, tell: Callable[[Walk], bool]) -> bool:
        table = self.tables[name]
        new, better = table.settle()
        moment = self.scene.moments[name]
        if not moment.by_id:
            return True
        for rows, counts in ((new, True), (better, False)):
            for first in range(0, len(rows), CHUNK):
                chunk = rows[first : first + CHUNK]
                if self._used() + len(chunk) * _ROW_BYTES > self.memory:
                    self.stopped = OUT_OF_MEMORY
                    return False
                if not tell(self):
                    self.stopped = INTERRUPTED
                    return False
                self._answer_rows(name, chunk, counts)
        return True

    def _answer_rows(self, name: str, places: Array, counts: bool) -> None:
        table = self.tables[name]
        moment = self.scene.moments[name]
        keys = table.rows.keys[places]
        count = len(keys)
        columns = table.packing.unpack(keys)
        whole = Batch(
            columns,
            table.rows.carried[places],
            table.rows.depth[places],
            np.zeros((count, 7), np.int16),
            np.zeros(count, bool),
            keys,
            -1,
        )
        silent = np.ones(count, bool)
        for choice, rows in self.steps.offered(moment, columns, count):
            silent &= ~rows
            if counts:
                self.transitions += int(rows.sum())
            if not rows.any():
                continue
            batch = whole.take(rows)
            number = list(moment.by_id).index(choice.id)
            self._standing = (name, number)
            batch.origin = self._places[name] << 10 | number
            self.steps.take(moment, choice, batch)
        if silent.any():
            self._standing = (name, -1)
            self._meet("stuck", name, whole.take(silent))

    def _arrive(self, target: str, batch: Batch) -> None:
        table = self._table(target)
        if not table.waits:
            entry = (self._order[target], target)
            if entry[0] > self._place and self._now:
                heapq.heappush(self._now, entry)
            else:
                self._later.append(entry)
        columns: Columns = batch.columns
        if LEFT in columns and LEFT in self.parts.of[target]:
            matters = self._limits[target][columns[LEFT]]
            columns = {**columns, LEFT: columns[LEFT] * matters, COST: columns[COST] * matters}
        zeros = np.zeros(batch.count, np.int32)
        keys = table.packing.pack(
            {part: columns.get(part, zeros) for part in self.parts.of[target]}, batch.count
        )
        table.add(
            Rows(keys, batch.carried, batch.depth, batch.parent, np.full(batch.count, batch.origin, np.int32))
        )

    def _table(self, moment: str) -> Table:
        table = self.tables.get(moment)
        if table is None:
            table = self.tables[moment] = Table(Packing(self.parts.of[moment], self.parts))
        return table

    def _meet(self, kind: str, name: str, batch: Batch) -> None:
        """Keeps the shortest road to something. `batch` holds states before or after the running reply."""
        fewest = batch.depth[:, 0]
        at = int(fewest.argmin())
        depth = int(fewest[at])
        known = self.met.get((kind, name))
        if known is None or depth < known.depth:
            moment, choice = self._standing
            self.met[kind, name] = Met(depth, moment, int(batch.parent[at]), choice)

    def _used(self) -> int:
        return sum(table.nbytes() for table in self.tables.values())


def column_ranges(table: Table) -> tuple[Array, Array]:
    """The least and most of guard and trust in a table's states."""
    columns = table.packing.unpack(table.rows.keys)
    both = np.stack((columns[GUARD], columns[TRUST]))
    return both.min(axis=1), both.max(axis=1)


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
