"""The loop, its end, and the portrait's thread."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

import pygame
import pytest

from game.app.intents import Choose
from game.model.trouble import DisplayTrouble, Trouble
from game.ui.actor import Actor
from game.ui.backdrop import Wanted
from game.ui.screens import SCREENS
from game.ui.shell import Shell
from game.ui.window import _is_repeat, loop, open_window
from tests.ui import samples
from tests.ui.stage import Booth, PlainArt, display, key, settings
from tests.ui.test_tree import opened

if TYPE_CHECKING:
    from game.app.views import EncounterView
    from game.ui.settings import Settings


def window(view: EncounterView | None = None, given: Settings | None = None) -> Shell:
    return open_window(Booth(view or samples.plain()), given or settings(), art=PlainArt())


def test_closing_the_window_ends_the_loop() -> None:
    shell = window()
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    loop(shell)
    shell.close()
    assert shell.done


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_the_loop_and_handlers_come_back(
    number: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = window()
    before = signal.getsignal(number)
    monkeypatch.setattr(Shell, "begin", lambda _: os.kill(os.getpid(), number))
    assert loop(shell) == 128 + number
    shell.close()
    assert shell.done
    assert signal.getsignal(number) is before


def test_a_held_key_walks_on_but_chooses_once() -> None:
    held: set[int] = set()
    up = pygame.event.Event(pygame.KEYUP, key=pygame.K_1)
    codes = (pygame.K_1, pygame.K_1, pygame.K_DOWN, pygame.K_DOWN)
    assert [_is_repeat(key(code), held) for code in codes] == [
        False, True, False, False,
    ]  # fmt: skip
    assert not _is_repeat(up, held)
    assert not _is_repeat(key(pygame.K_1), held)


def test_no_display_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.quit()
    monkeypatch.setenv("SDL_VIDEODRIVER", "nowhere")
    with pytest.raises(DisplayTrouble, match="No window can be opened here"):
        window()


def test_trouble_is_a_dialog() -> None:
    class Failing(Booth):
        def handle(self, _intent: object) -> EncounterView:
            raise Trouble("The file {file} cannot be written.", file="attempts.db")

    display()
    shell = Shell(Failing(samples.plain()), settings(), PlainArt(), SCREENS)
    shell.send(Choose("ask"))
    assert shell.dialogs == 1
    assert any("attempts.db cannot" in widget.name for widget in shell.tree.layers[-1].walk())
    shell.dispatch(key(pygame.K_ESCAPE))
    assert shell.dialogs == 0
    shell.close()


def test_a_resize_lays_out_anew() -> None:
    shell = opened("plain")
    pygame.display.set_mode((1600, 900))
    shell.dispatch(pygame.event.Event(pygame.VIDEORESIZE, size=(1600, 900), w=1600, h=900))
    assert shell.theme.width == 1600
    assert shell.tree.layers[0].rect.size == (1600, 900)
    assert shell.settings.width == 1600


def test_until_the_room_is_drawn_at_a_new_size_the_old_picture_stands_in() -> None:
    shell = opened("plain")
    shell.complete()
    pygame.display.set_mode((1600, 900))
    shell.dispatch(pygame.event.Event(pygame.VIDEORESIZE, size=(1600, 900), w=1600, h=900))
    shell._backdrop._jobs.append(Wanted(shell.screen.scenery(), (1600, 900), shell.theme.palette))
    shell.draw()
    surface = pygame.display.get_surface()
    assert surface.get_at((20, 890))[:3] == (150, 120, 95)


def test_a_hidden_window_draws_nothing() -> None:
    shell = opened("plain")
    shell.dispatch(pygame.event.Event(pygame.WINDOWMINIMIZED))
    shell.tree.touch(pygame.Rect(0, 0, 50, 50))
    assert shell.draw() == []
    shell.dispatch(pygame.event.Event(pygame.WINDOWRESTORED))
    assert shell.draw()


def test_the_portrait_draws_itself_and_rests_when_still() -> None:
    display()
    seen = [False]
    actor = Actor(PlainArt(), samples.LEO, "psychologist_day", seen=lambda: seen[0], still=True)
    actor.aim(80, "wary")
    actor.resize((260, 320))
    time.sleep(0.3)
    assert actor.newest() == ()
    seen[0] = True
    until = time.perf_counter() + 5
    while time.perf_counter() < until and not actor.fresh():
        time.sleep(0.01)
    assert len(actor.newest()) == 2
    time.sleep(1.5)
    actor.fresh()
    time.sleep(0.3)
    assert not actor.fresh()
    actor.aim(10, "hopeful")
    until = time.perf_counter() + 5
    while time.perf_counter() < until and not actor.fresh():
        time.sleep(0.01)
    actor.close()
    assert actor._thread is not None
    assert not actor._thread.is_alive()


def test_the_snapshot_is_saved(tmp_path: pytest.TempPathFactory) -> None:
    shell = opened("plain")
    path = f"{tmp_path}/shot.png"
    shell.snapshot(path)
    assert pygame.image.load(path).get_size() == (1280, 720)
