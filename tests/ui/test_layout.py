"""Every screen and dialog, in both languages, with the longest texts of all scenes, at every size of window
and text: nothing is cut, nothing overlaps, everything can be reached and hit.

The corners of the matrix are laid out for every screen; of the sizes within, each screen draws some.
"""

from __future__ import annotations

import random
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, Any

import pygame
import pytest

from game.app.phrases import Phrases
from game.app.views import BriefView, EncounterView, MistakesView, MistakeView, TroubleView
from game.launch import data_folder
from game.ui.dialogs import glossary_dialog, menu_dialog, take_back_dialog, transcript_dialog
from game.ui.dialogs.keys import keys_dialog
from game.ui.dialogs.learner import learner_dialog
from game.ui.dialogs.leave import quit_dialog
from game.ui.dialogs.settings import settings_dialog
from game.ui.dialogs.trouble import trouble_dialog
from game.ui.preview.mistakes import MistakesScreen
from game.ui.screens import SCREENS as ALL_SCREENS
from game.ui.screens.brief import BriefScreen
from game.ui.screens.debrief.chair import chair_dialog
from game.ui.screens.debrief.roads import roads_dialog
from game.ui.screens.encounter import EncounterScreen
from game.ui.screens.map.moment import moment_dialog
from game.ui.settings import Settings
from game.ui.shell import Shell
from game.ui.widgets.card import Card
from game.ui.widgets.long_page import LongPage
from tests.ui import page_samples, progress_samples, samples
from tests.ui.layout_walker import faults
from tests.ui.longest import WORST_WORD, stretched, unbreakable
from tests.ui.stage import Booth, PlainArt, display, key
from tests.ui.test_map import sample as map_sample
from tests.ui.test_map import tall as tall_map
from tests.ui.test_preview import Desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.app.views import GlossaryView, TranscriptView, View
    from game.ui.widgets import Widget

SIZES = ((1024, 640), (1280, 720), (1920, 1080), (2560, 1440))
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
CORNERS = tuple(product((SIZES[0], SIZES[-1]), (SCALES[0], SCALES[-1])))
WITHIN = 3
"""Combinations of window and text size besides the corners that each screen draws."""
LANGUAGES = ("en", "fr")
_STILL = Settings(reveal_speed=0, reduced_motion=True)
_SCREENS = {
    **ALL_SCREENS,
    BriefView: lambda host, view: BriefScreen(host, view, threaded=False),
    EncounterView: lambda host, view: EncounterScreen(host, view, threaded=False),
    MistakesView: MistakesScreen,
}


MISTAKES = MistakesView(
    page_samples.brief().title,
    "La scène se montre dès que ces fautes sont corrigées.",
    tuple(
        MistakeView(
            f"{WORST_WORD}.yaml:{number}:7", "erreur FS024", page_samples.shelf().broken[1].message,
            f"      then: {WORST_WORD}", 12, page_samples.brief().objectives[0], number % 2 == 0,
        )
        for number in range(1, 12)
    ),
)  # fmt: skip
"""What an author sees who has made many mistakes at once."""


class Room(Booth):
    """A controller that speaks with the game's own phrases, and whose texts are changed as asked."""

    def __init__(self, view: View, language: str, texts: Callable[[Any], Any]) -> None:
        super().__init__(texts(view), language=language)
        self._texts = texts

    @property
    def phrases(self) -> Phrases:  # type: ignore[override]
        """The game's."""
        return Phrases(self.language, data_folder("assets") / "locale")

    def transcript(self) -> TranscriptView:
        """A long one."""
        return self._texts(super().transcript())  # type: ignore[no-any-return]

    def glossary(self) -> GlossaryView:
        """A long one."""
        return self._texts(super().glossary())  # type: ignore[no-any-return]


def speaking() -> EncounterView:
    """A session in which everything can be opened."""
    return samples.guided_french()._replace(may_take_back=12)


def trouble(shell: Shell) -> Widget:
    """What the shell says where something went wrong."""
    told = TroubleView("Quelque chose n’a pas marché", page_samples.shelf().broken[1].message)
    return trouble_dialog(shell, told)


def _roads(shell: Shell) -> Widget:
    view: Any = shell.controls.view
    return roads_dialog(shell, view.turns[0], view.patient, shell.close_dialog)


