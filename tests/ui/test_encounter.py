"""The encounter: every reply by number, arrow and pointer; the reveal; what the keys open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.app.intents import AnswerProbe, Choose, OpenDebrief, OpenLibrary, SwitchLanguage
from game.ui.settings import Settings
from game.ui.widgets import Gauge, Rich
from tests.ui import samples
from tests.ui.stage import click, key, settings
from tests.ui.test_tree import found, opened, press

if TYPE_CHECKING:
    from game.ui.shell import Shell

SLOW = Settings(reveal_speed=45)


def asked(shell: Shell) -> list[object]:
    return shell.controls.asked  # type: ignore[attr-defined]


def replies(shell: Shell) -> list[str]:
    return [widget.key for widget in shell.tree.ring() if widget.key.startswith("reply:")]


@pytest.mark.parametrize("number", range(1, 6))
def test_a_number_chooses(number: int) -> None:
    shell = opened("guided_french", "plain")
    wanted = samples.guided_french().replies[number - 1].id
    shell.dispatch(key(pygame.K_0 + number))
    assert asked(shell) == [Choose(wanted)]


def test_the_number_row_of_a_french_keyboard_chooses() -> None:
    shell = opened("plain")
    shell.dispatch(key(pygame.K_QUOTEDBL, scancode=pygame.KSCAN_3))
    assert asked(shell) == [Choose("wait")]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_reply_by_arrow_and_enter(scale: float) -> None:
    for steps in range(1, 6):
        shell = opened("guided_french", "plain", size=(1024, 640), given=settings(scale))
        for _ in range(steps):
            shell.dispatch(key(pygame.K_DOWN))
        shell.dispatch(key(pygame.K_RETURN))
        assert asked(shell) == [Choose(samples.guided_french().replies[steps - 1].id)]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_reply_by_pointer(scale: float) -> None:
    for index in range(5):
        shell = opened("guided_french", "plain", size=(1024, 640), given=settings(scale))
        name = replies(shell)[index]
        shell.dispatch(pygame.event.Event(pygame.MOUSEMOTION, pos=(900, 300), rel=(0, 0), buttons=(0, 0, 0)))
        for _ in range(80):
            if pygame.Rect(0, 60, 1024, 500).collidepoint(found(shell, name).rect.center):
                break
            shell.dispatch(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1, precise_y=-1.0))
        click(shell, found(shell, name).rect.center)
        assert asked(shell) == [Choose(name.removeprefix("reply:"))]


def test_a_probe_by_number_and_the_way_past_it() -> None:
    shell = opened("probing", "plain")
    shell.dispatch(key(pygame.K_4))
    assert asked(shell) == [AnswerProbe("f4")]
    shell = opened("probing", "plain")
    press(shell, "feeling:")
    assert asked(shell) == [AnswerProbe("")]


def test_after_the_end_enter_shows_what_became_of_it() -> None:
    shell = opened("ending")
    shell.dispatch(key(pygame.K_RETURN))
    assert asked(shell) == [OpenDebrief()]


def test_a_number_without_a_reply_does_nothing() -> None:
    shell = opened("bare")
    shell.dispatch(key(pygame.K_9))
    assert asked(shell) == []


def test_words_appear_at_reading_speed_without_reflow() -> None:
    shell = opened("plain", given=SLOW)
    words = next(w for w in shell.tree.layers[0].walk() if isinstance(w, Rich) and "They said" in w.name)
    flow, rect = words.flow(), words.rect.copy()
    assert words.shown == 0
    assert shell.tick(1.0)
    assert words.shown == 45
    assert words.flow() is flow
    assert words.rect == rect
    for _ in range(3):
        shell.tick(1.0)
    assert words.shown is None
    assert not shell.tick(0.1)


@pytest.mark.parametrize("code", [pygame.K_SPACE, pygame.K_RETURN])
def test_one_key_shows_all(code: int) -> None:
    shell = opened("guided_french", given=SLOW)
    shell.dispatch(key(code))
    texts = [w for w in shell.tree.layers[0].walk() if isinstance(w, Rich)]
    assert all(text.shown is None for text in texts)
    assert asked(shell) == []


def test_a_click_beside_the_widgets_shows_all() -> None:
    shell = opened("plain", given=SLOW)
    click(shell, (200, 600))
    assert not shell.tick(0.1)


def test_replies_come_after_the_words_and_a_number_then_shows_all() -> None:
    shell = opened("plain", given=SLOW)
    assert replies(shell) == []
    shell.dispatch(key(pygame.K_2))
    assert asked(shell) == []
    assert len(replies(shell)) == 4
    shell.dispatch(key(pygame.K_2))
    assert asked(shell) == [Choose("choose")]


def test_lines_come_one_after_the_other_and_turn_the_face() -> None:
    shell = opened("guided_french", given=SLOW)
    actor = shell.screen.actor  # type: ignore[attr-defined]
    assert actor._bearing == (92, "irritated", "")
    for _ in range(300):
        shell.tick(0.05)
    assert actor._bearing == (92, "sad", "look_down")


def test_the_patient_speaks_while_their_words_appear_and_not_while_they_act() -> None:
    shell = opened("plain", given=SLOW)
    actor = shell.screen.actor  # type: ignore[attr-defined]
    shell.tick(0.2)
    assert actor._speaking
    shell.tick((len("“They said I had to come. So I’m here.” He") - 9) / 45)
    assert not actor._speaking
    shell.tick(0.4)
    assert actor._speaking
    for _ in range(60):
        shell.tick(0.1)
    assert not actor._speaking


def test_the_reveal_goes_on_after_a_language_switch() -> None:
    shell = opened("plain", given=SLOW)
    shell.tick(1.0)
    shell.dispatch(key(pygame.K_l))
    assert asked(shell) == [SwitchLanguage("fr")]
    words = next(w for w in shell.tree.layers[0].walk() if isinstance(w, Rich) and "They said" in w.name)
    assert words.shown == 45


def test_less_motion_shows_all_and_sets_gauges_at_once() -> None:
    shell = opened("plain", "guided_french", given=Settings(reduced_motion=True))
    shell.tick(0.01)
    shell.dispatch(key(pygame.K_1))
    shell.tick(0.01)
    gauges = [w for w in shell.tree.layers[0].walk() if isinstance(w, Gauge)]
    assert [round(gauge.now) for gauge in gauges] == [41, 55, 50]
    assert not shell.tick(0.01)


def test_gauges_ease_from_where_they_stood() -> None:
    shell = opened("plain", "guided_french")
    shell.tick(0.01)
    shell.dispatch(key(pygame.K_1))
    gauge = next(w for w in shell.tree.layers[0].walk() if isinstance(w, Gauge))
    assert gauge.now == 34
    shell.tick(0.1)
    assert 34 < gauge.now < 41
    assert gauge.value == "Confiance 41 sur 100, en hausse de 7"


def test_the_menu_leaves_to_the_library() -> None:
    shell = opened("plain")
    shell.dispatch(key(pygame.K_ESCAPE))
    press(shell, "leave")
    assert asked(shell) == [OpenLibrary()]
    assert shell.dialogs == 0


@pytest.mark.parametrize("code", [pygame.K_h, pygame.K_g, pygame.K_ESCAPE])
def test_dialogs_open_keep_the_keys_and_close(code: int) -> None:
    shell = opened("plain")
    shell.dispatch(key(pygame.K_DOWN))
    shell.dispatch(key(code))
    assert shell.dialogs == 1
    shell.dispatch(key(pygame.K_1))
    assert asked(shell) == []
    shell.dispatch(key(pygame.K_ESCAPE))
    assert shell.dialogs == 0
    assert shell.tree.focus is not None
    assert shell.tree.focus.key == "reply:ask"


def test_control_and_plus_enlarges_the_text() -> None:
    shell = opened("plain")
    for _ in range(6):
        shell.dispatch(key(pygame.K_PLUS, pygame.KMOD_LCTRL))
    assert shell.settings.text_scale == 2.0
    shell.dispatch(key(pygame.K_KP_MINUS, pygame.KMOD_LCTRL))
    assert shell.settings.text_scale == 1.75


def test_what_has_no_name_is_nothing_to_press() -> None:
    for name in samples.ALL:
        for widget in opened(name).tree.ring():
            assert widget.name.strip("\0")
            assert widget.role in {"button", "radio", "switch"}
