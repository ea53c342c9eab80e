"""What was kept comes back as it was, or not at all."""

from __future__ import annotations

import os
import random
from importlib import import_module
from typing import TYPE_CHECKING
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.play import choices, choose, is_over, opening
from game.engine.scene import Scene
from game.loading import packing
from game.loading.catalogue import Catalogue
from game.loading.compiled import VERSION, Compiled
from game.loading.folder import load_folder
from game.model.trouble import SceneTrouble
from tests.engine.random_scenes import random_scenario
from tests.loading.desk import OVERLAY, RUBRIC_FILE, SCENE, edit, load, rubric, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.model.events import Event
    from game.model.rubric import Rubric
    from game.model.scenario import Scenario

PARTS = {
    "scenario.yaml": SCENE + "include: [part.yaml, ../shared/two.yaml]\n",
    "part.yaml": "format: 1\nmoments: {more: {patient: More., then: bye}}\n",
    "../shared/two.yaml": "format: 1\nmoments: {two: {patient: Two., then: bye}}\n",
}


def _scenario(folder: Path, language: str = "en") -> Scenario:
    scenario = load(folder, SCENE, language, fr=OVERLAY).scenario
    assert scenario is not None
    return scenario


def _played(scenario: Scenario, by: Rubric, seed: int) -> list[Event]:
    """All that happens in one session in which a die speaks."""
    scene, pick = Scene(scenario, by), random.Random(seed)
    state, events = opening(scene, seed)
    told = list(events)
    for _ in range(60):
        if is_over(scene, state):
            break
        state, events = choose(scene, state, pick.choice(choices(scene, state)).id)
        told += events
    return told


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_scene_comes_back_as_it_was(language: str, tmp_path: Path) -> None:
    scenario, kept = _scenario(tmp_path, language), Compiled(tmp_path / "kept")
    kept.keep("scene", "key", scenario)
    again: Scenario = kept.load("scene", "key")
    assert again._replace(moments=dict(again.moments)) == scenario
    assert list(again.moments) == list(scenario.moments)
    assert "hello" in again.moments
    assert "nobody" not in again.moments


@pytest.mark.parametrize(
    "line",
    [
        "Hm.",
        "{one_of: [One., Two.]}",
        "{text: Hm., mood: sad}",
        "{text: Hm., when: asked, else: Oh., mood: sad, cue: He nods., thinks: No., gesture: shrug}",
    ],
)
def test_a_text_of_one_line_comes_back_with_all_that_stands_in_it(line: str, tmp_path: Path) -> None:
    scenario, kept = (
        load(tmp_path, edit("patient: Hm.", f"patient: {line}")).scenario,
        Compiled(tmp_path / "kept"),
    )
    assert scenario is not None
    kept.keep("scene", "key", scenario)
    assert kept.load("scene", "key").moments["middle"] == scenario.moments["middle"]


def test_the_rubric_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = Compiled(tmp_path)
    kept.keep("rubric", "key", rubric())
    again: Rubric = kept.load("rubric", "key")
    assert repr(again) == repr(rubric())
    assert again._replace(techniques=dict(again.techniques)) == rubric()


