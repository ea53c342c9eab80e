"""Who runs, how, and what each can be asked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

RUNNERS = Path(__file__).parent / "runners"
PLACE = Path(os.environ.get("BENCH_PEERS") or Path.home() / ".cache" / "first-session-peers")
"""Where the peers are installed and the stories are written: outside of the tree."""

PIP = ("bink", "inkcpp-py", "inkpython", "bardic", "pyyaml")
NPM = ("inkjs", "@mnbroatch/bondage", "yarn-bound", "extwee")
APT = ("renpy", "xvfb")

PLAYABLE = ("verify", "play", "save", "mem", "cold")
SOURCE = ("loadsrc", "memsrc", "coldsrc")
COMPILED = ("build", "loadbin")


class Peer(NamedTuple):
    """An engine: the command that runs it, what it can be asked, and what to keep in mind."""

    name: str
    command: tuple[str, ...]
    operations: tuple[str, ...]
    note: str = ""
    environment: tuple[tuple[str, str], ...] = ()


def _python(script: str) -> tuple[str, ...]:
    return str(PLACE / "py" / "bin" / "python"), str(RUNNERS / script)


def _node(script: str) -> tuple[str, ...]:
    return "node", str(RUNNERS / script)


def _ours(script: str) -> tuple[str, ...]:
    return sys.executable, str(RUNNERS / script)


OURS, PROGRAM = "ours", "our program"
PEERS = (
    Peer(
        OURS,
        _ours("ours.py"),
        (*PLAYABLE, *SOURCE, *COMPILED, "loadknown"),
        "this engine, with every rule of the rubric besides the story's own scores",
    ),
    Peer(PROGRAM, _ours("our_program.py"), ("lint", "frame", "cold"), "this game as a player starts it"),
    # inkjs comes before bink, inkcpp and inkpython: it makes the ink JSON that they load.
    Peer("inkjs", _node("inkjs.cjs"), (*PLAYABLE, *SOURCE, *COMPILED), "ink, JavaScript"),
    Peer("bink", _python("bink_.py"), (*PLAYABLE, "loadbin"), "ink, Rust under Python; no compiler"),
    Peer("inkcpp", _python("inkcpp_.py"), (*PLAYABLE, *COMPILED), "ink, C++ under Python; no compiler"),
    Peer("inkpython", _python("inkpython_.py"), (*PLAYABLE, "loadbin"), "ink, pure Python; no compiler"),
    Peer(
        "bondage",
        _node("bondage.cjs"),
        (*PLAYABLE, "loadsrc"),
        "Yarn 2, JavaScript; parses a node's text when it is visited; its host keeps node and variables",
    ),
    Peer("yarn-bound", _node("yarn_bound.cjs"), (*PLAYABLE, "loadsrc"), "Yarn 2, JavaScript; as bondage"),
    Peer(
        "bardic",
        _python("bardic_.py"),
        (*PLAYABLE, *SOURCE, *COMPILED),
        "own language, pure Python; takes an undo snapshot at each choice",
    ),
    Peer(
        "renpy",
        _python("renpy_.py"),
        (*PLAYABLE, *SOURCE, *COMPILED, "lint", "frame"),
        "Ren'Py 8.0.3 without drawing; its save holds a screenshot and the rollback log",
    ),
    Peer("extwee", _node("extwee.mjs"), ("loadsrc",), "splits Twee 3 into passages, does not play"),
    Peer(
        "floor",
        _python("floor.py"),
        (*PLAYABLE, *COMPILED),
        "the least Python that plays: no rules, no checks, no history, no messages",
        (("FLOOR", "lazy"),),
    ),
    Peer("empty node", ("node", "-e", "console.log('x')"), ("cold",), "a process that does nothing"),
    Peer("empty python", (sys.executable, "-c", "print('x')"), ("cold",), "a process that does nothing"),
)


def install() -> None:
    """Installs the peers with pip, npm and apt. Raises CalledProcessError where one of them fails."""
    PLACE.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "venv", PLACE / "py"], check=True)
    subprocess.run([PLACE / "py" / "bin" / "pip", "install", "-q", *PIP], check=True)
    (PLACE / "npm").mkdir(exist_ok=True)
    npm = ("npm", "install", "--no-audit", "--no-fund", "--prefix", str(PLACE / "npm"))
    subprocess.run([*npm, *NPM], check=True)
    if not Path("/usr/games/renpy").exists():
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *APT], check=True)
