"""`first-session explore` as a teacher calls it: what it tells, how it ends, and what it keeps."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from game import cli
from game.authoring.explore.explore import explore
from game.commands import explore as home
from game.launch import data_folder
from tests.engine.table import BYE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.authoring.explore.exploration import Exploration
    from game.authoring.explore.walk import Walk
    from game.engine.scene import Scene

HEAD = (
    "format: 1\nid: t\nlanguage: en\ntitle: Tea\nsetting: gp\nlevel: beginner\nminutes: 5\nbrief: B\n"
    "patient: {name: Ada, age: 40, guardedness: 50, trust: 50, secrets: {s: {text: S, needs: trust >= 60}}}\n"
    "start: a\nturning_points:\n  flood: {when: trust >= 99, to: bye}\nmoments:\n"
)
SOUND = """
  a:
    choices:
      on: {say: A, technique: open_question, then: b, effects: {trust: 20}}
      flow: {say: A, technique: open_question, then: b, effects: {trust: 60}}
      out: {say: B, technique: summary, then: bye}
  b:
    choices:
      tell: {say: C, technique: summary, then: bye, confides: s}
"""
FLAWED = """
  a:
    choices:
      more: {say: A, technique: validation, then: a, effects: {trust: -30}}
      never: {say: B, technique: summary, then: far, when: trust >= 70}
      tell: {say: C, technique: summary, then: stop, confides: s}
      end: {say: D, technique: summary, then: bye}
  far:
    choices:
      back: {say: E, technique: summary, then: a}
  stop:
    choices:
      only: {say: F, technique: summary, then: bye, when: trust >= 50}
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh cache for what is kept."""
    folder = tmp_path / "cache"
    monkeypatch.setattr("game.commands.workbench.cache_folder", lambda: folder)
    return folder


def written(folder: Path, moments: str) -> Path:
    scene = folder / "mes scènes" / "t"
    scene.mkdir(parents=True, exist_ok=True)
    (scene / "scenario.yaml").write_text(HEAD + moments + BYE, encoding="utf-8")
    return scene


def told(*words: object) -> tuple[int, str]:
    """The exit code of the command, and what it wrote; nothing went to standard error."""
    done = CliRunner().invoke(cli.command, ["explore", *map(str, words)], env={"COLUMNS": "100"})
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert done.stderr == ""
    return done.exit_code, done.stdout


def test_a_sound_scene_ends_with_zero(tmp_path: Path, cache: Path) -> None:
    code, text = told(written(tmp_path, SOUND), "--lang", "en")
    assert code == 0
    assert "Every session that can be played was walked" in text
    assert "Replies         4 of 4" in text
    assert "No secret is confided too early" in text
    assert "  s\n    on → tell\n" in text
    assert "What cannot be" not in text


def test_a_flawed_scene_ends_with_one_and_tells_why(tmp_path: Path, cache: Path) -> None:
    code, text = told(written(tmp_path, FLAWED), "--lang", "en")
    assert code == 1
    assert "a.never: trust >= 70 never holds there: guard" in text
    assert "far: what leads there is never taken: a.never" in text
    assert "far.back" not in text
    assert "flood: trust >= 99 never holds after a reply" in text
    assert "No reply is left in these moments\n  stop\n    more → tell\n" in text
    assert "A secret is confided before what it needs holds\n  a.tell\n    tell\n" in text
    assert "Empathy rises each time, without end, through a" in text


def test_paths_tell_a_road_to_every_moment_and_reply(tmp_path: Path, cache: Path) -> None:
    scene = written(tmp_path, SOUND)
    short, whole = told(scene, "--lang", "en")[1], told(scene, "--lang", "en", "--paths")[1]
    assert "add --paths" in short
    assert "A shortest road to each reply" not in short
    assert "  b.tell\n    on → tell\n" in whole
    assert "  b\n    on\n" in whole


def test_json_holds_everything(tmp_path: Path, cache: Path) -> None:
    scene = written(tmp_path, SOUND)
    code, text = told(scene, "--json")
    record = json.loads(text)
    assert (code, record["exhaustive"], record["choices"]["b.tell"]) == (0, True, ["on", "tell"])


def test_it_speaks_french(tmp_path: Path, cache: Path) -> None:
    code, text = told(written(tmp_path, FLAWED), "--lang", "fr", "--paths")
    assert code == 1
    assert "Toutes les séances jouables ont été parcourues" in text
    assert "n’y est jamais vrai\u202f: garde" in text


def test_what_was_proved_is_kept_until_the_scene_changes(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walks: list[str] = []

    def counted(scene: Scene, memory: int, tell: Callable[[Walk], bool]) -> Exploration:
        walks.append(scene.scenario.digest)
        return explore(scene, memory, tell)

    monkeypatch.setattr("game.authoring.explore.explore.explore", counted)
    scene = written(tmp_path, SOUND)
    first = told(scene, "--lang", "en")
    assert told(scene, "--lang", "en") == first
    assert len(walks) == 1
    written(tmp_path, FLAWED)
    told(scene)
    assert len(set(walks)) == 2


def test_a_scene_with_too_many_states_is_told_as_not_exhaustive(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home, "_PROGRAM", (128 << 20) - 2_000)
    code, text = told(written(tmp_path, FLAWED), "--lang", "en", "--memory", "128MiB")
    assert code == 1
    assert "NOT EXHAUSTIVE: the walk needs more memory than 128 MiB." in text
    assert "What cannot be" not in text
    assert [file.name for file in cache.iterdir()] == ["rubric.compiled"]


def test_a_stopped_walk_tells_what_it_saw(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopping(self: home.Progress, walk: Walk) -> bool:
        if walk.states:
            signal.raise_signal(signal.SIGINT)
        return not self.stopped

    monkeypatch.setattr(home.Progress, "tell", stopping)
    before = signal.getsignal(signal.SIGINT)
    code, text = told(written(tmp_path, SOUND), "--lang", "en")
    assert signal.getsignal(signal.SIGINT) is before
    assert code == 1
    assert "NOT EXHAUSTIVE: the walk was stopped." in text
    assert "What was not seen: Endings" in text
    assert [file.name for file in cache.iterdir()] == ["rubric.compiled"]


def test_the_bar_comes_after_a_second_and_goes_again(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 0.9, 1.2, 1.25, 1.4])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)

    class Half:
        tables = ("a", "b")
        states, transitions = 12_345, 67

    progress = home.Progress(4, str)
    shown = []
    for _ in range(4):
        assert progress.tell(Half())  # type: ignore[arg-type]
        shown.append(capsys.readouterr().err)
    assert shown[0] == shown[2] == ""
    assert "[############------------] 12 345 states, 67 transitions" in shown[1]
    progress.clear()
    assert capsys.readouterr().err.strip() == ""


@pytest.mark.parametrize("size", ["12", "-1", "much", "1.5XiB", "", "2 GiB of it", "127MiB"])
def test_what_is_no_memory_is_refused(size: str) -> None:
    done = CliRunner().invoke(cli.command, ["explore", "lea", f"--memory={size}"])
    assert done.exit_code == 2
    assert "128MiB" in done.stderr


def test_an_unknown_scene_ends_with_two() -> None:
    done = CliRunner().invoke(cli.command, ["explore", "nowhere", "--lang", "en"])
    assert (done.exit_code, done.stderr) == (2, "There is no scene named nowhere.\n")


def test_a_scene_with_mistakes_ends_with_one(tmp_path: Path) -> None:
    scene = written(tmp_path, SOUND.replace("open_question", "opne_question"))
    done = CliRunner().invoke(cli.command, ["explore", str(scene), "--lang", "en"])
    assert done.exit_code == 1
    assert 'did you mean "open_question"?' in done.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_over_a_closed_pipe_there_is_no_traceback(tmp_path: Path, encoding: str) -> None:
    words = [sys.executable, "-m", "game", "explore", "premiers_pas", "--lang", "fr", "--paths"]
    env = {
        **os.environ,
        "PYTHONPATH": str(data_folder("scenarios").parent),
        "PYTHONIOENCODING": encoding,
        "XDG_CACHE_HOME": str(tmp_path),
    }
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert b"Premiers pas" in process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_help_has_an_example() -> None:
    done = CliRunner().invoke(cli.command, ["explore", "--help"])
    assert "Example: first-session explore" in done.stdout
