"""Progress and comparison through the controller, over sessions that were really played."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from game.app.controller import Controller
from game.app.debrief_values import DebriefView, GuessView
from game.app.intents import (
    AnswerProbe,
    Begin,
    Choose,
    CloseComparison,
    CloseProgress,
    CompareAttempts,
    Guess,
    OpenDebrief,
    OpenLibrary,
    OpenProgress,
    OpenScene,
    ReadAttempt,
    ReplayFrom,
    SwitchLanguage,
)
from game.app.progress.comparison import common
from game.app.progress_values import ComparisonView, ProgressView
from game.app.speech import plain
from game.app.views import EncounterView, LibraryView
from game.attempts.summary import VERSION, dump, load
from game.launch import data_folder
from game.model.trouble import AttemptTrouble
from tests.app.test_memory import Desk
from tests.players import debrief, new_journal, play, shipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SCENE = "premiers_pas"
LOCALE = data_folder("assets") / "locale"


class Learner:
    """Somebody who plays, with a seed of its own for each session."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        seeds = count(1)
        self.journal = new_journal(folder)
        self.game = Controller(shipped(), LOCALE, language, lambda: next(seeds), "guided", self.journal)

    def plays(self, reply: Callable[[EncounterView], str], scene: str = SCENE, mode: str = "guided") -> str:
        """A session to its end; its id."""
        play(self.game, scene, reply, "sad", mode)
        return self.journal.attempt

    def progress(self, scene: str = "", rows: int = 20) -> ProgressView:
        view = self.game.handle(OpenProgress(scene, rows))
        assert isinstance(view, ProgressView)
        return view

    def compares(self, one: str, other: str) -> ComparisonView:
        view = self.game.handle(CompareAttempts(one, other))
        assert isinstance(view, ComparisonView)
        return view


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    return Learner(tmp_path / "data")


def first_by_id(view: EncounterView) -> str:
    return min(reply.id for reply in view.replies)


def last_by_id(view: EncounterView) -> str:
    return max(reply.id for reply in view.replies)


def after(turns: int, then: Callable[[EncounterView], str]) -> Callable[[EncounterView], str]:
    """The first replies by their ids, then others."""
    said = count()

    def reply(view: EncounterView) -> str:
        return first_by_id(view) if next(said) < turns else then(view)

    return reply


# -- progress


def test_before_any_session_there_is_an_invitation(learner: Learner) -> None:
    view = learner.progress()
    assert view.count_label == "No session has come to its end yet."
    assert view.changed.startswith("Play a scene to its end")
    assert (view.points, view.skills, view.families, view.guesses, view.rows, view.pairs) == ((),) * 6


def test_a_session_that_was_cut_short_counts_as_such(learner: Learner) -> None:
    learner.game.handle(OpenScene(SCENE))
    view = learner.game.handle(Begin())
    assert isinstance(view, EncounterView)
    learner.game.handle(Choose(view.replies[0].id))
    learner.plays(first_by_id)
    told = learner.progress()
    assert told.count_label == "1 session came to its end, 1 was cut short."
    assert [row.label.split(",")[0] for row in told.rows] == ["Session 2"]


def test_two_sessions_are_told_as_too_few(learner: Learner) -> None:
    learner.plays(first_by_id)
    learner.plays(last_by_id)
    view = learner.progress()
    assert "2 whole sessions so far: too few" in view.changed
    assert len(view.points) == 2
    assert all(bar.before == -1 for bar in (*view.skills, *view.families))
    assert "too few to speak of habits" in view.habits_note


def test_eight_sessions_are_set_beside_each_other(learner: Learner) -> None:
    for number in range(8):
        learner.plays(last_by_id if number < 4 else first_by_id)
    view = learner.progress()
    assert view.changed.startswith("In your latest 4 sessions you won ")
    assert all(bar.before >= 0 for bar in view.skills)
    before, lately = view.points[0].reached, view.points[-1].reached
    assert before != lately
    assert f"you won {lately} % of what was within reach, in the 4 before {before} %" in view.changed
    assert "chance alone" not in view.changed


def test_a_guess_is_in_the_progress_at_once(learner: Learner) -> None:
    learner.plays(first_by_id)
    view = learner.game.handle(OpenDebrief())
    while isinstance(view, GuessView):
        view = learner.game.handle(Guess(view.options[0].id))
    told = learner.progress().guesses
    assert told[0].startswith("Whether the patient comes back: 1 ") or "left open" in told[0]
    summary = load(learner.journal.attempts()[0].summary)
    assert summary is not None
    assert summary.guesses[0] == "yes"
    assert "Too few to go by yet." in told[0]


