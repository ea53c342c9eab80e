"""A gamepad plays the whole of it: posted events, as SDL sends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.app.intents import Choose
from game.ui.gamepad import Gamepad
from game.ui.keys import Keys
from game.ui.screens import SCREENS
from game.ui.settings import Settings
from game.ui.shell import Shell
from game.ui.widgets import Scroll
from tests.ui import page_samples, samples
from tests.ui.stage import Booth, PlainArt, display, settings

if TYPE_CHECKING:
    from game.app.views import View


def opened(*views: View, size: tuple[int, int] = (1280, 720), given: Settings | None = None) -> Shell:
    display(size)
    return Shell(Booth(*views), given or settings(), PlainArt(), SCREENS)


def button(number: int, kind: int = pygame.CONTROLLERBUTTONDOWN) -> pygame.event.Event:
    return pygame.event.Event(kind, button=number, instance_id=0)


def stick(axis: int, share: float) -> pygame.event.Event:
    value = round(share * 32_767)
    return pygame.event.Event(pygame.CONTROLLERAXISMOTION, axis=axis, value=value, instance_id=0)


def push(shell: Shell, *buttons: int) -> None:
    for number in buttons:
        shell.dispatch(button(number))
        shell.dispatch(button(number, pygame.CONTROLLERBUTTONUP))


def codes(pad: Gamepad, *events: pygame.event.Event) -> list[int]:
    return [made.key for event in events for made in pad.keys(event, Keys())]


def passed(pad: Gamepad, seconds: float) -> list[int]:
    """The keys that come while time passes, a hundredth of a second at a time."""
    return [
        made.key
        for _ in range(round(seconds * 100))
        for made in pad.tick(0.01)
        if made.type == pygame.KEYDOWN
    ]


def test_the_cross_walks_to_a_reply_and_a_says_it() -> None:
    shell = opened(samples.guided_french(), samples.plain())
    push(shell, pygame.CONTROLLER_BUTTON_DPAD_DOWN, pygame.CONTROLLER_BUTTON_DPAD_DOWN)
    push(shell, pygame.CONTROLLER_BUTTON_A)
    assert shell.controls.asked == [Choose(samples.guided_french().replies[1].id)]  # type: ignore[attr-defined]
    shell.close()


def test_x_shows_all_y_opens_the_transcript_b_closes_it() -> None:
    shell = opened(samples.plain(), given=Settings(reveal_speed=5))
    assert not shell.screen._reveal.done  # type: ignore[attr-defined]
    push(shell, pygame.CONTROLLER_BUTTON_X)
    assert shell.screen._reveal.done  # type: ignore[attr-defined]
    push(shell, pygame.CONTROLLER_BUTTON_Y)
    assert shell.tree.layers[-1].key == "transcript"
    push(shell, pygame.CONTROLLER_BUTTON_B)
    assert shell.dialogs == 0
    shell.close()


def test_the_buttons_follow_the_keys_that_the_player_changed() -> None:
    shell = opened(samples.plain(), given=settings()._replace(keys=(("transcript", "k"),)))
    push(shell, pygame.CONTROLLER_BUTTON_Y)
    assert shell.tree.layers[-1].key == "transcript"
    shell.close()


def test_a_direction_that_is_held_comes_again_until_it_is_let_go() -> None:
    display()
    pad = Gamepad()
    assert codes(pad, button(pygame.CONTROLLER_BUTTON_DPAD_DOWN)) == [pygame.K_DOWN]
    assert passed(pad, 0.35) == []
    assert passed(pad, 0.6) == [pygame.K_DOWN] * 5
    assert codes(pad, button(pygame.CONTROLLER_BUTTON_DPAD_DOWN, pygame.CONTROLLERBUTTONUP)) == []
    assert passed(pad, 1.0) == []
    assert not pad.held


def test_the_left_stick_walks_once_per_push_and_ignores_its_trembling() -> None:
    display()
    pad = Gamepad()
    axis = pygame.CONTROLLER_AXIS_LEFTX
    assert codes(pad, stick(axis, 0.2), stick(axis, -0.3)) == []
    assert codes(pad, stick(axis, 0.7), stick(axis, 0.9), stick(axis, 0.5)) == [pygame.K_RIGHT]
    assert passed(pad, 0.5) == [pygame.K_RIGHT]
    assert codes(pad, stick(axis, 0.1)) == []
    assert passed(pad, 1.0) == []
    assert codes(pad, stick(axis, -1.0)) == [pygame.K_LEFT]


def test_the_right_stick_scrolls() -> None:
    shell = opened(page_samples.shelf(), size=(1024, 640))
    shelf = next(w for w in shell.tree.layers[0].walk() if isinstance(w, Scroll))
    shell.dispatch(stick(pygame.CONTROLLER_AXIS_RIGHTY, 1.0))
    assert shell.tick(0.1)
    down = shelf.offset
    assert down > 0
    shell.dispatch(stick(pygame.CONTROLLER_AXIS_RIGHTY, -1.0))
    shell.tick(0.05)
    assert shelf.offset < down
    shell.dispatch(stick(pygame.CONTROLLER_AXIS_RIGHTY, 0.0))
    before = shelf.offset
    shell.tick(0.1)
    assert shelf.offset == before
    shell.close()


def hints(shell: Shell) -> list[str]:
    return [w.name for w in shell.tree.layers[0].walk() if w.name.startswith("Gamepad")]


class Plugged:
    """A gamepad as SDL's wrapper hands it out."""

    def __init__(self, index: int) -> None:
        if index:
            raise pygame.error("gone again")

    def as_joystick(self) -> Plugged:
        return self

    def get_instance_id(self) -> int:
        return 7


@pytest.mark.parametrize("view", [samples.plain(), page_samples.shelf()])
def test_the_hints_speak_of_a_gamepad_only_while_one_is_there(
    view: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pygame._sdl2.controller.Controller", Plugged)
    shell = opened(view)  # type: ignore[arg-type]
    assert hints(shell) == []
    shell.dispatch(pygame.event.Event(pygame.CONTROLLERDEVICEADDED, device_index=0))
    assert hints(shell)
    shell.dispatch(pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=3))
    assert hints(shell)
    shell.dispatch(pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=7))
    assert hints(shell) == []
    shell.close()


def test_one_that_is_pulled_out_at_once_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pygame._sdl2.controller.Controller", Plugged)
    shell = opened(samples.plain())
    shell.dispatch(pygame.event.Event(pygame.CONTROLLERDEVICEADDED, device_index=1))
    assert not shell.gamepad
    shell.close()


def test_where_there_is_none_looking_for_one_does_nothing() -> None:
    display()
    pad = Gamepad()
    pad.start()
    assert not pad.connected
    assert list(pad.tick(1.0)) == []
    pad.close()
