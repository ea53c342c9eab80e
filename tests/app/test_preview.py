"""The preview: any moment in any state, the place kept at a save, mistakes in place of the scene."""

from __future__ import annotations

import os
import shutil
import time
from typing import TYPE_CHECKING

import pytest

from game.app.intents import (
    AnswerProbe,
    BackToBeginning,
    Choose,
    Export,
    Nudge,
    OpenDebrief,
    OpenLibrary,
    OpenMap,
    OpenProgress,
    OtherMoment,
    ReadAgain,
    ReplayFrom,
    SwitchLanguage,
    TakeBack,
)
from game.app.preview.beginning import Beginning, refusal
from game.app.preview.watch import Watch
from game.app.speech import plain
from game.app.views import DebriefView, EncounterView, MistakesView
from game.model.trouble import AttemptTrouble
from tests.app.drafts import SCENE, Draft
from tests.loading import desk

if TYPE_CHECKING:
    from pathlib import Path

    from game.app.preview.preview import Preview


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    return Draft(tmp_path)


def encounter(preview: Preview) -> EncounterView:
    view = preview.view
    assert isinstance(view, EncounterView)
    return view


def heard(preview: Preview) -> list[str]:
    return [plain(line.speech) for line in encounter(preview).lines if line.speech]


def replies(preview: Preview) -> set[str]:
    return {reply.id for reply in encounter(preview).replies}


def figures(preview: Preview) -> tuple[int, ...]:
    return tuple(dial.value for dial in preview.bar.dials)


def saved(preview: Preview, draft: Draft, text: str) -> None:
    draft.save(text)
    preview.handle(ReadAgain())


# -- any moment, in any state


def test_without_a_wish_it_begins_as_the_scene_does(draft: Draft) -> None:
    preview = draft.preview()
    assert preview.bar.moments == "hello"
    assert preview.bar.place == "scenario.yaml:28"
    assert draft.file.read_text().splitlines()[27] == "  hello:"
    assert figures(preview) == (60, 30)


def test_it_begins_where_and_as_it_is_asked(draft: Draft) -> None:
    asked = Beginning(
        "last", {"guardedness": 12, "trust": 77, "empathy": 5}, {"count": "4", "asked": "true"},
        ("nights",), "withdrawal",
    )  # fmt: skip
    preview = draft.preview(asked)
    state = preview._session.state
    assert (state.moment, state.guardedness, state.trust, state.empathy) == ("last", 12, 77, 5)
    assert state.variables == (True, 4, "red")
    assert state.known == 1
    assert state.rupture is not None
    assert state.rupture.kind == "withdrawal"
    assert encounter(preview).pose.guardedness == 12


def test_a_condition_sees_the_wished_state(draft: Draft) -> None:
    told = heard(draft.preview(Beginning(variables={"asked": "true"})))
    assert any("You know." in line for line in told)


def test_a_moment_that_goes_straight_on_is_shown_with_what_follows(draft: Draft) -> None:
    preview = draft.preview(Beginning("straight"))
    assert heard(preview) == ["“Straight on.”", "“Nearly done.”"]
    assert preview.bar.moments == "straight → last"


def test_an_ending_is_shown_and_its_debrief(draft: Draft) -> None:
    preview = draft.preview(Beginning("bye"))
    assert encounter(preview).over
    view = preview.handle(OpenDebrief())
    assert isinstance(view, DebriefView)
    assert (view.outcome, view.reasons) == ("Later", "We shall see.")
    preview.handle(OpenLibrary())
    assert encounter(preview).over


def test_a_moment_of_a_detour_comes_back_to_where_it_is_visited_from(draft: Draft) -> None:
    preview = draft.preview(Beginning("aside"))
    assert preview.bar.moments == "aside → middle"


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (Beginning("midle"), "--at midle: the scene has nothing of that name; the nearest is middle."),
        (
            Beginning("x"),
            "--at x: the scene has nothing of that name; it has hello, middle, straight, last, aside, bye.",
        ),
        (
            Beginning(variables={"cont": "1"}),
            "--set cont: the scene has nothing of that name; the nearest is count.",
        ),
        (Beginning(variables={"count": "many"}), "--set count=many: count is a whole number from -99 to 99."),
        (Beginning(variables={"count": "100"}), "--set count=100: count is a whole number from -99 to 99."),
        (Beginning(variables={"asked": "1"}), "--set asked=1: asked is true or false."),
        (Beginning(variables={"colour": "blue"}), "--set colour=blue: colour is one of red."),
        (
            Beginning(known=("night",)),
            "--knows night: the scene has nothing of that name; the nearest is nights.",
        ),
    ],
)
def test_what_the_scene_does_not_know_is_refused_in_one_sentence(
    draft: Draft, asked: Beginning, sentence: str
) -> None:
    scenario = draft.preview().reading.scenario
    assert scenario is not None
    refused = refusal(asked, scenario)
    assert refused is not None
    assert str(refused) == sentence


