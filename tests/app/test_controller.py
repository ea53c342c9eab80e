"""The controller answers each intent with the right view, and hides what the mode hides."""

from __future__ import annotations

import pytest

from game.app.intents import (
    AnswerProbe,
    Begin,
    Choose,
    ChooseMode,
    OpenDebrief,
    OpenLibrary,
    OpenScene,
    PlayAgain,
    SwitchLanguage,
)
from game.app.views import BriefView, DebriefView, EncounterView, LibraryView
from game.model.trouble import SceneTrouble
from tests.players import controller, debrief, play, shipped

SCENES = shipped().ids()


def test_library_shows_every_shipped_scene_and_none_is_broken() -> None:
    view = controller().view
    assert isinstance(view, LibraryView)
    assert {card.id for card in view.cards} == set(SCENES)
    assert view.broken == ()
    assert view.cards[0].id == "premiers_pas", "the tutorial stands first"


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("mode", ["guided", "practice", "exam"])
def test_a_whole_session_ends_in_its_debrief(scene: str, language: str, mode: str) -> None:
    game = controller(language, mode)
    seen = play(game, scene, mode=mode)
    told = debrief(game)
    assert told.reasons
    assert told.outcome
    assert len(told.turns) == len({view.turn_label for view in seen}) - 1


def test_an_exam_shows_neither_names_nor_gauges_nor_feedback() -> None:
    for view in play(controller(), "lea", mode="exam"):
        assert view.gauges == ()
        assert view.feedback is None
        assert view.notices == ()
        assert view.signs == ()
        assert all(reply.technique == "" for reply in view.replies)


def test_practice_shows_gauges_but_no_names_and_no_feedback() -> None:
    for view in play(controller(), "lea", mode="practice"):
        assert [gauge.id for gauge in view.gauges] == ["trust", "guardedness"]
        assert view.feedback is None
        assert all(reply.technique == "" for reply in view.replies)


def test_guided_names_the_techniques_and_tells_what_moved() -> None:
    views = play(controller(), "lea")
    assert all(reply.technique for view in views for reply in view.replies)
    assert all(view.feedback is not None for view in views[1:])


@pytest.mark.parametrize(("mode", "heard"), [("guided", True), ("practice", True), ("exam", False)])
def test_a_rupture_and_its_repair_are_to_be_heard_where_the_mode_tells_them(mode: str, heard: bool) -> None:
    views = play(controller(), "lea", lambda view: min(reply.id for reply in view.replies), mode=mode)
    signs = [sign for view in views for sign in view.signs]
    assert ({"rupture", "repair"} <= set(signs)) is heard
    assert all(bool(view.signs) <= bool(view.notices) for view in views)


def test_replies_come_in_another_order_with_another_seed() -> None:
    orders = set()
    for seed in range(12):
        game = controller(seed=seed)
        game.handle(OpenScene("lea"))
        view = game.handle(Begin())
        assert isinstance(view, EncounterView)
        assert [reply.number for reply in view.replies] == list(range(1, len(view.replies) + 1))
        orders.add(tuple(reply.id for reply in view.replies))
    assert len(orders) > 2
    assert len({frozenset(order) for order in orders}) == 1


def test_switching_the_language_in_the_middle_keeps_the_session() -> None:
    game = controller("fr")
    game.handle(OpenScene("lea"))
    before = game.handle(Begin())
    assert isinstance(before, EncounterView)
    before = game.handle(Choose(before.replies[1].id))
    assert isinstance(before, EncounterView)
    after = game.handle(SwitchLanguage("en"))
    assert isinstance(after, EncounterView)
    assert game.language == "en"
    assert [reply.id for reply in after.replies] == [reply.id for reply in before.replies]
    assert [gauge.value for gauge in after.gauges] == [gauge.value for gauge in before.gauges]
    assert after.lines != before.lines
    assert after.step == before.step
    again = game.handle(SwitchLanguage("fr"))
    assert again == before


def test_a_probe_waits_for_its_answer_and_never_moves_the_score() -> None:
    sessions = []
    for feeling in ("", "bored"):
        game = controller()
        views = play(game, "premiers_pas", feeling=feeling)
        assert any(view.probe for view in views)
        for view in views:
            assert not (view.probe and (view.replies or view.inner))
        sessions.append([skill.value for skill in debrief(game).skills])
    assert sessions[0] == sessions[1]


