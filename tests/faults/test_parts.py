"""Without letters, drawing, a screen reader's package, sound or display, the game is there all the same."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pygame
import pytest

from tests.faults.site import PROGRAM, without
from tests.faults.talk import ROOT, environment, steps

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="symbolic links")

SCREENS = ("library", "brief", "encounter", "reply", "map", "progress")
UNSEEN = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}


def rounds(folder: Path, *missing: str, **more: str) -> None:
    """Goes through every kind of screen without these packages, and without a word of complaint."""
    script = f"from tests.faults.rounds import go; go({str(folder)!r}, {', '.join(map(repr, missing))})"
    done = subprocess.run(
        [*PROGRAM, script],
        cwd=ROOT,
        env=environment(folder, **{**UNSEEN, "PYTHONPATH": without(folder, missing), **more}),
        capture_output=True,
        text=True,
        check=False,
    )
    complaints = [line for line in done.stderr.splitlines() if not line.startswith("ALSA lib")]
    assert (done.returncode, done.stdout, complaints) == (0, "", [])
    for name in SCREENS:
        picture = pygame.image.load(folder / f"{name}.png")
        colours = {tuple(picture.get_at((x, y))) for x in range(0, 1000, 7) for y in range(0, 600, 7)}
        assert len(colours) > 20, name
    assert len(steps(folder / "data")) == 1


def test_with_everything_there_the_round_is_as_it_should_be(tmp_path: Path) -> None:
    rounds(tmp_path)


@pytest.mark.parametrize("missing", ["fontpkg_atkinson_hyperlegible", "thorvg_python", "numpy"])
def test_without_a_package_the_window_goes_on(tmp_path: Path, missing: str) -> None:
    rounds(tmp_path, missing)


def test_without_a_device_for_sound_the_window_goes_on(tmp_path: Path) -> None:
    """The system's sound has no device at all, and says so when it is asked."""
    rounds(tmp_path, SDL_AUDIODRIVER="alsa", ALSA_CONFIG_PATH="/dev/null")


@pytest.mark.parametrize("missing", ["fontpkg_atkinson_hyperlegible", "thorvg_python"])
def test_a_sheet_of_portraits_that_cannot_be_drawn_is_told(tmp_path: Path, missing: str) -> None:
    words = ["first-session", "portraits", "lea", "-o", str(tmp_path / "sheet.png"), "--lang", "fr"]
    script = f"import sys; sys.argv = {words!r}; from game.__main__ import main; main()"
    done = subprocess.run(
        [*PROGRAM, script],
        cwd=ROOT,
        env=environment(tmp_path, PYTHONPATH=without(tmp_path, (missing,))),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("Impossible de dessiner les portraits")


def test_no_display_and_no_one_who_types(tmp_path: Path) -> None:
    """As from a desktop's menu, whose display is gone: the sentence, and the code of a failure."""
    done = subprocess.run(
        [sys.executable, "-m", "game", "--lang", "fr"],
        cwd=ROOT,
        env=environment(tmp_path, XDG_RUNTIME_DIR=str(tmp_path)),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout.startswith("Aucune fenêtre ne peut s’ouvrir ici")
    assert done.stderr == ""