def test_what_the_scene_knows_is_not_refused(draft: Draft) -> None:
    scenario = draft.preview().reading.scenario
    assert scenario is not None
    asked = Beginning("last", {}, {"count": "-3", "asked": "False", "colour": "red"}, ("nights",))
    assert refusal(asked, scenario) is None


def test_all_moments_of_the_file_in_turn(draft: Draft) -> None:
    preview = draft.preview(Beginning(measures={"guardedness": 20}))
    seen = []
    for _ in range(7):
        seen.append(preview.bar.moments.split(" ")[0])
        assert figures(preview)[0] == 20
        preview.handle(OtherMoment(1))
    assert seen == ["hello", "middle", "straight", "last", "aside", "bye", "hello"]
    preview.handle(OtherMoment(-1))
    assert preview.bar.moments == "hello"


def test_another_moment_is_another_step_for_the_window(draft: Draft) -> None:
    preview = draft.preview(Beginning("middle"))
    before = encounter(preview).step
    preview.handle(OtherMoment(1))
    assert encounter(preview).step != before


# -- by hand


def test_before_the_first_reply_a_nudge_enters_the_moment_again(tmp_path: Path) -> None:
    text = desk.edit(
        "    patient: Nearly done.", "    patient: [{when: trust >= 35, text: Close., else: Far.}]", SCENE
    )
    preview = Draft(tmp_path, text).preview(Beginning("last"))
    assert heard(preview) == ["“Far.”"]
    preview.handle(Nudge("trust", 5))
    assert heard(preview) == ["“Close.”"]
    preview.handle(OtherMoment(-1))
    assert figures(preview) == (60, 35)


def test_later_a_nudge_changes_the_state_and_leaves_what_was_said(draft: Draft) -> None:
    preview = draft.preview(Beginning("middle"))
    preview.handle(Choose("stay"))
    told, before = heard(preview), figures(preview)
    preview.handle(Nudge("guardedness", -5))
    assert heard(preview) == told
    assert figures(preview) == (before[0] - 5, before[1])
    assert encounter(preview).pose.guardedness == before[0] - 5
    preview.handle(BackToBeginning())
    assert figures(preview) == (60, 30)


def test_a_nudge_stays_within_the_measure(draft: Draft) -> None:
    preview = draft.preview(Beginning(measures={"guardedness": 98, "trust": 3}))
    preview.handle(Nudge("guardedness", 5))
    preview.handle(Nudge("trust", -5))
    assert figures(preview) == (100, 0)


# -- the place is kept


def played(draft: Draft) -> Preview:
    preview = draft.preview()
    for intent in (AnswerProbe("sad"), Choose("ask"), Nudge("trust", 5), Choose("stay")):
        preview.handle(intent)
    assert preview.bar.moments == "straight → last"
    return preview


def test_a_save_keeps_the_place_and_shows_the_new_text(draft: Draft) -> None:
    preview = played(draft)
    before = figures(preview)
    saved(preview, draft, desk.edit("Nearly done.", "Almost there.", SCENE))
    assert heard(preview)[-1] == "“Almost there.”"
    assert preview.bar.notice == ""
    assert figures(preview) == before
    assert len(preview.transcript().entries) == len(played(Draft(draft.folder.parent)).transcript().entries)


def test_where_the_reply_is_gone_the_nearest_earlier_point_is_shown_and_told(draft: Draft) -> None:
    preview = played(draft)
    saved(preview, draft, desk.edit("      stay:", "      remain:", SCENE))
    assert preview.bar.moments == "middle"
    assert preview.bar.notice == "The reply stay is no longer offered in middle: the road ends here."
    assert replies(preview) == {"remain", "nod"}


