"""Damaged stores: set aside under a new name, and as much as can be read is there again."""

from __future__ import annotations

import os
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest

from game.attempts.journal import Journal
from game.attempts.rescue import COPIES, NAME, copy_path, forget_copies, keep_copy, open_store
from game.model.trouble import StoreTrouble
from tests.attempts.damage import ATTEMPTS, STEPS, damage_often, kept
from tests.attempts.shelf import LEARNER, heading, replies

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a store with some attempts."""
    folder = tmp_path_factory.mktemp("sound")
    with closing(open_store(folder, "x").store) as store:
        for number in range(ATTEMPTS):
            store.begin(heading(number), b"a scene")
            store.append(heading(number).id, replies(STEPS))
            store.finish(heading(number).id, "2026-11-23T09:00:00Z", "{}")
    return (folder / NAME).read_bytes()


def test_an_undamaged_store_just_opens(tmp_path: Path, sound: bytes) -> None:
    (tmp_path / NAME).write_bytes(sound)
    opened = open_store(tmp_path, "x")
    opened.store.close()
    assert (opened.aside, opened.recovered) == (None, 0)
    assert kept(tmp_path) == ATTEMPTS * STEPS


@pytest.mark.long
def test_what_can_be_read_is_recovered_and_the_copy_gives_the_rest(tmp_path: Path) -> None:
    """No damage is fatal, nothing wrong comes out, and most of what was there does.

    Only where the head or the very root of all steps is hit and there is no copy are they gone.
    """
    found = damage_often(tmp_path, 300, 7)
    assert found["set aside"] > 250
    assert found["less than the copy"] == 0
    assert found["median without"] > 0.85
    assert found["nothing left without"] <= 30


def test_a_changed_step_comes_back_from_the_copy(tmp_path: Path, sound: bytes) -> None:
    """SQLite finds nothing wrong with such a file; the attempt's own checksums do."""
    (tmp_path / NAME).write_bytes(sound)
    with closing(open_store(tmp_path, "x").store) as store:
        keep_copy(store)
    with closing(sqlite3.connect(tmp_path / NAME)) as connection, connection:
        connection.execute(
            "UPDATE steps SET value = 'other' WHERE attempt = ? AND position = 3", (f"{7:032x}",)
        )
    journal = Journal(tmp_path, LEARNER)
    assert journal.find(heading(7).id).steps == tuple(replies(STEPS))
    assert "was set aside" in " ".join(trouble.tell() for trouble in journal.notices())
    journal.close()
    assert kept(tmp_path) == ATTEMPTS * STEPS


@pytest.mark.parametrize("rest", [b"", b"not a store at all, any more", os.urandom(9000)])
def test_where_nothing_can_be_read_the_copy_is_used(tmp_path: Path, sound: bytes, rest: bytes) -> None:
    (tmp_path / NAME).write_bytes(sound)
    with closing(open_store(tmp_path, "x").store) as store:
        keep_copy(store)
        store.begin(heading(99), b"")
    (tmp_path / NAME).write_bytes(rest)
    if not rest:
        (tmp_path / NAME).write_bytes(b"SQLite format 3\0")
    opened = open_store(tmp_path, "today")
    with closing(opened.store):
        assert opened.recovered == ATTEMPTS
        assert opened.aside is not None
        assert opened.store.text("d" * 64) == b"a scene"
        assert all(one.finished for one in opened.store.attempts(LEARNER))


def test_a_damaged_store_drives_out_no_good_copy(tmp_path: Path, sound: bytes) -> None:
    (tmp_path / NAME).write_bytes(sound)
    with closing(open_store(tmp_path, "x").store) as store:
        keep_copy(store)
        good = copy_path(tmp_path, 1).read_bytes()
        with (tmp_path / NAME).open("r+b") as file:
            file.seek(len(sound) // 2)
            file.write(b"\xff" * 8192)
        with suppress(StoreTrouble):
            keep_copy(store)
    assert copy_path(tmp_path, 1).read_bytes() == good


def test_a_rescue_that_was_cut_short_is_done_again(tmp_path: Path, sound: bytes) -> None:
    """Whatever lies about from a first try: the damaged file is still there, and so is what it held."""
    (tmp_path / NAME).write_bytes(sound[: len(sound) // 2])
    (tmp_path / f"{NAME}.damaged-today").write_bytes(sound[:9000])
    (tmp_path / f"{NAME}.rescued").write_bytes(sound[:9000])
    (tmp_path / f"{NAME}.reading").write_bytes(b"")
    opened = open_store(tmp_path, "today")
    opened.store.close()
    assert opened.aside == tmp_path / f"{NAME}.damaged-today-2"
    assert opened.recovered > 0


def test_two_processes_rescue_one_store_once(tmp_path: Path, sound: bytes) -> None:
    (tmp_path / NAME).write_bytes(sound[: len(sound) // 2])
    ready = threading.Barrier(4)

    def open_it() -> tuple[Path | None, int]:
        ready.wait(10)
        opened = open_store(tmp_path, "today")
        with closing(opened.store):
            return opened.aside, opened.store.count()

    with ThreadPoolExecutor(4) as pool:
        found = [one.result(60) for one in [pool.submit(open_it) for _ in range(4)]]
    assert len({count for _, count in found}) == 1
    assert [aside for aside, _ in found if aside] == [tmp_path / f"{NAME}.damaged-today"]


def test_copies_roll(tmp_path: Path) -> None:
    with closing(open_store(tmp_path, "x").store) as store:
        for number in range(COPIES + 2):
            store.begin(heading(number), b"")
            keep_copy(store)
    counts = []
    for number in range(1, COPIES + 1):
        folder = tmp_path / f"of {number}"
        folder.mkdir()
        copy_path(tmp_path, number).rename(folder / NAME)
        with closing(open_store(folder, "x").store) as store:
            counts.append(store.count())
    assert counts == [COPIES + 2, COPIES + 1, COPIES]


def test_a_second_damage_on_one_day_does_not_overwrite_the_first(tmp_path: Path) -> None:
    asides = set()
    for _ in range(3):
        (tmp_path / NAME).write_bytes(b"no store" * 100)
        opened = open_store(tmp_path, "today")
        opened.store.close()
        asides.add(opened.aside)
    assert len(asides) == 3


def test_copies_are_forgotten(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"no store" * 100)
    with closing(open_store(tmp_path, "x").store) as store:
        keep_copy(store)
        keep_copy(store)
    forget_copies(tmp_path)
    left = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert left.keys() == {NAME, f"{NAME}.rescue"}
    assert left[f"{NAME}.rescue"] == 0
