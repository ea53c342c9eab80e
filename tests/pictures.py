"""Makes the README's pictures from the real game, so that they never lie.

`python -m tests.pictures` writes `assets/pictures/`; `python -m tests.pictures --sheet FOLDER` writes every
screen in both languages, at several sizes of window and text, for eyes that look for what is cut or overlaps.
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

from game.app.intents import AnswerProbe, Begin, Choose, OpenDebrief, OpenScene
from game.app.views import EncounterView
from game.launch import build_controller
from game.ui.settings import Settings
from game.ui.window import open_window

if TYPE_CHECKING:
    from game.app.controller import Controller
    from game.ui.shell import Shell

PICTURES = Path(__file__).resolve().parents[1] / "assets" / "pictures"
SEED = 5
SIZES = ((1024, 640), (1280, 720), (1920, 1080))
SCALES = (1.0, 1.5, 2.0)
SETTLED = 60
"""Frames after which the patient sits still and every picture is there."""


def at_library(game: Controller) -> None:
    """The shelf of scenes is where a game begins."""


def at_brief(game: Controller) -> None:
    """Before the door opens."""
    game.handle(OpenScene("lea"))


def at_encounter(game: Controller, turns: int = 1) -> None:
    """Some replies into the session, each the first on the screen."""
    at_brief(game)
    view = game.handle(Begin())
    for _ in range(turns):
        assert isinstance(view, EncounterView)
        if view.over:
            return
        view = game.handle(AnswerProbe("") if view.probe else Choose(view.replies[0].id))


def at_start(game: Controller) -> None:
    """The patient has just sat down."""
    at_encounter(game, 0)


def at_later(game: Controller) -> None:
    """A few replies later."""
    at_encounter(game, 5)


def at_end(game: Controller) -> None:
    """The session is over."""
    at_encounter(game, 100)


def at_debrief(game: Controller) -> None:
    """After the ending."""
    at_end(game)
    game.handle(OpenDebrief())


SCREENS = {
    "library": at_library,
    "brief": at_brief,
    "encounter": at_start,
    "later": at_later,
    "end": at_end,
    "debrief": at_debrief,
}


def picture(
    screen: str, language: str, path: Path, size: tuple[int, int], scale: float, mode: str = "practice"
) -> None:
    """One screen as a PNG file."""
    game = build_controller(language, mode, SEED, None)
    SCREENS[screen](game)
    settings = Settings(text_scale=scale, reduced_motion=True, reveal_speed=0, width=size[0], height=size[1])
    shell = open_window(game, settings)
    try:
        settle(shell)
        shell.snapshot(path)
    finally:
        shell.close()


def settle(shell: Shell) -> None:
    """Waits until what is drawn by workers is on the screen."""
    for _ in range(SETTLED):
        shell.tick(1 / 30)
        shell.draw()
        time.sleep(0.02)


def main() -> None:
    """Makes the README's pictures, or the contact sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--only", choices=[*SCREENS], nargs="*", default=[*SCREENS])
    options = parser.parse_args()
    if options.sheet is None:
        PICTURES.mkdir(parents=True, exist_ok=True)
        for language in ("en", "fr"):
            for screen in ("library", "encounter", "debrief"):
                picture(screen, language, PICTURES / f"{screen}-{language}.png", (1280, 720), 1.0)
        return
    options.sheet.mkdir(parents=True, exist_ok=True)
    for screen in options.only:
        for language in ("en", "fr"):
            for size in SIZES:
                for scale in SCALES:
                    name = f"{screen}-{language}-{size[0]}-{round(scale * 100)}.png"
                    picture(screen, language, options.sheet / name, size, scale, "guided")


if __name__ == "__main__":
    main()
