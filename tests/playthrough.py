"""Plays one scene to its debrief as a person would: by keys in the window, or by lines in the terminal.

`python tests/playthrough.py lea` uses SDL's dummy driver unless another is set. With `--installed` it first
makes sure that the game comes from an installed package and not from a checkout.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")


def in_the_terminal(scene: str, language: str) -> str:
    """A session in text mode: always the first reply. Answers with all that was said."""
    from game.app.intents import OpenScene
    from game.launch import build_controller
    from game.terminal.paper import Paper
    from game.terminal.play import play

    controller = build_controller(language, "guided", 1, None)
    controller.handle(OpenScene(scene))
    out = io.StringIO()
    lines = io.StringIO("\n" + "1\n" * 60 + "\n\n\nq\n")
    assert play(controller, Paper(out), lines) == 0
    return out.getvalue()


def in_the_window(scene: str, language: str, pictures: Path | None = None) -> str:
    """A session in the window by keys alone. Answers with the outcome that the debrief shows."""
    import pygame

    from game.app.intents import OpenScene
    from game.app.views import BriefView, DebriefView, EncounterView, GuessView
    from game.launch import build_controller
    from game.ui.settings import Settings
    from game.ui.window import open_window

    controller = build_controller(language, "guided", 1, None)
    controller.handle(OpenScene(scene))
    shell = open_window(controller, Settings())

    def press(key: int, text: str = "") -> None:
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            shell.dispatch(pygame.event.Event(kind, key=key, mod=0, unicode=text, scancode=0))
        for _ in range(4):
            shell.tick(1 / 60)
            shell.draw()

    try:
        for step in range(400):
            view = controller.view
            if pictures is not None:
                shell.snapshot(pictures / f"{language}-{step:03}.png")
            if isinstance(view, DebriefView):
                return view.outcome
            if isinstance(view, GuessView):
                press(pygame.K_1, "1")
            elif isinstance(view, BriefView) or view.over:
                press(pygame.K_RETURN, "\r")
            elif isinstance(view, EncounterView):
                press(pygame.K_SPACE, " ")
                press(pygame.K_1, "1")
        raise AssertionError("the session does not end")
    finally:
        shell.close()
        pygame.quit()


def main() -> None:
    """Plays and says how it ended; a session that does not end in its debrief is an error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scene")
    parser.add_argument("--lang", default="en")
    parser.add_argument("--text", action="store_true")
    parser.add_argument("--installed", action="store_true")
    parser.add_argument("--pictures", type=Path)
    options = parser.parse_args()
    import game

    if options.installed and "site-packages" not in str(game.__file__):
        sys.exit(f"the game comes from {game.__file__}, not from an installed package")
    if options.text:
        said = in_the_terminal(options.scene, options.lang)
        assert ("Effect: " in said) or ("Effet" in said), "no debrief was told"
        ended = said.rstrip().splitlines()[-1]
    else:
        ended = in_the_window(options.scene, options.lang, options.pictures)
    sys.stdout.write(f"{options.scene} ({options.lang}): {ended}\n")


if __name__ == "__main__":
    main()
