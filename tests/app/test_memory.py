"""Sessions that go on: after a crash, after a reply was taken back, after the scene has changed."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from game.app.controller import Controller
from game.app.intents import (
    AnswerProbe,
    Begin,
    Choose,
    ChooseLearner,
    Continue,
    Guess,
    OpenLibrary,
    OpenScene,
    StartFrom,
    SwitchLanguage,
    TakeBack,
)
from game.app.views import EditedView, EncounterView, LibraryView, Resume
from game.attempts.journal import Journal
from game.attempts.summary import load
from game.engine.scene import Scene
from game.launch import data_folder
from game.loading.catalogue import Catalogue
from game.model.trouble import AttemptTrouble
from tests.clinicians import walk
from tests.players import debrief, new_journal, play

if TYPE_CHECKING:
    from pathlib import Path

SCENE = "premiers_pas"


class Desk:
    """A folder with a scene that can be edited, and another for attempts."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.scenes = folder / "scenes"
        shutil.copytree(data_folder("scenarios") / SCENE, self.scenes / SCENE)

    def sit_down(self, language: str = "en", mode: str = "guided", learner: str = "") -> Controller:
        """The game is started anew."""
        catalogue = Catalogue([self.scenes], data_folder("scenarios") / "rubric.yaml")
        journal = new_journal(self.data, learner)
        return Controller(catalogue, data_folder("assets") / "locale", language, lambda: 7, mode, journal)

    def edit(self, old: str, new: str, name: str = "scenario.yaml") -> None:
        path = self.scenes / SCENE / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def begin(game: Controller, replies: int = 0) -> EncounterView:
    game.handle(OpenScene(SCENE))
    view = game.handle(Begin())
    return go_on(game, replies) if replies else encounter(view)


def go_on(game: Controller, replies: int) -> EncounterView:
    view = encounter(game.view)
    while replies:
        if view.probe:
            view = encounter(game.handle(AnswerProbe(view.probe.options[0].id)))
            continue
        view = encounter(game.handle(Choose(view.replies[0].id)))
        replies -= 1
    return view


def encounter(view: object) -> EncounterView:
    assert isinstance(view, EncounterView)
    return view


def resume(game: Controller) -> Resume | None:
    view = game.handle(OpenLibrary())
    assert isinstance(view, LibraryView)
    return view.cards[0].resume


def offered(game: Controller) -> Resume:
    found = resume(game)
    assert found is not None
    return found


def test_a_session_that_was_cut_short_goes_on_at_the_very_moment(desk: Desk) -> None:
    before = begin(desk.sit_down(), 3)
    again = desk.sit_down()
    entry = offered(again)
    assert entry.label == "Continue at reply 4"
    assert again.handle(Continue(entry.attempt)) == before
    assert resume(desk.sit_down("fr")) is not None


def test_an_open_probe_is_open_again(desk: Desk) -> None:
    game = desk.sit_down()
    view = begin(game)
    while not view.probe:
        view = encounter(game.handle(Choose(view.replies[0].id)))
    again = desk.sit_down()
    assert again.handle(Continue(offered(again).attempt)) == view


def test_a_session_that_ended_is_not_offered_and_is_counted(desk: Desk) -> None:
    play(desk.sit_down(), SCENE)
    game = desk.sit_down()
    assert resume(game) is None
    view = game.view
    assert isinstance(view, LibraryView)
    assert view.cards[0].played.startswith("Played 1 time")


def test_a_session_without_any_reply_is_not_offered(desk: Desk) -> None:
    begin(desk.sit_down())
    assert resume(desk.sit_down()) is None


def test_killed_between_the_last_reply_and_its_summary(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    game = desk.sit_down()
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "finish", lambda *_: None)
        play(game, SCENE)
    again = desk.sit_down()
    view = encounter(again.handle(Continue(offered(again).attempt)))
    assert view.over
    assert resume(again) is None


