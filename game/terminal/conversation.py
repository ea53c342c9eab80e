"""The text mode as a process: streams that may be closed or lost, and signals that end it."""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
from contextlib import contextmanager

from game.model.trouble import FileTrouble
from game.model.values import TYPE_CHECKING
from game.terminal.paper import Paper, PaperLost
from game.terminal.play import play

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType
    from typing import TextIO

    from game.app.controller import Controller

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Each asks the game to end."""
_CLOSED = (errno.EPIPE, errno.EINVAL, errno.EIO, errno.EBADF)
"""What writing raises where nobody reads any more."""


class Ended(BaseException):
    """A signal asks the game to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class _Lines:
    """What the player types, and whether anything was."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream or io.StringIO()
        self.any = False
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")

    def readline(self) -> str:
        """The next line; empty at the end, and where the terminal is gone."""
        try:
            line = self._stream.readline()
        except OSError:
            return ""
        self.any |= bool(line)
        return line


def converse(
    controller: Controller, mishap: Callable[[Exception], str], needed: bool = False
) -> tuple[int, int]:
    """Plays over the standard streams. Answers with the exit code, and with the signal that ended it or 0.

    Where it is `needed` because something else has failed, an input that ends at once is a failure too: the
    code is then 2. Raises FileTrouble where what is said cannot be written.
    """
    if sys.stdout is None:
        raise FileTrouble("The output cannot be written: {reason}.", reason=os.strerror(errno.EBADF))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    lines = _Lines(sys.stdin)
    try:
        with _signals_end_it():
            code = play(controller, Paper(sys.stdout), lines, mishap)  # type: ignore[arg-type]
    except Ended as ended:
        return 128 + ended.number, ended.number
    except PaperLost as lost:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115  (the interpreter flushes it at its end)
        if lost.error.errno in _CLOSED:
            return 2, 0
        reason = lost.error.strerror or str(lost.error)
        raise FileTrouble("The output cannot be written: {reason}.", reason=reason) from None
    return (2 if needed and not lines.any else code), 0


@contextmanager
def _signals_end_it() -> Iterator[None]:
    def end(number: int, _frame: FrameType | None) -> None:
        raise Ended(number)

    before = {number: signal.signal(number, end) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
