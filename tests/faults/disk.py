"""Faults of the disk, made for real on a file system of its own. Begun by `test_disk` as

    unshare --mount [--map-root-user] python -m tests.faults.disk CASE FOLDER

so that what is mounted here is seen by this process and its children alone, and is gone with them. Answers
with what was seen, as JSON.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.faults.talk import moment_after, play_two, steps, talk

SIZE = 256
"""Kilobytes of the small file system."""


def mount(folder: Path, *words: str) -> None:
    """A file system of its own on a folder."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", *words, str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Writes until nothing more can be written."""
    filler = folder / "filler"
    with filler.open("wb", 0) as file, suppress(OSError):
        while True:
            file.write(bytes(512))
    return filler


def full(home: Path) -> dict[str, Any]:
    """The disk is full in the middle of a session, and has room again before it is left."""
    data = home / "data"
    mount(data, "-t", "tmpfs", "-o", f"size={SIZE}k", "none")
    with talk(data, home, "--lang", "fr") as here:
        play_two(here)
        confirmed = steps(data)
        filler = fill(data)
        answers = [here.say(line) for line in ("", "1", "1")]
        meanwhile = steps(data)
        on_the_table = here.say("r")
        filler.unlink()
        here.say("q")
        code, complaints = here.end()
    return {
        "code": code,
        "complaints": complaints,
        "answers": answers,
        "nothing lost": meanwhile[: len(confirmed)] == confirmed and len(confirmed) == 2,
        "kept in the end": len(steps(data)),
        "same moment": moment_after(data, home, "--lang", "fr") == on_the_table,
    }


def full_to_the_end(home: Path) -> dict[str, Any]:
    """The disk is full before the session is begun, and stays full."""
    data = home / "data"
    mount(data, "-t", "tmpfs", "-o", f"size={SIZE}k", "none")
    fill(data)
    with talk(data, home) as here:
        for line in ("1", "", "1", "2", "q"):
            here.say(line)
        code, complaints = here.end()
    return {"code": code, "complaints": complaints, "told": here.told}


def read_only(home: Path) -> dict[str, Any]:
    """The folder with a session may only be read: the session goes on from where it was."""
    data = home / "data"
    mount(data, "-t", "tmpfs", "-o", f"size={SIZE}k", "none")
    with talk(data, home) as here:
        moment = play_two(here)
        here.say("q")
        here.end()
    mount(data, "-o", "remount,ro")
    confirmed = steps(data)
    with talk(data, home, "--lang", "fr") as here:
        here.say("c")
        answers = [here.say(line) for line in ("", "1")]
        here.say("q")
        code, complaints = here.end()
    return {
        "code": code,
        "complaints": complaints,
        "answers": answers,
        "nothing lost": steps(data) == confirmed and len(confirmed) == 2,
        "same moment": moment_after(data, home) == moment,
    }


def no_place(home: Path) -> dict[str, Any]:
    """Nothing may be written anywhere in the player's home."""
    mount(home / "sealed", "-t", "tmpfs", "-o", f"size={SIZE}k,ro", "none")
    with talk(home / "sealed" / "data", home / "sealed") as here:
        for line in ("1", "", "1", "l", "q"):
            here.say(line)
        code, complaints = here.end()
    return {"code": code, "complaints": complaints, "told": here.told}


CASES = {case.__name__: case for case in (full, full_to_the_end, read_only, no_place)}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(CASES[sys.argv[1]](Path(sys.argv[2]))))
