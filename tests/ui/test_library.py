"""The library: each scene opens by keys and pointer; pictures come when they come; broken scenes are told."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pygame

from game.app.intents import ChooseLearner, Continue, OpenScene, SwitchLanguage
from game.ui.art import NoArt
from game.ui.screens.library.tile import SceneTile
from game.ui.widgets import Segmented
from tests.ui import page_samples
from tests.ui.page_stage import asked, opened, press, texts
from tests.ui.stage import PlainArt, click

if TYPE_CHECKING:
    from game.ui.shell import Shell


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


def test_the_session_that_was_cut_short_last_comes_first_by_keyboard() -> None:
    for codes in ([pygame.K_TAB], [pygame.K_DOWN], [pygame.K_RIGHT]):
        shell = opened(page_samples.shelf_in_use(), size=(1024, 640))
        press(shell, *codes, pygame.K_RETURN)
        assert asked(shell) == [Continue("attempt4")]


def test_a_tile_goes_on_by_its_button_and_opens_beside_it() -> None:
    shell = opened(page_samples.shelf_in_use(2), size=(1280, 720))
    button = next(w for w in shell.tree.ring() if w.key == "continue:scene1")
    tile = next(w for w in shell.tree.ring() if w.key == "scene:scene1")
    shell.tree.focus_on(button)
    click(shell, button.rect.center)
    assert asked(shell) == [Continue("attempt1")]
    click(shell, (tile.rect.x + 20, tile.rect.y + 20))
    assert asked(shell) == [Continue("attempt1"), OpenScene("scene1")]


def test_what_was_found_so_far_is_told_to_eyes_and_ears() -> None:
    shell = opened(page_samples.shelf_in_use())
    card = page_samples.shelf_in_use().cards[3]
    tile = next(w for w in shell.tree.ring() if w.key == "scene:scene3")
    for told in (card.best, card.played):
        assert told in texts(shell)
        assert told in tile.value


def shown(shell: Shell) -> list[str]:
    return [w.key for w in shell.tree.ring() if w.key.startswith("scene:")]


def choose(shell: Shell, key: str) -> None:
    shell.tree.focus_on(next(w for w in shell.tree.ring() if w.key == key))
    press(shell, pygame.K_SPACE)


def test_the_shelf_is_filtered_by_setting_and_level() -> None:
    shell = opened(page_samples.shelf_in_use())
    choose(shell, "setting:gp")
    assert shown(shell) == ["scene:scene1", "scene:scene4"]
    assert shell.tree.focus.key == "setting:gp"
    choose(shell, "level:advanced")
    assert shown(shell) == ["scene:scene4"]
    choose(shell, "level:intermediate")
    assert shown(shell) == []
    assert "No scene of this setting is of this level." in texts(shell)
    choose(shell, "setting:")
    assert shown(shell) == ["scene:scene2", "scene:scene3"]
    choose(shell, "level:")
    assert len(shown(shell)) == 6


def test_few_scenes_need_no_filter() -> None:
    keys = [widget.key for widget in opened(page_samples.shelf_in_use(3)).tree.ring()]
    assert not [key for key in keys if key.startswith(("setting:", "level:"))]


def test_nobody_is_asked_for_a_name() -> None:
    shell = opened(page_samples.two_scenes())
    assert "learner" not in [widget.key for widget in shell.tree.ring()]
    choose(shell, "settings")
    choose(shell, "learner")
    assert shell.dialogs == 1
    assert shell.tree.top.name == "Who is playing?"


def test_another_learner_sits_down() -> None:
    shell = opened(page_samples.shelf_in_use())
    choose(shell, "learner")
    choose(shell, "learner:Zoé")
    assert asked(shell) == [ChooseLearner("Zoé")]
    assert shell.dialogs == 0


def test_a_new_nickname_is_written() -> None:
    shell = opened(page_samples.shelf_in_use())
    choose(shell, "learner")
    shell.tree.focus_on(next(w for w in shell.tree.ring() if w.key == "nickname"))
    press(shell, pygame.K_RETURN)
    assert asked(shell) == []
    for text in ("Jo", "ël", " ", "2", "\n"):
        shell.dispatch(pygame.event.Event(pygame.TEXTINPUT, text=text))
    press(shell, pygame.K_SPACE, pygame.K_BACKSPACE, pygame.K_HOME, pygame.K_RIGHT, pygame.K_DELETE)
    shell.change(shell.settings._replace(text_scale=1.5))
    assert shell.tree.focus.value == "Jël "
    press(shell, pygame.K_RETURN)
    assert asked(shell) == [ChooseLearner("Jël ")]


def test_letters_in_a_field_are_no_commands() -> None:
    shell = opened(page_samples.shelf_in_use())
    choose(shell, "learner")
    shell.tree.focus_on(next(w for w in shell.tree.ring() if w.key == "nickname"))
    press(shell, pygame.K_l, pygame.K_g, pygame.K_SPACE)
    assert (asked(shell), shell.dialogs) == ([], 1)
    press(shell, pygame.K_ESCAPE)
    assert shell.dialogs == 0


def test_a_field_takes_so_much_and_no_more() -> None:
    shell = opened(page_samples.shelf_in_use())
    choose(shell, "learner")
    shell.tree.focus_on(next(w for w in shell.tree.ring() if w.key == "nickname"))
    shell.dispatch(pygame.event.Event(pygame.TEXTINPUT, text="M" * 60))
    assert shell.tree.focus.value == "M" * 40
    shell.draw()
