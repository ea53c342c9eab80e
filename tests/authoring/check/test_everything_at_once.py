"""Scenes with as many mistakes, or flaws, as fit into one: each is told, at its line, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.authoring.check.folder import check_folder
from tests.loading.desk import check_shown, rubric

HERE = Path(__file__).parent
"""`faulty` can be played, and has a flaw nearly everywhere; the reader refuses `mistaken`."""

_CODES = re.compile(r"# ((?:FS\d{3} ?)+)$")


def deserved(folder: Path) -> set[tuple[str, int, str]]:
    """File, line and code, as the files' own comments say."""
    return {
        (file.name, number, code)
        for file in folder.glob("*.yaml")
        for number, line in enumerate(file.read_text("utf-8").split("\n"), 1)
        for codes in _CODES.findall(line)
        for code in codes.split()
    }


@pytest.mark.parametrize(("name", "different"), [("faulty", 49), ("mistaken", 24)])
def test_everything_is_told_at_its_line_and_nothing_else_is(name: str, different: int) -> None:
    diagnostics = check_folder(HERE / name, rubric())
    for one in diagnostics:
        check_shown(one)
    places = {(Path(one.place.file).name, one.place.line, one.code) for one in diagnostics}
    assert places == deserved(HERE / name)
    assert len({code for _, _, code in places}) >= different
