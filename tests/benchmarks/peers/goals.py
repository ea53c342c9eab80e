"""What our figures were to reach, beside what they reached."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks.peers.roster import OURS, PROGRAM
from tests.benchmarks.peers.tables import METRICS, by_repeat, number

if TYPE_CHECKING:
    from tests.benchmarks.peers.measure import Result

EMPTY = "empty python"


class Goal(NamedTuple):
    """A figure of ours, by its table and row, and what was asked of it at 50, 500 and 5,000 nodes.

    `beside` is the row of the same table that the figure is divided by, where the machine's own pace should
    not count. Less is better, except where `more` is true.
    """

    title: str
    row: str
    asked: tuple[float, ...]
    beside: str = ""
    more: bool = False


GOALS = (
    Goal("Load from source, first in a process", OURS, (20, 150, 1_500)),
    Goal("Load a known text: read, hashed, compiled before", OURS, (1, 5, 40)),
    Goal("Load the compiled form, first in a process", OURS, (0.2, 1, 8)),
    Goal("Turns: lines shown, choices listed, one chosen", OURS, (150_000,) * 3, more=True),
    Goal("Save after 20 choices", OURS, (15,) * 3),
    Goal("Restore", OURS, (15,) * 3),
    Goal("Size of a save", OURS, (600,) * 3),
    Goal("Peak memory, compiled form and one session", OURS, (20,) * 3),
    Goal("Process start to first line, compiled form", PROGRAM, (45,) * 3),
    Goal("Process start to first line, compiled form", PROGRAM, (2.8,) * 3, EMPTY),
    Goal("The same, CPU time", PROGRAM, (2.8,) * 3, EMPTY),
    Goal("Process start to first frame of the window", PROGRAM, (400,) * 3),
    Goal("Lint", PROGRAM, (200, 600, 4_000)),
    Goal("Lint, CPU time", PROGRAM, (200, 600, 4_000)),
)
_SIZES = (50, 500, 5_000)


def goals(found: list[Result]) -> str:
    """The goals as one Markdown table; each size at which a goal was missed says how many times."""
    lines = ["| at 50 / 500 / 5,000 nodes | asked | reached | missed by |", "|---|---:|---:|---:|"]
    for goal in GOALS:
        metric = next(one for one in METRICS if one.title == goal.title)
        reached = []
        for size in _SIZES:
            mine = by_repeat(metric, found, goal.row, size)
            if goal.beside:
                base = by_repeat(metric, found, goal.beside, size)
                mine = {repeat: mine[repeat] / base[repeat] for repeat in mine if repeat in base}
            if not mine:
                break
            reached.append(statistics.median(mine.values()))
        if len(reached) == len(_SIZES):
            unit = f"times `{goal.beside}`" if goal.beside else metric.unit
            cells = (_each(goal.asked), _each(reached), _missed(goal, reached))
            lines.append(f"| {goal.title} (`{goal.row}`, {unit}) | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _each(values: tuple[float, ...] | list[float]) -> str:
    told = [number(value) for value in values]
    return told[0] if len({*told}) == 1 else " / ".join(told)


def _missed(goal: Goal, reached: list[float]) -> str:
    by = [one / asked for one, asked in zip(reached, goal.asked, strict=True)]
    if goal.more:
        by = [1 / one for one in by]
    return " / ".join(f"{one:.1f}×" if one > 1 else "—" for one in by) if max(by) > 1 else "reached"
