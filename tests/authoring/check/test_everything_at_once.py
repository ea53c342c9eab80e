"""A scene with as many flaws as fit into one, in both languages: each is told, at its line, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from game.authoring.check.folder import check_folder
from tests.loading.desk import check_shown, rubric

FAULTY = Path(__file__).parent / "faulty"
_CODES = re.compile(r"# ((?:FS\d{3} ?)+)$")


def deserved() -> set[tuple[str, int, str]]:
    """File, line and code, as the files' own comments say."""
    return {
        (file.name, number, code)
        for file in FAULTY.glob("*.yaml")
        for number, line in enumerate(file.read_text("utf-8").split("\n"), 1)
        for codes in _CODES.findall(line)
        for code in codes.split()
    }


def test_every_flaw_is_told_at_its_line_and_nothing_else_is() -> None:
    diagnostics = check_folder(FAULTY, rubric())
    for one in diagnostics:
        check_shown(one)
    places = {(Path(one.place.file).name, one.place.line, one.code) for one in diagnostics}
    assert places == deserved()


def test_there_are_more_than_forty_of_them() -> None:
    assert len({code for _, _, code in deserved()}) > 40
