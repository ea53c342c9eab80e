"""A manuscript holds all that a scene is read from, and can be believed no more than any file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from game.loading.catalogue import Catalogue
from game.loading.manuscript import read_manuscript
from game.model.trouble import SceneTrouble
from tests.loading.desk import OVERLAY, RUBRIC_FILE, SCENE, edit, write
from tests.players import shipped

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("scene", shipped().ids())
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_shipped_scene_comes_back_from_its_manuscript(scene: str, language: str) -> None:
    shelf = shipped()
    scenario, rubric = read_manuscript(shelf.manuscript(scene), language)
    assert scenario == shelf.scenario(scene, language)
    assert rubric == shelf.rubric


def shelf_with_includes(folder: Path) -> Catalogue:
    part = "format: 1\nmoments:\n  {name}:\n    ending: {{outcome: alliance, returns: true, title: Ends}}\n"
    write(
        folder,
        {
            "scenario.yaml": edit("moments:", "include: [more/part.yaml, ../shared/close.yaml]\nmoments:"),
            "more/part.yaml": part.format(name="further_on"),
        },
    )
    (folder / "shared").mkdir()
    (folder / "shared" / "close.yaml").write_text(part.format(name="at_the_end"))
    return Catalogue([folder], RUBRIC_FILE)


def test_what_it_includes_comes_with_it(tmp_path: Path) -> None:
    shelf = shelf_with_includes(tmp_path)
    before = shelf.scenario("scene", "en")
    text = shelf.manuscript("scene")
    for path in tmp_path.rglob("*.yaml"):
        path.unlink()
    again = read_manuscript(text, "en").scenario
    assert again == before
    assert {"further_on", "at_the_end"} <= set(again.moments)


def test_an_include_that_it_lost_is_told_where_it_stands(tmp_path: Path) -> None:
    kept = json.loads(shelf_with_includes(tmp_path).manuscript("scene"))
    del kept["files"]["more/part.yaml"]
    with pytest.raises(SceneTrouble) as caught:
        read_manuscript(json.dumps(kept).encode(), "en")
    (mistake,) = caught.value.diagnostics
    assert (mistake.code, mistake.message) == ("FS074", "The file {path} does not exist.")
    assert mistake.values == {"path": "more/part.yaml"}


def test_bytes_that_are_no_text_come_back_as_they_were(tmp_path: Path) -> None:
    write(tmp_path, {"scenario.yaml": SCENE, "fr.yaml": OVERLAY.encode() + b"# \xff\xfe"})
    shelf = Catalogue([tmp_path], RUBRIC_FILE)
    again = read_manuscript(shelf.manuscript("scene"), "en").scenario
    assert again == shelf.scenario("scene", "en")


def told() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shipped().manuscript("premiers_pas"))
    return found


@pytest.mark.parametrize(
    "change",
    [
        {"manuscript": 2},
        {"scene": "../lea"},
        {"scene": 7},
        {"files": {}},
        {"files": []},
        {"files": {"scenario.yaml": 3}},
        {"files": {"scenario.yaml": "\ud800"}},
        {"files": {"scenario.yaml": "", **{f"{number}.yaml": "" for number in range(40)}}},
        {"rubric": None},
        {"rubric": "techniques: {}"},
        {"files": {"scenario.yaml": "id: lea", "../../etc/passwd": "", "a\0b": ""}},
    ],
)
def test_a_manuscript_that_is_not_one_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(SceneTrouble):
        read_manuscript(json.dumps(told() | change).encode(), "en")


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b"{", b"[" * 100_000, b"\xff", b" " * 20_000_000])
def test_bytes_that_are_no_manuscript_are_refused(data: bytes) -> None:
    with pytest.raises(SceneTrouble):
        read_manuscript(data, "en")


def test_the_mistakes_of_a_scene_that_was_kept_are_told(tmp_path: Path) -> None:
    write(tmp_path, {"scenario.yaml": SCENE})
    kept = Catalogue([tmp_path], RUBRIC_FILE).manuscript("scene")
    with pytest.raises(SceneTrouble, match="scene") as caught:
        read_manuscript(kept.replace(b"age: 40", b"age: 400"), "en")
    assert [one.code for one in caught.value.diagnostics] == ["FS026"]
