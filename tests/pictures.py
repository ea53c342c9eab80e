"""Makes the README's pictures from the real game, so that they never lie.

`python -m tests.pictures` writes `assets/pictures/`; `python -m tests.pictures --sheet FOLDER` writes a sheet
for every screen: in both languages and themes, at two sizes of window and of text, for eyes that look for
what is cut, overlaps, or is ugly.
"""

from __future__ import annotations

import argparse
import os
import shutil
import time
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.attempts.journal import Journal
from game.launch import build_controller, data_folder
from game.ui.brush import Brush
from game.ui.preview import preview_screens
from game.ui.screens import SCREENS as WINDOW
from game.ui.settings import Settings
from game.ui.theme import Style
from game.ui.window import open_window, set_mode
from tests.moving import moving_picture, pass_time
from tests.stops import DIALOGS, PREVIEWS, SCREENS, SHORT, author_desk
from tests.workbench_pictures import graph_picture, preview_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.ui.shell import Shell

PICTURES = Path(__file__).resolve().parents[1] / "assets" / "pictures"
SEED = 5
LANGUAGES = ("en", "fr")
UNHURRIED = 5.0
"""Seconds for all that is drawn by workers, on a machine that has other things to do."""
README = {
    "library": ("fr", True),
    "debrief": ("en", False),
    "roads": ("en", False),
    "map": ("en", False),
    "progress": ("en", False),
}
"""The stills of the README: of each screen its language, and whether it is dark."""
SIZES = ((1024, 640), (1920, 1080))
SCALES = (1.0, 2.0)
THUMB, LABEL = 640, 30
"""Pixels that a picture is wide on a sheet, and that its label is high."""
CALM = 8
"""Frames without a change after which the patient sits still and every picture is there."""


def picture(screen: str, language: str, path: Path, dark: bool = False) -> None:
    """One screen as a PNG file, for the README."""
    settings = Settings(reduced_motion=True, reveal_speed=0, dark=dark)
    with opened(screen, language, "practice", settings) as shell:
        pass_time(shell, UNHURRIED)
        settle(shell)
        shell.snapshot(path)


@contextmanager
def opened(screen: str, language: str, mode: str, settings: Settings) -> Iterator[Shell]:
    """The window on a screen, with a disk of its own that is taken away afterwards."""
    desk = author_desk()
    shutil.rmtree(desk.parent, ignore_errors=True)
    shutil.copytree(data_folder("scenarios") / SHORT, desk / SHORT)
    if screen in PREVIEWS:
        preview = PREVIEWS[screen](desk / SHORT, language)
        shell = open_window(preview, settings, screens=preview_screens(WINDOW, preview, lambda: False))
        try:
            yield shell
        finally:
            shell.close()
        return
    game = build_controller(language, mode, SEED, desk, Journal(desk.parent / "data"))
    SCREENS[screen](game)
    shell = open_window(game, settings)
    try:
        if screen in DIALOGS:
            shell.open_dialog(DIALOGS[screen](shell, game))
        yield shell
    finally:
        shell.close()
        game.close()
        shutil.rmtree(desk.parent)


def settle(shell: Shell) -> None:
    """Waits until what is drawn by workers is on the screen: until nothing changes any more."""
    busts, actor = getattr(shell.screen, "busts", None), getattr(shell.screen, "actor", None)
    if busts:
        shell.draw()
        busts.wait()
    while (actor and not actor.newest()) or getattr(shell.screen, "_field", True) is None:
        shell.tick(1 / 30)
        time.sleep(0.02)
    still, before = 0, b""
    while still < CALM:
        shell.tick(1 / 30)
        shell.draw()
        time.sleep(0.04)
        now = pygame.display.get_surface().get_view("0").raw
        still, before = (still + 1 if now == before else 0), now
    shell.complete()


def sheet(screen: str, folder: Path) -> None:
    """One large picture of a screen: in both languages and themes, at two sizes of window and of text."""
    thumbs: list[tuple[str, pygame.Surface]] = []
    for language in LANGUAGES:
        with opened(screen, language, "guided", Settings(reduced_motion=True, reveal_speed=0)) as shell:
            for (width, height), dark, scale in product(SIZES, (False, True), SCALES):
                shell.change(shell.settings._replace(width=width, height=height, dark=dark, text_scale=scale))
                set_mode(shell.settings)
                shell.rebuild()
                settle(shell)
                label = f"{language} · {'dark' if dark else 'light'} · {width}x{height} · {scale:.0%}"
                thumbs.append((label, smaller(pygame.display.get_surface())))
    across = len(thumbs) // 4
    page = pygame.Surface((across * THUMB, 4 * (THUMB * 5 // 8 + LABEL)))
    style = Style(18, 24, (255, 255, 255, 255))
    brush = Brush()
    for number, (label, thumb) in enumerate(thumbs):
        x, y = number % across * THUMB, number // across * (THUMB * 5 // 8 + LABEL)
        page.blit(brush.words(label, style), (x + 6, y + 3))
        page.blit(thumb, (x, y + LABEL))
    pygame.image.save(page, str(folder / f"{screen}.png"))


def smaller(window: pygame.Surface) -> pygame.Surface:
    """A picture that fits into its place on the sheet."""
    width, height = window.get_size()
    return pygame.transform.smoothscale(window, (THUMB, THUMB * height // width))


def main() -> None:
    """Makes the README's pictures, or the contact sheets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sheet", type=Path, metavar="FOLDER")
    parser.add_argument("--only", choices=[*SCREENS, *PREVIEWS], nargs="*", default=[*SCREENS, *PREVIEWS])
    options = parser.parse_args()
    if options.sheet is None:
        PICTURES.mkdir(parents=True, exist_ok=True)
        moving_picture("en", PICTURES / "encounter.png")
        for screen, (language, dark) in README.items():
            picture(screen, language, PICTURES / f"{screen}.png", dark)
        preview_picture("en", PICTURES / "preview.png")
        graph_picture("en", PICTURES / "graph.svg")
        return
    options.sheet.mkdir(parents=True, exist_ok=True)
    for screen in options.only:
        sheet(screen, options.sheet)


if __name__ == "__main__":
    main()
