"""The answers as tables: medians of the repeats, and medians of the ratios within a repeat."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.benchmarks.peers.roster import OURS, PEERS, PROGRAM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.benchmarks.peers.measure import Result


class Metric(NamedTuple):
    """One table: what it shows, of which operation, and how to read it from an answer."""

    title: str
    unit: str
    operation: str
    value: Callable[[Result], float]


METRICS = (
    Metric("Load from source, first in a process", "ms CPU", "loadsrc", lambda r: r["cpu"][0]),
    Metric("Load a known text: read, hashed, compiled before", "ms CPU", "loadknown", lambda r: r["cpu"][0]),
    Metric("Load the compiled form, first in a process", "ms CPU", "loadbin", lambda r: r["cpu"][0]),
    Metric("Load the compiled form, warm", "ms CPU", "loadbin", lambda r: _warm(r["cpu"])),
    Metric(
        "Turns: lines shown, choices listed, one chosen", "per CPU second", "play", lambda r: r["cpu_per_s"]
    ),
    Metric("Save after 20 choices", "µs CPU", "save", lambda r: _median(r["save"]["cpu"]) * 1e3),
    Metric("Restore", "µs CPU", "save", lambda r: _median(r["restore"]["cpu"]) * 1e3),
    Metric("Restore, first in a process", "µs CPU", "save", lambda r: _first(r["restore"]["cpu"]) * 1e3),
    Metric("Size of a save", "bytes", "save", lambda r: r["bytes"]),
    Metric("Peak memory, compiled form and one session", "MiB", "mem", lambda r: r["peak_kb"] / 1024),
    Metric("Peak memory, from source", "MiB", "memsrc", lambda r: r["peak_kb"] / 1024),
    Metric("Process start to first line, compiled form", "ms wall", "cold", lambda r: r["wall"]),
    Metric("The same, CPU time", "ms CPU", "cold", lambda r: r["cpu"]),
    Metric("Process start to first line, from source", "ms wall", "coldsrc", lambda r: r["wall"]),
    Metric("Lint", "ms wall", "lint", lambda r: r["wall"]),
    Metric("Lint, CPU time", "ms CPU", "lint", lambda r: r["cpu"]),
    Metric("Process start to first frame of the window", "ms wall", "frame", lambda r: r["wall"]),
    Metric("First frame, CPU time of the whole process", "ms CPU", "frame", lambda r: r["cpu"]),
)


_SHORT = (
    "Load from source, first in a process",
    "Load the compiled form, first in a process",
    "Turns: lines shown, choices listed, one chosen",
    "Save after 20 choices",
    "Restore",
    "Size of a save",
    "Peak memory, compiled form and one session",
    "Process start to first line, compiled form",
    "Process start to first frame of the window",
    "Lint",
)
"""What a user feels."""
_LEFT_OUT = ("extwee", "floor", "empty node", "empty python")
"""What does not play, or nothing but the story."""


def summary(found: list[Result], size: int = 500) -> str:
    """One table: what a user feels, of a story of this size; ours as the game is started where it can."""
    others = [
        peer.name
        for peer in PEERS
        if peer.name not in (OURS, PROGRAM, *_LEFT_OUT) and any(one["peer"] == peer.name for one in found)
    ]
    rows = []
    for metric in METRICS:
        if metric.title in _SHORT:
            mine = by_repeat(metric, found, PROGRAM, size) or by_repeat(metric, found, OURS, size)
            figures = [mine, *[by_repeat(metric, found, other, size) for other in others]]
            cells = [number(statistics.median(one.values())) if one else "" for one in figures]
            rows.append(f"| {metric.title} ({metric.unit}) | {' | '.join(cells)} |")
    head = f"| {size:,} nodes | First Session | {' | '.join(others)} |\n|---|{'---:|' * (len(others) + 1)}"
    return head + "\n" + "\n".join(rows) + "\n"


def tables(found: list[Result]) -> str:
    """All tables as Markdown."""
    sizes = sorted({answer["n"] for answer in found})
    names = [peer.name for peer in PEERS if any(answer["peer"] == peer.name for answer in found)]
    parts = [text for metric in METRICS if (text := _table(metric, found, names, sizes))]
    inexact = sorted({answer["peer"] for answer in found if answer.get("exact") is False})
    if inexact:
        parts.append(f"Restored games that did not play on as the original: {', '.join(inexact)}.")
    errors = {
        f"* {one['peer']}, {one['op']}, {one['n']} nodes: {_last_line(one['error'])}"
        for one in found
        if "error" in one
    }
    if errors:
        parts.append("\n".join(["Failed:", "", *sorted(errors)]))
    return "\n\n".join(parts) + "\n"


def _table(metric: Metric, found: list[Result], names: Iterable[str], sizes: list[int]) -> str:
    told = [answer for answer in found if answer["op"] == metric.operation]
    rows = []
    for name in names:
        cells = [_cell(metric, told, name, size) for size in sizes]
        if any(cells):
            rows.append(f"| {name} | " + " | ".join(cells) + " |")
    if not rows:
        return ""
    head = f"| | {' | '.join(f'{size:,} nodes' for size in sizes)} |\n|---|{'---:|' * len(sizes)}"
    return f"### {metric.title} ({metric.unit})\n\n{head}\n" + "\n".join(rows)


def _cell(metric: Metric, told: list[Result], name: str, size: int) -> str:
    mine, base = (by_repeat(metric, told, one, size) for one in (name, OURS))
    if not mine:
        return "failed" if any(one["peer"] == name and one["n"] == size for one in told) else ""
    ratios = [mine[repeat] / base[repeat] for repeat in mine if base.get(repeat)]
    ratio = f" ({statistics.median(ratios):.2g}×)" if ratios and name != OURS else ""
    return number(statistics.median(mine.values())) + ratio


def by_repeat(metric: Metric, told: list[Result], name: str, size: int) -> dict[int, float]:
    """A peer's figure in each repeat."""
    return {
        one["rep"]: metric.value(one)
        for one in told
        if one["op"] == metric.operation and one["peer"] == name and one["n"] == size and "error" not in one
    }


def _median(values: Any) -> float:
    return float(statistics.median(values)) if isinstance(values, list) else float(values)


def _first(values: Any) -> float:
    return float(values[0]) if isinstance(values, list) else float(values)


def _warm(values: list[float]) -> float:
    return _median(values[1:] or values)


def number(value: float) -> str:
    """Three digits that count."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["?"])[-1][:160]
