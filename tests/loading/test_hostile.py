"""Files that nobody vouches for: each ends in diagnostics with a place, soon, and in no other exception."""

from __future__ import annotations

import contextlib
import os
import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from game.loading.catalogue import Catalogue
from game.loading.files import inside
from game.loading.folder import load_folder
from game.model.diagnostics import Diagnostics
from game.model.trouble import FileTrouble, Trouble
from tests.loading.desk import OVERLAY, RUBRIC_FILE, SCENE, check_shown, load, rubric, write
from tests.loading.hostile_inputs import BYTES, INCLUDES, ODD, TEXTS

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 4.0
"""Generous: the worst of these takes a tenth of it on a quiet machine."""

SMALL = [name for name in (*BYTES, *TEXTS) if len(BYTES.get(name) or TEXTS.get(name, "")) < 120_000]


def _text(name: str) -> bytes:
    return BYTES[name] if name in BYTES else TEXTS[name].encode()


def _read(folder: Path, scenario: bytes | str, **files: str) -> Diagnostics:
    begun = time.process_time()
    loaded = load(folder, scenario, "fr" if "fr" in files else "en", **files)
    assert time.process_time() - begun < SECONDS
    for diagnostic in loaded.diagnostics:
        check_shown(diagnostic)
    assert loaded.diagnostics.failed or loaded.scenario is not None
    return loaded.diagnostics


@pytest.mark.parametrize("name", BYTES)
def test_bytes_end_in_diagnostics(name: str, tmp_path: Path) -> None:
    assert _read(tmp_path, BYTES[name]).failed


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_ends_in_diagnostics(name: str, tmp_path: Path) -> None:
    assert _read(tmp_path, TEXTS[name]).failed


@pytest.mark.parametrize("name", ODD)
def test_what_is_strange_and_allowed_is_read_in_time(name: str, tmp_path: Path) -> None:
    assert not _read(tmp_path, ODD[name]).failed


@pytest.mark.parametrize("name", SMALL)
def test_the_library_survives_it_too(name: str, tmp_path: Path) -> None:
    write(tmp_path, {"scenario.yaml": _text(name)})
    for language in ("en", "fr"):
        with contextlib.suppress(Trouble):
            Catalogue([tmp_path], RUBRIC_FILE).head("scene", language)


@pytest.mark.parametrize("name", SMALL)
def test_a_translation_ends_in_diagnostics(name: str, tmp_path: Path) -> None:
    scene = write(tmp_path, {"scenario.yaml": SCENE, "fr.yaml": _text(name)})
    begun = time.process_time()
    loaded = load_folder(scene, "fr", rubric())
    assert time.process_time() - begun < SECONDS
    assert loaded.diagnostics.failed
    for diagnostic in loaded.diagnostics:
        check_shown(diagnostic)
    assert Catalogue([tmp_path], RUBRIC_FILE).head("scene", "fr").id == "scene"


@pytest.mark.parametrize("name", SMALL)
def test_a_rubric_ends_in_trouble(name: str, tmp_path: Path) -> None:
    file = tmp_path / "rubric.yaml"
    file.write_bytes(_text(name))
    with pytest.raises(Trouble):
        _ = Catalogue([], file).rubric


def test_most_mistakes_have_a_line_and_a_column(tmp_path: Path) -> None:
    placed = [
        any(item.place.line > 1 or item.place.column > 1 for item in _read(tmp_path, text))
        for name, text in TEXTS.items()
        if name in SMALL
    ]
    assert sum(placed) >= 0.95 * len(placed)


@pytest.mark.parametrize("written", INCLUDES)
def test_an_include_stays_inside(written: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    secret = "format: 1\nmoments: {stolen: {then: bye}}\n"
    (outside / "x.yaml").write_text(secret)
    (tmp_path / "secrets.yaml").write_text(secret)
    scene = write(tmp_path, {"folder/x.yaml": secret})
    (scene / "link.yaml").symlink_to(outside / "x.yaml")
    (scene / "linked").symlink_to(outside)
    (scene / "loop").symlink_to(scene / "loop")
    quoted = written.replace("\\", "\\\\")
    loaded = load(tmp_path, SCENE + f'include: ["{quoted}"]\n')
    assert {item.code for item in loaded.diagnostics} & {"FS071", "FS074"}
    assert loaded.scenario is None or "stolen" not in loaded.scenario.moments
    for diagnostic in loaded.diagnostics:
        check_shown(diagnostic)


def test_an_included_file_cannot_lead_out_either(tmp_path: Path) -> None:
    for written in INCLUDES:
        part = f'format: 1\nmoments: {{}}\ninclude: ["{written.replace(chr(92), chr(92) * 2)}"]\n'
        scene = write(tmp_path, {"scenario.yaml": SCENE + "include: parts/a.yaml\n", "parts/a.yaml": part})
        found = {item.code for item in load_folder(scene, "en", rubric()).diagnostics}
        assert found & {"FS071", "FS074"}, written


def test_files_that_include_each_other_end(tmp_path: Path) -> None:
    part = "format: 1\nmoments: {{}}\ninclude: [{0}]\n"
    files = {"a.yaml": part.format("b.yaml"), "b.yaml": part.format("a.yaml")}
    scene = write(tmp_path, {"scenario.yaml": SCENE + "include: [a.yaml]\n", **files})
    assert [item.code for item in load_folder(scene, "en", rubric()).diagnostics] == ["FS072"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    scene = write(tmp_path, {"scenario.yaml": SCENE + "include: [pipe]\n"})
    os.mkfifo(scene / "pipe")
    assert [item.code for item in load_folder(scene, "en", rubric()).diagnostics] == ["FS074"]


def test_a_scene_that_is_a_folder_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "scene" / "scenario.yaml").mkdir(parents=True)
    with pytest.raises(FileTrouble, match="is a folder"):
        load_folder(tmp_path / "scene", "en", rubric())


def test_the_memory_stays_bounded(tmp_path: Path) -> None:
    scene = write(tmp_path, {"scenario.yaml": "a: [" + "{a: b}," * 40_000 + "]"})
    tracemalloc.start()
    load_folder(scene, "en", rubric())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 200_000_000


def test_a_wall_of_mistakes_is_cut(tmp_path: Path) -> None:
    text = SCENE.replace("  bye:\n", "".join(f"  m{n}: {{then: n{n}}}\n" for n in range(5_000)) + "  bye:\n")
    assert len(_read(tmp_path, text)) <= 2 * Diagnostics.limit


def test_warnings_do_not_hide_an_error(tmp_path: Path) -> None:
    lost = "".join(f"  m{n}:\n    cue: Here.\n    then: bye\n" for n in range(600))
    scene = SCENE.replace("  bye:\n", lost + "  bye:\n").replace("age: 40", "age: 4000")
    diagnostics = _read(tmp_path, scene, fr=OVERLAY)
    assert diagnostics.failed
    assert "FS026" in {item.code for item in diagnostics}


@pytest.mark.parametrize(
    "written",
    ["CON", "nul.yaml", "parts/aux.yaml", "COM1", "Lpt9.txt", "prn", "x:y", "x.", "x ", "~/x", "a\\b"],
)
def test_a_name_that_opens_something_else_on_another_system_is_refused(written: str, tmp_path: Path) -> None:
    assert inside(tmp_path, tmp_path, written) is None
    assert (
        inside(tmp_path, tmp_path, "parts/closing 2.fr.yaml")
        == tmp_path.resolve() / "parts/closing 2.fr.yaml"
    )