PLACES: dict[str, Callable[[], View]] = {
    **samples.ALL,
    "speaking": speaking,
    **page_samples.PAGES,
    **progress_samples.PAGES,
    "map": map_sample,
    "tall map": tall_map,
    "mistakes": lambda: MISTAKES,
}
DIALOGS: dict[str, tuple[Callable[[], View], Callable[[Any], Widget]]] = {
    "transcript": (speaking, transcript_dialog),
    "glossary": (speaking, glossary_dialog),
    "menu": (speaking, menu_dialog),
    "settings": (speaking, settings_dialog),
    "settings of the library": (page_samples.shelf_in_use, settings_dialog),
    "keys": (speaking, keys_dialog),
    "take back": (speaking, take_back_dialog),
    "quit": (page_samples.shelf, quit_dialog),
    "trouble": (page_samples.shelf, trouble),
    "learners": (page_samples.shelf_in_use, lambda shell: learner_dialog(shell, shell.controls.view)()),
    "roads": (lambda: page_samples.debrief(2), _roads),
    "chair": (
        lambda: page_samples.debrief(2),
        lambda shell: chair_dialog(shell, shell.controls.view.chair),
    ),
    "moment": (map_sample, lambda shell: moment_dialog(shell, shell.controls.view.moments[1])),
    "ending": (map_sample, lambda shell: moment_dialog(shell, shell.controls.view.moments[4])),
    "signs": (map_sample, lambda shell: shell.screen._signs_dialog()),
}


def sizes(name: str) -> list[tuple[tuple[int, int], float]]:
    """The corners, and some sizes of window and text within; always the same ones for a screen."""
    rest = [pair for pair in product(SIZES, SCALES) if pair not in CORNERS]
    return [*CORNERS, *random.Random(name).sample(rest, WITHIN)]


def found(shell: Shell, size: tuple[int, int], scale: float) -> list[str]:
    """What is wrong at a size of window and text."""
    display(size)
    shell.change(shell.settings._replace(text_scale=scale))
    top = shell.tree.top
    assert top is not None
    for widget in [one for one in top.walk() if isinstance(one, LongPage)]:
        widget.finish()
    return [f"{size} {scale}: {fault}" for fault in faults(top, pygame.Rect(0, 0, *size))]


def opened(view: View, language: str, texts: Callable[[Any], Any]) -> Shell:
    """The window on a view, on a display that is not there."""
    display(SIZES[0])
    return Shell(Room(view, language, texts), _STILL, PlainArt(), _SCREENS)


@pytest.fixture(autouse=True)
def _all_cards_are_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Card, "in_sight", lambda _: True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PLACES)
def test_every_screen_holds_the_longest_texts(name: str, language: str) -> None:
    shell = opened(PLACES[name](), language, partial(stretched, language=language))
    assert [fault for size, scale in sizes(name + language) for fault in found(shell, size, scale)] == []
    shell.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_holds_the_longest_texts(name: str, language: str) -> None:
    view, build = DIALOGS[name]
    shell = opened(view(), language, partial(stretched, language=language))
    shell.open_dialog(lambda: build(shell))
    assert [fault for size, scale in sizes(name + language) for fault in found(shell, size, scale)] == []
    shell.close()


@pytest.mark.parametrize("name", [*PLACES, *DIALOGS])
def test_every_screen_and_dialog_holds_a_word_that_no_line_can(name: str) -> None:
    view, build = DIALOGS.get(name, (PLACES.get(name), None))
    assert view is not None
    shell = opened(view(), "fr", unbreakable)
    if build:
        shell.open_dialog(lambda: build(shell))
    assert [fault for size, scale in CORNERS for fault in found(shell, size, scale)] == []
    shell.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("moment", ["hello", "straight", "bye"])
def test_the_preview_keeps_its_bar_whole(tmp_path: Path, moment: str, language: str) -> None:
    """Of these moments one is shown as a session, one is gone through, and one ends in the debrief."""
    shell = Desk(tmp_path, moment, language=language).shell
    assert [fault for size, scale in sizes(moment + language) for fault in found(shell, size, scale)] == []
    shell.dispatch(key(pygame.K_t))
    assert [fault for size, scale in CORNERS for fault in found(shell, size, scale)] == []
    shell.close()
