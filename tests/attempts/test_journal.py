"""The journal: what was done is on the disk at once; where the disk fails, the session goes on."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from game.attempts.journal import Found
from game.attempts.kept import BACK, CHOICE, Step, course
from game.attempts.rescue import NAME, copy_path, open_store
from game.attempts.store import Store
from game.model.trouble import AttemptTrouble
from tests.attempts.shelf import LEARNER, heading
from tests.players import new_journal


def on_disk(folder: Path, number: int = 1) -> Found:
    """What somebody else who opens the store finds of an attempt."""
    with closing(open_store(folder, "x").store) as store:
        kept = store.attempt(heading(number).id)
        assert kept is not None
        return Found(kept, store.steps(kept.heading.id))


def said(found: Found) -> tuple[str, ...]:
    return course(found.steps).choices


def test_every_step_is_on_the_disk_when_the_call_returns(tmp_path: Path) -> None:
    journal = new_journal(tmp_path, LEARNER)
    journal.begin(heading(1), b"text")
    for count in range(1, 4):
        journal.choice(f"reply_{count}")
        assert len(said(on_disk(tmp_path))) == count
    journal.take_back(2)
    journal.probe("sad")
    journal.guess("yes")
    journal.finish("{}")
    found = on_disk(tmp_path)
    assert course(found.steps)[:4] == (
        ("reply_1",),
        {2: "sad"},
        (("reply_1", "reply_2", "reply_3"),),
        "yes",
    )
    assert found.kept.summary == "{}"
    assert found.kept.finished
    assert [step.at for step in found.steps] == sorted(step.at for step in found.steps)
    journal.close()
    assert copy_path(tmp_path, 1).exists()


def test_nothing_is_written_before_anything_was_done(tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "data", LEARNER)
    journal.begin(heading(1), b"text")
    assert journal.attempt == ""
    assert journal.shelves() == {}
    journal.close()
    assert not (tmp_path / "data").exists()


def test_an_attempt_goes_on_where_it_was_left(tmp_path: Path) -> None:
    first = new_journal(tmp_path, LEARNER)
    first.begin(heading(1), b"text")
    first.choice("a")
    first.close()
    second = new_journal(tmp_path, LEARNER)
    attempt = second.shelves()["lea"].open
    second.go_on(second.find(attempt))
    second.choice("b")
    assert said(on_disk(tmp_path)) == ("a", "b")
    assert second.text("d" * 64) == b"text"
    second.close()


def test_an_attempt_that_ended_is_open_again_when_its_end_is_taken_back(tmp_path: Path) -> None:
    journal = new_journal(tmp_path, LEARNER)
    journal.begin(heading(1), b"text")
    journal.choice("a")
    journal.choice("b")
    journal.finish("{}")
    journal.take_back(1)
    assert on_disk(tmp_path).kept[1:] == ("", "")
    assert journal.shelves()["lea"].open == heading(1).id
    journal.close()


def test_nobody_sees_what_another_learner_did(tmp_path: Path) -> None:
    journal = new_journal(tmp_path, "Noé")
    journal.begin(heading(1, "Noé"), b"text")
    journal.choice("a")
    other = new_journal(tmp_path, LEARNER)
    assert other.shelves() == {}
    with pytest.raises(AttemptTrouble, match="There is no attempt"):
        other.find(heading(1).id)
    for one in (journal, other):
        one.close()


def test_where_the_store_fails_this_is_said_once_and_the_session_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    journal = new_journal(tmp_path / "file", LEARNER)
    journal.begin(heading(1), b"text")
    for reply in "abc":
        journal.choice(reply)
    failed, going_on = journal.notices()
    assert "cannot be used" in str(failed)
    assert "The game goes on" in str(going_on)
    assert journal.notices() == ()
    assert [step.value for step in journal.steps] == ["a", "b", "c"]
    journal.close()


def test_what_could_not_be_written_is_written_later(tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "data", LEARNER)
    (tmp_path / "data").write_text("in the way")
    journal.begin(heading(1), b"text")
    journal.choice("a")
    journal.choice("b")
    (tmp_path / "data").unlink()
    journal.close()
    assert said(on_disk(tmp_path / "data")) == ("a", "b")


def test_a_damaged_store_is_set_aside_while_the_session_runs(tmp_path: Path) -> None:
    journal = new_journal(tmp_path, LEARNER)
    journal.begin(heading(1), b"text")
    journal.choice("a")
    journal._door.shut()
    (tmp_path / NAME).write_bytes(b"no store any more" * 1_000)
    journal.choice("b")
    (notice,) = journal.notices()
    assert "was damaged. It was set aside as" in str(notice)
    assert ".damaged-" in str(notice)
    journal.choice("c")
    assert said(on_disk(tmp_path)) == ("a", "b", "c")
    assert journal.notices() == ()
    journal.close()


def test_two_windows_that_go_on_with_one_attempt_do_not_mix_it(tmp_path: Path) -> None:
    first = new_journal(tmp_path, LEARNER)
    first.begin(heading(1), b"text")
    first.choice("a")
    second = new_journal(tmp_path, LEARNER)
    second.go_on(second.find(heading(1).id))
    first.choice("b")
    second.choice("other")
    first.choice("c")
    second.choice("again")
    assert said(on_disk(tmp_path)) == ("a", "b", "c")
    own = second.find(second.attempt)
    assert said(own) == ("a", "other", "again")
    assert (own.kept.heading.origin, own.kept.heading.origin_turn) == (heading(1).id, 1)
    assert second.text("d" * 64) == b"text"
    for one in (first, second):
        one.close()


def test_what_was_erased_meanwhile_does_not_come_back(tmp_path: Path) -> None:
    journal = new_journal(tmp_path, LEARNER)
    journal.begin(heading(1), b"text")
    journal.choice("a")
    with closing(Store(tmp_path / NAME)) as other:
        other.erase([heading(1).id])
    journal.choice("b")
    assert "erased meanwhile" in str(journal.notices()[0])
    journal.choice("c")
    journal.close()
    with closing(Store(tmp_path / NAME)) as other:
        assert other.count() == 0


def test_a_store_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    journal = new_journal(tmp_path, LEARNER)
    journal.begin(heading(1), b"text")
    journal.choice("a")
    journal.close()
    with closing(sqlite3.connect(tmp_path / NAME)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = (tmp_path / NAME).read_bytes()
    again = new_journal(tmp_path, LEARNER)
    assert again.shelves() == {}
    assert "later version" in str(again.notices()[0])
    again.begin(heading(2), b"text")
    again.choice("a")
    again.close()
    assert (tmp_path / NAME).read_bytes() == before


def test_a_folder_that_is_taken_away_in_the_middle_is_made_again(tmp_path: Path) -> None:
    journal = new_journal(tmp_path / "data", LEARNER)
    journal.begin(heading(1), b"text")
    journal.choice("a")
    journal._door.shut()
    shutil.rmtree(tmp_path / "data")
    journal.choice("b")
    assert "erased meanwhile" in str(journal.notices()[0])
    journal.close()


def test_without_a_folder_nothing_is_kept() -> None:
    journal = new_journal(None)
    journal.begin(heading(1), b"text")
    journal.choice("a")
    assert journal.steps == (Step(CHOICE, "a", journal.steps[0].at),)
    assert journal.text("d" * 64) == b"text"
    assert journal.shelves() == {}
    assert journal.notices() == ()
    journal.take_back(1)
    assert journal.steps[-1].kind == BACK
    journal.close()


def test_sqlite_is_not_imported_before_anything_is_kept(tmp_path: Path) -> None:
    """The first words of a first start do not wait for it."""
    script = (
        "import sys; from pathlib import Path; from game.app.intents import OpenScene, Begin, OpenLibrary;"
        "from game.launch import build_controller, open_journal;"
        "game = build_controller('en', 'guided', 1, None, open_journal(Path(sys.argv[1]), ''));"
        "game.view; game.handle(OpenScene('premiers_pas')); game.handle(Begin()); game.close();"
        "sys.exit('sqlite3' in sys.modules)"
    )
    subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "data")], check=True, cwd=Path(__file__).parents[2]
    )
    assert not (tmp_path / "data").exists()


def test_whoever_sits_down_is_told_at_once_and_not_only_when_the_game_is_closed(tmp_path: Path) -> None:
    told: list[str] = []
    journal = new_journal(tmp_path, "Camille", told.append)
    assert told == []
    for nickname in ("Noé", ""):
        journal.learner = nickname
    assert told == ["Noé", ""]
    journal.close()


@pytest.mark.parametrize("given", ["No\ud800é", "No\x00é", " Noé\x1b ", "Noé\u202e"])
def test_a_nickname_is_kept_without_what_cannot_be_shown(tmp_path: Path, given: str) -> None:
    journal = new_journal(tmp_path, given)
    journal.begin(heading(1, journal.learner), b"{}", [Step(CHOICE, "ask", 1)])
    assert journal.learners() == ("Noé",)
    assert not journal.failed
    assert len(said(on_disk(tmp_path))) == 1
