"""A desk with a window and a screen reader: a display, buses and the game, all of their own and all ended."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.window.xserver import lacking, x_server

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parents[2]
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PATIENCE = 90.0
"""Seconds that anything may take on a slow machine."""


def missing() -> str:
    """What this machine lacks for a screen reader on a display of its own; nothing where all is there."""
    lacks = lacking("Xvfb", "dbus-daemon")
    if _launcher() is None:
        lacks.append("at-spi2-core")
    if _python() is None:
        lacks.append("python3-gi with gir1.2-atspi-2.0")
    return ", ".join(lacks)


def _launcher() -> str | None:
    return next((path for path in LAUNCHERS if Path(path).exists()), None)


def _python() -> str | None:
    """The system's Python, if it has the bindings."""
    question = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    asked = subprocess.run(["/usr/bin/python3", "-c", question], capture_output=True, check=False)
    return "/usr/bin/python3" if asked.returncode == 0 else None


class Helper:
    """The screen reader in its own process: asked in lines of JSON."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._answers: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        assert self._answer() == "ready"

    def _read(self) -> None:
        for line in self._process.stdout or ():
            self._answers.put(line)
        self._answers.put("")

    def _answer(self) -> Any:
        line = self._answers.get(timeout=2 * PATIENCE)
        assert line, "the screen reader has ended"
        return json.loads(line)

    def ask(self, question: str, **words: object) -> Any:
        """The answer to a question."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"ask": question, **words}) + "\n")
        self._process.stdin.flush()
        return self._answer()


class Desk:
    """What the test has before it: the game that runs, and the screen reader."""

    def __init__(self, game: subprocess.Popen[str], helper: Helper, errors: Path) -> None:
        self._game = game
        self._helper = helper
        self._errors = errors

    def find(self, role: str, name: str = "", within: str = "") -> dict[str, Any]:
        """The first thing of this role with these words in its name, and all within; waits for it."""
        return self.find_any((role, name), within=within)

    def find_any(self, *wanted: tuple[str, str], within: str = "") -> dict[str, Any]:
        """The first thing that is one of these: a role, and words in its name."""
        found = self._helper.ask("find", wanted=wanted, within=within, seconds=PATIENCE)
        if found is None:
            window = self._helper.ask("find", wanted=[("frame", "")], within="", seconds=0.0)
            pytest.fail(f"none of {wanted} on the window: {lines(window)}\n{self.complaints}")
        return dict(found)

    def press(self, role: str, name: str = "", within: str = "") -> None:
        """Do what a click on it would do."""
        assert self._helper.ask("press", id=self.find(role, name, within)["id"]) is True

    def press_and_hear(self, role: str, name: str = "", within: str = "") -> list[str]:
        """Press, and wait for what is read aloud then."""
        self.announced()
        self.press(role, name, within)
        told = list(self._helper.ask("wait", seconds=PATIENCE))
        assert told, f"nothing was read aloud after {name!r}"
        return told

    def announced(self) -> list[str]:
        """What was read aloud since the last time."""
        return list(self._helper.ask("listen"))

    def end_game(self) -> int:
        """Close the window as the desktop does; the game's exit status."""
        self._game.send_signal(signal.SIGTERM)
        return self._game.wait(PATIENCE)

    @property
    def complaints(self) -> str:
        """What the game wrote on the error output."""
        return self._errors.read_text()


def lines(node: Mapping[str, Any] | None, depth: int = 0) -> str:
    """All there is to read, a line each."""
    if node is None:
        return "nothing"
    told = f"\n{'  ' * depth}{node['role']} {node['name']!r} {node['about']!r}"
    return told + "".join(lines(child, depth + 1) for child in node["children"])


def all_of(node: Mapping[str, Any], role: str) -> list[Mapping[str, Any]]:
    """The node and all below it, of one role, in reading order."""
    found = [node] if node["role"] == role else []
    return [*found, *(other for child in node["children"] for other in all_of(child, role))]


@contextmanager
def desk(folder: Path, *words: str) -> Iterator[Desk]:
    """The game, begun with these words, and a screen reader, until the end of the block."""
    with ExitStack() as stack:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("SDL_", "DBUS_"))},
            "SDL_AUDIODRIVER": "dummy",
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_RUNTIME_DIR": str(folder),
            "LC_ALL": "C.UTF-8",
        }
        environment["DISPLAY"] = stack.enter_context(x_server()).display
        bus = _started(
            stack,
            ["dbus-daemon", "--session", "--nofork", "--print-address"],
            environment,
            folder / "bus.txt",
        )
        environment["DBUS_SESSION_BUS_ADDRESS"] = _first_line(bus)
        launcher = [str(_launcher()), "--launch-immediately", "--a11y=1", "--screen-reader=1"]
        _started(stack, launcher, environment, folder / "launcher.txt")
        listening = [str(_python()), str(ROOT / "tests" / "window" / "screen_reader.py")]
        helper = Helper(_started(stack, listening, environment, folder / "reader.txt"))
        errors = folder / "game.txt"
        play = [sys.executable, "-m", "game", *words]
        game = _started(stack, play, {**environment, "PYTHONPATH": str(ROOT)}, errors)
        yield Desk(game, helper, errors)


def _first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    assert line
    return line


def _started(
    stack: ExitStack, words: Sequence[str], environment: Mapping[str, str], errors: Path
) -> subprocess.Popen[str]:
    """A process that is ended, with all that it began, when the stack is left."""
    process = subprocess.Popen(
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stack.enter_context(errors.open("w")),
        env=environment,
        cwd=ROOT,
        text=True,
        start_new_session=True,
    )
    stack.callback(_end, process)
    return process


def _end(process: subprocess.Popen[str]) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is None:
            os.killpg(process.pid, number)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                continue
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
