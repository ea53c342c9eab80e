"""What is known of each mutant, kept in a file that grows, and told file by file."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.mutation.mutants import Mutant

ALIKE = Path(__file__).with_name("survivors.txt")
"""Mutants that no test can tell apart or should, each group below the reason why."""


class Findings:
    """The findings of all runs in a folder about these mutants; the newest of each counts."""

    def __init__(self, folder: Path, mutants: list[Mutant]) -> None:
        self._file = folder / "findings.jsonl"
        self._mutants = mutants
        self._reasons = reasons()
        self._found: dict[str, str] = {}
        seen: Counter[str] = Counter()
        self._keys: dict[int, str] = {}
        for mutant in mutants:
            seen[mutant.key] += 1
            self._keys[id(mutant)] = f"{mutant.key} | {seen[mutant.key]}"
        self.read()

    def read(self) -> None:
        """Takes in what was found since."""
        if self._file.exists():
            for line in self._file.read_text("utf-8").splitlines():
                key, found = json.loads(line)
                self._found[key] = found

    def open(self, mutant: Mutant, again: bool) -> bool:
        """True where the mutant is to be tried: for the first time, or once more where it was alive."""
        found = self._found.get(self._keys[id(mutant)])
        return found in ("alive", "unreached") if again else found is None

    def add(self, mutant: Mutant, found: str) -> None:
        """Keeps a finding; several processes may write at once."""
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps([self._keys[id(mutant)], found]) + "\n")

    def report(self) -> str:
        """A table of the files, the share that was killed with its interval, and who is alive."""
        table: dict[str, Counter[str]] = defaultdict(Counter)
        alive = []
        for mutant in self._mutants:
            found = self._found.get(self._keys[id(mutant)], "")
            table[mutant.file]["all"] += 1
            if not found:
                continue
            table[mutant.file]["tried"] += 1
            dead = found in ("killed", "timeout")
            table[mutant.file]["killed"] += dead
            if not dead:
                reason = self._reasons.get(mutant.key, "")
                table[mutant.file]["told"] += bool(reason)
                alive.append(f"{mutant.file}:{mutant.line} {found}: {mutant.key}{reason and '  = '}{reason}")
        lines = [
            f"{'file':28}{'mutants':>8}{'tried':>8}{'killed':>8}{'alive':>8}{'told':>8}{'killed, %':>11}"
        ]
        lines += [_row(name, row) for name, row in table.items() if row["tried"]]
        total = sum(table.values(), Counter[str]())
        share, margin = _share(table)
        lines += [_row("all", total), f"killed: {share:.1%} ± {margin:.1%} (95 %)"]
        return "\n".join([*alive, "", *lines])


def _row(name: str, row: Counter[str]) -> str:
    figures = (row["all"], row["tried"], row["killed"], row["tried"] - row["killed"], row["told"])
    return (
        f"{name:28}{''.join(f'{one:8}' for one in figures)}{100 * row['killed'] / max(1, row['tried']):11.1f}"
    )


def _share(table: dict[str, Counter[str]]) -> tuple[float, float]:
    """The share of all mutants that is killed, by the shares in each file, and half of its 95 % interval."""
    whole = sum(row["all"] for row in table.values() if row["tried"]) or 1
    share = variance = 0.0
    for row in table.values():
        if row["tried"]:
            weight, killed, left = (
                row["all"] / whole,
                row["killed"] / row["tried"],
                1 - row["tried"] / row["all"],
            )
            share += weight * killed
            variance += weight**2 * killed * (1 - killed) / max(1, row["tried"] - 1) * left
    return share, 1.96 * math.sqrt(variance)


def reasons() -> dict[str, str]:
    """Keys of mutants that stay alive, with the reason: the lines with a `#` above them."""
    told, reason, fresh = {}, "", True
    for line in ALIKE.read_text("utf-8").splitlines() if ALIKE.exists() else ():
        if line.startswith("#"):
            reason, fresh = f"{'' if fresh else reason} {line[1:].strip()}".strip(), False
        elif line.strip():
            told[line.strip()], fresh = reason, True
    return told
