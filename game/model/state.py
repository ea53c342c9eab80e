"""Where a session stands: a small hashable value with no history in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.model.values import NamedTuple

if TYPE_CHECKING:
    from game.model.measures import Deltas
    from game.model.scenario import Value


class OpenRupture(NamedTuple):
    """A rupture that can still be repaired: turns left in its window, and what the opening turn cost."""

    kind: str
    turns_left: int
    cost: Deltas


class State(NamedTuple):
    """Everything that the rest of a session depends on.

    Skills are within -99..99, guardedness and trust 0..100, turn 0..99, visits and runs 0..9. `said`,
    `known` and `fired` are bit sets over the scene's watched choices, secrets and turning points.
    """

    moment: str
    empathy: int
    non_judgment: int
    listening: int
    benevolence: int
    positive_regard: int
    guardedness: int
    trust: int
    turn: int = 0
    variables: tuple[Value, ...] = ()
    visits: tuple[int, ...] = ()
    said: int = 0
    known: int = 0
    fired: int = 0
    runs: tuple[tuple[str, int], ...] = ()
    rupture: OpenRupture | None = None
    detours: tuple[str, ...] = ()
    """Where to come back to, innermost last."""
    seed: int = 0
