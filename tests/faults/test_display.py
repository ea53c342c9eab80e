"""The display goes away in the middle of a session: it goes on in the terminal, or ends with a sentence."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.faults.site import PROGRAM, without
from tests.faults.talk import GAME, PATIENCE, ROOT, Talk, environment, moment_after, steps
from tests.window.screen import missing
from tests.window.xserver import skip_where, x_server

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.window.xserver import XServer

GONE = "L’affichage a disparu."


@pytest.fixture(autouse=True)
def _a_display_can_be_had() -> None:
    skip_where(missing(), "screen of one's own")


class Display:
    """An X server, and the game in a window on it, with a conversation to fall back on."""

    def __init__(self, server: XServer, data: Path, game: Talk) -> None:
        self.server = server.process
        self.game = game
        self._display = server.display
        self._data = data

    def press_until_kept(self, count: int, *keys: str) -> None:
        """Presses keys in turn until so many steps are kept."""
        until = time.monotonic() + PATIENCE
        turn = 0
        while not self._data.exists() or len(steps(self._data)) < count:
            assert time.monotonic() < until, self.game.process.poll()
            subprocess.run(
                ["xdotool", "key", keys[turn % len(keys)]],
                env={**os.environ, "DISPLAY": self._display},
                capture_output=True,
                check=False,
            )
            turn += 1
            time.sleep(0.2)


@contextmanager
def display(
    home: Path, program: Sequence[str] = GAME, stdin: int = subprocess.PIPE, **more: str
) -> Iterator[Display]:
    """One scene in the window, until the end of the block."""
    with ExitStack() as stack:

        def started(words: Sequence[str], **pipes: int) -> subprocess.Popen[bytes]:
            process = subprocess.Popen(words, env=env, cwd=ROOT, **pipes)  # type: ignore[call-overload]
            stack.enter_context(process)
            stack.callback(process.kill)
            return process  # type: ignore[no-any-return]

        server = stack.enter_context(x_server())
        env = environment(home, XDG_RUNTIME_DIR=str(home), SDL_AUDIODRIVER="dummy", **more)
        env["DISPLAY"] = server.display
        started(["openbox", "--sm-disable"], stderr=subprocess.DEVNULL)
        words = ["--lang", "fr", "--data", str(home / "data"), "play", "premiers_pas"]
        game = started([*program, *words], stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        yield Display(server, home / "data", Talk(game))


def test_the_session_goes_on_in_the_terminal_where_it_was(tmp_path: Path) -> None:
    with display(tmp_path) as here:
        here.press_until_kept(2, "Return", "1")
        kept = steps(tmp_path / "data")
        here.server.kill()
        told = here.game.hear()
        assert told.count(GONE) == 1
        assert told.index(GONE) == 0
        on_the_table = here.game.say("r")
        here.game.say("q")
        assert here.game.end() == (0, "")
    assert steps(tmp_path / "data")[: len(kept)] == kept
    assert moment_after(tmp_path / "data", tmp_path, "--lang", "fr") == on_the_table


def test_without_a_terminal_it_ends_with_a_sentence_and_two(tmp_path: Path) -> None:
    with display(tmp_path, stdin=subprocess.DEVNULL) as here:
        here.press_until_kept(2, "Return", "1")
        kept = steps(tmp_path / "data")
        here.server.kill()
        code, complaints = here.game.end()
    assert (code, complaints) == (2, "")
    assert here.game.told.startswith(GONE)
    assert steps(tmp_path / "data")[: len(kept)] == kept


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_closes_the_window_and_the_session_goes_on_later(
    tmp_path: Path, number: signal.Signals
) -> None:
    with display(tmp_path) as here:
        here.press_until_kept(2, "Return", "1")
        here.game.process.send_signal(number)
        assert here.game.end() == (128 + number, "")
    assert len(steps(tmp_path / "data")) >= 2
    assert "1. " in moment_after(tmp_path / "data", tmp_path)


def test_without_the_package_for_screen_readers_the_window_is_played(tmp_path: Path) -> None:
    words = "import sys; sys.argv[0] = 'first-session'; from game.__main__ import main; main()"
    path = without(tmp_path, ("accesskit",))
    with display(tmp_path, (*PROGRAM, words), PYTHONPATH=path) as here:
        here.press_until_kept(2, "Return", "1")
        here.game.process.send_signal(signal.SIGTERM)
        assert here.game.end() == (128 + signal.SIGTERM, "")
