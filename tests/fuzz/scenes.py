"""Damaged scenes and all that belongs to them: translations, included files, rubrics, conditions.

A scene that is accepted must also be playable; a condition that is accepted can be asked in a scene; a
translation that is accepted leads the same way as the source.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING

from game.engine.play import choices, choose, is_over, opening
from game.engine.scene import Scene
from game.loading.conditions import Vocabulary, parse_condition
from game.loading.files import SceneFiles
from game.loading.folder import Loaded, load_files, load_head, load_rubric
from game.loading.nodes import Scalar, Source
from game.loading.reader import without_forbidden
from game.model.diagnostics import Diagnostics
from tests.fuzz import corpus
from tests.fuzz.mutations import any_of, as_yaml, block, of_bytes, of_text, of_tree
from tests.fuzz.tongue import french
from tests.loading.desk import SCENE, check_shown
from tests.loading.desk import rubric as shipped_rubric

if TYPE_CHECKING:
    from random import Random

    from game.model.scenario import Scenario
    from tests.fuzz.mutations import Tree

STEPS = 8
"""Replies for which a scene that was accepted is played."""


def _yaml(pick: Random, text: str, tree: Tree, other: str, donor: Tree) -> bytes:
    match pick.randrange(8):
        case 0:
            return of_bytes(pick, text.encode())
        case 1 | 2 | 3:
            return of_text(pick, text, other).encode("utf-8", "surrogatepass")
        case _:
            return as_yaml(pick, of_tree(pick, tree, donor)).encode("utf-8", "surrogatepass")


def scene(pick: Random) -> bytes:
    one, other = pick.choice(corpus.passages()), pick.choice(corpus.passages())
    return _yaml(pick, one.text, one.tree, other.text, other.tree)


def is_scene(data: bytes) -> bool:
    files = SceneFiles(Path("scene"), data, {})
    loaded = load_files(files, "", shipped_rubric())
    if not _is_playable(loaded):
        return False
    assert load_head(files, "")[0] is not None, "a scene that can be played is on the shelf"
    return True


def is_head(data: bytes) -> bool:
    head, diagnostics = load_head(SceneFiles(Path("scene"), data, {}), "fr")
    _tell(diagnostics)
    return head is not None


def _is_playable(loaded: Loaded) -> bool:
    _tell(loaded.diagnostics)
    if loaded.diagnostics.failed:
        return False
    assert loaded.scenario is not None
    _play(loaded.scenario)
    return True


def translation(pick: Random) -> tuple[int, bytes]:
    number = pick.randrange(len(corpus.passages()))
    one, other = corpus.passages()[number], pick.choice(corpus.passages())
    return number, _yaml(pick, one.translation, one.overlay, other.translation, other.overlay)


def is_translation(given: tuple[int, bytes]) -> bool:
    number, overlay = given
    passage = corpus.passages()[number]
    files = SceneFiles(Path("scene"), passage.text.encode(), {passage.language: overlay})
    loaded = load_files(files, passage.language, shipped_rubric())
    _tell(loaded.diagnostics)
    if loaded.scenario is None or loaded.diagnostics.failed:
        return False
    assert _play(loaded.scenario) == _original(number), "translating changed what a choice does"
    return True


@functools.cache
def _original(number: int) -> list[object]:
    passage = corpus.passages()[number]
    scenario = load_files(SceneFiles(Path("scene"), passage.text.encode(), {}), "", shipped_rubric()).scenario
    assert scenario is not None
    return _play(scenario)


_INCLUDES = f"{SCENE}include: [part.yaml]\n".encode()
_PART = """\
format: 1
moments:
  more:
    patient: [More., {when: asked, text: Still more., mood: sad}]
    choices:
      on: {say: Go on., technique: simple_reflection, then: {visit: aside, to: bye}}
      leave: {say: Bye., technique: summary, fallback: true, then: bye}
  stays: {patient: {one_of: [A, B]}, then: more}
