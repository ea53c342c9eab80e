"""What a command writes, to the standard output or to a file; what goes wrong there is told in a sentence."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from game.launch import WORLD_FAILED
from game.model.trouble import FileTrouble

if TYPE_CHECKING:
    from pathlib import Path

_CLOSED = (errno.EPIPE, errno.EINVAL)
"""What writing to a closed pipe raises, here and on Windows."""


def coloured() -> bool:
    """Whether to write in colour: to a terminal that has it, or as NO_COLOR and FORCE_COLOR ask."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def put(text: str) -> None:
    """Writes a text for people. Raises FileTrouble; ends the program where nobody reads on."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    _write(text)


def put_data(text: str) -> None:
    """Writes what other programs read, always as UTF-8. Raises FileTrouble as `put` does."""
    _write(text.encode("utf-8", "replace"))


def save(content: str | bytes, path: Path) -> None:
    """Writes a file, a text as UTF-8. Raises FileTrouble."""
    try:
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileTrouble("The file {path} cannot be written: {reason}.", path=path, reason=reason) from None


def _write(content: str | bytes) -> None:
    try:
        click.echo(content, nl=False, color=coloured())
        sys.stdout.flush()
    except OSError as error:
        _give_up(error)


def _give_up(error: OSError) -> NoReturn:
    sys.stdout = open(os.devnull, "w")  # noqa: SIM115  (the interpreter flushes it at its end)
    if error.errno in _CLOSED:
        sys.exit(WORLD_FAILED)
    reason = error.strerror or str(error)
    raise FileTrouble("The output cannot be written: {reason}.", reason=reason) from None