def test_a_slip_that_is_undone_brings_the_place_back(draft: Draft) -> None:
    preview = played(draft)
    saved(preview, draft, desk.edit("      stay:", "      remain:", SCENE))
    saved(preview, draft, SCENE)
    assert preview.bar.moments == "straight → last"
    assert preview.bar.notice == ""


def test_where_the_road_leads_elsewhere_it_parts_there(draft: Draft) -> None:
    preview = played(draft)
    saved(
        preview,
        draft,
        desk.edit(
            "        reply: Well.\n        then: middle", "        reply: Well.\n        then: last", SCENE
        ),
    )
    assert preview.bar.moments == "last"
    assert "middle, where you were" in preview.bar.notice


def test_a_reply_of_the_same_name_in_another_moment_is_another_reply(tmp_path: Path) -> None:
    alike = desk.edit("      end:", "      stay:", SCENE)
    draft = Draft(tmp_path, alike)
    preview = played(draft)
    old = "        reply: Well.\n        then: middle"
    saved(preview, draft, desk.edit(old, "        reply: Well.\n        then: last", alike))
    assert preview.bar.moments == "last"
    assert "middle, where you were" in preview.bar.notice


def test_whoever_goes_on_from_another_beginning_stays_there(draft: Draft) -> None:
    preview = draft.preview(Beginning("last"))
    saved(preview, draft, SCENE.replace("  last:", "  final:").replace("then: last", "then: final"))
    preview.handle(Nudge("trust", 5))
    saved(preview, draft, SCENE)
    assert preview.bar.moments == "straight → last"


def test_whoever_goes_on_from_there_gives_up_the_old_road(draft: Draft) -> None:
    preview = played(draft)
    saved(preview, draft, desk.edit("      stay:", "      remain:", SCENE))
    preview.handle(Choose("nod"))
    assert preview.bar.notice == ""
    saved(preview, draft, SCENE)
    assert preview.bar.moments == "middle"


def test_where_the_beginning_is_gone_the_moment_before_it_is_shown(draft: Draft) -> None:
    preview = draft.preview(Beginning("last"))
    gone = SCENE.replace("  last:", "  final:").replace("then: last", "then: final")
    saved(preview, draft, gone)
    assert preview.bar.moments == "straight → final"
    assert preview.bar.notice == (
        "There is no moment last in the scene: this is the nearest one before it."
    )  # fmt: skip
    saved(preview, draft, SCENE)
    assert (preview.bar.moments, preview.bar.notice) == ("last", "")


def test_a_variable_that_is_gone_is_left_out_and_told(draft: Draft) -> None:
    preview = draft.preview(Beginning("last", {}, {"colour": "red"}))
    saved(preview, draft, desk.edit(", colour: red", "", SCENE))
    assert preview.bar.notice == "Left out, because the scene does not know it: colour."


def test_the_answer_to_a_probe_is_kept(draft: Draft) -> None:
    preview = draft.preview()
    preview.handle(AnswerProbe("angry"))
    saved(preview, draft, desk.edit("say: How are you?", "say: How are you today?", SCENE))
    assert replies(preview) == {"ask", "wait"}


def test_a_debrief_stays_open(draft: Draft) -> None:
    preview = draft.preview(Beginning("bye"))
    preview.handle(OpenDebrief())
    saved(preview, draft, desk.edit("We shall see.", "Time will tell.", SCENE))
    view = preview.view
    assert isinstance(view, DebriefView)
    assert view.reasons == "Time will tell."


def test_a_reply_is_tried_again_from_the_debrief(draft: Draft) -> None:
    preview = draft.preview(Beginning("middle"))
    before = encounter(preview)
    preview.handle(Choose("nod"))
    preview.handle(Nudge("trust", 20))
    preview.handle(Choose("stay"))
    preview.handle(Choose("end"))
    preview.handle(OpenDebrief())
    trust = preview._session.turns[1].before.trust
    preview.handle(ReplayFrom(2))
    assert replies(preview) == {"stay", "nod"}
    assert preview._session.state.trust == trust
    preview.handle(ReplayFrom(1))
    assert encounter(preview).lines == before.lines