"""


def part(pick: Random) -> bytes:
    other = pick.choice(corpus.passages())
    return _yaml(pick, _PART, corpus.tree_of(_PART.encode()), other.text, other.tree)


def is_part(data: bytes) -> bool:
    return _is_playable(
        load_files(SceneFiles(Path("scene"), _INCLUDES, {}), "", shipped_rubric(), fetch=lambda _: data)
    )


def rubric(pick: Random) -> bytes:
    number = pick.randrange(len(corpus.small_rubrics()))
    other = pick.randrange(len(corpus.small_rubrics()))
    texts, trees = _rubric_texts(), corpus.small_rubrics()
    return _yaml(pick, texts[number], trees[number], texts[other], trees[other])


@functools.cache
def _rubric_texts() -> tuple[str, ...]:
    return tuple(block(tree) for tree in corpus.small_rubrics())


def is_rubric(data: bytes) -> bool:
    found, diagnostics = load_rubric(data, "rubric.yaml")
    _tell(diagnostics)
    assert (found is None) == diagnostics.failed
    return found is not None


_NAMES = Vocabulary(
    {"asked": False, "count": 0, "colour": "red"},
    {"hello": 1, "aside": 1},
    {"ask": {"hello": 1}},
    {"nights": 1},
    {"silence": 1, "open_question": 1},
)
_CONDITION_WORDS = (
    "trust", "guardedness", "asked", "count", "colour", "said.ask", "said.hello.ask", "visits.hello",
    "knows.nights", "run.silence", "score", "turn", "and", "or", "not", "==", "!=", "<", ">=", "+", "-", "*",
    "(", ")", "1", "9999", "'red'", '"', "'", "true", "é", ".", "=", "**", "__class__", "\u00a0", "1_0", "x",
)  # fmt: skip


_PARTS = (
    "trust >= 40", "guardedness < 12", "asked", "count + 2 == 3", "colour == 'red'", "said.ask",
    "said.hello.ask", "visits.hello * 2 > turn", "knows.nights", "run.silence >= 2", "score - count != 0",
    "not asked", "turn <= 9",
)  # fmt: skip
"""Conditions of the small scene that are right; so is what `and`, `or`, `not` and brackets make of them."""


def condition(pick: Random) -> str:
    return without_forbidden(_any_condition(pick)) or "asked"


def _any_condition(pick: Random) -> str:
    match pick.randrange(4):
        case 0:
            return any_of(pick, _CONDITION_WORDS)
        case 1:
            return of_text(pick, pick.choice(corpus.conditions()), pick.choice(corpus.conditions()))
        case 2:
            return of_text(pick, _right_condition(pick))
        case _:
            return _right_condition(pick) if pick.random() < 0.2 else of_text(pick, pick.choice(_PARTS))


def _right_condition(pick: Random) -> str:
    text = pick.choice(_PARTS)
    while pick.random() < 0.6:
        text = f"{text} {pick.choice(('and', 'or'))} {pick.choice(('not ', ''))}({pick.choice(_PARTS)})"
        text = f"({text})" if pick.random() < 0.3 else text
    return text


def is_condition(text: str) -> bool:
    diagnostics = Diagnostics()
    node = Scalar(text, True, Source("file", (text,)), 0, 0)
    expression = parse_condition(node, _NAMES, diagnostics)
    assert (expression is None) == diagnostics.failed
    _tell(diagnostics)
    if expression is None:
        return False
    if len(text) % 4:
        return True
    asked = json.dumps(text, ensure_ascii=False)
    scene = SCENE.replace(
        "        technique: silence\n", f"        technique: silence\n        when: {asked}\n"
    )
    assert scene != SCENE
    loaded = load_files(SceneFiles(Path("scene"), scene.encode(), {}), "", shipped_rubric())
    assert _is_playable(loaded), "the scene knows what the condition names"
    return True


def _tell(diagnostics: Diagnostics) -> None:
    for number, diagnostic in enumerate(diagnostics):
        if number < 5:
            check_shown(diagnostic)
            assert diagnostic.tell(french().gettext)


def _play(scenario: Scenario) -> list[object]:
    """Plays what can be played, each time with another of the replies; answers with the states."""
    scene = Scene(scenario, shipped_rubric())
    state, _ = opening(scene, 1)
    seen: list[object] = [state]
    for turn in range(STEPS):
        if is_over(scene, state):
            break
        offered = choices(scene, state)
        if not offered:
            break
        state, _ = choose(scene, state, offered[turn % len(offered)].id)
        seen.append(state)
    return seen
