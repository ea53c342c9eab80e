"""The game in a process of its own, as its player meets it: the text mode line by line, and what it kept."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from game.attempts.rescue import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.attempts.kept import Step

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120.0
"""Seconds that anything may take on a slow machine."""
GAME = (sys.executable, "-m", "game")
_PROMPTS = (") ", ": ", ":\u202f", "\u202f: ", "? ")


def environment(home: Path, **more: str) -> dict[str, str]:
    """Nothing of this machine's user, no display and no sound; English unless it is said otherwise."""
    names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SDL_", "XDG_", "DBUS_", "AT_SPI", "WAYLAND_", "DISPLAY"))
    }
    own = {name: str(home / name.lower()) for name in names}
    plain = {"HOME": str(home), "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    return kept | own | plain | more


class Talk:
    """A conversation with the text mode: lines go in, and what is told until the next question comes out."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.told = ""

    def hear(self) -> str:
        """What is told until the next question, or to the end."""
        assert self.process.stdout is not None
        told = b""
        while not told.decode("utf-8", "replace").endswith(_PROMPTS):
            part = os.read(self.process.stdout.fileno(), 65_536)
            if not part:
                break
            told += part
        self.told += told.decode()
        return told.decode()

    def say(self, line: str) -> str:
        """Types a line; what is answered."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()
        return self.hear()

    def end(self) -> tuple[int, str]:
        """The exit status, once the game has ended, and what it wrote to the standard error."""
        out, complaints = self.process.communicate(timeout=PATIENCE)
        self.told += out.decode()
        return self.process.returncode, complaints.decode()


@contextmanager
def talk(
    data: Path,
    home: Path,
    *words: str,
    before: Sequence[str] = (),
    prepare: Callable[[], None] | None = None,
    program: Sequence[str] = GAME,
) -> Iterator[Talk]:
    """The text mode over a store, until the end of the block; `before` stands before the command."""
    process = subprocess.Popen(
        [*before, *program, "--text", "--data", str(data), *words],
        cwd=ROOT,
        env=environment(home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=prepare,  # noqa: PLW1509  (only a limit is set there)
    )
    with process:
        try:
            here = Talk(process)
            here.hear()
            yield here
        finally:
            process.kill()


def play_two(here: Talk) -> str:
    """Opens the first scene and gives two replies; what is on the table then."""
    for line in ("1", "", "1", "2"):
        here.say(line)
    return here.say("r")


def steps(data: Path) -> tuple[Step, ...]:
    """What the store holds of the one attempt in it, or of the latest."""
    with closing(open_store(data, "damaged").store) as store:
        assert not list(data.glob("*.damaged-*"))
        kept = store.attempts("")
        return store.steps(kept[0].heading.id) if kept else ()


def moment_after(data: Path, home: Path, *words: str) -> str:
    """What is on the table when the session is continued by another start of the game."""
    with talk(data, home, *words) as again:
        again.say("c")
        found = again.say("r")
        again.say("q")
        assert again.end() == (0, "")
        return found