def test_after_a_debrief_that_a_save_closed_the_next_ending_is_seen_before_its_debrief(draft: Draft) -> None:
    preview = draft.preview(Beginning("last"))
    preview.handle(Choose("end"))
    preview.handle(OpenDebrief())
    saved(preview, draft, desk.edit("      end:", "      stop:", SCENE))
    assert replies(preview) == {"stop"}
    preview.handle(Choose("stop"))
    assert encounter(preview).over


def test_the_other_language_shows_the_same_place(tmp_path: Path) -> None:
    preview = Draft(tmp_path, desk.SCENE, fr=desk.OVERLAY).preview(Beginning("bye"))
    view = preview.handle(SwitchLanguage("fr"))
    assert isinstance(view, EncounterView)
    assert preview.bar.moments == "bye"
    assert preview.bar.dials[1].label == "Confiance"


# -- mistakes


def test_mistakes_stand_in_place_of_the_scene_until_they_are_mended(draft: Draft) -> None:
    preview = played(draft)
    broken = desk.edit("technique: summary, reply", "technique: sumary, reply", SCENE)
    broken = desk.edit("trust: 30", "trust: 300", broken)
    broken = desk.edit("then: straight}", "then: strait}", broken)
    saved(preview, draft, broken)
    view = preview.view
    assert isinstance(view, MistakesView)
    lines = broken.splitlines()
    assert [(one.place, one.serious) for one in view.mistakes] == [
        (f"scenario.yaml:{lines.index(line) + 1}:{line.index(sign) + 1}", True)
        for line, sign in (
            ("  trust: 300", "300"),
            (next(line for line in lines if "sumary" in line), "sumary"),
            (next(line for line in lines if "strait}" in line), "strait"),
        )
    ]
    first = view.mistakes[0]
    assert (first.line, first.line[first.caret :]) == ("trust: 300", "300")
    assert preview.bar.dials == ()
    preview.handle(Nudge("trust", 5))
    saved(preview, draft, SCENE)
    assert preview.bar.moments == "straight → last"
    assert figures(preview) == figures(played(Draft(draft.folder.parent)))


def test_the_words_of_a_mistake_are_those_of_the_check(draft: Draft) -> None:
    draft.save(desk.edit("technique: summary, reply", "technique: sumary, reply", SCENE))
    preview = draft.preview(language="fr")
    view = preview.view
    assert isinstance(view, MistakesView)
    (one,) = view.mistakes
    told = preview.reading.mistakes[0].tell(preview.phrases.gettext)
    assert one.message in told
    assert one.advice in told
    assert one.line in told


def test_a_scene_that_begins_broken_begins_where_it_was_asked_once_mended(draft: Draft) -> None:
    draft.save("format: [")
    preview = draft.preview(Beginning("last"))
    assert isinstance(preview.view, MistakesView)
    saved(preview, draft, SCENE)
    assert preview.bar.moments == "last"


def test_a_file_that_is_not_there_is_told_without_a_place(draft: Draft) -> None:
    preview = draft.preview()
    draft.file.unlink()
    view = preview.handle(ReadAgain())
    assert isinstance(view, MistakesView)
    (one,) = view.mistakes
    assert "does not exist" in one.message
    assert (one.place, one.line) == ("", "")
    saved(preview, draft, SCENE)
    assert isinstance(preview.view, EncounterView)


def test_warnings_are_counted_and_listed(draft: Draft) -> None:
    preview = draft.preview()
    assert preview.bar.remarks == ""
    saved(
        preview,
        draft,
        SCENE.replace("  aside:\n", "  lost:\n    patient: Nobody hears this.\n    then: bye\n  aside:\n"),
    )
    assert preview.bar.remarks == "Remarks: 1"
    (one,) = preview.remarks
    assert not one.serious
    assert "lost" in one.message


def test_another_rubric_counts_at_once(tmp_path: Path) -> None:
    rubric = tmp_path / "rubric.yaml"
    rubric.write_bytes(desk.RUBRIC_FILE.read_bytes())
    preview = Draft(tmp_path).preview(Beginning("middle"), rubric=rubric)
    rubric.write_text("format: 1\n", "utf-8")
    view = preview.handle(ReadAgain())
    assert isinstance(view, MistakesView)
    assert view.mistakes[0].place.replace("\\", "/").startswith("../rubric.yaml:")
    rubric.write_bytes(desk.RUBRIC_FILE.read_bytes())
    assert isinstance(preview.handle(ReadAgain()), EncounterView)