def test_a_session_from_the_middle_of_another_one_counts_no_reply_twice(learner: Learner) -> None:
    learner.plays(first_by_id)
    replies = learner.progress().habits_note
    learner.game.handle(CloseProgress())
    debrief(learner.game)
    view = learner.game.handle(ReplayFrom(3))
    while isinstance(view, EncounterView) and not view.over:
        view = learner.game.handle(AnswerProbe("") if view.probe else Choose(last_by_id(view)))
    told = learner.progress()
    assert told.habits_note == replies
    assert len(told.points) == 1
    assert len(told.rows) == 2
    assert "from the middle of another session" in told.rows[0].facts
    assert "1 of them from the middle of another one" in told.count_label


def test_one_scene_is_looked_at_by_itself(learner: Learner) -> None:
    learner.plays(first_by_id)
    learner.plays(first_by_id, "lea")
    assert [scope.id for scope in learner.progress().scopes] == ["", "lea", SCENE]
    assert {row.scene for row in learner.progress().rows} == {"lea", SCENE}
    view = learner.progress("lea")
    assert view.scope == "lea"
    assert {row.scene for row in view.rows} == {"lea"}
    assert [scene.id for scene in view.scenes] == ["lea"]
    assert any(line.startswith("moments seen: ") for line in view.scenes[0].lines)
    assert any(line.startswith("endings found: 1 of 13") for line in view.scenes[0].lines)


def test_older_sessions_are_listed_when_asked_for(learner: Learner) -> None:
    for _ in range(5):
        learner.plays(first_by_id)
    view = learner.progress(rows=2)
    assert (len(view.rows), view.older) == (2, 3)
    assert (len(learner.progress(rows=20).rows), learner.progress(rows=20).older) == (5, 0)


def test_learners_do_not_see_each_other(learner: Learner, tmp_path: Path) -> None:
    learner.plays(first_by_id)
    learner.game.close()
    other = Controller(shipped(), LOCALE, "en", lambda: 1, "guided", new_journal(tmp_path / "data", "Sacha"))
    view = other.handle(OpenProgress())
    assert isinstance(view, ProgressView)
    assert view.rows == ()


def test_in_french_every_sentence_is_french(tmp_path: Path) -> None:
    learner = Learner(tmp_path, "fr")
    learner.plays(first_by_id)
    view = learner.progress()
    assert view.title == "Votre progression"
    assert view.count_label == "1 séance est allée à son terme."
    assert "1 séance entière jusqu’ici\u202f: trop peu" in view.changed
    again = learner.game.handle(SwitchLanguage("en"))
    assert isinstance(again, ProgressView)
    assert again.title == "Your progress"


def test_what_an_earlier_version_kept_is_played_again_once(learner: Learner) -> None:
    attempt = learner.plays(first_by_id)
    learner.game.handle(OpenLibrary())
    kept = learner.journal.attempts()[0]
    told = load(kept.summary)
    assert told is not None
    old = told._replace(version=1, least=(), most=(), offered={}, families={}, opportunities=(0, 0))
    learner.journal.sum_up_again(kept, dump(old))
    assert learner.progress().points
    again = learner.journal.find(attempt).kept
    assert load(again.summary) == told
    assert again.finished == kept.finished