@pytest.mark.parametrize("mode", ["guided", "practice"])
def test_replies_are_taken_back(desk: Desk, mode: str) -> None:
    game = desk.sit_down(mode=mode)
    views = [begin(game)]
    views += [go_on(game, 1) for _ in range(3)]
    assert [view.may_take_back for view in views] == [0, 1, 2, 3]
    for turns, view in ((1, views[2]), (2, views[0])):
        back = encounter(game.handle(TakeBack(turns)))
        assert (back.lines, back.gauges, back.may_take_back) == (view.lines, view.gauges, view.may_take_back)
    with pytest.raises(ValueError, match="cannot be taken back"):
        game.handle(TakeBack())


def test_an_exam_takes_nothing_back(desk: Desk) -> None:
    game = desk.sit_down(mode="exam")
    assert begin(game, 2).may_take_back == 0
    with pytest.raises(ValueError, match="cannot be taken back"):
        game.handle(TakeBack())


def test_the_end_can_be_taken_back_and_both_endings_count(desk: Desk) -> None:
    game = desk.sit_down()
    last = play(game, SCENE)[-1]
    assert last.may_take_back
    game.handle(TakeBack(last.may_take_back))
    entry = offered(game)
    assert entry.label == "Continue at reply 1"
    view = encounter(game.handle(Continue(entry.attempt)))
    while not view.over:
        view = go_on(game, 1) if view.probe else encounter(game.handle(Choose(view.replies[-1].id)))
    assert debrief(game).turns
    journal = new_journal(desk.data)
    (kept,) = journal.attempts()
    told = load(kept.summary)
    assert told is not None
    assert told.ending == told.endings[0]
    assert len(told.moments) > told.turns
    journal.close()


def test_learners_do_not_see_each_other(desk: Desk) -> None:
    game = desk.sit_down(learner="Camille")
    begin(game, 2)
    assert offered(game)
    game.handle(ChooseLearner(" Noé\u202e\n"))
    assert game.learner == "Noé"
    assert resume(game) is None
    begin(game, 1)
    game.handle(ChooseLearner("Camille"))
    assert offered(game)
    assert game.learners == ("Camille", "Noé")


def test_an_edited_scene_asks_on_which_text_to_go_on(desk: Desk) -> None:
    before = begin(desk.sit_down(), 3)
    desk.edit("title: ", "title: Neuf ", "scenario.yaml")
    game = desk.sit_down()
    view = game.handle(Continue(offered(game).attempt))
    assert isinstance(view, EditedView)
    assert [option.id for option in view.options] == ["then", "now"]
    assert "You had given 3 replies" in view.message
    assert "All of your replies lead to the same place" in view.options[1].description
    asked = game.handle(SwitchLanguage("fr"))
    assert isinstance(asked, EditedView)
    game.handle(SwitchLanguage("en"))
    assert game.handle(Continue(view.attempt, "then")) == before
    assert encounter(game.handle(SwitchLanguage("fr"))).lines != before.lines
    assert encounter(game.handle(SwitchLanguage("en"))) == before


def test_moving_to_the_new_text_where_all_replies_still_lead(desk: Desk) -> None:
    before = begin(desk.sit_down(), 3)
    desk.edit("title: ", "title: Neuf ", "scenario.yaml")
    game = desk.sit_down()
    attempt = offered(game).attempt
    moved = encounter(game.handle(Continue(attempt, "now")))
    assert moved.lines == before.lines
    assert moved.may_take_back == before.may_take_back
    entry = offered(desk.sit_down())
    assert entry.attempt != attempt, "the attempt on the new text is the one to go on with"
    again = desk.sit_down()
    assert again.handle(Continue(entry.attempt)) == moved


def test_where_the_roads_part_is_told(desk: Desk) -> None:
    game = desk.sit_down()
    views = [begin(game), go_on(game, 1)]
    lost = views[1].replies[0]
    go_on(game, 2)
    for name in ("scenario.yaml", "en.yaml"):
        desk.edit(lost.id, "changed_by_its_author", name)
    again = desk.sit_down()
    entry = offered(again)
    view = again.handle(Continue(entry.attempt))
    assert isinstance(view, EditedView)
    told = view.options[1].description
    assert "as far as reply 1 of 3" in told
    assert "".join(span.text for span in lost.speech) in told
    moved = encounter(again.handle(Continue(entry.attempt, "now")))
    assert moved.lines == views[1].lines
    assert moved.may_take_back == 1
    assert encounter(again.handle(Continue(entry.attempt, "then"))).may_take_back == 3


