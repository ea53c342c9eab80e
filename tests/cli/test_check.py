"""`first-session check`: what it looks at, what it says, and how it ends."""

from __future__ import annotations

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from game import cli
from game.authoring.explore.explore import explore
from game.authoring.explore.kept import keep
from game.commands import check as check_module
from game.engine.scene import Scene
from game.launch import data_folder

if TYPE_CHECKING:
    from game.authoring.explore.exploration import Exploration

SHIPPED = data_folder("scenarios")
SCENE = data_folder("assets") / "pages" / "scene"
GOOD = (SCENE / "scenario.yaml").read_text("utf-8")
TECHNIQUE = "technique: open_question"
BAD = GOOD.replace(TECHNIQUE, "technique: opne_question", 1)
LINE = BAD[: BAD.index("opne_question")].count("\n") + 1
CLEAN = "1 scene checked: nothing to mend.\n"


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the author stands: a folder of scenes with one that is right and one that is not."""
    shelf = tmp_path / "Mes scènes"
    shutil.copytree(SCENE, shelf / "scene")
    (shelf / "rate").mkdir()
    (shelf / "rate" / "scenario.yaml").write_text(BAD.replace("id: scene", "id: rate"), "utf-8")
    monkeypatch.chdir(tmp_path)
    return Path("Mes scènes")


def check(*words: object, lang: str = "en", **environment: str) -> tuple[int, str, str]:
    """The exit code, and what was said on standard output and error."""
    done = CliRunner().invoke(cli.command, ["check", "--lang", lang, *map(str, words)], env=environment)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.stdout, done.stderr


def started(*words: object, **options: object) -> subprocess.Popen[bytes]:
    """The command as a process of its own, which `with` waits for."""
    environment = {**os.environ, "PYTHONPATH": str(SHIPPED.parent), "PYTHONUTF8": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "game", "check", "--lang", "en", *map(str, words)],
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": environment, **options},  # type: ignore[call-overload, misc]
    )


# -- what it looks at, and how it ends


def test_without_a_path_every_scene_of_the_game_is_checked() -> None:
    told = json.loads(check("--json")[1])
    scenes = sorted(file.parent.name for file in SHIPPED.glob("*/scenario.yaml"))
    assert [Path(scene["path"]).name for scene in told["scenes"]] == scenes


def test_a_mistake_ends_with_one_and_is_shown_at_its_line(shelf: Path) -> None:
    code, said, complained = check(shelf / "rate")
    assert (code, complained) == (1, "")
    assert said.startswith(f"{shelf / 'rate' / 'scenario.yaml'}:{LINE}:")
    assert 'error[FS024]: unknown technique "opne_question"' in said
    assert '    = did you mean "open_question"?\n' in said
    assert said.endswith("1 error. To see one explained: first-session explain FS024\n")


def test_a_folder_of_scenes_means_all_of_them(shelf: Path) -> None:
    code, said, _ = check(shelf, "--json")
    told = json.loads(said)
    assert code == 1
    assert [scene["path"] for scene in told["scenes"]] == [str(shelf / "rate"), str(shelf / "scene")]
    assert (told["clean"], told["errors"]) == (False, 1)


def test_a_scene_is_checked_once_however_often_it_is_named(shelf: Path) -> None:
    scene = shelf / "scene"
    assert check(scene, scene / "scenario.yaml", shelf.absolute() / "scene") == (0, CLEAN, "")


def test_a_scene_of_the_game_goes_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, said, _ = check("lea", "--json")
    assert code == 0
    assert json.loads(said)["scenes"][0]["path"] == str(SHIPPED / "lea")


def test_a_folder_of_that_name_comes_before_the_games_own(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(shelf / "rate", "lea")
    assert "FS048" in check("lea")[1]


def test_a_warning_counts_where_it_is_asked_to(shelf: Path) -> None:
    scene = shelf / "scene"
    overlay = (scene / "fr.yaml").read_text("utf-8")
    (scene / "fr.yaml").write_text(overlay.replace("    cue: Elle garde son manteau.\n", ""), "utf-8")
    code, said, _ = check(scene)
    assert code == 0
    assert "warning[FS054]" in said
    assert "\n1 warning. " in said
    assert check(scene, "--strict") == (1, said, "")


def test_a_path_that_is_not_there_is_one_sentence_and_two_but_the_others_are_checked(shelf: Path) -> None:
    assert check("nowhere", shelf / "scene") == (2, CLEAN, "nowhere does not exist.\n")
    code, said, complained = check(shelf / "rate", "nowhere")
    assert (code, complained) == (2, "nowhere does not exist.\n")
    assert "error[FS024]" in said


def test_a_folder_without_a_scene_is_one_sentence_and_two(tmp_path: Path) -> None:
    sentence = f"There is no scene in {tmp_path}: a scene is a folder with a scenario.yaml.\n"
    assert check(tmp_path) == (2, "", sentence)


def test_a_path_that_is_not_there_in_french(tmp_path: Path) -> None:
    assert check("nulle part", lang="fr") == (2, "", "nulle part n’existe pas.\n")


def test_mistakes_of_the_rubric_are_told_once(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Path("jeu")
    own.mkdir()
    (own / "rubric.yaml").write_text("format: one\n", "utf-8")
    monkeypatch.setattr("game.commands.workbench.data_folder", lambda _: own.absolute())
    code, said, complained = check(shelf)
    assert (code, complained) == (1, "")
    assert said.count(f"{own.absolute() / 'rubric.yaml'}:1:9: error[FS025]") == 1
    (own / "rubric.yaml").unlink()
    code, said, complained = check(shelf)
    assert (code, said) == (2, "")
    assert complained.count("\n") == 1


def test_an_included_file_is_named_from_where_its_author_stands(shelf: Path) -> None:
    (shelf / "shared").mkdir()
    (shelf / "shared" / "more.yaml").write_text(
        "format: 1\nmoments: {extra: {patient: Hm., nod: 1}}\n", "utf-8"
    )
    with (shelf / "rate" / "scenario.yaml").open("a", encoding="utf-8") as file:
        file.write("include: ../shared/more.yaml\n")
    assert f"\n{shelf / 'shared' / 'more.yaml'}:2:" in f"\n{check(shelf / 'rate')[1]}"


def test_what_was_proved_of_a_scene_and_kept_counts_until_it_is_edited(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.commands.workbench.cache_folder", lambda: Path("cache").absolute())
    workbench = check_module.Workbench("en")
    scene = shelf / "scene"
    played = Scene(workbench.scenario(str(scene)), workbench.rubric)
    proved = explore(played)
    keep(workbench.cache, played, proved)
    given: list[Exploration | None] = []
    monkeypatch.setattr(
        "game.authoring.check.folder.check_folder", lambda *asked: given.append(asked[2]) or ()
    )
    assert check(scene) == (0, CLEAN, "")
    (scene / "scenario.yaml").write_text(GOOD + "# edited\n", "utf-8")
    assert check(scene) == (0, CLEAN, "")
    (scene / "scenario.yaml").write_text(BAD, "utf-8")
    assert check(scene) == (0, CLEAN, "")
    assert given[0] is not None
    assert given == [proved, None, None]


# -- in which form


def test_french_is_spoken_as_french(shelf: Path) -> None:
    code, said, _ = check(shelf / "rate", lang="fr")
    assert code == 1
    assert "erreur[FS024]" in said
    assert "1 erreur. Pour une explication\u202f: first-session explain FS024\n" in said


def test_json_is_one_object_even_where_nothing_can_be_checked() -> None:
    code, said, complained = check("nowhere", "--json")
    told = json.loads(said)
    assert (code, complained) == (2, "")
    assert told["failures"] == [{"path": "nowhere", "message": "nowhere does not exist."}]


def test_sarif_names_files_from_the_repository(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(Path.cwd()))
    monkeypatch.chdir(shelf)
    code, said, _ = check("rate", "--sarif")
    (run,) = json.loads(said)["runs"]
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert code == 1
    assert place["artifactLocation"]["uri"] == "Mes%20sc%C3%A8nes/rate/scenario.yaml"
    assert place["region"]["startLine"] == LINE


def test_annotations_on_request_and_within_a_workflow(shelf: Path) -> None:
    asked = check(shelf / "rate", "--github")
    assert asked[1].startswith(f"::error file=Mes scènes/rate/scenario.yaml,line={LINE},col=")
    assert check(shelf / "rate", GITHUB_ACTIONS="true") == asked
    assert check(shelf / "rate", "--json", GITHUB_ACTIONS="true")[1].startswith("{")


def test_colour_only_where_it_is_wanted(shelf: Path) -> None:
    assert "\x1b[" not in check(shelf / "rate")[1]
    assert "\x1b[1;31merror[FS024]\x1b[0m" in check(shelf / "rate", FORCE_COLOR="1")[1]
    assert "\x1b[" not in check(shelf / "rate", FORCE_COLOR="0")[1]
    assert "\x1b[" not in check(shelf / "rate", FORCE_COLOR="1", NO_COLOR="1")[1]
    assert "\x1b[" not in check(shelf / "rate", "--json", FORCE_COLOR="1")[1]
    assert "\x1b[" not in check(shelf / "rate", "--github", FORCE_COLOR="1")[1]


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of our own")
@pytest.mark.parametrize(("term", "coloured"), [("xterm", True), ("dumb", False)])
def test_colour_in_a_terminal(
    shelf: Path, term: str, coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pty

    monkeypatch.setenv("TERM", term)
    ours, theirs = pty.openpty()
    said = b""
    with started(shelf / "rate", stdout=theirs):
        os.close(theirs)
        try:
            while part := os.read(ours, 4096):
                said += part
        except OSError:  # the terminal was closed
            pass
    os.close(ours)
    assert (b"\x1b[1;31merror[FS024]\x1b[0m" in said) == coloured
    assert b"error[FS024]" in said


def test_where_letters_are_missing_they_are_replaced(shelf: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(SHIPPED.parent), "PYTHONIOENCODING": "cp1252"}
    with started(shelf / "rate", "--lang", "fr", env=environment) as process:
        said, complained = process.communicate()
    assert "Mes scènes".encode("cp1252") in said
    assert b"Pour une explication?: first-session" in said
    assert complained == b""
    with started(shelf / "rate", "--json", env=environment) as process:
        said, _ = process.communicate()
    assert "Mes scènes" in said.decode("utf-8")


@pytest.mark.parametrize("form", ["", "--json"])
def test_a_closed_pipe_is_no_traceback(shelf: Path, form: str) -> None:
    with started(*([form] if form else []), shelf) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complained = process.stderr.read()
    assert process.returncode == 2
    assert complained == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write to")
def test_a_full_disk_is_one_sentence_and_two(shelf: Path) -> None:
    with Path("/dev/full").open("wb") as full, started(shelf, "--json", stdout=full) as process:
        _, complained = process.communicate()
    assert process.returncode == 2
    assert complained.startswith(b"The output cannot be written: ")
    assert complained.count(b"\n") == 1


def test_the_help_has_examples_and_exit_codes() -> None:
    done = CliRunner().invoke(cli.command, ["check", "--help"])
    assert "Example: first-session check scenarios/lea" in done.stdout
    assert "Ends with 0 where nothing has to be mended" in done.stdout


# -- watching


class Listener:
    """A check that watches; `hears` waits until it says something that was not heard before."""

    def __init__(self, *words: object) -> None:
        own_group = {"start_new_session": True} if os.name != "nt" else {}
        # a shell's background job hands on that interrupts are ignored; whoever watches can interrupt
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            self.process = started("--watch", *words, stderr=subprocess.STDOUT, **own_group)
        finally:
            signal.signal(signal.SIGINT, before)
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self.heard = ""
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.decode("utf-8"))
        self._lines.put(None)

    def hears(self, text: str, seconds: float = 60.0) -> str:
        """All lines up to the one with that text."""
        said = []
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            try:
                line = self._lines.get(timeout=0.1)
            except queue.Empty:
                continue
            if line is None:
                break
            self.heard += line
            said.append(line)
            if text in line:
                return "".join(said)
        raise AssertionError(f"{text!r} was not said, but:\n{self.heard}")

    def interrupted(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(30)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._thread.join()
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.mark.skipif(os.name == "nt", reason="an interrupt from a keyboard")
def test_a_save_is_checked_again_until_an_interrupt(shelf: Path) -> None:
    scene = shelf / "scene"
    listener = Listener(scene)
    try:
        listener.hears(CLEAN)
        listener.hears("Waiting for the next save. Ctrl+C ends.")
        (scene / "scenario.yaml").write_text(BAD, "utf-8")
        assert "=====" in listener.hears("error[FS024]")
        listener.hears("Waiting")
        scene.rename(shelf / "elsewhere")
        listener.hears(f"{scene} does not exist.")
        listener.hears("Waiting")
        (shelf / "elsewhere" / "scenario.yaml").write_text(GOOD, "utf-8")
        (shelf / "elsewhere").rename(scene)
        listener.hears(CLEAN)
        listener.hears("Waiting")
        assert listener.interrupted() == 0
        assert "Traceback" not in listener.heard
    finally:
        listener.close()


def test_watching_goes_with_people_only(shelf: Path) -> None:
    code, said, complained = check(shelf, "--watch", "--json")
    assert (code, said) == (2, "")
    assert "--watch shows the report for people only." in complained


def test_what_is_watched(shelf: Path) -> None:
    workbench = check_module.Workbench("en")
    scene = shelf / "rate"
    for path in (scene, scene / "scenario.yaml"):
        watched = [folder.resolve() for folder in check_module._watched((path,), workbench)]
        assert watched == [SHIPPED.resolve(), scene.resolve(), (shelf / "shared").resolve()]


@pytest.mark.skipif(os.name == "nt", reason="an interrupt from a keyboard")
def test_an_interrupted_check_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("game.authoring.check.folder.check_folder", interrupted)
    assert check("lea") == (2, "", "")
    assert check("lea", "--watch")[0] == 0
