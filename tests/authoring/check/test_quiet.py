"""What is right is left in peace: the shipped scenes, the pages' scene, and what only looks like a flaw."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.authoring.check.folder import check_folder, counted
from game.authoring.explore.explore import explore
from game.engine.scene import Scene
from tests.authoring.check.desk import FRENCH, PAGES_SCENE, ROOT, codes, edited, flaws
from tests.loading.desk import rubric
from tests.players import shipped

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = shipped().ids()


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_scene_is_clean_in_every_language(name: str) -> None:
    assert check_folder(ROOT / "scenarios" / name, rubric()) == ()


def test_a_shipped_scene_is_clean_with_its_exploration_as_well() -> None:
    catalogue = shipped()
    exploration = explore(Scene(catalogue.scenario("premiers_pas", "fr"), catalogue.rubric))
    assert exploration.exhaustive
    assert check_folder(ROOT / "scenarios" / "premiers_pas", catalogue.rubric, exploration) == ()


def test_the_scene_of_the_pages_is_clean(tmp_path: Path) -> None:
    assert check_folder(PAGES_SCENE, rubric()) == ()
    assert flaws(tmp_path, french=FRENCH) == ()


def test_conditions_that_complete_each_other_leave_no_moment_without_a_reply(tmp_path: Path) -> None:
    scene = edited(
        "    technique: supporting_autonomy\n",
        "    technique: supporting_autonomy\n    when: trust >= 42\n",
        "    technique: minimising\n",
        "    technique: minimising\n    when: asked or trust < 42\n",
        "  stay:\n    technique: silence\n",
        "  stay:\n    technique: silence\n    when: not asked or trust >= 42\n",
    )
    assert flaws(tmp_path, scene) == ()


ASK = """
        reply: (She unfolds the card.) My hands shake at the wheel.
        then: opens
      ask:
        say: Do you sometimes think of ending your life?
        technique: direct_safety_question
        meets: 3
        {when}reply: No. I think of Mondays.
        then: opens
"""
WAITED = "        reply: (She unfolds the card.) My hands shake at the wheel.\n        then: opens\n"
RISK = ("minutes: 3\n", "minutes: 3\nrisk: suicide\n")


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("", []),
        ("when: not said.ask\n        ", ["FS120"]),
        ("when: trust >= 20\n        ", ["FS171", "FS171"]),
    ],
)
def test_a_safety_question_counts_where_whoever_has_not_asked_can_ask(
    tmp_path: Path, when: str, told: list[str]
) -> None:
    scene = edited(*RISK, WAITED, ASK.format(when=when))
    assert codes(flaws(tmp_path, scene)) == told


def test_replies_that_are_never_offered_together_may_say_the_same(tmp_path: Path) -> None:
    scene = edited(
        "    say: And you let it come to this?\n    technique: judging\n",
        "    say: Anyone would dread that.\n    technique: judging\n    when: trust < 30\n",
        "    say: Anyone would dread that.\n    technique: validation\n",
        "    say: Anyone would dread that.\n    technique: validation\n    when: trust >= 30\n",
    )
    assert flaws(tmp_path, scene) == ()


@pytest.mark.parametrize(
    "say",
    [
        "Tell me about this morning.",
        "I’d like to hear about this morning.",
        "This morning. What was it like?",
        "(She waits.) How was it?",
    ],
)
def test_an_invitation_is_a_question_too(tmp_path: Path, say: str) -> None:
    scene = edited("say: What would going in be like today?\n", f"say: {say}\n")
    assert flaws(tmp_path, scene) == ()


@pytest.mark.parametrize(
    "say", ["Mm. Take your time.", "(You wait, and put the pen down, and do not look up.)"]
)
def test_a_silence_may_nod(tmp_path: Path, say: str) -> None:
    scene = edited("wait:\n  technique: silence\n", f"wait:\n  say: {say}\n  technique: silence\n")
    assert flaws(tmp_path, scene) == ()


def test_a_clinician_may_ask_anybody_about_suicide(tmp_path: Path) -> None:
    assert flaws(tmp_path, edited(WAITED, ASK.format(when=""))) == ()


def test_a_loop_that_only_goes_round_once_for_the_points_is_no_farm(tmp_path: Path) -> None:
    scene = edited(
        "    reply: I cry in the car park. Every day.\n    then: later\n",
        "    reply: I cry in the car park. Every day.\n    once: true\n    then: tells\n",
    )
    assert flaws(tmp_path, scene) == ()


def test_a_loop_that_a_turning_point_ends_for_good_is_no_farm(tmp_path: Path) -> None:
    loop = (
        "    reply: I cry in the car park. Every day.\n    then: later\n",
        "    reply: I cry in the car park. Every day.\n    then: tells\n",
    )
    walks_out = "  walks_out: {when: guardedness >= 70 and trust <= 12, to: leaves}\n"
    opens = (walks_out, f"{walks_out}  enough: {{when: trust >= 80, to: later}}\n")
    assert codes(flaws(tmp_path, edited(*loop))) == ["FS140"]
    assert flaws(tmp_path, edited(*loop, *opens)) == ()


def test_errors_and_warnings_are_counted(tmp_path: Path) -> None:
    scene = edited(*RISK, "say: What would going in be like today?\n", "say: Well.\n")
    found = flaws(tmp_path, scene)
    assert codes(found) == ["FS170", "FS145"]
    assert counted(found) == (1, 1)


def test_where_the_reader_finds_errors_the_rules_keep_quiet(tmp_path: Path) -> None:
    scene = edited(
        "technique: open_question\n", "technique: open_qestion\n", "say: Is one day enough?\n", "say: Yes.\n"
    )
    assert codes(flaws(tmp_path, scene)) == ["FS024"]