@given(st.integers(0, 2**40), st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_any_scene_that_is_opened_moment_by_moment_plays_as_the_one_that_was_read(
    tmp_path_factory: pytest.TempPathFactory, made: int, seed: int
) -> None:
    scenario, kept = random_scenario(made), Compiled(tmp_path_factory.getbasetemp() / "played")
    if scenario is not None:
        kept.keep("scene", "key", scenario)
        kept.keep("rubric", "key", rubric())
        again, by = kept.load("scene", "key"), kept.load("rubric", "key")
        assert _played(again, by, seed) == _played(scenario, rubric(), seed)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", Catalogue([RUBRIC_FILE.parent], RUBRIC_FILE).ids())
def test_every_shipped_scene_plays_the_same_once_it_is_compiled(
    name: str, language: str, tmp_path: Path
) -> None:
    kept = Compiled(tmp_path)
    read, again = (Catalogue([RUBRIC_FILE.parent], RUBRIC_FILE, kept) for _ in range(2))
    first, second = read.scenario(name, language), again.scenario(name, language)
    assert type(first.moments) is not type(second.moments), "the second was not compiled"
    for seed in range(3):
        assert _played(second, again.rubric, seed) == _played(first, read.rubric, seed)


def test_another_key_or_name_finds_nothing(tmp_path: Path) -> None:
    kept = Compiled(tmp_path)
    kept.keep("rubric", "key", rubric())
    assert kept.load("rubric", "other") is None
    assert kept.load("scene", "key") is None


def test_a_file_in_the_place_of_another_counts_as_if_it_were_not_there(tmp_path: Path) -> None:
    kept = Compiled(tmp_path / "kept")
    for language in ("en", "fr"):
        kept.keep(f"scene.{language}", "key", _scenario(tmp_path, language))
    (tmp_path / "kept" / "scene.fr.compiled").replace(tmp_path / "kept" / "scene.en.compiled")
    assert kept.load("scene.en", "key") is None


@pytest.mark.parametrize("size", [1, 200])
def test_what_is_damaged_counts_as_if_it_were_not_there(size: int, tmp_path: Path) -> None:
    """Of a small file, and of one too large to stay in memory."""
    kept, pick = Compiled(tmp_path), random.Random(1)
    good = _scenario(tmp_path)
    more = {f"more{number}": good.moments["hello"] for number in range(size)}
    scenario = good._replace(moments={**good.moments, **more})
    again: list[bool] = []
    file = tmp_path / "scene.compiled"

    def opened() -> Scenario | None:
        found: Scenario | None = kept.load("scene", "key", lambda: again.append(True) or scenario.moments)
        return None if found is None else found._replace(moments=dict(found.moments))

    kept.keep("scene", "key", scenario)
    data = file.read_bytes()
    told = [at for at, byte in enumerate(data) if byte != ord("\n")]
    assert opened() == scenario
    assert not again
    for _ in range(400 // size):
        damaged = bytearray(data)
        damaged[pick.choice(told)] ^= 1 << pick.randrange(8)
        file.write_bytes(damaged)
        again.clear()
        assert opened() is None or again == [True]
        assert opened() in (None, scenario)
    for end in range(0, len(data) - len(b"\n"), 7 * size):
        file.write_bytes(data[:end])
        again.clear()
        assert opened() is None or again == [True]
        assert opened() in (None, scenario)
    for other in (b"\n", b"\xff\xfe", b"[" * 100_000, b"{}\n" * 3, b"[]\n[]\n", b"1\n"):
        file.write_bytes(other)
        assert opened() is None


@pytest.mark.parametrize("name", ["rubric", "scene.en"])
def test_a_page_that_proves_damaged_in_a_session_is_read_again_and_the_file_kept_again(
    name: str, tmp_path: Path
) -> None:
    write(tmp_path, {"scenario.yaml": SCENE})
    kept, file = Compiled(tmp_path / "kept"), tmp_path / "kept" / f"{name}.compiled"
    read = Catalogue([tmp_path], RUBRIC_FILE, kept).scenario("scene", "en")
    good = file.read_bytes()
    file.write_bytes(good[:-20] + b"x" * 20)
    catalogue = Catalogue([tmp_path], RUBRIC_FILE, kept)
    scenario = catalogue.scenario("scene", "en")
    assert _played(scenario, catalogue.rubric, 1) == _played(read, rubric(), 1)
    assert dict(scenario.moments) == dict(read.moments)
    assert dict(catalogue.rubric.techniques) == dict(rubric().techniques)
    assert file.read_bytes() == good


def test_a_damaged_page_of_a_text_that_was_changed_meanwhile_is_told(tmp_path: Path) -> None:
    rubric_file = tmp_path / "rubric.yaml"
    rubric_file.write_bytes(RUBRIC_FILE.read_bytes())
    write(tmp_path, {"scenario.yaml": SCENE})
    kept = Compiled(tmp_path / "kept")
    Catalogue([tmp_path], rubric_file, kept).scenario("scene", "en")
    for name in ("rubric", "scene.en"):
        file = tmp_path / "kept" / f"{name}.compiled"
        file.write_bytes(file.read_bytes()[:-20])
    catalogue = Catalogue([tmp_path], rubric_file, kept)
    scenario = catalogue.scenario("scene", "en")
    write(tmp_path, {"scenario.yaml": SCENE + "# Oh.\n"})
    with pytest.raises(SceneTrouble, match="scene was changed meanwhile"):
        dict(scenario.moments)
    rubric_file.write_bytes(RUBRIC_FILE.read_bytes() + b"# Oh.\n")
    with pytest.raises(SceneTrouble, match="The rubric was changed meanwhile"):
        dict(catalogue.rubric.techniques)


def test_the_version_is_raised_whenever_the_fields_of_the_values_change() -> None:
    fields = {
        home: [(name, getattr(import_module(f"game.model.{home}"), name)._fields) for name in names]
        for home, names in packing._HOMES.items()
    }
    assert (VERSION, f"{crc32(repr(fields).encode()):08x}") == ("7", "09dc33dc")


def test_a_file_of_another_version_counts_as_if_it_were_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Compiled(tmp_path)
    kept.keep("rubric", "key", rubric())
    monkeypatch.setattr("game.loading.compiled.VERSION", "0")
    assert kept.load("rubric", "key") is None


def _flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[data.index(b"\n") + 9] ^= 1
    file.write_bytes(data)


@pytest.mark.parametrize("damage", [_flip, lambda file: os.truncate(file, 100), os.unlink])
def test_a_damaged_scene_is_read_again_and_kept_again_without_a_word(
    damage: Callable[[Path], None], tmp_path: Path
) -> None:
    write(tmp_path, {"scenario.yaml": SCENE})
    kept, file = Compiled(tmp_path / "kept"), tmp_path / "kept" / "scene.en.compiled"
    first = Catalogue([tmp_path], RUBRIC_FILE, kept).scenario("scene", "en")
    good = file.read_bytes()
    damage(file)
    assert Catalogue([tmp_path], RUBRIC_FILE, kept).scenario("scene", "en") == first
    assert file.read_bytes() == good


@pytest.mark.parametrize("changed", PARTS)
def test_a_compiled_scene_is_today_s_only_while_all_its_files_are(changed: str, tmp_path: Path) -> None:
    write(tmp_path, PARTS)
    kept = Compiled(tmp_path / "kept")
    first = Catalogue([tmp_path], RUBRIC_FILE, kept).scenario("scene", "en")
    again = Catalogue([tmp_path], RUBRIC_FILE, kept).scenario("scene", "en")
    assert type(again.moments) is not type(first.moments), "the second was not compiled"
    assert again._replace(moments=dict(again.moments)) == first

    write(tmp_path, {changed: PARTS[changed].replace("patient: ", "patient: Oh. ", 1)})
    later = Catalogue([tmp_path], RUBRIC_FILE, kept).scenario("scene", "en")
    assert later.digest != first.digest
    assert later == load_folder(tmp_path / "scene", "en", rubric(), "")[0]._replace(digest=later.digest)  # type: ignore[union-attr]


def test_a_manuscript_is_the_same_whether_or_not_the_scene_was_compiled(tmp_path: Path) -> None:
    write(tmp_path, PARTS)
    catalogue = Catalogue([tmp_path], RUBRIC_FILE, Compiled(tmp_path / "kept"))
    before = catalogue.manuscript("scene")
    catalogue.scenario("scene", "en")
    assert catalogue.manuscript("scene") == before == Catalogue([tmp_path], RUBRIC_FILE).manuscript("scene")
    assert b"More." in before
    assert b"../shared/two.yaml" in before


def test_a_compiled_scene_reads_nothing_outside_of_where_an_include_may_look(tmp_path: Path) -> None:
    write(tmp_path, {"scenario.yaml": SCENE, "../secret.txt": "Mine."})
    kept = Compiled(tmp_path / "kept")
    catalogue = Catalogue([tmp_path], RUBRIC_FILE, kept)
    first = catalogue.scenario("scene", "en")
    key = (tmp_path / "kept" / "scene.en.compiled").read_text("utf-8").split('"')[5]
    forged = first._replace(title="Forged")
    kept.keep("scene.en", key, (("secret.txt",), forged))
    assert catalogue.scenario("scene", "en").title == first.title


def test_the_files_kept_longest_ago_go_where_all_are_too_large(tmp_path: Path) -> None:
    Compiled(tmp_path).keep("first", "key", "x" * 1_000)
    os.utime(tmp_path / "first.compiled", ns=(1, 1))
    (tmp_path / "other.txt").write_text("x" * 5_000)
    kept = Compiled(tmp_path, most=2_500)
    kept.keep("second", "key", "x" * 1_000)
    assert kept.load("first", "key")
    os.utime(tmp_path / "second.compiled", ns=(2, 2))
    kept.keep("third", "key", "x" * 1_000)
    assert kept.load("first", "key") is None
    assert kept.load("second", "key")
    assert kept.load("third", "key")
    assert (tmp_path / "other.txt").exists()


def test_files_that_just_fit_together_all_stay(tmp_path: Path) -> None:
    for name in ("first", "second"):
        Compiled(tmp_path / "apart").keep(name, "key", "x" * 1_000)
    size = sum(file.stat().st_size for file in (tmp_path / "apart").iterdir())
    for most, stays in ((size, True), (size - 1, False)):
        kept = Compiled(tmp_path / str(most), most)
        kept.keep("first", "key", "x" * 1_000)
        os.utime(tmp_path / str(most) / "first.compiled", ns=(1, 1))
        kept.keep("second", "key", "x" * 1_000)
        assert bool(kept.load("first", "key")) is stays
        assert kept.load("second", "key")


def test_what_cannot_be_put_in_its_place_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: str) -> None:
        raise OSError

    monkeypatch.setattr("game.loading.compiled.os.replace", full)
    Compiled(tmp_path).keep("rubric", "key", rubric())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("")
    kept = Compiled(tmp_path / "kept")
    kept.keep("rubric", "key", rubric())
    assert kept.load("rubric", "key") is None
