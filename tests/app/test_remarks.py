"""What the checker says beside a preview: it comes after the frame, and again after each save."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from game.app.intents import ReadAgain
from game.app.preview.remarks import Remarks
from game.app.preview.source import Source
from game.model.diagnostics import ERROR, WARNING, Diagnostic, Place
from game.model.trouble import FileTrouble
from tests.app.drafts import SCENE, Draft
from tests.loading import desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PLACE = Place("scenario.yaml", 1, 1)
WARNED = Diagnostic("FS199", WARNING, "The warning.", PLACE)
WRONG = Diagnostic("FS198", ERROR, "The error.", PLACE)


class Checker:
    """Says what it is told to say, or fails with it."""

    def __init__(self) -> None:
        self.says: tuple[Diagnostic, ...] | FileTrouble = (WARNED, WRONG)
        self.calls = 0
        self.remarks = Remarks(self._check)

    def _check(self) -> tuple[Diagnostic, ...]:
        self.calls += 1
        if isinstance(self.says, FileTrouble):
            raise self.says
        return self.says


@pytest.fixture
def checker() -> Iterator[Checker]:
    checker = Checker()
    yield checker
    checker.remarks.close()


def eventually(happens: Callable[[], bool]) -> bool:
    until = time.perf_counter() + 20
    while time.perf_counter() < until:
        if happens():
            return True
        time.sleep(0.01)
    return False


def test_they_are_in_the_bar_once_they_have_come_errors_first(tmp_path: Path, checker: Checker) -> None:
    shown = Draft(tmp_path).preview(remarks=checker.remarks)
    assert (shown.bar.remarks, shown.remarked()) == ("", False)
    checker.remarks.start()
    assert eventually(shown.remarked)
    assert not shown.remarked()
    assert shown.bar.remarks == "Remarks: 2"
    assert [remark.message for remark in shown.remarks] == ["The error.", "The warning."]


def test_each_save_asks_for_them_again(tmp_path: Path, checker: Checker) -> None:
    draft = Draft(tmp_path)
    shown = draft.preview(remarks=checker.remarks)
    checker.remarks.start()
    assert eventually(shown.remarked)
    checker.says = (WARNED,)
    draft.save(SCENE + "# another\n")
    shown.handle(ReadAgain())
    assert eventually(shown.remarked)
    assert shown.bar.remarks == "Remarks: 1"


def test_a_folder_that_went_away_leaves_the_last_ones_until_the_next_save(
    tmp_path: Path, checker: Checker
) -> None:
    shown = Draft(tmp_path).preview(remarks=checker.remarks)
    checker.remarks.start()
    assert eventually(shown.remarked)
    checker.says = FileTrouble("The file {path} does not exist.", path="scenario.yaml")
    shown.handle(ReadAgain())
    assert eventually(lambda: checker.calls == 2)
    assert shown.bar.remarks == "Remarks: 2"
    checker.says = ()
    shown.handle(ReadAgain())
    assert eventually(shown.remarked)
    assert (shown.bar.remarks, shown.remarks) == ("", ())


def test_the_thread_ends_when_the_window_closes(checker: Checker) -> None:
    checker.remarks.start()
    checker.remarks.close()
    assert "remarks" not in {thread.name for thread in threading.enumerate()}


def test_the_checker_says_what_the_reader_says_and_more(tmp_path: Path) -> None:
    lost = SCENE.replace("  aside:\n", "  lost:\n    patient: Unheard.\n    then: bye\n  aside:\n")
    draft = Draft(tmp_path, lost)
    said = Source(draft.folder, desk.RUBRIC_FILE).check()
    assert {one.message for one in draft.preview().reading.mistakes} <= {one.message for one in said}
    assert len(said) > 1
