"""Builds the game as one folder that needs no Python, plays it, and tells its size by part.

    python3 .ci/build.py [--into FOLDER] [--keep FOLDER] [--quick]

The folder holds all of it: the window, the text mode and the instructor's workbench. PyInstaller goes into an
environment of its own. numpy is compiled without a library for linear algebra: the game has no use for one,
and it takes a third of the room (some minutes and a C compiler, once; what was compiled is kept).
`--quick` takes numpy as it comes, and counts what the other would have.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time
import venv
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

ROOT = Path(__file__).resolve().parents[1]
NAME = "first-session"
MOST_MEGABYTES = 80.0
OWN_NUMPY = {"numpy": 10.6, "numpy.libs": 0.0}
"""Megabytes of numpy where it is compiled without that library."""
PATIENCE = 60.0
"""Seconds until a window shows its first frame."""
COLOURS = 200
"""Colours that a drawn screen has at least; an empty one has one or two."""

BEGINNING = """\
import os

# the libraries of this folder are its own, not those of other programs that it calls
os.environ.pop("LD_LIBRARY_PATH", None)
if "LD_LIBRARY_PATH_ORIG" in os.environ:
    os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")

from game.__main__ import main

main()
"""
WITHOUT = (
    "tkinter", "ssl", "_ssl", "_hashlib", "readline", "PIL", "matplotlib", "setuptools",
    "numpy.f2py", "numpy.polynomial", "numpy.testing", "numpy.distutils", "numpy._core.tests",
    "pygame.examples", "pygame.tests", "pygame.docs", "pygame.camera", "pygame._camera",
    "pygame.midi", "pygame.pypm", "pygame.gfxdraw", "pygame._freetype", "unittest", "pydoc", "doctest",
)  # fmt: skip
"""What is installed with the parts of the game, and never imported by it."""
NUMPY = ("-Dblas=none", "-Dlapack=none", "-Dallow-noblas=true", "-Dcpu-dispatch=none")
SESSION = "\n" + "1\n" * 60 + "\n\n\nq\n"
"""The lines of somebody who always says what stands first, reads the debrief, and leaves."""


def main() -> None:
    """Builds, measures, plays; a build that is too large or does not play is an error."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--into", type=Path, default=ROOT / "dist", help="where the folder goes")
    parser.add_argument("--keep", type=Path, default=ROOT / "build", help="where what was compiled is kept")
    parser.add_argument("--quick", action="store_true", help="with numpy as it comes")
    options = parser.parse_args()
    folder = options.into.resolve() / NAME
    with tempfile.TemporaryDirectory(prefix="first-session-build-") as work:
        build(Path(work), folder, None if options.quick else options.keep.resolve())
    size = measure(folder, OWN_NUMPY if options.quick else {})
    with tempfile.TemporaryDirectory(prefix="chez moi é ") as home:
        try_it(folder / NAME, Path(home))
    print(f"{folder} plays, and has {size:.1f} MB")
    if size > MOST_MEGABYTES:
        sys.exit(f"that is more than {MOST_MEGABYTES:.0f} MB")


def build(work: Path, folder: Path, keep: Path | None) -> None:
    """The game and all that it needs, in one folder."""
    print("== An environment of its own")
    venv.create(work / "env", with_pip=True)
    python = next(work.glob("env/[bS]*/python*"))
    pip = (str(python), "-m", "pip", "--disable-pip-version-check")
    numpy = "numpy" if keep is None else str(own_numpy(pip, keep))
    run(*pip, "install", "--quiet", "pyinstaller", numpy, ROOT)
    print("== One folder", flush=True)
    begin = work / f"{NAME}.py"
    begin.write_text(BEGINNING, "utf-8")
    run(
        python, "-m", "PyInstaller", "--onedir", "--console", "--noconfirm", "--log-level=ERROR",
        "--name", NAME, "--distpath", folder.parent, "--workpath", work / "build", "--specpath", work,
        "--collect-submodules=game", "--collect-data=game", f"--copy-metadata={NAME}",
        "--collect-data=fontpkg_atkinson_hyperlegible", "--collect-all=thorvg_python",
        "--hidden-import=accesskit",
        *(f"--exclude-module={name}" for name in WITHOUT), begin,
        cwd=work,
    )  # fmt: skip
    strip(folder)


def own_numpy(pip: tuple[str, ...], keep: Path) -> Path:
    """A package of numpy without linear algebra, for this Python."""
    name = f"numpy-*-cp{sys.version_info.major}{sys.version_info.minor}-*.whl"
    if not list(keep.glob(name)):
        print("== numpy without linear algebra", flush=True)
        settings = [f"-Csetup-args={one}" for one in NUMPY]
        keep.mkdir(parents=True, exist_ok=True)
        run(*pip, "wheel", "--quiet", "--no-deps", "--no-binary=numpy", *settings, "-w", keep, "numpy")
    return max(keep.glob(name))


def strip(folder: Path) -> None:
    """Takes the debugging symbols out of Python itself; packages from the registry come without."""
    tool = shutil.which("strip")
    if tool is None or sysconfig.get_config_var("WITH_DYLD"):
        return
    inside = folder / "_internal"
    for library in (*inside.glob("libpython*"), *inside.glob("python3*/lib-dynload/*")):
        run(tool, "--strip-unneeded", library)


