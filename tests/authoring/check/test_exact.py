"""With an exploration, what conditions alone cannot show is proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.authoring.explore.explore import explore
from game.engine.scene import Scene
from game.loading.folder import load_folder
from tests.authoring.check.desk import codes, edited, flaws
from tests.loading.desk import rubric, write

if TYPE_CHECKING:
    from pathlib import Path

    from game.authoring.explore.exploration import Exploration

WALKS_OUT = "  walks_out: {when: guardedness >= 70 and trust <= 12, to: leaves}\n"
EARLIER = "  walks_out: {when: guardedness >= 59, to: leaves}\n"
"""With this, she walks out after the advice: everything in the scene can happen."""


def explored(folder: Path, scenario: str) -> Exploration:
    loaded = load_folder(write(folder, {"scenario.yaml": scenario}), "en", rubric())
    assert loaded.scenario is not None
    found = explore(Scene(loaded.scenario, rubric()))
    assert found.exhaustive
    return found


def exact(folder: Path, *changes: str) -> list[str]:
    """The codes of the scene in which everything can happen, changed and explored."""
    scenario = edited(*changes, text=edited(WALKS_OUT, EARLIER))
    return codes(flaws(folder, scenario, exploration=explored(folder, scenario)))


def test_a_scene_in_which_everything_happens_is_clean(tmp_path: Path) -> None:
    assert exact(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("- {when: trust >= 40, to: tells}\n", "- {when: trust >= 50, to: tells}\n", ["FS131", "FS107"]),
        (
            "technique: supporting_autonomy\n",
            "technique: supporting_autonomy\nwhen: trust >= 50\n",
            ["FS108"],
        ),
        (EARLIER, EARLIER.replace("59", "60"), ["FS106", "FS132"]),
        ("needs: trust >= 40\n", "needs: trust >= 42\n", ["FS130", "FS130"]),
    ],
)
def test_what_no_session_can_come_to_is_told(tmp_path: Path, old: str, new: str, told: list[str]) -> None:
    assert exact(tmp_path, old, new) == told


def test_a_loop_that_conditions_hide_is_found(tmp_path: Path) -> None:
    loop = (
        "    reply: I cry in the car park. Every day.\n    then: later\n",
        "    reply: I cry in the car park. Every day.\n    when: not said.blame\n    then: tells\n",
    )
    assert codes(flaws(tmp_path, edited(*loop))) == []
    assert exact(tmp_path, *loop) == ["FS140"]
