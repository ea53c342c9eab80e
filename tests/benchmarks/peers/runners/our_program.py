"""This game as it is started: its text mode, its window and its checks, each a process of its own.

The text mode runs in this very process, as `python -m game` would run it: nothing is imported for it here.
"""

import os
import sys
from time import perf_counter

ROOT = os.path.abspath(f"{__file__}/../../../../..")

WINDOW = """
import sys
from game.app.intents import Begin, OpenScene
from game.launch import build_controller
from game.ui.settings import Settings
from game.ui.window import open_window
from pathlib import Path
controller = build_controller("en", "guided", 1, Path(sys.argv[1]))
controller.handle(OpenScene(sys.argv[2]))
controller.handle(Begin())
shell = open_window(controller, Settings())
shell.draw()
"""


class Screen:
    """An X server of its own, software drawing only."""

    def __enter__(self):
        read, write = os.pipe()
        size = ("-screen", "0", "1280x720x24", "-nolisten", "tcp")
        command = ["Xvfb", "-displayfd", str(write), *size]
        import subprocess

        self.server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            return {"DISPLAY": f":{told.readline().strip()}", "SDL_VIDEODRIVER": "x11"}

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()


def _homes(d):
    """The game's own folders, kept from run to run: scenes are compiled before, as on any second day."""
    home = f"{os.path.realpath(d)}/home"
    kinds = ("CACHE", "DATA", "CONFIG")
    return {**{f"XDG_{kind}_HOME": f"{home}/{kind.lower()}" for kind in kinds}, "SDL_AUDIODRIVER": "dummy"}


def _took(command, environment):
    import subprocess

    begun, before = perf_counter(), os.times()
    subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, check=True, stdout=subprocess.DEVNULL
    )
    wall, after = perf_counter() - begun, os.times()
    return {"wall": wall * 1e3, "cpu": (sum(after[2:4]) - sum(before[2:4])) * 1e3}


def main(operation, d):
    scenes, scene = os.path.realpath(d), f"story_{os.path.basename(os.path.realpath(d))}"
    if operation == "cold":
        from runpy import run_module

        os.environ.update(_homes(d))
        sys.path[0] = ROOT
        sys.argv[1:] = ["--text", "--scenes", scenes, "play", scene]
        run_module("game", run_name="__main__", alter_sys=True)
    if operation == "lint":
        check = [sys.executable, "-m", "game", "check", f"{scenes}/{scene}"]
        return _took(check, _homes(d))
    import tempfile

    with Screen() as screen, tempfile.TemporaryDirectory() as data:
        environment = {**_homes(d), **screen, "XDG_DATA_HOME": data}
        command = [sys.executable, "-c", WINDOW, scenes, scene]
        _took(command, environment)
        return _took(command, environment)


if __name__ == "__main__":
    answer = main(sys.argv[1], sys.argv[2])
    import json

    print(json.dumps(answer))
