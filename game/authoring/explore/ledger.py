"""Numbers for what a column cannot hold: the costs of ruptures, and ways to come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.model.measures import MEASURES

if TYPE_CHECKING:
    from game.authoring.explore.columns import Array


class Ledger:
    """Costs of ruptures and ways to come back, each with a number; number 0 is nothing."""

    def __init__(self) -> None:
        self.costs: list[tuple[int, ...]] = [(0,) * len(MEASURES)]
        self._cost_numbers = {self.costs[0]: 0}
        self.stacks: list[tuple[str, ...]] = [()]
        self._stack_numbers: dict[tuple[str, ...], int] = {(): 0}

    def cost_numbers(self, costs: Array) -> Array:
        """The number of each row's cost."""
        found, inverse = np.unique(costs, axis=0, return_inverse=True)
        numbers = [self._cost_number(tuple(row)) for row in found.tolist()]
        return np.array(numbers, np.int32)[inverse.reshape(-1)]

    def costs_of(self, numbers: Array) -> Array:
        """The cost of each number."""
        return np.array(self.costs, np.int16)[numbers]

    def pushed(self, stack: int, moment: str) -> int:
        """The number of a way back with one more moment to come back to first."""
        wanted = (*self.stacks[stack], moment)
        number = self._stack_numbers.get(wanted)
        if number is None:
            number = self._stack_numbers[wanted] = len(self.stacks)
            self.stacks.append(wanted)
        return number

    def popped(self, stack: int) -> int:
        """The number of a way back without the moment that comes first."""
        return self._stack_numbers[self.stacks[stack][:-1]]

    def _cost_number(self, cost: tuple[int, ...]) -> int:
        number = self._cost_numbers.get(cost)
        if number is None:
            number = self._cost_numbers[cost] = len(self.costs)
            self.costs.append(cost)
        return number
