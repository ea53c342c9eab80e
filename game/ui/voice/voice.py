"""Reads aloud in a thread of its own, one text at a time; a new text or `hush` ends the present one."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from game.model.values import NamedTuple
from game.ui.voice.programs import find_program

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from game.ui.voice.programs import Program

_NO_WINDOW = 0x0800_0000 if sys.platform == "win32" else 0
"""Windows opens no console for the program (CREATE_NO_WINDOW)."""


class _Wish(NamedTuple):
    words: str
    language: str
    volume: float


class Voice:
    """Nothing runs until the first text. Where no program speaks, nothing is said."""

    def __init__(self, find: Callable[[], Program | None] = find_program) -> None:
        self._find = find
        self._changed = threading.Condition()
        self._wish: _Wish | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._busy = False
        self._turn = 0
        self._thread: threading.Thread | None = None
        self._closed = False

    @property
    def speaking(self) -> bool:
        """Whether a text is being read, or about to be."""
        with self._changed:
            return self._wish is not None or self._busy

    def say(self, words: str, language: str, volume: float) -> None:
        """Read this, in place of what is being read."""
        self.hush()
        with self._changed:
            if not words or self._closed:
                return
            self._wish = _Wish(words, language, volume)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="voice", daemon=True)
                self._thread.start()
            self._changed.notify()

    def hush(self) -> None:
        """Not another sound."""
        with self._changed:
            self._turn += 1
            self._wish = None
            if self._process:
                self._process.kill()

    def close(self) -> None:
        """The same, and the thread ends."""
        self.hush()
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._thread:
            self._thread.join(timeout=2)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closed or self._wish)
                wish, self._wish, turn = self._wish, None, self._turn
                if wish is None:
                    return
                self._busy = True
            program = self._find()
            if program:
                # a program that cannot be started, or ends early, leaves silence
                with suppress(OSError):
                    self._speak(program, wish, turn)
            with self._changed:
                self._busy = False

    def _speak(self, program: Program, wish: _Wish, turn: int) -> None:
        import subprocess  # noqa: PLC0415 (a tenth of the time to the first frame, if it came at the start)

        arguments = program.arguments(wish.language, wish.volume)
        text = program.text(wish.words, wish.volume).encode("utf-8", "ignore")
        with subprocess.Popen(
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=_NO_WINDOW,
        ) as process:
            with self._changed:
                if turn != self._turn:
                    process.kill()
                self._process = process
            try:
                process.communicate(text)
            finally:
                with self._changed:
                    self._process = None
