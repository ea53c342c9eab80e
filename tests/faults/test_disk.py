"""A disk that is full, a folder that may only be read, a store that another program holds: nothing confirmed
is lost, and one clear sentence says what is the matter."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from game.model.trouble import Trouble
from tests.assets.catalogue import MESSAGE_CALLS
from tests.faults.talk import ROOT, environment, moment_after, play_two, steps, talk

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs mounts and limits of Linux")

HASTY = "from game.attempts import connection; connection.WAIT = 0.5; from game.__main__ import main; main()"
"""The game, which waits less long for whoever holds the store."""
FULL, GOES_ON = "Le disque est plein", "Le jeu continue"


def mounting() -> list[str]:
    """How a process gets mounts of its own here; empty where it may not have them."""
    if shutil.which("unshare") is None:
        return []
    own = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
    tried = subprocess.run([*own, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False)
    return own if tried.returncode == 0 else []


def seen(case: str, folder: Path) -> dict[str, Any]:
    """What `disk` saw in one of its cases."""
    own = mounting()
    if not own:
        pytest.skip("no mounts of one's own here")
    done = subprocess.run(
        [*own, sys.executable, "-m", "tests.faults.disk", case, str(folder)],
        cwd=ROOT,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return dict(json.loads(done.stdout))


def test_a_disk_that_fills_up_is_told_once_and_what_waited_is_kept_when_there_is_room(tmp_path: Path) -> None:
    found = seen("full", tmp_path)
    assert (found["code"], found["complaints"]) == (0, "")
    told = "".join(found["answers"])
    assert told.count(FULL) == told.count(GOES_ON) == 1
    assert found["nothing lost"]
    assert found["kept in the end"] == 5
    assert found["same moment"]


def test_on_a_full_disk_the_game_is_played_and_says_that_nothing_is_kept(tmp_path: Path) -> None:
    found = seen("full_to_the_end", tmp_path)
    assert (found["code"], found["complaints"]) == (0, "")
    assert found["told"].count("what you do is not kept") == 1
    assert found["told"].endswith("Goodbye.\n")


def test_a_folder_that_may_only_be_read_lets_a_session_go_on(tmp_path: Path) -> None:
    found = seen("read_only", tmp_path)
    assert (found["code"], found["complaints"]) == (0, "")
    told = "".join(found["answers"])
    assert told.count("peut être lu, mais pas modifié") == told.count(GOES_ON) == 1
    assert found["nothing lost"]
    assert found["same moment"]


def test_where_nothing_can_be_written_the_game_is_played_all_the_same(tmp_path: Path) -> None:
    found = seen("no_place", tmp_path)
    assert (found["code"], found["complaints"]) == (0, "")
    assert found["told"].count("what you do is not kept") == 1
    assert found["told"].endswith("Au revoir.\n")


def test_a_file_that_may_grow_no_more_loses_nothing(tmp_path: Path) -> None:
    """A limit on the size of files: a full disk for those who may not mount."""
    data = tmp_path / "data"
    with talk(data, tmp_path) as here:
        play_two(here)
        here.say("q")
        assert here.end() == (0, "")
    confirmed = steps(data)
    limit = (data / "attempts.db").stat().st_size // 2
    with talk(data, tmp_path, "--lang", "fr", prepare=lambda: limit_files(limit)) as here:
        here.say("c")
        told = here.say("") + here.say("1") + here.say("q")
        assert here.end() == (0, "")
    assert told.count(GOES_ON) == 1
    assert steps(data) == confirmed
    assert len(confirmed) == 2


def limit_files(size: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_store_that_another_program_holds_gets_what_waited_once_it_is_free(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with talk(data, tmp_path, "--lang", "fr", program=(sys.executable, "-c", HASTY)) as here:
        play_two(here)
        with closing(sqlite3.connect(data / "attempts.db")) as other:
            other.execute("BEGIN EXCLUSIVE")
            told = here.say("") + here.say("1")
        on_the_table = here.say("r")
        told += here.say("q")
        assert here.end() == (0, "")
    assert told.count("Un autre programme occupe le fichier de vos séances") == told.count(GOES_ON) == 1
    assert len(steps(data)) == 4
    assert moment_after(data, tmp_path, "--lang", "fr") == on_the_table


def test_a_command_says_that_another_program_holds_the_store(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with talk(data, tmp_path) as here:
        play_two(here)
        here.say("q")
        here.end()
    with closing(sqlite3.connect(data / "attempts.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        done = subprocess.run(
            [sys.executable, "-c", HASTY, "attempts", "--data", str(data), "--lang", "fr"],
            cwd=ROOT,
            env=environment(tmp_path),
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("Un autre programme occupe le fichier de vos séances")


def test_every_kind_of_trouble_is_told_in_french() -> None:
    def kinds(kind: type[Trouble]) -> set[str]:
        return {kind.__name__}.union(*map(kinds, kind.__subclasses__()))

    found = kinds(Trouble)
    assert {"StoreTrouble", "Damaged", "FileTrouble"} <= found
    assert found <= MESSAGE_CALLS.keys()
