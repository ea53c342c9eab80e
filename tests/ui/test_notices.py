"""What has to be said of the store: once, upon whatever is shown, and the session goes on."""

from __future__ import annotations

import pygame
import pytest

from game.app.intents import Choose
from game.app.views import TroubleView
from game.ui.shell import Shell
from tests.ui import page_samples
from tests.ui.layout_walker import faults
from tests.ui.page_stage import SCREENS, texts
from tests.ui.stage import Booth, PlainArt, display, key, settings
from tests.ui.test_encounter import asked
from tests.ui.test_tree import opened

ASIDE = TroubleView(
    "Vos séances",
    "Le fichier de vos séances était abîmé. Il a été mis de côté sous le nom"
    " /home/maximilien-alexandre/.local/share/first-session/attempts.damaged-2026-11-25T092114Z.db ; séances"
    " qui ont pu être récupérées : 12.",
)


def test_what_was_found_at_the_start_is_told_upon_the_library() -> None:
    display()
    booth = Booth(page_samples.two_scenes())
    booth.notices.append(ASIDE)
    shell = Shell(booth, settings(), PlainArt(), SCREENS)
    assert shell.dialogs == 1
    assert ASIDE.message in texts(shell)
    shell.dispatch(key(pygame.K_ESCAPE))
    shell.rebuild()
    assert shell.dialogs == 0
    shell.close()


def test_a_reply_that_could_not_be_kept_is_answered_and_told_once() -> None:
    shell = opened("plain", "guided_french")
    shell.controls.notices.append(ASIDE)
    shell.dispatch(key(pygame.K_1))
    assert shell.dialogs == 1
    assert "« " in "".join(w.name for w in shell.tree.layers[0].walk())
    shell.dispatch(key(pygame.K_RETURN))
    shell.dispatch(key(pygame.K_ESCAPE))
    shell.dispatch(key(pygame.K_1))
    assert shell.dialogs == 0
    assert [type(intent) for intent in asked(shell)] == [Choose, Choose]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_long_path_is_told_whole(scale: float) -> None:
    display((1024, 640))
    booth = Booth(page_samples.two_scenes())
    booth.notices.append(ASIDE)
    shell = Shell(booth, settings(scale), PlainArt(), SCREENS)
    assert faults(shell.tree.top, pygame.Rect(0, 0, 1024, 640)) == []
    shell.close()
