"""Ren'Py (Debian package 8.0.3) as a peer. Own runner: Ren'Py is a whole program, not a library.

    python renpy_.py OP STORY_DIR [JSON options]

    OP: build verify loadsrc loadbin play save mem cold coldsrc lint frame

Debian's build never writes compiled scripts (.rpyc); the upstream SDK does. "Compiled" here runs a
copy of its files with .rpyc written for them and for the story; "source" runs the same copy without
the story's .rpyc. Load times are start-up CPU to the first label, less that of an empty project, so
they hold the story only. lint and frame are wall times of the whole process.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

HERE = Path(__file__).resolve().parent
BASE = Path(os.environ["BENCH_NPM"]).parent / "renpy"
os.environ.pop("DISPLAY", None)
ENV = {
    **os.environ,
    "SDL_VIDEODRIVER": "dummy",
    "SDL_AUDIODRIVER": "dummy",
    "RENPY_RENDERER": "sw",
    "RENPY_SKIP_SPLASHSCREEN": "1",
}


def project(d, kind):
    """Folder of the minimal project beside the story; kind is empty, src or bin."""
    base = Path(d) / f"renpy-{kind}"
    game = base / "game"
    if not game.exists():
        game.mkdir(parents=True)
        for f in ("bench.rpy", "bench_driver.py"):
            shutil.copy(HERE / "renpy_game" / f, game / f)
        (game / "story.rpy").write_text(
            'label story:\n    "One line."\n    return\n'
            if kind == "empty"
            else (Path(d) / "story.rpy").read_text()
        )
    return base


def build(d):
    if not BASE.exists():
        shutil.copytree("/usr/share/games/renpy", BASE)
    for old in Path(d).glob("renpy-*"):
        shutil.rmtree(old)
    for kind in ("empty", "bin"):
        run(project(d, kind), "run", "rpyc")
    for kind in ("empty", "bin", "src"):
        run(project(d, kind), "run", "cold")
    if any("Could not load" in p.read_text() for p in Path(d).glob("renpy-bin/log.txt")):
        raise SystemExit("Ren'Py refused the compiled scripts")
    return {}


class Screen:
    """A private Xvfb, for the two operations that need a window: saving (screenshot) and the first frame."""

    def __enter__(self):
        r, w = os.pipe()
        self.p = subprocess.Popen(
            ["Xvfb", "-displayfd", str(w), "-screen", "0", "1280x720x24", "-nolisten", "tcp"],
            pass_fds=[w],
            stderr=subprocess.DEVNULL,
        )
        os.close(w)
        with os.fdopen(r) as f:
            ENV.update(DISPLAY=":" + f.readline().strip(), SDL_VIDEODRIVER="x11")

    def __exit__(self, *exc):
        self.p.terminate()
        self.p.wait()


def run(base, command="run", op="", seconds=2.0):
    with tempfile.TemporaryDirectory() as t:
        out = Path(t) / "out"
        t0, c0 = perf_counter(), sum(os.times()[2:4])
        p = subprocess.run(
            ["/usr/bin/python3", str(HERE / "renpy_shim.py"), str(base.resolve()), command],
            env={
                **ENV,
                "BENCH_RENPY_BASE": str(BASE),
                "BENCH_OP": op,
                "BENCH_OUT": str(out),
                "BENCH_SECONDS": str(seconds),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=500,
        )
        wall, spent = perf_counter() - t0, sum(os.times()[2:4]) - c0
        if op and not out.exists():
            sys.exit(f"Ren'Py wrote no result ({base}, {op}):\n{p.stdout[-1500:]}")
        answer = json.loads(out.read_text()) if op else p.stdout
        return answer, {"wall": wall * 1e3, "cpu": spent * 1e3}


def main(op, d, seconds=2.0):
    if op == "build":
        return build(d)
    if op in ("loadsrc", "loadbin"):
        full = run(project(d, op[4:]), "run", "start")[0]
        empty = run(project(d, "empty"), "run", "start")[0]
        return {k: [max(0.0, full[k] - empty[k])] for k in ("cpu", "wall")}
    if op == "lint":
        return run(project(d, "bin"), "lint")[1]
    if op in ("frame", "save"):
        with Screen():
            result, took = run(project(d, "bin"), "run", op)
        return took if op == "frame" else result
    kind = "src" if op in ("coldsrc", "memsrc") else "bin"
    return run(project(d, kind), "run", op.removesuffix("src"), seconds)[0]


if __name__ == "__main__":
    op, d, opts = sys.argv[1], sys.argv[2], json.loads(sys.argv[3]) if len(sys.argv) > 3 else {}
    result = main(op, d, **opts)
    print(result["line"] if op in ("cold", "coldsrc") else json.dumps(result))
