"""The shelf of scenes, whatever stands on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.loading.catalogue import Catalogue
from game.loading.compiled import Compiled
from game.loading.files import read_file
from game.loading.folder import load_folder
from game.model.trouble import FileTrouble, SceneTrouble
from tests.loading.desk import OVERLAY, RUBRIC_FILE, SCENE, edit, rubric, told, write


def _catalogue(*folders: Path) -> Catalogue:
    return Catalogue(folders, RUBRIC_FILE)


def test_scenes_are_found_by_their_folders_sorted_the_first_folder_first(tmp_path: Path) -> None:
    for place in ("own/zoe", "own/ada", "shipped/ada", "shipped/mia"):
        (tmp_path / place).mkdir(parents=True)
        (tmp_path / place / "scenario.yaml").write_text(place)
    (tmp_path / "own" / "empty").mkdir()
    (tmp_path / "own" / "file").write_text("")
    shelf = _catalogue(tmp_path / "own", tmp_path / "shipped")
    assert shelf.ids() == ("ada", "zoe", "mia")
    assert shelf.folder("ada") == tmp_path / "own" / "ada"


def test_a_folder_that_does_not_exist_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="does not exist"):
        _catalogue(tmp_path / "nothing").ids()


def test_a_file_in_the_place_of_the_folder_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "scenes").write_text("")
    with pytest.raises(FileTrouble, match="cannot be read"):
        _catalogue(tmp_path / "scenes").ids()


def test_links_in_a_circle_are_no_scenes(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "scenario.yaml").symlink_to(tmp_path / "c" / "scenario.yaml")
    shelf = _catalogue(tmp_path)
    assert shelf.ids() == ()
    for name in "abc":
        with pytest.raises(SceneTrouble):
            shelf.folder(name)
    with pytest.raises(FileTrouble):
        read_file(tmp_path / "a")


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../scene",
        "scene/",
        "/scene",
        "\\scene",
        "shared",
        "a" * 5_000,
        "\0",
        "\ud800",
        "C:",
        "no",
    ],
)
def test_a_name_that_is_no_scene_is_one_sentence(name: str, tmp_path: Path) -> None:
    shelf = _catalogue(write(tmp_path, {"scenario.yaml": SCENE}).parent)
    for ask in (shelf.folder, lambda name: shelf.head(name, "en"), lambda name: shelf.load(name, "en")):
        with pytest.raises(SceneTrouble):
            ask(name)


def test_the_head_is_read_as_far_as_the_moments(tmp_path: Path) -> None:
    broken_below = SCENE[: SCENE.index("  hello:")] + "  hello: [\n"
    head = _catalogue(write(tmp_path, {"scenario.yaml": broken_below, "fr.yaml": OVERLAY}).parent).head(
        "scene", "fr"
    )
    assert (head.title, head.language, head.patient.name) == ("Une scène", "fr", "Ada")
    assert head.objectives == ("Écouter",)


def test_the_head_is_found_below_the_moments_too(tmp_path: Path) -> None:
    moved = edit("title: A scene\n", "") + "title: A scene\n"
    assert _catalogue(write(tmp_path, {"scenario.yaml": moved}).parent).head("scene", "en").title == "A scene"


@pytest.mark.parametrize("language", ["fr", "de", "", "../en", "\0", "a" * 5_000])
def test_the_head_stays_in_its_own_language_where_there_is_no_other(language: str, tmp_path: Path) -> None:
    shelf = _catalogue(write(tmp_path, {"scenario.yaml": SCENE}).parent)
    assert shelf.head("scene", language).title == "A scene"
    loaded = shelf.load("scene", language)
    assert loaded.scenario is not None
    assert loaded.scenario.language == "en"


def test_a_head_that_was_kept_is_shown_without_reading_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"scenario.yaml": SCENE, "fr.yaml": OVERLAY})
    read, again = (Catalogue([tmp_path], RUBRIC_FILE, Compiled(tmp_path / "kept")) for _ in range(2))
    heads = {language: read.head("scene", language) for language in ("en", "fr")}
    assert [head.language for head in heads.values()] == ["en", "fr"]
    monkeypatch.delattr("game.loading.folder.load_head")
    assert {language: again.head("scene", language) for language in heads} == heads


def test_a_broken_translation_does_not_hide_the_scene(tmp_path: Path) -> None:
    shelf = _catalogue(
        write(tmp_path, {"scenario.yaml": SCENE, "fr.yaml": 'title: "\\e"\npatient: 3\n'}).parent
    )
    assert shelf.head("scene", "fr").title == "A scene"


def test_a_broken_head_tells_its_mistakes(tmp_path: Path) -> None:
    shelf = _catalogue(write(tmp_path, {"scenario.yaml": edit("age: 40", "age: forty")}).parent)
    with pytest.raises(SceneTrouble) as caught:
        shelf.head("scene", "en")
    assert [item.code for item in caught.value.diagnostics] == ["FS025"]


def test_a_scene_with_mistakes_is_not_played(tmp_path: Path) -> None:
    shelf = _catalogue(write(tmp_path, {"scenario.yaml": edit("start: hello", "start: helo")}).parent)
    with pytest.raises(SceneTrouble) as caught:
        shelf.scenario("scene", "en")
    assert [item.code for item in caught.value.diagnostics] == ["FS060"]


@pytest.mark.parametrize("made", ["missing", "folder", "empty"])
def test_a_rubric_that_cannot_be_read_is_one_sentence(made: str, tmp_path: Path) -> None:
    file = tmp_path / "rubric.yaml"
    if made == "folder":
        file.mkdir()
    elif made == "empty":
        file.touch()
    with pytest.raises((FileTrouble, SceneTrouble)):
        _ = Catalogue([], file).rubric


def test_the_digest_changes_with_every_file_and_not_with_the_language(tmp_path: Path) -> None:
    def digest(language: str = "en", rubric_digest: str = "", **files: str) -> str:
        scene = write(tmp_path, {f"{name}.yaml": text for name, text in files.items()})
        scenario = load_folder(scene, language, rubric(), rubric_digest).scenario
        assert scenario is not None
        return scenario.digest

    first = digest(scenario=SCENE, fr=OVERLAY)
    assert len(first) == 64
    assert digest("fr") == first
    assert digest(rubric_digest="other") != first
    assert digest(fr=OVERLAY + "# more\n") != first
    assert digest(scenario=SCENE + "# more\n", fr=OVERLAY) != first
    with_part = SCENE + "include: part.yaml\n"
    part = "format: 1\nmoments: {}\n"
    assert digest(scenario=with_part, part=part) != digest(scenario=with_part, part=part + "# more\n")


def test_included_moments_join_and_may_be_shared(tmp_path: Path) -> None:
    scenario = (
        edit("    then: bye\n", "    then: closing\n") + "include: [parts/one.yaml, ../shared/two.yaml]\n"
    )
    files = {
        "scenario.yaml": scenario,
        "parts/one.yaml": "format: 1\nmoments: {closing: {then: last}}\n"
        "include: [../../shared/two.yaml, three.yaml]\n",
        "parts/three.yaml": "format: 1\nmoments: {third: {then: bye}}\n",
        "../shared/two.yaml": "format: 1\nmoments: {last: {then: third}}\n",
    }
    loaded = load_folder(write(tmp_path, files), "en", rubric())
    assert told(loaded.diagnostics) == []
    assert loaded.scenario is not None
    assert list(loaded.scenario.moments) == ["hello", "middle", "aside", "bye", "closing", "last", "third"]


def test_a_scene_may_have_all_its_moments_in_other_files(tmp_path: Path) -> None:
    start = SCENE.index("moments:")
    end = SCENE.index("turning_points:")
    files = {
        "scenario.yaml": SCENE[:start] + SCENE[end:] + "include: part.yaml\n",
        "part.yaml": "format: 1\n" + SCENE[start:end],
    }
    loaded = load_folder(write(tmp_path, files), "en", rubric())
    assert told(loaded.diagnostics) == []


def test_a_mistake_in_an_included_file_is_shown_there(tmp_path: Path) -> None:
    files = {
        "scenario.yaml": SCENE + "include: part.yaml\n",
        "part.yaml": "format: 1\nmoments:\n  bye: {then: hello}\n  more: {then: nowhere}\n",
    }
    loaded = load_folder(write(tmp_path, files), "en", rubric())
    assert told(loaded.diagnostics) == [("FS012", 3, 3), ("FS060", 4, 16)]
    assert {Path(item.place.file).name for item in loaded.diagnostics} == {"part.yaml"}
    twice = next(iter(loaded.diagnostics)).values
    assert twice["file"] == "scenario.yaml"
    assert SCENE.splitlines()[twice["line"] - 1] == "  bye:"


def test_an_include_works_from_a_relative_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        "scenario.yaml": SCENE + "include: parts/one.yaml\n",
        "parts/one.yaml": "format: 1\nmoments: {more: {then: bye}}\ninclude: [two.yaml]\n",
        "parts/two.yaml": "format: 1\nmoments: {most: {then: bye}}\n",
    }
    write(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    loaded = load_folder(Path("scene"), "en", rubric())
    assert not loaded.diagnostics.failed
    assert [item.code for item in loaded.diagnostics] == ["FS069", "FS069"]


def test_the_shipped_scenes_load_without_a_diagnostic() -> None:
    shelf = Catalogue([RUBRIC_FILE.parent], RUBRIC_FILE)
    for scene in shelf.ids():
        for language in shelf.head(scene, "fr").language, "en", "fr":
            assert told(shelf.load(scene, language).diagnostics) == []
