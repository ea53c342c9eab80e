"""Annotations of a workflow, taken apart again as the workflow does."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from game.authoring.report.annotations import annotated
from game.authoring.report.outcome import Checked
from tests.authoring.report.findings import ENGLISH, FRENCH, failed, mistake, warning


class Annotation(NamedTuple):
    kind: str
    about: dict[str, str]
    message: str


def heard(line: str) -> Annotation:
    """One line as the workflow's runner understands it: `::kind name=value,name=value::message`."""
    found = re.fullmatch(r"::(\w+)(?: ([^:]*))?::(.*)", line)
    assert found is not None
    kind, about, message = found.groups()
    pairs = (pair.split("=", 1) for pair in (about or "").split(",") if pair)
    decoded = {name: _decoded(value).replace("%3A", ":").replace("%2C", ",") for name, value in pairs}
    return Annotation(kind, {k: v.replace("%25", "%") for k, v in decoded.items()}, _whole(message))


def _decoded(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n")


def _whole(text: str) -> str:
    return _decoded(text).replace("%25", "%")


def told(*found: object, root: Path | None = None) -> list[Annotation]:
    checked = Checked("léa", found)  # type: ignore[arg-type]
    return [heard(line) for line in annotated(checked, root or Path.cwd(), ENGLISH).splitlines()]


def test_a_mistake_stands_beside_its_line() -> None:
    first, second = told(mistake(), warning())
    assert first.kind == "error"
    assert first.about == {"file": "léa/scenario.yaml", "line": "3", "col": "7", "title": "error[FS024]"}
    assert first.message == 'léa/scenario.yaml:3:7: unknown mood "happi"\ndid you mean "happy"?'
    assert (second.kind, second.message) == ("warning", "léa/scenario.yaml:9:7: too happi")


@pytest.mark.parametrize("name", ["50 %, a: b", "%0A%3A", "a,b=c", "x::y"])
def test_signs_with_a_meaning_arrive_as_they_were(name: str) -> None:
    (one,) = told(mistake(file=f"{name}/scenario.yaml", values={"key": "k", "word": name, "near": name}))
    assert one.about["file"] == f"{name}/scenario.yaml"
    assert one.message.endswith(f'unknown k "{name}"\ndid you mean "{name}"?')


def test_a_scene_cannot_speak_to_the_workflow() -> None:
    values = {"key": "\n::add-mask::x", "word": "\r\n::error::y", "near": "::stop-commands::z"}
    bad = mistake(file="\n::error::/scenario.yaml", values=values, text="::stop-commands::now")
    lines = annotated(Checked("léa", (bad,)), Path.cwd(), ENGLISH).splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("::error file=")
    assert "stop-commands::now" not in lines[0]


def test_a_file_is_told_from_the_repository(tmp_path: Path) -> None:
    inside = told(mistake(file=str(tmp_path / "scènes" / "a.yaml")), root=tmp_path)
    assert inside[0].about["file"] == "scènes/a.yaml"
    outside = told(mistake(file=str(tmp_path / "a.yaml")), root=tmp_path / "other")
    assert outside[0].about["file"] == str(tmp_path / "a.yaml")


def test_a_relative_file_is_told_from_the_repository_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "scenes").mkdir()
    monkeypatch.chdir(tmp_path / "scenes")
    (one,) = told(mistake(file=os.path.join("léa", "a.yaml")), root=tmp_path)
    assert one.about["file"] == "scenes/léa/a.yaml"


def test_what_could_not_be_checked_is_an_error_of_the_whole() -> None:
    line = annotated(failed().checked[0], Path.cwd(), ENGLISH)
    assert heard(line.rstrip("\n")) == Annotation("error", {}, "no\\u001bwhere does not exist.")


def test_the_severity_is_told_in_the_authors_language() -> None:
    line = annotated(Checked("léa", (warning(),)), Path.cwd(), FRENCH)
    assert "title=avertissement[FS054]::" in line
    assert line.startswith("::warning ")
