"""However the game is ended from outside, it says so in one sentence, and goes on later where it was."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.talk import GAME, ROOT, environment, moment_after, play_two, steps, talk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and descriptors of Unix")

PLAYED = "1\n\n1\n2\n"
CLOCK_AHEAD = """
import sys, time
ahead, gmtime = 10 * 365 * 86_400, time.gmtime
time.gmtime = lambda seconds=None: gmtime(time.time() + ahead if seconds is None else seconds)
sys.argv[0] = "first-session"
from game.__main__ import main
main()
"""


def shell(home: Path, line: str, said: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """What a line for the shell does; GAME stands for the game."""
    line = line.replace("GAME", shlex.join(GAME))
    return subprocess.run(
        ["sh", "-c", line],
        cwd=ROOT,
        env=environment(home, **more),
        input=said,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_the_text_mode_and_the_session_goes_on_later(
    tmp_path: Path, number: signal.Signals
) -> None:
    data = tmp_path / "data"
    with talk(data, tmp_path, "--lang", "fr") as here:
        on_the_table = play_two(here)
        here.process.send_signal(number)
        code, complaints = here.end()
    assert code == 128 + number
    assert complaints.strip() == (
        "On a demandé au jeu de s’arrêter. Ce qui a reçu une réponse est conservé, et la séance pourra"
        " reprendre."
    )
    assert len(steps(data)) == 2
    assert moment_after(data, tmp_path, "--lang", "fr") == on_the_table


def test_a_lost_terminal_loses_nothing(tmp_path: Path) -> None:
    """Input and output end at once, as when the terminal's window is closed."""
    data = tmp_path / "data"
    with talk(data, tmp_path) as here:
        on_the_table = play_two(here)
        assert here.process.stdin is not None
        assert here.process.stdout is not None
        here.process.stdout.close()
        here.process.stdin.close()
        assert here.process.wait(60) == 2
        assert here.process.stderr is not None
        assert here.process.stderr.read() == b""
    assert moment_after(data, tmp_path) == on_the_table


@pytest.mark.parametrize(
    ("line", "code", "complaint"),
    [
        ("GAME --text --lang fr --data $HOME/d > /dev/full", 2, "La sortie ne peut pas être écrite"),
        ("GAME --text --lang fr --data $HOME/d >&-", 2, "La sortie ne peut pas être écrite"),
        ("GAME --text --data $HOME/d <&-", 0, ""),
        ("GAME --text --data $HOME/d 2>&-", 0, ""),
        ("GAME --text --data $HOME/d play nowhere 2>&-", 2, ""),
        ("GAME check --lang fr premiers_pas > /dev/full", 2, "La sortie ne peut pas être écrite"),
        ("GAME attempts --data $HOME/d <&- 2>&-", 0, ""),
    ],
)
def test_a_stream_that_is_closed_or_full(tmp_path: Path, line: str, code: int, complaint: str) -> None:
    done = shell(tmp_path, line, PLAYED)
    assert done.returncode == code
    assert done.stderr.count("\n") == bool(complaint)
    assert done.stderr.startswith(complaint)


def test_what_was_answered_before_the_pipe_was_closed_is_kept(tmp_path: Path) -> None:
    done = shell(tmp_path, "GAME --text --data $HOME/d | head -c 3000", PLAYED + "1\n" * 20)
    assert (done.returncode, done.stderr) == (0, "")
    with talk(tmp_path / "d", tmp_path) as again:
        told = again.say("c") + again.say("h")
        again.say("q")
    said = [line for line in told.splitlines() if line.startswith("You: ")]
    assert len(said) >= sum(line.startswith("You: ") for line in done.stdout.splitlines())


def test_bytes_that_are_no_text_are_no_answer(tmp_path: Path) -> None:
    done = shell(
        tmp_path, r"printf '\377\376\n1\n\nq\n' | GAME --text --lang en --data $HOME/d", LC_ALL="C.UTF-8"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "is not an answer here" in done.stdout
    assert done.stdout.endswith("Goodbye.\n")


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="needs /proc")
def test_ctrl_c_ends_a_command(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*GAME, "simulate", "lea", "-n", "100000"],
        cwd=ROOT,
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as command:
        try:
            maps = Path(f"/proc/{command.pid}/maps")
            while b"_yaml" not in maps.read_bytes():  # it reads the scene by then
                assert command.poll() is None
            command.send_signal(signal.SIGINT)
            _, complaints = command.communicate(timeout=120)
        finally:
            command.kill()
    assert command.returncode == 128 + signal.SIGINT
    assert complaints.strip() == b""


def test_a_clock_that_goes_back_changes_nothing(tmp_path: Path) -> None:
    """The first session is played ten years ahead; the clock is right again when it goes on."""
    data = tmp_path / "data"
    with talk(data, tmp_path, program=(sys.executable, "-c", CLOCK_AHEAD)) as here:
        on_the_table = play_two(here)
        here.say("q")
        assert here.end() == (0, "")
    assert moment_after(data, tmp_path) == on_the_table
    with talk(data, tmp_path) as here:
        on_the_table = play_two(here)
        here.say("q")
        assert here.end() == (0, "")
    assert moment_after(data, tmp_path) == on_the_table, "the later attempt, though its date is earlier"


@pytest.mark.skipif(shutil.which("unshare") is None or os.geteuid() != 0, reason="needs a clock of its own")
def test_a_computer_that_was_started_anew_counts_on(tmp_path: Path) -> None:
    """The clock that counts from the start of the computer is a year ahead in the first session."""
    data = tmp_path / "data"
    ahead = ("unshare", "--time", "--monotonic", str(365 * 86_400))
    with talk(data, tmp_path, before=ahead) as here:
        on_the_table = play_two(here)
        here.say("q")
        assert here.end() == (0, "")
    assert moment_after(data, tmp_path) == on_the_table
    with talk(data, tmp_path) as here:
        here.say("c")
        here.say("")
        here.say("q")
        assert here.end() == (0, "")
    times = [step.at for step in steps(data)]
    assert len(times) == 3
    assert times == sorted(times)
    assert times[-1] < 3_600_000
