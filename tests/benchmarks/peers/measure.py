"""Every peer is asked the same, each time in a fresh process and in another order."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

from tests.benchmarks.peers.formats import write_story
from tests.benchmarks.peers.roster import PLACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tests.benchmarks.peers.roster import Peer

Result = dict[str, Any]

OPERATIONS = (
    *("loadsrc", "loadknown", "loadbin", "play", "save", "mem", "memsrc", "cold", "coldsrc", "lint", "frame"),
)
PLAY_SECONDS = 1.5
TIMEOUT = 400
STORIES = PLACE / "stories"


def ask(peer: Peer, operation: str, story: Path, options: Result | None = None) -> Result:
    """What a peer answers, or {"error": text}. Of a start: wall time to the first line, and CPU time."""
    environment = {**os.environ, "BENCH_NPM": str(PLACE / "npm"), **dict(peer.environment)}
    environment["PYTHONPYCACHEPREFIX"] = str(PLACE / "pycache")
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"):
        environment.pop(name, None)
    command = [*peer.command, operation, str(story), json.dumps(options or {})]
    begun = time.perf_counter()
    with subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        if operation in ("cold", "coldsrc"):
            return _first_line(process, begun)
        try:
            out, err = process.communicate(timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            process.kill()
            return {"error": f"over {TIMEOUT} s"}
    if process.returncode:
        return {"error": f"exit {process.returncode}: {(err or out)[-300:].strip()}"}
    answer: Result = json.loads(out.strip().splitlines()[-1])
    return answer


def _first_line(process: subprocess.Popen[str], begun: float) -> Result:
    assert process.stdout is not None
    assert process.stderr is not None
    line = ""
    while not line.strip():
        line = process.stdout.readline()
        if not line:
            return {"error": process.stderr.read()[-300:]}
    wall = (time.perf_counter() - begun) * 1e3
    process.stdout.read()
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return {"cpu": (used.ru_utime + used.ru_stime) * 1e3, "wall": wall}


def prepare(peers: Iterable[Peer], sizes: Iterable[int], seed: int) -> bool:
    """Writes the stories, compiles them, and holds every peer to our trace; false where one differs."""
    alike = True
    for size in sizes:
        story = write_story(STORIES, size, seed)
        wanted = None
        for peer in peers:
            if "build" in peer.operations:
                built = ask(peer, "build", story)
                if "error" in built:
                    _say(f"{peer.name} cannot compile the story of {size}: {built['error']}")
            if "verify" in peer.operations:
                told = ask(peer, "verify", story)
                wanted = wanted or told
                same = told == wanted and "error" not in told
                alike = alike and same
                _say(f"{size:5} {peer.name:12} {'same trace' if same else f'DIFFERS: {told}'}")
    return alike


def measure(
    peers: Sequence[Peer], sizes: Iterable[int], operations: Iterable[str], repeats: int, out: Path
) -> list[Result]:
    """All answers; they are kept in `out` as they come."""
    found: list[Result] = []
    order = random.Random(repeats)
    for repeat in range(repeats):
        for size in sizes:
            for operation in operations:
                asked = [peer for peer in peers if operation in peer.operations]
                order.shuffle(asked)
                for peer in asked:
                    options = {"seconds": PLAY_SECONDS} if operation == "play" else None
                    answer = ask(peer, operation, STORIES / str(size), options)
                    found.append({"rep": repeat, "n": size, "op": operation, "peer": peer.name, **answer})
                out.write_text(json.dumps(found), "utf-8")
            _say(f"repeat {repeat + 1} of {repeats}, {size} nodes: done")
    return found


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
