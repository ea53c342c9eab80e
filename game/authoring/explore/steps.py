"""One reply, taken in many states at once: the same rules as `game.engine.play`, over columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.authoring.explore.batch import SUM, Batch, Gains
from game.authoring.explore.columns import holds
from game.authoring.explore.parts import COST, DETOURS, GUARD, LEFT, TRUST, TURN
from game.engine.effects import InARow
from game.model.measures import GUARDEDNESS, MEASURES, SKILL_LIMIT, SKILLS, STATE_LIMIT
from game.model.measures import TRUST as TRUST_AT

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.authoring.explore.columns import Array, Columns
    from game.authoring.explore.ledger import Ledger
    from game.authoring.explore.parts import Part, Parts
    from game.engine.scene import PreparedChoice, PreparedMoment, Scene, Way
    from game.model.expression import Expression
    from game.model.scenario import Change, Road

    Arrive = Callable[[str, Batch], None]
    """Takes states that have come to stand in a moment."""
    Meet = Callable[[str, str, Batch], None]
    """Is told of what was met on the way: a kind, a name, and the states in which it was."""


class Steps:
    """The rules of one scene over columns. `gains` collects what replies are worth."""

    def __init__(self, scene: Scene, parts: Parts, ledger: Ledger, arrive: Arrive, meet: Meet) -> None:
        self._scene = scene
        self._parts = parts
        self._arrive = arrive
        self._meet = meet
        self._ledger = ledger
        self._secrets = {secret.id: secret for secret in scene.scenario.patient.secrets}
        self._points = [(("fired", point.id), point) for _, _, point in scene.turning_points]
        self._marks = any(moment.rupture is not None for moment in scene.scenario.moments.values())
        self._tears = any(parts.ruptures.values())
        self.gains = Gains()

    def open(self) -> None:
        """The state in which the patient sits down goes its way."""
        scenario = self._scene.scenario
        start: Columns = {}
        for part in self._parts.of[scenario.start]:
            start[part] = np.array([self._first(part)], np.int32)
        batch = Batch(
            start,
            np.zeros(1, np.int32),
            np.zeros(1, np.int32),
            np.zeros((1, len(MEASURES)), np.int16),
            np.zeros(1, bool),
            -1,
        )
        self._enter(scenario.start, batch)

    def offered(
        self, moment: PreparedMoment, columns: Columns, count: int
    ) -> list[tuple[PreparedChoice, Array]]:
        """Each choice with the rows in which it is on offer (a mask)."""
        found = []
        left = np.ones(count, bool)
        for choice in moment.choices:
            rows = self._true(choice.source.when, columns, count)
            if choice.once:
                rows = rows & (columns["said", f"{moment.source.id}.{choice.id}"] == 0)
            left &= ~rows
            found.append((choice, rows))
        for choice in moment.fallbacks:
            found.append((choice, left & self._true(choice.source.when, columns, count)))
        return found

    def take(self, moment: PreparedMoment, choice: PreparedChoice, batch: Batch) -> None:
        """Says a choice in states in which it is on offer, and follows each to where it stands next."""
        self._meet("choice", f"{moment.source.id}.{choice.id}", batch)
        self._confide(moment, choice, batch)
        columns = batch.columns
        change = self._change(choice, batch)
        left, cost = self._rupture_before(choice, columns, change)
        torn = change[:, TRUST_AT] <= self._scene.threshold
        after = dict(columns)
        moved = change.astype(np.int16)
        for index, name in enumerate(MEASURES):
            part: Part = ("measure", name)
            if part in columns:
                low, high = (0, STATE_LIMIT) if index >= len(SKILLS) else (-SKILL_LIMIT, SKILL_LIMIT)
                after[part] = np.clip(columns[part] + change[:, index], low, high)
                moved[:, index] = after[part] - columns[part]
        if ("score", "") in columns:
            after["score", ""] = columns["score", ""] + change[:, : len(SKILLS)].sum(axis=1)
        gain = self.gains.numbers(change, moved, self._watched(columns, torn))
        self._settle(moment, choice, columns, after)
        if LEFT in columns or torn.any():
            after[LEFT], after[COST] = left, cost
        going = Batch(after, batch.rows, gain, moved, torn, batch.origin)
        if torn.any():
            self._tear(going, torn)
        self._go(choice.source.then, choice.ways, going)

    def _first(self, part: Part) -> int:
        kind, key = part
        patient = self._scene.scenario.patient
        if part == GUARD:
            return patient.guardedness
        if part == TRUST:
            return patient.trust
        if kind == "variable":
            return self._number(self._scene.scenario.variables[key])
        return 0

    def _number(self, value: int | bool | str) -> int:
        return self._parts.codes[value] if isinstance(value, str) else int(value)

    def _true(self, when: Expression | None, columns: Columns, count: int) -> Array:
        if when is None:
            return np.ones(count, bool)
        return np.broadcast_to(holds(when, columns, self._parts.codes), (count,))

    def _confide(self, moment: PreparedMoment, choice: PreparedChoice, batch: Batch) -> None:
        secret = choice.source.confides
        if secret is None:
            return
        self._meet("secret", secret, batch)
        early = ~self._true(self._secrets[secret].needs, batch.columns, batch.count)
        if early.any():
            self._meet("too_early", f"{moment.source.id}.{choice.id}", batch.take(early))

    def _change(self, choice: PreparedChoice, batch: Batch) -> Array:
        """What saying it moves in each row, before any repair and limit."""
        answers = np.zeros(batch.count, np.int32)
        for bit, asked in enumerate(choice.effects.asks):
            if isinstance(asked, InARow):
                runs = batch.columns["run", asked.technique]
                row = np.minimum(runs + 1, self._parts.limit(("run", asked.technique))) >= asked.start
            else:
                row = self._true(asked, batch.columns, batch.count)
            answers |= row.astype(np.int32) << bit
        found, inverse = np.unique(answers, return_inverse=True)
        changes = np.array([choice.effects.of(answer).change for answer in found.tolist()], np.int32)
        return changes[inverse.reshape(-1)]

    def _rupture_before(self, choice: PreparedChoice, columns: Columns, change: Array) -> tuple[Array, Array]:
        """An open rupture after this turn, unless it tears; a repair's gift is added to `change`."""
        nothing = np.zeros(len(change), np.int32)
        if LEFT not in columns:
            return nothing, nothing
        left, cost = columns[LEFT], columns[COST]
        if choice.repairs:
            opened = left > 0
            gift = np.array(self._scene.rubric.ruptures.repair, np.int32) - self._ledger.costs_of(cost)
            change += np.where(opened[:, None], gift, 0)
            return nothing, nothing
        left = np.maximum(left - 1, 0)
        return left, np.where(left > 0, cost, 0)

    def _settle(
        self, moment: PreparedMoment, choice: PreparedChoice, before: Columns, after: Columns
    ) -> None:
        """What a choice settles apart from the measures: variables, what was said, runs, the turn."""
        for part in list(after):
            kind, key = part
            if kind == "run":
                again = np.minimum(before[part] + 1, self._parts.limit(part))
                after[part] = again if key in choice.runs else np.zeros_like(before[part])
        for technique in choice.runs:
            after.setdefault(("run", technique), np.ones(len(before[GUARD]), np.int32))
        for change in choice.source.sets:
            self._set(change, before, after)
        if TURN in after:
            after[TURN] = np.minimum(before[TURN] + 1, self._parts.limit(TURN))
        said: Part = ("said", f"{moment.source.id}.{choice.id}")
        after[said] = np.ones(len(before[GUARD]), np.int32)
        if choice.source.confides is not None:
            after["knows", choice.source.confides] = np.ones(len(before[GUARD]), np.int32)

    def _set(self, change: Change, before: Columns, after: Columns) -> None:
        part: Part = ("variable", change.variable)
        if change.value is not None:
            after[part] = np.full(len(before[GUARD]), self._number(change.value), np.int32)
        elif part in after:
            after[part] = np.clip(after[part] + change.add, -SKILL_LIMIT, SKILL_LIMIT)

    def _watched(self, columns: Columns, torn: Array) -> Array:
        """The skills, as bits, of which a rupture's cost depends on how far they had already fallen."""
        untold = sum(1 << place for place in range(SUM) if ("measure", SKILLS[place]) not in columns)
        if not self._tears:
            return np.zeros(len(torn), np.int64)
        return np.where(torn | self._marks, untold, 0)

    def _tear(self, batch: Batch, rows: Array) -> None:
        """A rupture opens in these rows, or tears further: a repair will give back what this turn cost."""
        columns = batch.columns
        zeros = np.zeros(batch.count, np.int32)
        cost, left = columns.get(COST, zeros).copy(), columns.get(LEFT, zeros).copy()
        harm = np.minimum(batch.moved[rows], 0)
        harm[:, GUARDEDNESS] = np.maximum(batch.moved[rows, GUARDEDNESS], 0)
        whole = harm + np.where((left[rows] > 0)[:, None], self._ledger.costs_of(cost[rows]), 0)
        cost[rows] = self._ledger.cost_numbers(whole)
        left[rows] = self._scene.rubric.ruptures.window
        columns[COST], columns[LEFT] = cost, left

    def _go(self, roads: tuple[Road, ...], ways: tuple[Way, ...], batch: Batch) -> None:
        """Follows the first road that holds, unless a turning point takes over."""
        left = batch
        for road, way in zip(roads, ways, strict=True):
            holding = self._true(road.when, left.columns, left.count)
            if holding.any():
                self._set_out(way, left.take(holding))
            if holding.all():
                return
            left = left.take(~holding)
        raise ValueError("no road leads on")

    def _set_out(self, way: Way, batch: Batch) -> None:
        if not way.ends:
            batch = self._turn(batch)
        if batch.count:
            self._follow(way, batch)

    def _turn(self, batch: Batch) -> Batch:
        """Lets turning points take over where they hold; answers the rest."""
        for fired, point in self._points:
            if not batch.count:
                break
            holding = self._true(point.when, batch.columns, batch.count)
            if fired in batch.columns:
                holding = holding & (batch.columns[fired] == 0)
            if not holding.any():
                continue
            turned = batch.take(holding)
            self._meet("turning_point", point.id, turned)
            turned.columns[fired] = np.ones(turned.count, np.int32)
            if DETOURS in turned.columns:
                turned.columns[DETOURS] = np.zeros(turned.count, np.int32)
            self._enter(point.to, turned)
            batch = batch.take(~holding)
        return batch

    def _follow(self, way: Way, batch: Batch) -> None:
        if way.visit is None:
            self._enter(way.to, batch)
            return
        stacks = batch.columns[DETOURS]
        pushed = np.zeros(batch.count, np.int32)
        for stack in np.unique(stacks).tolist():
            pushed[stacks == stack] = self._ledger.pushed(stack, way.to)
        batch.columns[DETOURS] = pushed
        self._enter(way.visit, batch)

    def _enter(self, target: str, batch: Batch) -> None:
        """Enters a moment, and goes on through moments without choices."""
        moment = self._scene.moments[target]
        visits: Part = ("visits", target)
        if visits in batch.columns:
            batch.columns[visits] = np.minimum(batch.columns[visits] + 1, self._parts.limit(visits))
        if moment.source.rupture is not None:
            self._mark(batch)
        if moment.by_id or moment.ended is not None:
            self._arrive(target, batch)
            return
        self._meet("moment", target, batch)
        if moment.source.comes_back:
            self._come_back(batch)
            return
        left = batch
        for road, way in zip(moment.source.then, moment.ways, strict=True):
            holding = self._true(road.when, left.columns, left.count)
            if holding.any():
                self._follow(way, left.take(holding))
            if holding.all():
                return
            left = left.take(~holding)
        raise ValueError(f"no road leads on from {target!r}")

    def _mark(self, batch: Batch) -> None:
        """The alliance tears because the moment says so; what this turn cost is counted once."""
        known = batch.torn
        if (~known).any():
            self._tear(batch, ~known)
        if known.any():
            left = batch.columns[LEFT].copy()
            left[known] = self._scene.rubric.ruptures.window
            batch.columns[LEFT] = left
        batch.torn = np.ones(batch.count, bool)

    def _come_back(self, batch: Batch) -> None:
        stacks = batch.columns[DETOURS]
        for stack in np.unique(stacks).tolist():
            back = batch.take(stacks == stack)
            back.columns[DETOURS] = np.full(back.count, self._ledger.popped(stack), np.int32)
            self._enter(self._ledger.stacks[stack][-1], back)
