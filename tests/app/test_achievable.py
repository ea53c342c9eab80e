"""The debrief sets the skills against what the whole scene can give, where that was proved."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from game.app.encounter import Encounter
from game.app.phrases import Phrases
from game.app.teller import Teller
from game.authoring.explore.exploration import FIGURES
from game.authoring.explore.explore import explore
from game.authoring.explore.kept import keep
from game.engine.replay import Session, replay
from game.launch import cache_folder, data_folder
from tests.engine.table import scene

ROOT = Path(__file__).parents[2]
PLAYED = scene(
    """
  a:
    choices:
      on: {say: A, technique: validation, then: b}
      off: {say: B, technique: judging, then: b}
  b:
    choices:
      end: {say: C, technique: validation, then: bye}
      more: {say: D, technique: judging, then: bye}
"""
)


def shown(session: Session, *folders: Path) -> tuple[bool, dict[str, tuple[int, int]], str]:
    """Whether the ranges are proved, the ranges themselves, and how the first skill is told."""
    view = Teller(folders).view(Encounter(PLAYED, session, "guided", {}), Phrases("en"))
    return view.proved, {one.id: (one.least, one.most) for one in view.skills}, view.skills[0].spoken


def test_where_the_scene_was_proved_the_range_is_that_of_all_endings(tmp_path: Path) -> None:
    proof = explore(PLAYED)
    keep(tmp_path, PLAYED, proof)
    proved, ranges, spoken = shown(replay(PLAYED, 0, ("on", "end")), tmp_path / "none", tmp_path)
    assert proved
    for name, (least, most) in ranges.items():
        at = FIGURES.index(name)
        assert (least, most) == (proof.least[at], proof.most[at])
    assert "in this scene," in spoken


def test_without_a_proof_it_is_that_of_the_same_moments(tmp_path: Path) -> None:
    proved, ranges, spoken = shown(replay(PLAYED, 0, ("on", "end")), tmp_path)
    assert not proved
    assert ranges["empathy"][1] > 0
    assert "in the same moments" in spoken


def test_a_session_that_was_left_is_not_measured_by_endings(tmp_path: Path) -> None:
    keep(tmp_path, PLAYED, explore(PLAYED))
    assert not shown(replay(PLAYED, 0, ("on",)), tmp_path)[0]


def test_the_game_shows_what_ships_with_it(tmp_path: Path) -> None:
    program = """
import sys
from game.launch import build_controller
from tests.players import play
from game.app.intents import OpenDebrief
game = build_controller("fr", "guided", 1, None)
play(game, "premiers_pas")
view = game.view if hasattr(game.view, "skills") else game.handle(OpenDebrief())
while not hasattr(view, "skills"):
    from game.app.intents import Guess
    view = game.handle(Guess(""))
assert view.proved and "dans cette scène" in view.skills[0].spoken, view.skills
assert "numpy" not in sys.modules
"""
    for start in ("the scene is read", "the scene was compiled before"):
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=os.environ | {"XDG_CACHE_HOME": str(tmp_path)},
            check=False,
        )
        assert done.returncode == 0, f"{start}: {done.stderr}"


def test_the_proofs_are_looked_for_beside_the_game_and_in_the_cache() -> None:
    assert (data_folder("assets") / "explored").is_dir()
    assert cache_folder().name == "first-session"