def test_a_scene_that_is_gone_is_finished_on_its_old_text(desk: Desk) -> None:
    before = begin(desk.sit_down(), 2)
    game = desk.sit_down()
    attempt = offered(game).attempt
    shutil.rmtree(desk.scenes / SCENE)
    assert game.handle(Continue(attempt)) == before


def test_an_old_text_that_is_lost_leaves_the_new_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(desk.sit_down(), 2)
    desk.edit("title: ", "title: Neuf ", "scenario.yaml")
    game = desk.sit_down()
    attempt = offered(game).attempt
    monkeypatch.setattr(Journal, "text", lambda *_: None)
    view = game.handle(Continue(attempt))
    assert isinstance(view, EditedView)
    assert [option.id for option in view.options] == ["now"]
    with pytest.raises(AttemptTrouble, match="not kept any more"):
        game.handle(Continue(attempt, "then"))
    assert encounter(game.handle(Continue(attempt, "now"))).may_take_back == 2


def test_the_language_changes_although_the_scene_was_edited_meanwhile(desk: Desk) -> None:
    game = desk.sit_down()
    before = begin(game, 2)
    desk.edit("id: ", "id: other_", "scenario.yaml")
    game.handle(SwitchLanguage("fr"))
    assert game.handle(SwitchLanguage("en")) == before


def test_another_road_from_a_former_attempt(desk: Desk) -> None:
    game = desk.sit_down(mode="exam")
    views = [begin(game), go_on(game, 1), go_on(game, 1)]
    attempt = offered(game).attempt
    view = encounter(game.handle(StartFrom(attempt, 1)))
    assert view.lines == views[1].lines
    assert view.may_take_back == 1, "what branches off from an exam is practice"
    with pytest.raises(ValueError, match="no turn 9"):
        game.handle(StartFrom(attempt, 9))


def test_an_attempt_that_is_not_there_is_trouble_and_nothing_has_changed(desk: Desk) -> None:
    game = desk.sit_down()
    before = begin(game, 1)
    with pytest.raises(AttemptTrouble, match="There is no attempt"):
        game.handle(Continue("nothing"))
    assert game.view == before
    go_on(game, 1)
    assert offered(game).label == "Continue at reply 3"


def test_the_guess_is_kept(desk: Desk) -> None:
    game = desk.sit_down()
    play(game, SCENE)
    game.handle(Guess("unsure"))
    with pytest.raises(ValueError, match="nothing is known"):
        game.handle(Guess("perhaps"))


def test_a_store_that_fails_is_told_once_and_the_session_goes_on(desk: Desk) -> None:
    desk.data.write_text("in the way")
    game = desk.sit_down()
    begin(game, 1)
    notice = game.notice()
    assert notice is not None
    assert "cannot be used" in notice.message
    play(game, SCENE)
    assert game.notice() is None
    assert debrief(game).turns
    game.close()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("skill", [1.0, -1.0])
def test_an_old_attempt_replays_the_same_transcript_byte_for_byte(
    desk: Desk, language: str, skill: float
) -> None:
    catalogue = Catalogue([desk.scenes], data_folder("scenarios") / "rubric.yaml")
    road = dict(walk(Scene(catalogue.scenario(SCENE, language), catalogue.rubric), skill, 7)[:-1])
    game = desk.sit_down(language)
    view = begin(game)
    while not view.over:
        if view.probe:
            view = encounter(game.handle(AnswerProbe("")))
        else:
            reply = next(one.id for one in view.replies if one.id in road.values())
            view = encounter(game.handle(Choose(reply)))
    before = repr(game.transcript()).encode()
    attempt = game._journal.attempt
    for name in ("scenario.yaml", "en.yaml"):
        path = desk.scenes / SCENE / name
        path.write_text(re.sub(r'(say|reply|cue): "', r'\1: "Autrement. ', path.read_text("utf-8")), "utf-8")
    again = desk.sit_down(language)
    assert again.handle(Continue(attempt, "then"))
    assert repr(again.transcript()).encode() == before
    moved = desk.sit_down(language)
    moved.handle(Continue(attempt, "now"))
    assert repr(moved.transcript()).encode() != before
