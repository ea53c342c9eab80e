"""However the window is closed, no voice goes on, and nothing is left running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and a script as speaker")

WINDOW = """
import os, sys, threading
from game.ui.settings import Settings
from game.ui.window import run
from tests.ui import samples
from tests.ui.stage import Booth
status = run(Booth(samples.plain()), Settings(read_aloud=True))
others = [thread for thread in threading.enumerate() if thread is not threading.main_thread()]
for thread in others:
    thread.join(30)
print("threads", [thread.name for thread in others if thread.is_alive()])
sys.exit(status)
"""
SPEAKER = """#!/bin/sh
cat > /dev/null
echo $$ > "$SPEAKER_FOLDER/began.part"
mv "$SPEAKER_FOLDER/began.part" "$SPEAKER_FOLDER/began"
exec sleep 60
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_the_voice_and_all_threads(tmp_path: Path, number: signal.Signals) -> None:
    speaker = tmp_path / "espeak-ng"
    speaker.write_text(SPEAKER)
    speaker.chmod(0o755)
    environment = os.environ | {
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "SPEAKER_FOLDER": str(tmp_path),
        "SDL_VIDEODRIVER": "dummy",
        "SDL_AUDIODRIVER": "dummy",
        "PYGAME_HIDE_SUPPORT_PROMPT": "1",
    }
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", WINDOW],
        cwd=root,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as window:
        try:
            began = tmp_path / "began"
            wait_until(lambda: began.exists() or window.poll() is not None)
            window.send_signal(number)
            told, complaints = window.communicate(timeout=60)
        finally:
            window.kill()
    assert (window.returncode, complaints.decode()) == (128 + number, "")
    assert told.decode().strip() == "threads []"
    with pytest.raises(ProcessLookupError):
        os.kill(int(began.read_text()), 0)


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not holds() and time.monotonic() < end:
        time.sleep(0.02)
