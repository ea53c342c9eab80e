"""Damages a store in many ways, and looks at what the game still has of it.

    python -m tests.attempts.damage FOLDER RUNS [SEED]

The store holds attempts that end and a copy of an earlier moment, as a learner's does. Half of the time the
copy is there as well: then nothing of what it held may be missing.
"""

from __future__ import annotations

import json
import random
import shutil
import statistics
import sys
from contextlib import closing
from pathlib import Path

from game.attempts.connection import Damaged
from game.attempts.rescue import NAME, copy_path, keep_copy, open_store
from game.model.trouble import StoreTrouble
from tests.attempts.shelf import LEARNER, heading, replies

ATTEMPTS, STEPS = 40, 20
PAGE = 4096


def make_store(folder: Path) -> None:
    """A store with some attempts, and a copy of it from before the last of them."""
    with closing(open_store(folder, "x").store) as store:
        for number in range(ATTEMPTS):
            if number == ATTEMPTS - 1:
                keep_copy(store)
            store.begin(heading(number), b"a scene")
            store.append(heading(number).id, replies(STEPS))
            store.finish(heading(number).id, "2026-11-23T09:00:00Z", "{}")


def damaged(data: bytes, dice: random.Random) -> bytes:
    """A page of noise, an end that is missing, changed bytes, two pages exchanged, or a changed head."""
    changed = bytearray(data)
    match dice.randrange(5):
        case 0:
            at = dice.randrange(PAGE, len(data) - PAGE)
            changed[at : at + PAGE] = dice.randbytes(PAGE)
        case 1:
            del changed[dice.randrange(len(data) // 2, len(data)) :]
        case 2:
            for _ in range(20):
                changed[dice.randrange(PAGE, len(data))] = dice.randrange(256)
        case 3:
            for _ in range(dice.randint(1, 4)):
                changed[dice.randrange(100)] = dice.randrange(256)
        case _:
            one, other = (PAGE * place for place in dice.sample(range(1, len(data) // PAGE), 2))
            changed[one : one + PAGE], changed[other : other + PAGE] = (
                data[other : other + PAGE],
                data[one : one + PAGE],
            )
    return bytes(changed)


def kept(folder: Path) -> int:
    """How many steps the store holds; each of them must be the right one."""
    try:
        return _count(folder, doubted=False)
    except Damaged:
        return _count(folder, doubted=True)


def _count(folder: Path, doubted: bool) -> int:
    with closing(open_store(folder, "again", doubted).store) as store:
        count = 0
        for one in store.attempts(LEARNER):
            steps = store.steps(one.heading.id)
            if steps != tuple(replies(len(steps))):
                raise AssertionError(f"wrong steps in {folder}")
            count += len(steps)
        return count


def damage_often(folder: Path, runs: int, seed: int = 1) -> dict[str, float]:
    """Figures of so many damaged stores: set aside, and the share of the steps that came back."""
    dice = random.Random(seed)
    first = folder / "whole"
    make_store(first)
    data, copy = (first / NAME).read_bytes(), copy_path(first, 1).read_bytes()
    alone, with_copy, aside, below_copy, refused = [], [], 0, 0, 0
    for number in range(runs):
        here = folder / "damaged"
        here.mkdir()
        (here / NAME).write_bytes(damaged(data, dice))
        has_copy = number % 2 == 0
        if has_copy:
            copy_path(here, 1).write_bytes(copy)
        before = (here / NAME).read_bytes()
        try:
            found = kept(here) / (ATTEMPTS * STEPS)
        except StoreTrouble as trouble:
            if "later version" not in str(trouble) or (here / NAME).read_bytes() != before:
                raise
            refused += 1  # such a head may be a later version's: it is told, and the file is not touched
            shutil.rmtree(here)
            continue
        files = list(here.glob(f"{NAME}.damaged-*"))
        aside += bool(files)
        (with_copy if has_copy else alone).append(found)
        below_copy += has_copy and found < (ATTEMPTS - 1) / ATTEMPTS
        shutil.rmtree(here)
    return {
        "runs": runs,
        "set aside": aside,
        "taken for a later version": refused,
        "less than the copy": below_copy,
        "median with a copy": statistics.median(with_copy),
        "median without": statistics.median(alone),
        "nothing left without": sum(not share for share in alone),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(damage_often(Path(sys.argv[1]), int(sys.argv[2]), *map(int, sys.argv[3:]))))
