"""What the tests of the checker share: the pages' scene with changes, and what the checker says of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.authoring.check.folder import check_folder
from game.authoring.check.study import Study
from game.authoring.pages.passage import replaced
from game.loading.nodes import Mapping, Source
from tests.loading.desk import rubric, write

if TYPE_CHECKING:
    from game.authoring.explore.exploration import Exploration
    from game.model.diagnostics import Diagnostic
    from game.model.scenario import Scenario

ROOT = Path(__file__).parents[3]
PAGES_SCENE = ROOT / "assets" / "pages" / "scene"
SCENE = (PAGES_SCENE / "scenario.yaml").read_text("utf-8")
FRENCH = (PAGES_SCENE / "fr.yaml").read_text("utf-8")


def edited(*changes: str, text: str = SCENE) -> str:
    """The scene with passages changed: the old one, the new one, and so on."""
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        text = replaced(text, old, new)
    return text


def flaws(
    folder: Path, scenario: str = SCENE, french: str = "", exploration: Exploration | None = None
) -> tuple[Diagnostic, ...]:
    """What the checker says of these files."""
    files = {"scenario.yaml": scenario} | ({"fr.yaml": french} if french else {})
    return check_folder(write(folder, files), rubric(), exploration)


def codes(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """Their codes, as they come."""
    return [one.code for one in diagnostics]


def study_of(scenario: Scenario, exploration: Exploration | None = None) -> Study:
    """A scenario without its file, as the rules see it: every place is the first."""
    return Study(scenario, rubric(), Mapping(Source("t", ("",)), 0, 0), exploration)
