"""Walks through every screen of the real game, by chance but always the same: what is drawn in parts is, to
the pixel, what is drawn as a whole."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pygame
import pytest

from game.app.debrief_values import DebriefView, GuessView
from game.app.intents import (
    AnswerProbe,
    Begin,
    Choose,
    CloseMap,
    CompareAttempts,
    Guess,
    OpenDebrief,
    OpenLibrary,
    OpenMap,
    OpenProgress,
    OpenScene,
    SwitchLanguage,
    TakeBack,
)
from game.app.progress_values import ProgressView
from game.app.views import BriefView, EncounterView
from game.attempts.journal import Journal
from game.ui.screens import SCREENS as ALL_SCREENS
from game.ui.screens.brief import BriefScreen
from game.ui.screens.encounter import EncounterScreen
from game.ui.settings import Settings
from game.ui.shell import Shell
from game.ui.theme import LEAST_HEIGHT, LEAST_WIDTH
from tests.players import controller
from tests.ui.stage import PlainArt, display, key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.app.intents import Intent

SCREENS = {
    **ALL_SCREENS,
    BriefView: lambda host, view: BriefScreen(host, view, threaded=False),
    EncounterView: lambda host, view: EncounterScreen(host, view, threaded=False),
}
STEPS = 3
"""Things that happen on each screen before the walk goes on."""
KEYS = (
    pygame.K_TAB, pygame.K_TAB, pygame.K_DOWN, pygame.K_UP, pygame.K_RIGHT, pygame.K_PAGEDOWN,
    pygame.K_PAGEUP, pygame.K_HOME, pygame.K_END,
)  # fmt: skip
DIALOGS = (pygame.K_h, pygame.K_g)


def road(shell: Shell) -> Iterator[Intent]:
    """What leads through all screens: two sessions of the shortest scene, and all one can read of them."""
    for session in range(2):
        yield OpenScene("premiers_pas")
        yield Begin()
        unsaid = False
        while isinstance(view := shell.controls.view, EncounterView) and not view.over:
            if view.may_take_back and not unsaid:
                unsaid = True
                yield TakeBack()
            elif view.probe:
                yield AnswerProbe(view.probe.options[session].id)
            else:
                yield Choose(view.replies[-session].id)
        yield OpenDebrief()
        while isinstance(shell.controls.view, GuessView):
            yield Guess(shell.controls.view.options[0].id)
        assert isinstance(shell.controls.view, DebriefView)
        yield OpenMap("premiers_pas")
        yield CloseMap()
        yield OpenLibrary()
    yield OpenProgress()
    assert isinstance(shell.controls.view, ProgressView)
    yield CompareAttempts(shell.controls.view.pairs[0].one, shell.controls.view.pairs[0].other)


def stir(shell: Shell, rng: random.Random) -> None:
    """Something that leaves the player on this screen."""
    pos = (rng.randrange(window().w), rng.randrange(window().h))
    what = rng.randrange(8)
    if what <= 1:
        shell.dispatch(pygame.event.Event(pygame.MOUSEMOTION, pos=pos, rel=(0, 0), buttons=(0, 0, 0)))
    elif what == 2:
        shell.dispatch(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=rng.choice((-3, -1, 2)), precise_y=0.0))
    elif what == 3 and shell.dialogs:
        shell.close_dialog()
    elif what == 3:
        shell.dispatch(key(rng.choice(DIALOGS)))
    elif what == 4:
        changed = {"dark": not shell.settings.dark, "text_scale": rng.choice((1.0, 1.25, 2.0))}
        field = rng.choice(tuple(changed))
        shell.change(shell.settings._replace(**{field: changed[field]}))
    elif what == 5 and shell.controls.language == "en":
        shell.send(SwitchLanguage("fr"))
    else:
        shell.dispatch(key(rng.choice(KEYS)))
    shell.tick(rng.choice((0.016, 0.04, 0.3)))


def pixels() -> bytes:
    return pygame.image.tobytes(pygame.display.get_surface(), "RGB")


def window() -> pygame.Rect:
    return pygame.display.get_surface().get_rect()


def everything_is_there(shell: Shell) -> None:
    """Wait for what workers draw: they must not come between two drawings."""
    if hasattr(shell.screen, "busts"):
        shell.screen.busts.wait()
    shell.draw()
    if shell._backdrop.wait():
        shell.tree.touch(window())
    shell.tick(0.0)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("dark", [False, True])
def test_what_is_drawn_in_parts_is_what_is_drawn_as_a_whole(tmp_path: Path, seed: int, dark: bool) -> None:
    rng = random.Random(seed * 2 + dark)
    display((LEAST_WIDTH, LEAST_HEIGHT))
    given = Settings(dark=dark, reveal_speed=rng.choice((0, 60)), reduced_motion=rng.random() < 0.5)
    game = controller(journal=Journal(tmp_path))
    shell = Shell(game, given, PlainArt(), SCREENS)
    seen = set()
    for intent in road(shell):
        while shell.dialogs:
            shell.close_dialog()
        shell.send(intent)
        seen.add(type(shell.controls.view))
        for _ in range(STEPS):
            stir(shell, rng)
            everything_is_there(shell)
            shell.draw()
            in_parts = pixels()
            shell.tree.touch(window())
            shell.draw()
            assert pixels() == in_parts, f"after {intent}"
    assert len(seen) == len(SCREENS) - 1, "all but the one on a scene that was edited meanwhile"
    shell.close()
    game.close()