def test_a_guess_is_told_in_the_debrief() -> None:
    game = controller()
    play(game, "premiers_pas", feeling="bored")
    assert any("bored" in fact for fact in debrief(game).facts)


def test_every_total_is_the_sum_of_its_parts() -> None:
    game = controller("en")
    play(game, "lea")
    for card in debrief(game).turns:
        sums: dict[str, int] = {}
        for part in card.parts:
            for change in part.changes:
                name, _, value = change.rpartition(" ")
                sums[name] = sums.get(name, 0) + int(value.replace("−", "-"))
        shown = {}
        for change in card.total:
            name, _, value = change.rpartition(" ")
            shown[name] = int(value.replace("−", "-"))
        assert {name: value for name, value in sums.items() if value} == shown


def test_a_skill_stands_between_its_least_and_its_most() -> None:
    game = controller()
    play(game, "lea")
    for skill in debrief(game).skills:
        assert skill.least <= skill.value <= skill.most


def test_the_curve_begins_where_the_patient_sat_down() -> None:
    game = controller()
    views = play(game, "lea")
    told = debrief(game)
    first, last = told.curve[0], told.curve[-1]
    assert (first.trust, first.guardedness) == tuple(gauge.value for gauge in views[0].gauges)
    assert (last.trust, last.guardedness) == tuple(gauge.value for gauge in views[-1].gauges)
    assert len(told.curve) == len(told.turns) + 1


def test_a_scene_with_a_risk_ends_with_a_help_line_in_both_languages() -> None:
    for language, number in (("en", "116 123"), ("fr", "3114")):
        game = controller(language)
        play(game, "lea")
        line = debrief(game).help_line
        assert line is not None
        assert number in line.text


def test_playing_again_returns_to_the_brief() -> None:
    game = controller()
    play(game, "premiers_pas")
    debrief(game)
    view = game.handle(PlayAgain())
    assert isinstance(view, BriefView)
    assert view.scene == "premiers_pas"


def test_leaving_for_the_library_ends_the_session() -> None:
    game = controller()
    game.handle(OpenScene("lea"))
    game.handle(Begin())
    assert isinstance(game.handle(OpenLibrary()), LibraryView)
    with pytest.raises(ValueError, match="no session"):
        game.handle(OpenDebrief())


def test_a_session_left_early_still_has_a_debrief() -> None:
    game = controller()
    game.handle(OpenScene("lea"))
    game.handle(Begin())
    view = game.handle(OpenDebrief())
    assert isinstance(view, DebriefView)
    assert view.turns == ()


def test_an_unknown_scene_is_trouble_and_nothing_has_changed() -> None:
    game = controller()
    before = game.view
    with pytest.raises(SceneTrouble, match="no scene named nowhere"):
        game.handle(OpenScene("nowhere"))
    assert game.view == before


def test_a_reply_that_is_not_offered_is_a_programmers_mistake() -> None:
    game = controller()
    game.handle(OpenScene("lea"))
    game.handle(Begin())
    with pytest.raises(ValueError, match="not offered"):
        game.handle(Choose("fly_away"))


def test_passing_a_probe_that_is_not_there_changes_nothing() -> None:
    game = controller()
    game.handle(OpenScene("lea"))
    before = game.handle(Begin())
    assert game.handle(AnswerProbe("sad")) == before


def test_the_mode_chosen_on_the_brief_is_marked() -> None:
    game = controller()
    game.handle(OpenScene("lea"))
    view = game.handle(ChooseMode("exam"))
    assert isinstance(view, BriefView)
    assert [mode.id for mode in view.modes if mode.chosen] == ["exam"]


def test_the_transcript_holds_every_reply_and_the_glossary_every_technique() -> None:
    game = controller()
    play(game, "lea")
    told = debrief(game)
    said = [entry.speech for entry in game.transcript().entries if entry.clinician]
    assert said == [card.said for card in told.turns]
    assert len(game.glossary().entries) == 30
