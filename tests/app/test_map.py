"""The branch map: the roads that were taken, where one can begin anew, and no word of what was never seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.app import map as mapping
from game.app.debrief_values import DebriefView
from game.app.intents import (
    AnswerProbe,
    Begin,
    Choose,
    CloseMap,
    Guess,
    OpenDebrief,
    OpenLibrary,
    OpenMap,
    OpenScene,
    ReplayFrom,
    StartFrom,
    SwitchLanguage,
    TakeBack,
)
from game.app.map import planned
from game.app.map_places import CARD, places, places_of
from game.app.map_values import ENDING, MapView
from game.app.views import BriefView, EncounterView, LibraryView
from game.attempts.journal import Journal
from game.model.trouble import SceneTrouble
from tests.app.test_memory import SCENE, Desk
from tests.players import controller, new_journal, play, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.app.controller import Controller
    from game.app.map_values import MapMoment


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def opened(game: Controller, scene: str = SCENE) -> MapView:
    view = game.handle(OpenMap(scene))
    assert isinstance(view, MapView)
    return view


def begin(game: Controller, replies: int, reply: int = 0, scene: str = SCENE) -> EncounterView:
    game.handle(OpenScene(scene))
    game.handle(Begin())
    return go_on(game, replies, reply)


def go_on(game: Controller, replies: int, reply: int = 0) -> EncounterView:
    for _ in range(replies):
        answered(game)
        assert isinstance(game.view, EncounterView)
        game.handle(Choose(game.view.replies[reply].id))
    return answered(game)


def answered(game: Controller) -> EncounterView:
    """The moment, its probe passed."""
    view = game.view
    assert isinstance(view, EncounterView)
    if view.probe:
        view = game.handle(AnswerProbe(""))
        assert isinstance(view, EncounterView)
    return view


def seen(view: MapView) -> list[MapMoment]:
    return sorted((one for one in view.moments if one.number), key=lambda one: one.number)


def strings(value: object) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)


@pytest.mark.parametrize("scene", ["premiers_pas", "lea"])
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("replies", [0, 4])
def test_no_word_of_a_moment_that_was_never_seen_is_in_the_view(
    tmp_path: Path, scene: str, language: str, replies: int
) -> None:
    game = controller(language, journal=new_journal(tmp_path))
    if replies:
        begin(game, replies, scene=scene)
    game.handle(OpenLibrary())
    view = opened(game, scene)
    told = "\n".join(strings(view))
    scenario = shipped().scenario(scene, language)
    known = {name for name, one in zip(scenario.moments, view.moments, strict=True) if one.number}
    assert bool(known) == bool(replies)
    assert len(known) < len(scenario.moments)
    heard = "\n".join(strings(tuple(scenario.moments[name] for name in known)))
    unseen = [moment for name, moment in scenario.moments.items() if name not in known]
    hidden = [text for text in strings(tuple(unseen)) if len(text) > 14 and text not in heard]
    assert len(hidden) > 2 * len(unseen)
    assert [text for text in hidden if text in told] == []
    assert {moment.id for moment in unseen}.isdisjoint(strings(view))


def test_before_the_first_session_there_is_the_shape_alone() -> None:
    view = opened(controller())
    assert view.seen_label == "You have seen 0 % of the moments, 0 of 3 endings."
    assert view.here == -1
    assert seen(view) == []
    assert {road.times for road in view.roads} == {0}
    assert all(one == type(one)(one.kind) for one in view.moments)
    assert sum(one.kind == ENDING for one in view.moments) == 3


def test_a_session_lights_its_road_and_earlier_ones_keep_theirs(tmp_path: Path) -> None:
    game = controller(journal=new_journal(tmp_path))
    for reply in (0, -1):
        begin(game, 4, reply, scene="lea")
        game.handle(OpenLibrary())
    view = opened(game, "lea")
    start = view.moments[view.start]
    assert (start.number, start.times, start.lit) == (1, 2, True)
    lit = [road.times for road in view.roads if road.lit]
    dark = [road.times for road in view.roads if road.times and not road.lit]
    assert len(lit) >= 4
    assert len(dark) >= 2
    assert sum(lit) + sum(dark) >= 8
    assert view.moments[view.here].lit
    assert sum(reply.times for one in view.moments for reply in one.said) == 8
    assert sorted(reply.times for reply in start.said) == [1, 1]
    assert all(view.moments[reply.to].number for reply in start.said)


def test_numbers_follow_the_order_of_a_session(desk: Desk) -> None:
    game = desk.sit_down()
    begin(game, 4)
    view = opened(game)
    numbers = [one.number for one in seen(view)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert seen(view)[0].title == "Moment 1"
    assert max(numbers) == view.moments[view.here].number


def test_what_is_told_of_a_moment_is_what_was_heard_there(desk: Desk) -> None:
    game = desk.sit_down()
    before = begin(game, 0)
    view = opened(game)
    assert view.moments[view.here].lines == before.lines


def test_every_starting_point_leads_to_its_moment_with_the_state_of_that_time(tmp_path: Path) -> None:
    game = controller(journal=new_journal(tmp_path))
    play(game, "lea", reply=lambda view: view.replies[-1].id)
    begin(game, 3, reply=1, scene="lea")
    game.handle(TakeBack(2))
    go_on(game, 2)
    game.handle(OpenLibrary())
    scenario = shipped().scenario("lea", "en")
    names = list(scenario.moments)
    view = opened(game, "lea")
    kinds = set()
    for place, moment in enumerate(view.moments):
        assert bool(moment.starts) == bool(moment.number)
        for start in moment.starts:
            assert isinstance(start.begin, StartFrom)
            assert isinstance(game.handle(start.begin), EncounterView)
            state = game._place.encounter.session.state  # type: ignore[union-attr]
            assert f"guard {state.guardedness}, trust {state.trust}" in start.label
            if "before the reply" in start.label:
                assert state.moment != names[place] or scenario.moments[names[place]].choices
                kinds.add("before")
            else:
                assert state.moment == names[place]
                kinds.add("road taken back" if start.begin.left else "here")
            game.handle(OpenLibrary())
    assert kinds == {"before", "here", "road taken back"}


def test_a_road_that_was_taken_back_is_a_road_too(desk: Desk) -> None:
    game = desk.sit_down()
    begin(game, 2, reply=1)
    left = opened(game)
    game.handle(CloseMap())
    game.handle(TakeBack(2))
    go_on(game, 1)
    view = opened(game)
    gone = left.moments[left.here]
    kept = view.moments[left.here]
    assert kept.number
    assert not kept.lit
    assert kept.lines == gone.lines
    assert [start.begin.left for start in kept.starts if isinstance(start.begin, StartFrom)] == [1]
    assert "on a road that you took back" in kept.starts[0].label
    back = game.handle(kept.starts[0].begin)
    assert isinstance(back, EncounterView)
    assert back.lines[-len(gone.lines) :] == gone.lines
    assert back.may_take_back == 2


def test_what_a_branch_shares_with_its_origin_counts_once(desk: Desk) -> None:
    game = desk.sit_down()
    begin(game, 3)
    game.handle(OpenLibrary())
    before = opened(game)
    here = next(one for one in before.moments if one.number == 3)
    game.handle(here.starts[0].begin)
    go_on(game, 1)
    view = opened(game)
    assert view.moments[view.start].times == before.moments[view.start].times == 1
    assert sum(road.times for road in view.roads) == sum(road.times for road in before.roads) + 1
    assert view.moments[view.start].lit, "the road of a branch is lit from the beginning"


def test_endings_are_counted_and_named_once_they_are_found(desk: Desk) -> None:
    game = desk.sit_down()
    play(game, SCENE)
    game.handle(OpenDebrief())
    view = opened(game)
    assert "1 of 3 endings" in view.seen_label
    (found,) = [one for one in view.moments if one.kind == ENDING and one.number]
    assert found.title
    assert found.note
    assert found.returns in ("yes", "no", "unsure")
    assert "before the reply that led here" in found.starts[0].label
    share = 100 * len(seen(view)) // len(view.moments)
    assert f"{share} %" in view.seen_label


def test_an_exam_tells_nothing_of_guard_and_trust(tmp_path: Path) -> None:
    game = controller(mode="exam", journal=new_journal(tmp_path))
    play(game, "lea", reply=lambda view: view.replies[0].id, mode="exam")
    view = opened(game, "lea")
    assert not [text for text in strings(view) if "guard " in text or "upture" in text]
    assert {mark for one in view.moments for mark in one.marks} == {"start"}
    game.handle(OpenLibrary())
    hidden = opened(game, "lea")
    assert {mark for one in hidden.moments for mark in one.marks} == {"start"}, "an exam is chosen"
    other = controller(journal=new_journal(tmp_path))
    told = opened(other, "lea")
    assert {mark for one in told.moments for mark in one.marks} > {"start"}, "its debrief has told them"
    assert any("guard " in text for text in strings(told))


def test_an_exam_that_goes_on_keeps_its_marks_to_itself(tmp_path: Path) -> None:
    game = controller(mode="exam", journal=new_journal(tmp_path))
    game.handle(OpenScene("lea"))
    game.handle(Begin())
    while not any(answered_marks(game)):
        go_on(game, 1, reply=-1)
    view = opened(controller(journal=new_journal(tmp_path)), "lea")
    assert {mark for one in view.moments for mark in one.marks} == {"start"}
    assert not [text for text in strings(view) if "guard " in text]


def answered_marks(game: Controller) -> Iterator[bool]:
    """Whether anything has happened that a map would mark."""
    assert game._place.encounter is not None
    for turn in game._place.encounter.session.turns:
        yield any(type(event).__name__ in ("RuptureOpened", "SecretConfided") for event in turn.events)


def test_a_session_that_is_not_kept_can_be_begun_anew_from_its_map() -> None:
    game = controller()
    play(game, SCENE)
    game.handle(OpenDebrief())
    view = opened(game)
    second = next(one for one in view.moments if one.number == 2)
    assert second.starts[0].begin == ReplayFrom(2)
    again = game.handle(second.starts[0].begin)
    assert isinstance(again, EncounterView)
    assert again.may_take_back == 1


def test_the_map_leads_back_to_where_it_was_opened(desk: Desk) -> None:
    game = desk.sit_down()
    play(game, SCENE)
    view = game.handle(OpenDebrief())
    while not isinstance(view, DebriefView):
        view = game.handle(Guess(""))
    opened(game)
    assert opened(game).title
    assert game.handle(CloseMap()) == view
    game.handle(OpenScene(SCENE))
    opened(game)
    assert isinstance(game.handle(CloseMap()), BriefView)
    game.handle(OpenLibrary())
    opened(game)
    assert isinstance(game.handle(CloseMap()), LibraryView)
    with pytest.raises(ValueError, match="nothing is known"):
        game.handle(CloseMap())


def test_the_language_changes_on_the_map(desk: Desk) -> None:
    game = desk.sit_down()
    begin(game, 3)
    english = opened(game)
    french = game.handle(SwitchLanguage("fr"))
    assert isinstance(french, MapView)
    assert "Vous avez vu" in french.seen_label
    assert french.roads == english.roads
    assert french.moments[french.here].lines != english.moments[english.here].lines


def test_sessions_on_an_older_text_stay_on_the_map_as_they_were_heard(desk: Desk) -> None:
    game = desk.sit_down()
    begin(game, 2)
    before = opened(game)
    game.close()
    for name in ("scenario.yaml", "en.yaml"):
        path = desk.scenes / SCENE / name
        path.write_text(path.read_text("utf-8").replace('patient: "', 'patient: "Autrement. '), "utf-8")
    later = desk.sit_down()
    view = opened(later)
    assert view.digest != before.digest
    assert [one.lines for one in view.moments] == [one.lines for one in before.moments]
    start = view.moments[view.here].starts[0].begin
    assert isinstance(later.handle(start), EncounterView)


def test_a_text_that_is_lost_leaves_its_sessions_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(desk.sit_down(), 2)
    desk.edit("title: ", "title: Neuf ", "scenario.yaml")
    monkeypatch.setattr(Journal, "text", lambda *_: None)
    assert seen(opened(desk.sit_down())) == []


def test_of_many_sessions_those_that_saw_more_are_not_forgotten(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = desk.sit_down()
    play(game, SCENE, reply=lambda view: view.replies[-1].id)
    for _ in range(3):
        play(game, SCENE)
    game.handle(OpenLibrary())
    every = opened(game)
    monkeypatch.setattr(mapping, "MOST_WALKS", 1)
    few = opened(game)
    assert [one.number for one in few.moments] == [one.number for one in every.moments]
    assert few.seen_label == every.seen_label
    assert few.moments[few.start].times == 2


def test_another_learner_has_a_map_of_their_own(desk: Desk) -> None:
    begin(desk.sit_down(learner="Camille"), 2)
    assert seen(opened(desk.sit_down(learner="Noé"))) == []


def test_a_scene_that_is_not_there_is_trouble_and_nothing_has_changed(desk: Desk) -> None:
    game = desk.sit_down()
    before = game.view
    with pytest.raises(SceneTrouble):
        game.handle(OpenMap("nowhere"))
    assert game.view == before


@pytest.mark.parametrize("scene", ["premiers_pas", "lea"])
def test_every_moment_has_a_place_of_its_own_below_the_one_that_leads_there(scene: str) -> None:
    view = opened(controller(), scene)
    found = places_of(view)
    width, height = CARD
    boxes = sorted((y, x) for x, y in found.corners)
    assert len(boxes) == len(view.moments)
    for x, y in found.corners:
        assert -1 <= x <= found.width - width + 1
        assert -1 <= y <= found.height - height + 1
    for number, (y, x) in enumerate(boxes):
        assert not [1 for to_y, to_x in boxes[number + 1 :] if to_y < y + height and abs(to_x - x) < width]
    assert len(found.paths) == view.planned
    for road, path, upwards in zip(view.roads, found.paths, found.upwards, strict=False):
        if not upwards and road.source != road.target:
            assert path[0][1] < path[-1][1]


def test_an_ending_that_only_a_turning_point_leads_to_stands_below() -> None:
    found = places(["moment", "moment", "moment", ENDING], [(0, 1), (1, 2)], 0)
    assert found.corners[3][1] > found.corners[2][1]
    assert len(found.paths) == 2
    alone = places(["moment", ENDING], [], 0)
    assert alone.corners[1][1] > alone.corners[0][1]


def test_a_detour_leads_there_and_back() -> None:
    scenario = shipped().scenario("lea", "en")
    roads = planned(scenario)
    assert len(set(roads)) == len(roads)
    ends = {name for name, moment in scenario.moments.items() if moment.comes_back}
    assert ends
    assert ends <= {source for source, _ in roads}
    assert ends <= {target for _, target in roads}


def test_there_is_no_such_road_that_was_taken_back(desk: Desk) -> None:
    game = desk.sit_down()
    begin(game, 2)
    (start,) = seen(opened(game))[0].starts
    assert isinstance(start.begin, StartFrom)
    with pytest.raises(ValueError, match="taken back"):
        game.handle(start.begin._replace(left=1))