def test_an_earlier_session_whose_text_is_gone_still_tells_what_it_holds(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    game = desk.sit_down()
    play(game, SCENE)
    game.close()
    journal = new_journal(desk.data)
    kept = journal.attempts()[0]
    summary = load(kept.summary)
    assert summary is not None
    journal.sum_up_again(kept, dump(summary._replace(version=1, least=(), most=())))
    journal.close()
    (desk.scenes / SCENE / "scenario.yaml").unlink()
    import sqlite3

    connection = sqlite3.connect(desk.data / "attempts.db")
    connection.execute("DELETE FROM texts")
    connection.commit()
    connection.close()
    view = desk.sit_down().handle(OpenProgress())
    assert isinstance(view, ProgressView)
    assert len(view.rows) == 1
    assert view.points == ()
    assert view.scenes[0].title == SCENE
    assert VERSION > 1


# -- the ways


def test_back_leads_to_where_it_was_opened(learner: Learner) -> None:
    learner.plays(first_by_id)
    debrief(learner.game)
    learner.progress()
    assert isinstance(learner.game.handle(CloseProgress()), DebriefView)
    learner.game.handle(OpenLibrary())
    learner.progress()
    learner.progress(SCENE)
    assert isinstance(learner.game.handle(CloseProgress()), LibraryView)


def test_a_former_debrief_is_read_again_as_it_was(learner: Learner) -> None:
    attempt = learner.plays(first_by_id)
    was = debrief(learner.game)
    learner.plays(last_by_id)
    learner.progress()
    now = learner.game.handle(ReadAttempt(attempt))
    assert now == was
    learner.progress()
    assert learner.game.handle(CloseProgress()) == was
    assert len(learner.journal.attempts()) == 2


def test_an_attempt_that_is_not_there_leaves_the_progress_open(learner: Learner) -> None:
    view = learner.progress()
    with pytest.raises(AttemptTrouble):
        learner.game.handle(ReadAttempt("f" * 32))
    with pytest.raises(AttemptTrouble):
        learner.game.handle(CompareAttempts("f" * 32, "e" * 32))
    assert learner.game.view == view


# -- comparison


def test_the_shared_road_is_told_once_and_then_both(learner: Learner) -> None:
    one = learner.plays(first_by_id)
    other = learner.plays(after(3, last_by_id))
    learner.progress()
    view = learner.compares(one, other)
    assert len(view.shared) == 3
    assert [step.turn for step in view.shared] == [1, 2, 3]
    assert [step.turn for step in view.parted] == list(range(4, 4 + len(view.parted)))
    first = view.parted[0]
    assert first.note == "Here the roads part"
    assert first.one is not None
    assert first.other is not None
    assert plain(first.one.said) != plain(first.other.said)
    assert "They share their first 3 replies, and part at reply 4." in view.parting
    assert view.one.curve[:4] == view.other.curve[:4]
    for side, steps in (
        (view.one, [p.one for p in view.parted]),
        (view.other, [p.other for p in view.parted]),
    ):
        states = [(step.guardedness, step.trust) for step in steps if step]
        assert list(side.curve[4:]) == states
        last = [step for step in steps if step][-1]
        assert last.ending == side.outcome
    assert isinstance(learner.game.handle(CloseComparison()), ProgressView)


def test_the_earlier_session_stands_first_whatever_was_pressed_first(learner: Learner) -> None:
    one = learner.plays(first_by_id)
    other = learner.plays(last_by_id)
    assert learner.compares(one, other) == learner.compares(other, one)


def test_the_same_road_twice_has_no_parting(learner: Learner) -> None:
    view = learner.compares(learner.plays(first_by_id), learner.plays(first_by_id))
    assert view.parted == ()
    assert view.starts == ()
    assert view.parting.startswith("Both sessions went the same road from beginning to end")
    assert view.one.curve == view.other.curve


def test_from_the_parting_one_goes_on_in_the_same_state(learner: Learner) -> None:
    one, other = learner.plays(first_by_id), learner.plays(after(3, last_by_id))
    view = learner.compares(one, other)
    assert len(view.starts) == 1
    there = learner.game.handle(view.starts[0].begin)
    assert isinstance(there, EncounterView)
    assert there.turn_label == "Reply 4"
    state = learner.game._place.encounter.session.state  # type: ignore[union-attr]
    assert (state.guardedness, state.trust) == view.one.curve[3]


def test_a_session_that_ended_sooner_leaves_its_side_empty(learner: Learner) -> None:
    one, other = learner.plays(first_by_id, "lea"), learner.plays(last_by_id, "lea")
    view = learner.compares(one, other)
    lengths = {len(view.one.curve), len(view.other.curve)}
    assert len(lengths) == 2
    assert (view.parted[-1].one is None) != (view.parted[-1].other is None)


def test_different_scenes_cannot_be_compared(learner: Learner) -> None:
    one, other = learner.plays(first_by_id), learner.plays(first_by_id, "lea")
    learner.progress()
    with pytest.raises(AttemptTrouble, match="different scenes"):
        learner.game.handle(CompareAttempts(one, other))
    assert isinstance(learner.game.view, ProgressView)


def test_sessions_on_two_texts_of_a_scene_each_keep_their_own(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    game = desk.sit_down()
    play(game, SCENE, first_by_id)
    game.close()
    old = "guardedness: 45"
    desk.edit(old, "guardedness: 55")
    game = desk.sit_down()
    play(game, SCENE, first_by_id)
    one, other = (kept.heading.id for kept in new_journal(desk.data).attempts())
    view = game.handle(CompareAttempts(one, other))
    assert isinstance(view, ComparisonView)
    assert {view.one.curve[0][0], view.other.curve[0][0]} == {45, 55}
    assert view.shared == ()
    assert [start.begin.attempt for start in view.starts] == [view.one.attempt, view.other.attempt]
    game.close()


def test_what_two_sessions_share_is_symmetric_and_a_beginning(learner: Learner) -> None:
    one, other = learner.plays(first_by_id), learner.plays(after(2, last_by_id))
    turns = []
    for attempt in (one, other):
        learner.game.handle(ReadAttempt(attempt))
        turns.append(learner.game._place.encounter.session.turns)  # type: ignore[union-attr]
    assert common(turns[0], turns[1]) == common(turns[1], turns[0]) == 2
    assert common(turns[0], turns[0]) == len(turns[0])
    assert common(turns[0], ()) == 0
