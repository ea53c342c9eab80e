"""What is damaged: what an author, a player or the game wrote and is right, small enough for a million turns.

Passages are cut out of the shipped scenes: a few moments with all that their patient is, whose other roads
lead to one ending.
"""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from game.attempts.kept import CHOICE, PROBE, Heading, Step
from game.attempts.portable import dump
from game.engine.play import choices, choose, is_over, start
from game.engine.scene import Scene
from game.launch import data_folder
from game.loading.catalogue import Catalogue
from game.loading.files import SceneFiles
from game.loading.folder import load_files
from game.loading.nodes import Mapping, Node, Scalar
from game.loading.reader import read
from game.model.diagnostics import Diagnostics
from tests.fuzz.mutations import block
from tests.loading.desk import OVERLAY, SCENE, rubric

if TYPE_CHECKING:
    from tests.fuzz.mutations import Tree

MOMENTS = 2
"""As many moments of a shipped scene as a passage has, besides its ending."""

PASSAGES = 4
"""Passages of each shipped scene."""

REPLIES = 3
"""Replies of each moment in a passage."""

LONGEST = 30
"""Characters of a text in a passage: what is fuzzed is what reads it, not how it goes on."""

_ENDING = {"ending": {"outcome": "undecided", "returns": "unsure", "title": "Bye", "text": "Gone."}}


class Passage(NamedTuple):
    """A small scene that is right, with its translation: as trees, and as text. Its id is `scene`."""

    tree: Tree
    overlay: Tree
    text: str
    translation: str
    language: str
    """What it is translated to."""


@functools.cache
def passages() -> tuple[Passage, ...]:
    """The small scene of the tests of loading, and several passages of every shipped scene."""
    own = Passage(tree_of(SCENE.encode()), tree_of(OVERLAY.encode()), SCENE, OVERLAY, "fr")
    return (own, *_cut())


def _cut() -> tuple[Passage, ...]:
    found = []
    home = data_folder("scenarios")
    for folder in sorted(path.parent for path in home.glob("*/scenario.yaml")):
        scene = tree_of((folder / "scenario.yaml").read_bytes())
        language = "en" if scene["language"] == "fr" else "fr"
        overlay = tree_of((folder / f"{language}.yaml").read_bytes())
        names = [name for name, moment in scene["moments"].items() if "choices" in moment]
        for begin in range(0, len(names) - MOMENTS, len(names) // PASSAGES):
            passage = _passage(scene, overlay, names[begin : begin + MOMENTS])
            if _is_right(passage):
                found.append(passage)
    return tuple(found)


def _passage(scene: Tree, overlay: Tree, names: list[str]) -> Passage:
    moments = {name: _only_to(scene["moments"][name], {*names, "bye"}) for name in names}
    tree = _short({**scene, "id": "scene", "start": names[0], "moments": {**moments, "bye": _ENDING}})
    tree.pop("turning_points", None)
    texts = {name: overlay["moments"][name] for name in names}
    ending = {"ending": {"title": "Fin", "text": "Parti."}}
    translated = _short({**overlay, "translates": "scene", "moments": {**texts, "bye": ending}})
    return Passage(tree, translated, block(tree), block(translated), overlay["language"])


def _short(part: Tree, key: str = "") -> Tree:
    """A part with its texts cut short, but for conditions."""
    if isinstance(part, dict):
        return {name: _short(value, name) for name, value in part.items()}
    if isinstance(part, list):
        return [_short(value) for value in part]
    return part[:LONGEST].strip() if isinstance(part, str) and key not in ("when", "needs") else part


def _only_to(part: Tree, names: set[str]) -> Tree:
    """What is left of a part where only these moments are: other roads end, other conditions are none."""
    if isinstance(part, list):
        return [_only_to(one, names) for one in part]
    if not isinstance(part, dict):
        return part
    kept = {key: _only_to(value, names) for key, value in part.items() if key != "then"}
    if "choices" in part:
        kept["choices"] = dict(list(kept["choices"].items())[:REPLIES])
    if kept.get("when") and any(word in kept["when"] for word in ("said.", "visits.", "knows.")):
        kept["when"] = "trust >= 20"
    if "then" in part:
        roads = part["then"] if isinstance(part["then"], list) else [part["then"]]
        to = [road if isinstance(road, str) else road.get("to", "bye") for road in roads]
        kept["then"] = next((name for name in to if name in names), "bye")
    return kept


def _is_right(passage: Passage) -> bool:
    files = SceneFiles(Path("scene"), passage.text.encode(), {passage.language: passage.translation.encode()})
    return not load_files(files, passage.language, rubric()).diagnostics.failed


def tree_of(data: bytes) -> Tree:
    """What a file that is right holds, as the game reads it."""
    diagnostics = Diagnostics()
    root = read(data, "file", diagnostics)
    assert root is not None, list(diagnostics)
    return _plain(root)


def _plain(node: Node) -> Tree:
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.entries.items()}
    if not isinstance(node, Scalar):
        return [_plain(item) for item in node.items]
    if node.plain and node.value in ("true", "false"):
        return node.value == "true"
    if node.plain:
        for kind in (int, float):
            try:
                return kind(node.value)
            except ValueError:
                pass
    return node.value


