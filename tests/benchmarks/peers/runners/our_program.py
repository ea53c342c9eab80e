"""This game as it is started: its text mode, its window and its checks, each a process of its own."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[4]

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
        self.server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            return {"DISPLAY": f":{told.readline().strip()}", "SDL_VIDEODRIVER": "x11"}

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()


def _homes(d):
    """The game's own folders, kept from run to run: scenes are compiled before, as on any second day."""
    home = Path(d).resolve() / "home"
    kinds = ("CACHE", "DATA", "CONFIG")
    return {**{f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in kinds}, "SDL_AUDIODRIVER": "dummy"}


def _took(command, environment):
    begun = perf_counter()
    subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, check=True, stdout=subprocess.DEVNULL
    )
    return (perf_counter() - begun) * 1e3


def main(operation, d):
    scenes, scene = str(Path(d).resolve()), f"story_{Path(d).resolve().name}"
    if operation == "cold":
        os.chdir(ROOT)
        os.environ.update(_homes(d))
        words = ["--text", "--scenes", scenes, "play", scene]
        os.execv(sys.executable, [sys.executable, "-m", "game", *words])
    if operation == "lint":
        check = [sys.executable, "-m", "game", "check", f"{scenes}/{scene}"]
        return {"lint_ms": _took(check, _homes(d))}
    with Screen() as screen, tempfile.TemporaryDirectory() as data:
        environment = {**_homes(d), **screen, "XDG_DATA_HOME": data}
        command = [sys.executable, "-c", WINDOW, scenes, scene]
        _took(command, environment)
        return {"frame_ms": _took(command, environment)}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], sys.argv[2])))
