"""The store: what it has acknowledged is there, also for a second process; what is erased is gone."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.attempts.connection import Damaged
from game.attempts.kept import BACK, CHOICE, Step, course
from game.attempts.schema import VERSION
from game.attempts.shelves import Shelf
from game.attempts.store import Overtaken, Store
from game.attempts.summary import Found, found_in
from game.model.trouble import StoreTrouble
from tests.attempts.shelf import LEARNER, heading, replies

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "élève n° 1" / "attempts.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with closing(Store(path)) as opened:
        yield opened


def change(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement, values)


def test_steps_come_back_in_order(store: Store) -> None:
    one, other = heading(1), heading(2)
    store.begin(one, b"text")
    store.begin(other, b"text")
    store.append(one.id, replies(3))
    store.append(other.id, replies(1))
    store.append(one.id, [*replies(2, 3), Step(BACK, "1", 9)])
    assert store.steps(one.id) == (*replies(5), Step(BACK, "1", 9))
    assert store.steps(other.id) == tuple(replies(1))
    assert course(store.steps(one.id)).choices == ("reply_0", "reply_1", "reply_2", "reply_3")


def test_everything_is_there_when_it_is_opened_again(path: Path, store: Store) -> None:
    store.begin(heading(1), "Léa « rien »".encode())
    store.append(heading(1).id, replies(2))
    store.finish(heading(1).id, "2026-11-23T09:00:00Z", "{}")
    store.close()
    with closing(Store(path)) as again:
        (kept,) = again.attempts(LEARNER)
        assert kept == (heading(1), "2026-11-23T09:00:00Z", "{}")
        assert again.steps(heading(1).id) == tuple(replies(2))
        assert again.text("d" * 64) == "Léa « rien »".encode()


def test_a_text_is_kept_once(path: Path, store: Store) -> None:
    for number in range(5):
        store.begin(heading(number), os.urandom(50_000))
    assert store.count() == 5
    assert path.stat().st_size < 100_000


def test_learners_are_kept_apart(store: Store) -> None:
    store.add_learner("Camille")
    store.add_learner("Noé")
    store.add_learner("Camille")
    store.begin(heading(1, "Camille"), b"")
    store.begin(heading(2, "Noé"), b"")
    store.begin(heading(3, "Noé")._replace(scene="other"), b"")
    assert store.learners() == ("Camille", "Noé")
    assert [kept.heading.seed for kept in store.attempts("Noé")] == [3, 2]
    assert [kept.heading.seed for kept in store.attempts("Noé", "lea")] == [2]


def test_a_shelf_tells_what_a_learner_has_of_each_scene(store: Store) -> None:
    ids = [heading(number).id for number in range(6)]
    for number in range(3):
        store.begin(heading(number), b"", replies(2))
    first, second = ({"outcome": name, "endings": [name], "turns": 2} for name in ("closed", "opening"))
    store.finish(ids[1], "2026-11-23T09:00:00Z", json.dumps(first))
    store.begin(heading(3)._replace(scene="other"), b"", replies(1))
    store.begin(heading(4)._replace(scene="other"), b"")
    assert store.shelves(LEARNER) == {
        "lea": Shelf(3, 1, ('["closed",["closed"],null]',), ids[2]),
        "other": Shelf(2, 0, (), ids[3]),
    }
    assert store.shelves("Noé") == {}
    store.begin(heading(5)._replace(origin=ids[2], origin_turn=1), b"", replies(1))
    assert store.shelves(LEARNER)["lea"].open == ids[5], "the one before went on as this one"
    store.finish(ids[5], "2026-11-23T10:00:00Z", json.dumps(second))
    shelf = store.shelves(LEARNER)["lea"]
    assert (shelf.begun, shelf.ended, shelf.open) == (4, 2, "")
    assert [found_in(text) for text in shelf.found] == [
        Found("closed", ("closed",), ()),
        Found("opening", ("opening",), ()),
    ]


def test_a_summary_that_cannot_be_read_is_counted_and_tells_nothing(store: Store) -> None:
    for number, summary in enumerate(("torn{", "[]", '{"outcome": 3, "endings": 4}')):
        store.begin(heading(number), b"", replies(1))
        store.finish(heading(number).id, "2026-11-23T09:00:00Z", summary)
    shelf = store.shelves(LEARNER)["lea"]
    assert (shelf.begun, shelf.ended) == (3, 3)
    assert [found_in(text) for text in shelf.found] == [None, None]


def test_a_second_window_cannot_go_on_with_the_same_attempt(store: Store) -> None:
    one = heading(1)
    store.begin(one, b"", replies(2))
    store.append(one.id, replies(1, 2), after=2)
    with pytest.raises(Overtaken):
        store.append(one.id, replies(1, 9), after=2)
    assert store.steps(one.id) == tuple(replies(3))


def test_what_is_written_together_is_kept_whole_or_not_at_all(store: Store) -> None:
    def write_two() -> None:
        with store.together():
            store.begin(heading(1), b"")
            store.begin(heading(1), b"")

    with pytest.raises(sqlite3.IntegrityError):
        write_two()
    assert store.count() == 0


def test_a_disk_that_turns_read_only_is_told(store: Store) -> None:
    store.begin(heading(1), b"", replies(2))
    store._connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StoreTrouble, match="may be read but not written"):
        store.append(heading(1).id, replies(1))
    assert store.steps(heading(1).id) == tuple(replies(2))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs files that may not be written")
def test_a_store_that_may_not_be_written_is_told(path: Path, store: Store) -> None:
    store.begin(heading(1), b"", replies(2))
    store.close()
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with closing(Store(path)) as again:
            assert again.steps(heading(1).id) == tuple(replies(2))
            with pytest.raises(StoreTrouble, match="may be read but not written"):
                again.append(heading(1).id, replies(1))
    finally:
        path.parent.chmod(0o755)


def test_an_attempt_that_is_not_there(store: Store) -> None:
    assert store.attempt("nobody") is None
    assert store.steps("nobody") == ()
    assert store.text("nothing") is None
    with pytest.raises(KeyError):
        store.append("nobody", replies(1))


def test_the_same_attempt_cannot_begin_twice(store: Store) -> None:
    store.begin(heading(1), b"")
    with pytest.raises(sqlite3.IntegrityError):
        store.begin(heading(1), b"")
    store.begin(heading(2), b"")
    assert store.count() == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE steps SET value = 'other' WHERE position = 3",
        "UPDATE steps SET value = x'00ff' WHERE position = 3",
        "UPDATE steps SET at = at + 1 WHERE position = 1",
        "DELETE FROM steps WHERE position = 4",
        "UPDATE steps SET position = 9 WHERE position = 5",
    ],
)
def test_a_changed_step_is_not_believed(path: Path, store: Store, statement: str) -> None:
    store.begin(heading(1), b"")
    store.append(heading(1).id, replies(5))
    change(path, statement)
    with pytest.raises(Damaged):
        store.steps(heading(1).id)
    with pytest.raises(Damaged):
        Store(path, doubted=True)


@pytest.mark.parametrize("value", ["77", "x'00ff'"])
def test_a_changed_heading_is_not_believed(path: Path, store: Store, value: str) -> None:
    for number in (1, 2):
        store.begin(heading(number), b"")
    change(path, f"UPDATE attempts SET seed = {value} WHERE id = ?", heading(1).id)
    with pytest.raises(Damaged):
        store.attempts(LEARNER)
    with pytest.raises(Damaged):
        Store(path, doubted=True)


def test_a_damaged_text_is_none(path: Path, store: Store) -> None:
    store.begin(heading(1), b"a text" * 1000)
    change(path, "UPDATE texts SET body = substr(body, 1, 12)")
    assert store.text("d" * 64) is None


def test_what_is_erased_leaves_nothing_in_the_file(path: Path, store: Store) -> None:
    secret = os.urandom(64).hex()
    for number in range(30):
        store.begin(heading(number, digest=f"{number:064x}"), secret.encode())
        store.append(heading(number).id, [Step(CHOICE, f"{secret}_{place}") for place in range(20)])
    assert secret.encode() in path.read_bytes()
    keep = heading(30)
    store.begin(keep, b"other")
    assert store.erase(heading(number).id for number in range(31) if number != 30) == 30
    everything = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert secret.encode() not in everything
    assert heading(7).id.encode() not in everything
    assert store.text(keep.digest) == b"other"
    assert [kept.heading for kept in store.attempts(LEARNER)] == [keep]


def test_erasing_a_learner(store: Store) -> None:
    store.add_learner("Noé")
    for number, learner in enumerate(("Noé", "Noé", LEARNER)):
        store.begin(heading(number, learner), b"")
    assert store.erase_learner("Noé") == 2
    assert store.learners() == ()
    assert store.attempts("Noé") == ()
    assert len(store.attempts(LEARNER)) == 1


def test_a_store_of_a_later_version_is_not_touched(path: Path, store: Store) -> None:
    store.close()
    change(path, f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreTrouble, match="later version"):
        Store(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", [-1, 0, 5_000])
def test_a_version_that_cannot_be_is_damage(path: Path, store: Store, version: int) -> None:
    store.close()
    change(path, f"PRAGMA user_version = {version}")
    with pytest.raises(Damaged):
        Store(path)


def test_no_store_but_something_else(tmp_path: Path) -> None:
    path = tmp_path / "attempts.db"
    path.write_bytes(b"this is no store at all" * 400)
    with pytest.raises(Damaged):
        Store(path)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreTrouble, match="cannot be used"):
        Store(tmp_path / "file" / "attempts.db")


def test_a_full_disk_is_told_and_nothing_is_half_written(path: Path, store: Store) -> None:
    store.begin(heading(1), b"")
    store.append(heading(1).id, replies(3))
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreTrouble, match="full"):
        store.append(heading(1).id, replies(2_000, 3))
    assert store.steps(heading(1).id) == tuple(replies(3))


def test_two_windows_at_once(path: Path, store: Store) -> None:
    """Another process writes to the same store while this one does."""
    store.begin(heading(1), b"")
    store.begin(heading(2), b"")
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from pathlib import Path; from game.attempts.store import Store;"
            "from tests.attempts.shelf import heading, replies; store = Store(Path(sys.argv[1]));"
            "[store.append(heading(2).id, replies(1, number)) for number in range(60)]",
            str(path),
        ],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    ) as other:
        for number in range(60):
            store.append(heading(1).id, replies(1, number))
    assert other.returncode == 0
    assert store.steps(heading(1).id) == store.steps(heading(2).id) == tuple(replies(60))


def test_a_copy_is_whole(path: Path, store: Store, tmp_path: Path) -> None:
    store.begin(heading(1), b"text")
    store.append(heading(1).id, replies(4))
    store.copy_to(tmp_path / "copy.db")
    shutil.copy(path, tmp_path / "taken.db")
    for name in ("copy.db", "taken.db"):
        with closing(Store(tmp_path / name)) as copy:
            assert copy.steps(heading(1).id) == tuple(replies(4))