@functools.cache
def conditions() -> tuple[str, ...]:
    """Every condition of the shipped scenes and of the rubric."""
    found: dict[str, None] = {}
    home = data_folder("scenarios")
    for path in (*home.glob("*/scenario.yaml"), home / "rubric.yaml"):
        _collect(tree_of(path.read_bytes()), found)
    return tuple(sorted(found))


def _collect(part: Tree, found: dict[str, None]) -> None:
    if isinstance(part, dict):
        for key, value in part.items():
            if key in ("when", "needs") and isinstance(value, str):
                found[value] = None
            _collect(value, found)
    elif isinstance(part, list):
        for value in part:
            _collect(value, found)


@functools.cache
def rubric_tree() -> Tree:
    """The shipped rubric."""
    return tree_of((data_folder("scenarios") / "rubric.yaml").read_bytes())


@functools.cache
def small_rubrics() -> tuple[Tree, ...]:
    """The shipped rubric in parts, each with a few techniques."""
    whole = rubric_tree()
    names = list(whole["techniques"])
    return tuple(
        _short(
            {**whole, "techniques": {name: whole["techniques"][name] for name in names[begin : begin + 3]}}
        )
        for begin in range(0, len(names), 3)
    )


@functools.cache
def exported() -> bytes:
    """An attempt at a passage, on a rubric with just its techniques."""
    passage = passages()[1]
    whole = rubric_tree()
    techniques = {name: one for name, one in whole["techniques"].items() if name in passage.text}
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "scene").mkdir()
        (home / "scene" / "scenario.yaml").write_text(passage.text, "utf-8")
        (home / "scene" / f"{passage.language}.yaml").write_text(passage.translation, "utf-8")
        (home / "rubric.yaml").write_text(block(_short({**whole, "techniques": techniques})), "utf-8")
        catalogue = Catalogue([home], home / "rubric.yaml")
        scenario, text = catalogue.scenario("scene", "fr"), catalogue.manuscript("scene")
        scene = Scene(scenario, catalogue.rubric)
    heading = Heading("a" * 32, "", "scene", scenario.digest, "fr", 7, "guided", "2026-11-23T08:00:00Z")
    steps = [Step(PROBE, "sad", 500)]
    state, pick = start(scene, 7), Random(7)
    while not is_over(scene, state) and len(steps) < 8:
        choice = pick.choice(choices(scene, state)).id
        steps.append(Step(CHOICE, choice, 1_000 * len(steps)))
        state = choose(scene, state, choice)[0]
    return dump(heading, "", tuple(steps), text).encode()
