"""A mistake of the game: one sentence, a report with nothing private in it, and the session goes on."""

from __future__ import annotations

import errno
import re
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from game.app.incident import FOLDER, MOST, recorded, report
from game.attempts.journal import Journal
from game.attempts.rescue import open_store
from tests.faults.broken import NICKNAME, REPLIES, SECRET
from tests.faults.talk import ROOT, environment

if TYPE_CHECKING:
    from pathlib import Path

TOLD = "Le jeu a commis une erreur."
WHERE = re.compile(r"se trouve dans (\S+\.txt)")
UNSEEN = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}


def play(case: str, home: Path, said: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.faults.broken", case, str(home / "données")],
        cwd=ROOT,
        env=environment(home, **UNSEEN),
        input=said,
        capture_output=True,
        text=True,
        check=False,
    )


def the_report(home: Path) -> str:
    (path,) = (home / "données" / FOLDER).iterdir()
    return path.read_text("utf-8")


def assert_nothing_private(text: str, home: Path) -> None:
    """No word of the player, of the scene's people, or of this computer's folders; only places and names."""
    words = {
        NICKNAME,
        SECRET,
        "Zébulon",
        "Sylvain",
        "Kerbrat",
        "premiers_pas",
        str(home),
        home.name,
        str(ROOT),
    }
    assert not [word for word in words if word in text]
    assert "/" + "home" not in text
    for line in text.splitlines():
        assert re.fullmatch(
            r"|First Session / Première séance: .*|time: [\dTZ:-]+|[\w-]+: [\w.()+ -]*|mistake:|before that:"
            r"|  \(\d+ places more\)|  \(elsewhere\):\d+ in \(elsewhere\)"
            r"|  (game|tests|python|[\w.-]+)(/[\w.-]+)*\.py:\d+ in [\w.<>]+|  [\w.]+(: \w+)?",
            line,
        ), line


def steps(home: Path) -> list[str]:
    with closing(open_store(home / "données", "damaged").store) as store:
        (kept,) = store.attempts(NICKNAME)
        return [step.value for step in store.steps(kept.heading.id) if step.kind == "choice"]


def test_in_text_mode_it_is_told_and_the_session_goes_on_from_where_it_was(tmp_path: Path) -> None:
    done = play("text", tmp_path, "1\n\n1\n2\n\nr\n1\nc\nr\nq\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count(TOLD) == 1
    before, after = done.stdout.split(TOLD)
    assert "1. " in after
    replies = [re.findall(r"^\d\. «.*", part, re.MULTILINE)[-3:] for part in (before, after)]
    assert replies[0] == replies[1]
    found = WHERE.search(done.stdout)
    assert found is not None
    assert found[1].startswith(str(tmp_path))
    assert len(steps(tmp_path)) == REPLIES
    text = the_report(tmp_path)
    assert_nothing_private(text, tmp_path)
    assert "  game/app/controller.py:" in text
    assert "  builtins.KeyError\n" in text


@pytest.mark.parametrize("case", ["library", "command"])
def test_where_nothing_can_go_on_it_ends_with_a_sentence_and_seventy(tmp_path: Path, case: str) -> None:
    done = play(case, tmp_path)
    assert done.returncode == 70
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith(TOLD)
    text = the_report(tmp_path)
    assert_nothing_private(text, tmp_path)
    assert text.index("builtins.ValueError") < text.index("before that:") < text.index("builtins.KeyError")


@pytest.mark.parametrize("case", ["reply", "part"])
def test_in_the_window_a_dialog_tells_it_and_the_session_goes_on_from_the_library(
    tmp_path: Path, case: str
) -> None:
    done = play(case, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    before, dialog, after = done.stdout.strip().splitlines()
    assert before == after
    assert TOLD in dialog
    assert str(tmp_path) in dialog
    assert len(steps(tmp_path)) == REPLIES
    assert_nothing_private(the_report(tmp_path), tmp_path)
    assert (tmp_path / "told.png").exists()


def test_a_mistake_in_a_thread_is_reported_and_stops_nothing(tmp_path: Path) -> None:
    done = play("thread", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "dialogs 0\n", "")
    assert_nothing_private(the_report(tmp_path), tmp_path)


def raised(error: BaseException) -> BaseException:
    """The mistake, as if it had come up in the middle of the game."""

    class Odd:
        def __getattr__(self, _name: str) -> object:
            raise error

    with pytest.raises(type(error)) as caught:
        Journal.learner.fget(Odd())  # type: ignore[attr-defined]
    return caught.value


def test_what_the_system_or_the_program_itself_names_may_be_said() -> None:
    assert last_line(OSError(errno.ENOSPC, SECRET, SECRET)) == "  builtins.OSError: ENOSPC"
    assert last_line(AttributeError(SECRET, name="_learner")) == "  builtins.AttributeError: _learner"
    assert last_line(AttributeError(SECRET, name=SECRET)) == "  builtins.AttributeError"
    assert last_line(ValueError(SECRET)) == "  builtins.ValueError"


def last_line(error: BaseException) -> str:
    found = report(raised(error))
    assert "game/attempts/journal.py:" in found
    assert SECRET not in found
    return found.splitlines()[-1]


def test_a_long_way_down_is_cut_in_the_middle() -> None:
    def down() -> None:
        down()

    with pytest.raises(RecursionError) as caught:
        down()
    text = report(caught.value)
    assert "places more)" in text
    assert len(text) < 10_000


def test_only_the_latest_reports_are_kept(tmp_path: Path) -> None:
    for _ in range(MOST + 5):
        told = recorded(raised(ValueError(SECRET)), tmp_path, str)
    found = sorted((tmp_path / FOLDER).iterdir())
    assert len(found) == MOST
    assert max(path.stat().st_size for path in found) < 10_000
    assert any(str(path) in told for path in found)


def test_where_no_report_can_be_written_that_is_told(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("in the way")
    assert recorded(raised(ValueError(SECRET)), tmp_path, str).endswith("No report of it could be written.")
