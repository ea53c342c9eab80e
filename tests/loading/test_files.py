"""The files of a scene: what is read of them, what each trouble says, and by what a scene is known again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from game.loading import files
from game.loading.catalogue import Catalogue
from game.loading.files import MAX_BYTES, SceneFiles, digest_of, is_file, read_file, scene_files
from game.loading.folder import load_folder
from game.model.trouble import FileTrouble, SceneTrouble
from tests.loading.desk import OVERLAY, RUBRIC_FILE, SCENE, load, rubric, told, write

if TYPE_CHECKING:
    from pathlib import Path


def test_a_digest_is_what_it_was_when_attempts_were_kept_with_it(tmp_path: Path) -> None:
    scene = SceneFiles(tmp_path, b"scenario", {"en": b"one", "fr": b"two"})
    assert digest_of() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert [
        digest_of(b"a", b"b"),
        scene.digest(),
        scene.digest("rubric"),
        scene.digest_with("rubric", [b"x"]),
    ] == DIGESTS


DIGESTS = [
    "e5a01fee14e0ed5c48714f22180f25ad8365b53f9779f79dc4a3d7e93963f94a",
    "7210f4ef875d058af9f4035806b6968f9cce8bebd75d4c80fe7030312da22d16",
    "25211aa6f94621edcdc9f8b8f1f07101f33f6079ddcf49195bbd5662b52b8882",
    "653956aaa9bd0b6e750096bd623fb6747c1847875eff67bddba111b590a2e627",
]


@pytest.mark.parametrize("quick", [False, True])
def test_a_digest_is_the_same_from_openssl_and_from_python(quick: bool) -> None:
    assert files._sha256(quick)(b"abc").hexdigest() == hashlib.sha256(b"abc").hexdigest()


def test_where_one_part_ends_counts() -> None:
    assert digest_of(b"ab", b"c") != digest_of(b"a", b"bc")


def test_a_file_is_read_as_far_as_is_needed_to_know_that_it_is_too_long(tmp_path: Path) -> None:
    file = tmp_path / "long"
    file.write_bytes(b"a" * (MAX_BYTES + 9))
    assert len(read_file(file)) == MAX_BYTES + 1


@pytest.mark.parametrize(
    ("name", "message", "reason"),
    [
        ("nowhere", "The file {path} does not exist.", None),
        ("folder", "{path} is a folder, and a file is needed.", None),
        ("n" * 300, "The file {path} cannot be read: {reason}.", "File name too long"),
        ("a\0b", "The file {path} cannot be read: {reason}.", "embedded null"),
        ("file/inside", "The file {path} cannot be read: {reason}.", "Not a directory"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(
    name: str, message: str, reason: str | None, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(FileTrouble) as caught:
        read_file(tmp_path / name)
    told = caught.value.values.get("reason")
    assert caught.value.message == message
    assert told is None if reason is None else reason in str(told)
    assert caught.value.values["path"] == tmp_path / name
    assert not is_file(tmp_path / name)


def test_a_folder_that_is_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileTrouble) as caught:
        Catalogue([tmp_path / "file"], RUBRIC_FILE).ids()
    assert caught.value.values == {"path": tmp_path / "file", "reason": "Not a directory"}


def test_the_files_of_a_scene_are_the_scenario_and_the_languages_that_there_are(tmp_path: Path) -> None:
    scene = write(tmp_path, {"scenario.yaml": "s", "fr.yaml": "f", "de.yaml": "d"})
    assert scene_files(scene) == SceneFiles(scene, b"s", {"fr": b"f"})


@pytest.mark.parametrize("name", ["", ".", "..", "shared", "a/b", "a\\b", "a:b", "/scene", "other"])
def test_what_is_no_name_of_a_scene_finds_none_even_where_a_file_stands(name: str, tmp_path: Path) -> None:
    for folder in ("shelf", "shelf/shared", "shelf/a/b", "shelf/a\\b", "shelf/a:b", "."):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / "scenario.yaml").write_text(SCENE)
    with pytest.raises(SceneTrouble, match="There is no scene named"):
        Catalogue([tmp_path / "shelf"], RUBRIC_FILE).folder(name)


@pytest.mark.parametrize(
    ("data", "places"),
    [
        (b"a" * (MAX_BYTES + 1), [("FS001", 1, 1)]),
        (b"\xef\xbb\xbfa: b", [("FS002", 1, 1)]),
        (b"\xff\xfea", [("FS002", 1, 1)]),
        (b"\xfe\xffa", [("FS002", 1, 1)]),
        (b"a: b\r\nc: d\re: \xff", [("FS002", 3, 4)]),
        (b"a: b\r\nc: d\re: \x01", [("FS003", 3, 4)]),
        (b"\x01", [("FS003", 1, 1)]),
        (b"\n\x01", [("FS003", 2, 1)]),
        (b"", [("FS008", 1, 1)]),
    ],
)
def test_what_is_wrong_with_bytes_has_its_place(
    data: bytes, places: list[tuple[str, int, int]], tmp_path: Path
) -> None:
    assert told(load(tmp_path, data).diagnostics) == places


PART = "format: 1\nmoments:\n  part: {then: bye}\n"


@pytest.mark.parametrize(
    ("part", "places"),
    [
        (PART, []),
        (PART + "more: 1\n", [("FS020", 4, 1)]),
        (PART.replace("format: 1", "format: 2"), [("FS026", 1, 9)]),
        (PART.replace("format: 1", "format: 0"), [("FS026", 1, 9)]),
        (PART.replace("format: 1\n", ""), [("FS022", 1, 1)]),
        ("format: 1\n", [("FS022", 1, 1)]),
        ("- a\n", [("FS021", 1, 1)]),
        ("", [("FS008", 1, 1)]),
        (PART.replace("part:", "Part:"), [("FS028", 3, 3)]),
        (PART.replace("part:", "hello:"), [("FS012", 3, 3)]),
        (PART + "include: part.yaml\n", [("FS072", 4, 10)]),
        (PART + "include: [scenario.yaml]\n", [("FS072", 4, 11)]),
        (PART + "include: nowhere.yaml\n", [("FS074", 4, 10)]),
    ],
)
def test_an_included_file_is_checked_like_the_scene(
    part: str, places: list[tuple[str, int, int]], tmp_path: Path
) -> None:
    scene = write(
        tmp_path, {"scenario.yaml": SCENE + "include: part.yaml\n", "part.yaml": part, "fr.yaml": OVERLAY}
    )
    found = load_folder(scene, "en", rubric()).diagnostics
    errors = [one for one in found if one.severity == "error"]
    assert [(one.code, one.place.line, one.place.column) for one in errors] == places
    assert all(one.place.file.endswith("part.yaml") for one in errors)


@pytest.mark.parametrize(("count", "codes"), [(20, set()), (21, {"FS073"})])
def test_a_scene_includes_at_most_twenty_files(count: int, codes: set[str], tmp_path: Path) -> None:
    parts = {f"p{n}.yaml": f"format: 1\nmoments: {{p{n}: {{then: bye}}}}\n" for n in range(count)}
    text = SCENE + f"include: [{', '.join([*parts, 'p0.yaml'])}]\n"
    loaded = load_folder(write(tmp_path, {"scenario.yaml": text, **parts}), "en", rubric())
    assert {one.code for one in loaded.diagnostics if one.severity == "error"} == codes
    assert [path.name for path in loaded.included] == [*parts][:20]


def test_what_a_scene_includes_is_bounded_in_bytes(tmp_path: Path) -> None:
    fits = PART + "#" * (MAX_BYTES - len(PART))
    for tail, codes in (("", set()), ("#", {"FS001", "FS073"})):
        files = {"scenario.yaml": SCENE + "include: [part.yaml]\n", "part.yaml": fits + tail}
        found = load_folder(write(tmp_path, files), "en", rubric()).diagnostics
        assert {one.code for one in found if one.severity == "error"} <= codes
        assert bool(codes) == found.failed
