"""The library: each scene opens by keys and pointer; pictures come when they come; broken scenes are told."""

from __future__ import annotations

import threading

import pygame

from game.app.intents import OpenScene, SwitchLanguage
from game.ui.art import NoArt
from game.ui.screens.library.tile import SceneTile
from game.ui.widgets import Segmented
from tests.ui import page_samples
from tests.ui.page_stage import asked, opened, press, texts
from tests.ui.stage import PlainArt, click


def test_each_scene_opens_by_arrow_and_enter() -> None:
    for index in range(9):
        shell = opened(page_samples.shelf(), size=(1024, 640))
        press(shell, *[pygame.K_RIGHT] * (index + 1), pygame.K_RETURN)
        assert asked(shell) == [OpenScene(f"scene{index}")]


def test_each_scene_opens_by_pointer() -> None:
    for index in range(9):
        shell = opened(page_samples.shelf(), size=(1024, 640))
        tile = next(w for w in shell.tree.ring() if w.key == f"scene:scene{index}")
        shell.tree.focus_on(tile)
        click(shell, tile.rect.clip(pygame.Rect(0, 0, 1024, 640)).center)
        assert asked(shell) == [OpenScene(f"scene{index}")]


def test_broken_scenes_are_told_and_cannot_be_opened() -> None:
    view = page_samples.shelf(2)
    shell = opened(view)
    told = texts(shell)
    for scene in view.broken:
        assert scene.id in told
        assert scene.message in told
        assert f"scene:{scene.id}" not in [widget.key for widget in shell.tree.ring()]


def test_escape_asks_before_it_closes() -> None:
    shell = opened(page_samples.shelf())
    press(shell, pygame.K_ESCAPE)
    assert shell.dialogs == 1
    assert not shell.done
    press(shell, pygame.K_ESCAPE)
    assert (shell.dialogs, shell.done) == (0, False)
    press(shell, pygame.K_ESCAPE, pygame.K_DOWN, pygame.K_DOWN, pygame.K_RETURN)
    assert shell.done


def test_the_language_is_switched() -> None:
    shell = opened(page_samples.shelf())
    language = next(w for w in shell.tree.top.walk() if isinstance(w, Segmented))
    click(shell, language.children()[1].rect.center)
    assert asked(shell) == [SwitchLanguage("fr")]
    assert shell.tree.focus.key == "language:fr"


def test_the_first_frame_does_not_wait_for_pictures() -> None:
    release = threading.Event()

    class Slow(PlainArt):
        def sitter(self, *given: object) -> object:  # type: ignore[override]
            release.wait(5)
            return super().sitter(*given)  # type: ignore[arg-type]

    shell = opened(page_samples.two_scenes(), art=Slow())
    assert shell.draw()
    shell.tick(0.01)
    assert shell.draw() == []
    release.set()
    shell.screen.busts.wait()
    shell.tick(0.01)
    tile = next(w for w in shell.tree.top.walk() if isinstance(w, SceneTile))
    assert shell.draw()
    assert tile.bust._rounded is not None
    shell.close()


def test_without_pictures_the_shelf_still_works() -> None:
    class Bare(PlainArt):
        def sitter(self, *_given: object) -> object:  # type: ignore[override]
            raise NoArt("no pictures here")

    shell = opened(page_samples.two_scenes(), art=Bare())
    shell.draw()
    shell.screen.busts.wait()
    press(shell, pygame.K_DOWN, pygame.K_RETURN)
    assert asked(shell) == [OpenScene("scene1")]
    shell.close()


def test_down_and_up_go_by_rows() -> None:
    shell = opened(page_samples.shelf(), size=(1280, 720))
    press(shell, pygame.K_DOWN, pygame.K_DOWN)
    assert shell.tree.focus.key == "scene:scene3"
    press(shell, pygame.K_RIGHT, pygame.K_UP)
    assert shell.tree.focus.key == "scene:scene1"
