"""An X server of one's own, for what needs a real window; and what is done where there can be none."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from game.model.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


class XServer(NamedTuple):
    """A display that no one else has."""

    process: subprocess.Popen[bytes]
    display: str
    """As programs are told of it: ":7"."""


def lacking(*programs: str) -> list[str]:
    """Those of the programs that are not on this machine."""
    return [name for name in programs if shutil.which(name) is None]


def needed() -> bool:
    """Whether the tests of the window have to run here, whatever is missing."""
    return "screen" in os.environ.get("FIRST_SESSION_NEEDS", "").split(",")


def skip_where(lacks: str, what: str) -> None:
    """Leaves the test out where something is missing for `what`; where it has to run, it fails."""
    if lacks and not needed():
        pytest.skip(f"no {what} here without {lacks}")
    assert not lacks


@contextmanager
def x_server(size: str = "1280x800", *words: str) -> Iterator[XServer]:
    """An X server that keeps its one screen of so many pixels in memory, until the end of the block."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp", *words]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, pass_fds=[write])
    os.close(write)
    try:
        with os.fdopen(read) as told:
            number = told.readline().strip()
        assert number, "the X server has not started"
        yield XServer(process, f":{number}")
    finally:
        end(process)


def end(process: subprocess.Popen[Any]) -> None:
    """Asks a program to end, and ends it where it does not."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(10)