def measure(folder: Path, told: Mapping[str, float]) -> float:
    """Prints the size of each part; answers with that of the whole, in megabytes on the disk.

    What is told of a part counts in place of what is there.
    """
    inside = folder / "_internal"
    parts: dict[str, float] = {}
    for file in (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()):
        top = file.relative_to(inside).parts[0] if file.is_relative_to(inside) else file.name
        part = "libraries" if ".so" in top or top.endswith((".dll", ".dylib")) else top
        blocks = getattr(file.stat(), "st_blocks", None)
        parts[part] = parts.get(part, 0.0) + (file.stat().st_size if blocks is None else blocks * 512) / 1e6
    print("== Megabytes")
    for part, size in sorted(parts.items(), key=lambda one: -one[1]):
        if size >= 0.5:
            print(f"{size:6.1f}  {part}")
    print(f"{sum(size for size in parts.values() if size < 0.5):6.1f}  the rest")
    return sum((parts | dict(told)).values())


def try_it(program: Path, home: Path) -> None:
    """Everything once, as somebody who has nothing else on their computer."""
    environment = {"HOME": str(home), "USERPROFILE": str(home), "PATH": os.defpath, "PYTHONUTF8": "1"}
    environment |= {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    environment["SDL_AUDIODRIVER"] = "dummy"

    def ask(*words: str, lines: str = "") -> str:
        done = subprocess.run(
            [program, *words], input=lines, env=environment, cwd=home, capture_output=True, encoding="utf-8",
            timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{words}: {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr}"
        assert not done.stderr, done.stderr
        return done.stdout

    print("== It plays", flush=True)
    listed = ask("--help")
    for command in ("play", "check", "explore", "graph", "preview"):
        assert f"  {command} " in listed, listed
    assert NAME in ask("--version")
    for language, heard in (("en", "Effect: "), ("fr", "Effet")):
        said = ask("--lang", language, "--text", "play", "premiers_pas", lines=SESSION)
        assert heard in said, said
        print(f"a session in text ({language})")
    assert len(ask("attempts").splitlines()) == 2
    ask("check", "premiers_pas")
    ask("explore", "premiers_pas")
    ask("graph", "premiers_pas", "-o", "la scène.svg")
    assert "<svg" in (home / "la scène.svg").read_text("utf-8")
    assert "<html" in ask("export", "last", "--html")
    print("check, explore, graph, export")
    if sys.platform == "linux":
        first_frame(program, home, environment)
        with display() as name:
            if name:
                on_screen(program, home, {**environment, "DISPLAY": name})


def first_frame(program: Path, home: Path, environment: dict[str, str]) -> None:
    """The window's first frames without any display: SDL writes each to a file."""
    dummy = {**environment, "SDL_VIDEODRIVER": "dummy", "SDL_VIDEO_DUMMY_SAVE_FRAMES": "1"}
    with started(program, home, dummy):
        wait_for(lambda: any(colours(path.read_bytes()) for path in sorted(home.glob("*.bmp"))[1:]))
    print("a first frame without a display")


def on_screen(program: Path, home: Path, environment: dict[str, str]) -> None:
    """A window on a real display."""

    def seen() -> bool:
        shot = subprocess.run(["xwd", "-root", "-silent"], env=environment, capture_output=True, check=False)
        return colours(shot.stdout)

    with started(program, home, environment):
        wait_for(seen)
    print("a window on a display")


@contextmanager
def started(program: Path, home: Path, environment: dict[str, str]) -> Iterator[None]:
    """The game in its window; it has to end well when it is asked to."""
    with subprocess.Popen([program, "play", "lea"], env=environment, cwd=home) as game:
        try:
            yield
            assert game.poll() is None, "the game has ended by itself"
        finally:
            game.send_signal(signal.SIGTERM)
            try:
                ended = game.wait(20)
            except subprocess.TimeoutExpired:
                game.kill()
                raise
    assert ended == 128 + signal.SIGTERM, ended


@contextmanager
def display() -> Iterator[str]:
    """A display of its own; an empty name where none can be had."""
    if shutil.which("Xvfb") is None or shutil.which("xwd") is None:
        print("no Xvfb and xwd here: not tried on a display")
        yield ""
        return
    reading, writing = os.pipe()
    words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(words, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                yield f":{told.readline().strip()}"
        finally:
            server.terminate()


def colours(picture: bytes) -> bool:
    """Whether anything is drawn in a picture without compression, four bytes to a pixel."""
    return len({picture[at : at + 4] for at in range(200, len(picture) - 4, 4 * 61)}) > COLOURS


def wait_for(happens: Callable[[], bool]) -> None:
    """Until it is so, or the patience is at its end."""
    until = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < until, "nothing is drawn"
        time.sleep(0.2)


def run(*words: object, cwd: Path = ROOT) -> None:
    """A program that has to end well."""
    subprocess.run([str(word) for word in words], cwd=cwd, check=True)


if __name__ == "__main__":
    main()
