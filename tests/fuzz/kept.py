"""Damage to what the game keeps for itself and takes from another machine.

An attempt that comes in is refused in one sentence; a damaged setting is as at first; a damaged compiled
scene or proof counts as if it were not there.
"""

from __future__ import annotations

import atexit
import functools
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from game.app.phrases import Phrases
from game.app.preferences import Preferences
from game.attempts.kept import as_nickname
from game.attempts.portable import load as load_attempt
from game.authoring.explore.explore import explore
from game.authoring.explore.kept import file as explored_file
from game.authoring.explore.kept import keep, kept
from game.engine.scene import Scene
from game.loading.compiled import Compiled
from game.loading.files import SceneFiles
from game.loading.folder import load_files
from game.loading.manuscript import read_manuscript
from game.model.trouble import SceneTrouble, Trouble
from game.ui.settings import LARGEST_TEXT, SMALLEST_TEXT, Settings, read_settings
from tests.fuzz import corpus
from tests.fuzz.mutations import SIGNS, junk, of_bytes, of_text, of_tree
from tests.fuzz.tongue import french
from tests.loading.desk import SCENE, rubric

if TYPE_CHECKING:
    from random import Random

    from game.model.scenario import Scenario


def attempt(pick: Random) -> bytes:
    data = corpus.exported()
    match pick.randrange(5):
        case 0:
            return of_bytes(pick, data)
        case 1:
            return of_text(pick, data.decode(), data.decode()).encode("utf-8", "surrogatepass")
        case 2:
            return json.dumps(of_tree(pick, json.loads(data))).encode()
        case 3:
            told = json.loads(data)
            told["steps"] = of_tree(pick, told["steps"] * pick.choice((1, 1, 3)))
            return json.dumps(told).encode()
        case _:
            return _another_scene(pick)


def _another_scene(pick: Random) -> bytes:
    """An attempt at a damaged scene, whose digest is right."""
    told = json.loads(corpus.exported())
    files = told["text"]["files"]
    files["scenario.yaml"] = of_text(pick, files["scenario.yaml"])
    try:
        text = json.dumps(told["text"], separators=(",", ":")).encode()
        told["attempt"]["digest"] = read_manuscript(text, "fr").scenario.digest
    except SceneTrouble:
        pass
    return json.dumps(told).encode()


def is_attempt(data: bytes) -> bool:
    try:
        one = load_attempt(data, "Noé")
    except Trouble as trouble:
        return not trouble.tell(french().gettext)
    assert len(one.session.turns) == len(one.course.choices)
    return True


@functools.cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="first-session-fuzz-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


_KEPT: dict[str, object] = {
    **Settings(keys=(("map", "k"), ("chair", "f5")))._asdict(),
    "language": "fr",
    "learner": "Noé",
}


def preferences(pick: Random) -> bytes:
    match pick.randrange(4):
        case 0:
            return of_bytes(pick, json.dumps(_KEPT).encode())
        case 1:
            return of_text(pick, json.dumps(_KEPT)).encode("utf-8", "surrogatepass")
        case 2:
            return json.dumps(of_tree(pick, _KEPT)).encode()
        case _:
            return json.dumps({name: junk(pick) for name in _KEPT}).encode()


def is_preferences(data: bytes) -> bool:
    path = _folder() / "settings.json"
    path.write_bytes(data)
    values = Preferences(path).read()
    found = read_settings(values)
    assert SMALLEST_TEXT <= found.text_scale <= LARGEST_TEXT
    assert 0 <= found.volume <= 1
    assert found.reveal_speed >= 0
    assert found.width >= 640
    assert found.height >= 480
    assert all(type(now) is type(first) for now, first in zip(found, Settings(), strict=True))
    hash(found)
    assert as_nickname(str(values.get("learner") or "")).isprintable()
    assert Phrases(str(values.get("language"))).language in ("en", "fr")
    if len(data) % 8 == 0:
        Preferences(path).keep(language="en")
        assert Preferences(path).read()["language"] == "en"
    return found != Settings()


def keys(pick: Random) -> list[tuple[str, str]]:
    from game.ui.keys import USUAL

    names = (*[action.value for action in USUAL], "fly", "", "\ud800")
    written = (
        "a",
        "k",
        "é",
        "f5",
        "F5",
        "left shift",
        "escape",
        "space",
        "return",
        "tab",
        "1",
        "+",
        "",
        " ",
        "\0",
    )
    return [
        (pick.choice(names), pick.choice((*written, *SIGNS, chr(pick.randrange(0x110000)))))
        for _ in range(pick.randint(0, 6))
    ]


def is_keys(pairs: list[tuple[str, str]]) -> bool:
    from game.ui.keys import USUAL, Action, Keys

    _display()
    keys = Keys(pairs, french().gettext)
    for action in USUAL:
        assert keys.name(action) or action
        assert keys.action(keys.press(action)) is (Action.BACK if keys.press(action).key == 27 else action)
    assert Keys(keys.kept()).kept() == keys.kept()
    return bool(keys.kept())


@functools.cache
def _display() -> None:
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    import pygame

    pygame.display.init()


@functools.cache
def _compiled_files() -> dict[bytes, Scenario]:
    compiled, found = Compiled(_folder()), {}
    for passage in corpus.passages()[:4]:
        files = SceneFiles(Path("scene"), passage.text.encode(), {})
        scenario = load_files(files, "", rubric()).scenario
        assert scenario is not None
        compiled.keep("scene", "key", scenario)
        found[(_folder() / "scene.compiled").read_bytes()] = scenario
    return found


def compiled(pick: Random) -> bytes:
    data = pick.choice([*_compiled_files()])
    if pick.random() < 0.7:
        return of_bytes(pick, data)
    return of_text(pick, data.decode(), data.decode()).encode("utf-8", "surrogatepass")


def is_compiled(data: bytes) -> bool:
    (_folder() / "scene.compiled").write_bytes(data)
    if Compiled(_folder()).load("scene", "key") is None:
        assert data not in _compiled_files(), "what was kept is not found"
        return False
    assert any(_opens_as(scenario) for scenario in _compiled_files().values()), "a damaged file is believed"
    return data in _compiled_files()


def _opens_as(scenario: Scenario) -> bool:
    """True where every page of the compiled scene is this scene's, if need be because it was made again."""
    found: Scenario = Compiled(_folder()).load("scene", "key", lambda: scenario.moments)
    same = [*found.moments] == [*scenario.moments]
    return same and found._replace(moments=dict(found.moments)) == scenario


@functools.cache
def _explored() -> tuple[Scene, bytes]:
    scenario = load_files(SceneFiles(Path("scene"), SCENE.encode(), {}), "", rubric()).scenario
    assert scenario is not None
    scene = Scene(scenario, rubric())
    keep(_folder(), scene, explore(scene))
    return scene, explored_file(_folder(), "scene").read_bytes()


def exploration(pick: Random) -> bytes:
    _, data = _explored()
    if pick.random() < 0.6:
        return of_bytes(pick, data)
    return json.dumps(of_tree(pick, json.loads(data))).encode()


def is_exploration(data: bytes) -> bool:
    scene, good = _explored()
    explored_file(_folder(), "scene").write_bytes(data)
    found = kept(_folder(), scene)
    if found is not None:
        assert json.loads(data) == json.loads(good), "a damaged proof is believed"
    return found is not None