# -- saves on the disk


def told_of(watch: Watch, seconds: float = 20.0) -> bool:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        if watch.changed():
            return True
        time.sleep(0.01)
    return False


def write_in_place(draft: Draft) -> None:
    draft.save(SCENE + "# in place\n")


def write_beside_and_rename(draft: Draft) -> None:
    beside = draft.folder / ".scenario.tmp"
    beside.write_text(SCENE + "# renamed\n", "utf-8")
    beside.replace(draft.file)


def write_in_two_steps(draft: Draft) -> None:
    with draft.file.open("w", encoding="utf-8") as file:
        file.write(SCENE)
        file.flush()
        os.fsync(file.fileno())
        file.write("# two steps\n")


def write_the_shared_part(draft: Draft) -> None:
    (draft.folder.parent / "shared" / "closing.yaml").write_text("format: 1\n", "utf-8")


@pytest.mark.parametrize(
    "write", [write_in_place, write_beside_and_rename, write_in_two_steps, write_the_shared_part]
)
def test_a_save_is_noticed_however_the_editor_writes(draft: Draft, write: object) -> None:
    (draft.folder.parent / "shared").mkdir()
    watch = Watch((draft.folder, draft.folder.parent / "shared", draft.folder.parent / "nowhere"))
    watch.start()
    try:
        until = time.perf_counter() + 20
        while not watch.changed() and time.perf_counter() < until:
            (draft.folder / "awake.yaml").write_text(f"{time.perf_counter()}", "utf-8")
            time.sleep(0.05)
        time.sleep(0.3)
        watch.changed()
        write(draft)  # type: ignore[operator]
        assert told_of(watch)
    finally:
        watch.close()


def told_until(watch: Watch, act: object, seconds: float = 20.0) -> bool:
    """Whether a save is told while something is done again and again."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        act()  # type: ignore[operator]
        if watch.changed(0.1):
            return True
    return False


def test_a_folder_that_goes_away_and_comes_back_is_watched_again(draft: Draft) -> None:
    watch = Watch((draft.folder,))
    watch.start()
    elsewhere = draft.folder.parent / "elsewhere"
    try:
        assert told_until(watch, lambda: write_in_place(draft))
        draft.folder.rename(elsewhere)
        assert told_of(watch)
        elsewhere.rename(draft.folder)
        assert told_of(watch)
        while watch.changed(2):
            pass
        assert told_until(watch, lambda: write_in_place(draft))
    finally:
        watch.close()


def test_a_folder_that_is_put_in_another_ones_place_is_watched(draft: Draft) -> None:
    watch = Watch((draft.folder,))
    watch.start()
    try:
        assert told_until(watch, lambda: write_in_place(draft))
        shutil.rmtree(draft.folder)
        draft.folder.mkdir()
        assert told_of(watch)
        while watch.changed(2):
            pass
        assert told_until(watch, lambda: write_in_place(draft))
    finally:
        watch.close()


def test_a_folder_that_comes_later_is_watched(tmp_path: Path) -> None:
    watch = Watch((tmp_path / "later",))
    watch.start()
    try:
        assert not watch.changed(0.6)
        (tmp_path / "later").mkdir()
        assert told_of(watch)
        assert told_until(watch, lambda: (tmp_path / "later" / "scenario.yaml").write_text("a: 1\n", "utf-8"))
    finally:
        watch.close()


def test_replies_are_taken_back_in_a_preview_too(tmp_path: Path) -> None:
    preview = Draft(tmp_path).preview()
    preview.handle(AnswerProbe("sad"))
    before = encounter(preview)
    for reply in ("ask", "stay"):
        preview.handle(Choose(reply))
    assert encounter(preview).may_take_back == 2
    preview.handle(TakeBack(2))
    after = encounter(preview)
    assert (after.lines, after.turn_label, after.may_take_back) == (before.lines, before.turn_label, 0)
    assert preview.notice() is None


@pytest.mark.parametrize("intent", [OpenMap(SCENE), OpenProgress(), Export()])
def test_what_needs_former_sessions_is_refused_in_a_sentence(draft: Draft, intent: OpenMap) -> None:
    preview = draft.preview()
    before = preview.view
    with pytest.raises(AttemptTrouble, match="keeps no sessions"):
        preview.handle(intent)
    assert preview.view == before
