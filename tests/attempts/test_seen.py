"""What was seen of each scene, over all attempts, and what a later summary changes."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from game.attempts.rescue import open_store
from game.attempts.summary import dump, load
from game.attempts.tally import summarise
from game.engine.replay import begin
from game.engine.scene import Scene
from tests.attempts.shelf import LEARNER, heading, replies
from tests.attempts.test_progress import PLAIN
from tests.players import new_journal, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.attempts.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(tmp_path, "x").store) as opened:
        yield opened


def keep(
    store: Store, number: int, scene: str = "lea", summary: str = dump(PLAIN), who: str = LEARNER
) -> None:
    one = heading(number, who)._replace(scene=scene)
    store.begin(one, b"text", replies(1))
    if summary:
        store.finish(one.id, "2026-11-23T09:00:00Z", summary)


def test_endings_and_moments_of_all_attempts_are_put_together(store: Store) -> None:
    keep(store, 1)
    keep(store, 2, summary=dump(PLAIN._replace(endings=("walkout",), moments=("hello", "walkout"))))
    keep(store, 3, summary="")
    keep(store, 4, "amir")
    keep(store, 5, who="Sacha")
    seen = store.seen(LEARNER)
    assert seen["lea"] == (3, 2, {"goodbye", "walkout"})
    assert seen["amir"] == (1, 1, {"goodbye"})
    assert store.moments_seen(LEARNER, "lea") == {"hello", "goodbye", "walkout"}
    assert store.moments_seen(LEARNER, "amir") == {"hello", "goodbye"}
    assert store.seen("Nobody") == {}


@pytest.mark.parametrize(
    "summary", ["{", "[]", '"x"', '{"endings": "x", "moments": {"a": [1]}}', "7", '{"endings": "[x"}']
)
def test_a_damaged_summary_hides_no_other(store: Store, summary: str) -> None:
    keep(store, 1, summary=summary)
    keep(store, 2)
    assert store.seen(LEARNER)["lea"] == (2, 2, {"goodbye"})
    assert store.moments_seen(LEARNER, "lea") == {"hello", "goodbye"}


def test_no_more_attempts_are_read_than_asked_for(store: Store) -> None:
    for number in range(1, 6):
        keep(store, number, "lea" if number % 2 else "amir")
    assert [one.heading.id[-1] for one in store.attempts(LEARNER, most=2)] == ["5", "4"]
    assert [one.heading.id[-1] for one in store.attempts(LEARNER, "lea", 2)] == ["5", "3"]
    assert len(store.attempts(LEARNER)) == 5


def test_a_session_that_is_summed_up_again_ended_when_it_ended(tmp_path: Path) -> None:
    journal = new_journal(tmp_path, LEARNER)
    one = heading(1)._replace(begun="2020-01-01T00:00:00Z")
    journal.begin(one, b"text")
    journal.choice("a_reply")
    journal.finish(dump(PLAIN))
    journal.leave()
    kept = journal.attempts()[0]
    with closing(open_store(tmp_path, "x").store) as store:
        store.finish(one.id, "2020-01-01T00:10:00Z", kept.summary)
    journal.go_on(journal.find(one.id))
    journal.guess("yes")
    journal.finish(dump(PLAIN._replace(guesses=("yes", ""))))
    again = journal.attempts()[0]
    assert again.finished == "2020-01-01T00:10:00Z"
    assert load(again.summary) == PLAIN._replace(guesses=("yes", ""))
    journal.sum_up_again(again, dump(PLAIN))
    assert journal.attempts()[0] == again._replace(summary=dump(PLAIN))
    journal.close()


def test_after_a_reply_was_taken_back_the_end_is_a_new_one(tmp_path: Path) -> None:
    journal = new_journal(tmp_path, LEARNER)
    journal.begin(heading(1), b"text")
    journal.choice("a_reply")
    journal.finish(dump(PLAIN))
    with closing(open_store(tmp_path, "x").store) as store:
        store.finish(heading(1).id, "2020-01-01T00:10:00Z", dump(PLAIN))
    journal.go_on(journal.find(heading(1).id))
    journal.take_back(1)
    assert not journal.attempts()[0].finished
    journal.choice("another")
    journal.finish(dump(PLAIN))
    assert journal.attempts()[0].finished > "2026"
    journal.close()


@pytest.mark.parametrize("name", ["lea", "premiers_pas"])
def test_a_summary_knows_every_ending_of_its_scene(name: str) -> None:
    scene = Scene(shipped().scenario(name, "en"), shipped().rubric)
    summary = summarise(scene, begin(scene, 1), {})
    there = {moment.id for moment in scene.scenario.moments.values() if moment.ending}
    assert set(summary.endings_there) == there
    assert len(there) > 1
