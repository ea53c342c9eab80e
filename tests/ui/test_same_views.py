"""The window and the text mode are two faces of one game: the same choices lead to the same views, and what
the patient says, shows and can be answered is on both."""

from __future__ import annotations

import io
from itertools import cycle
from typing import TYPE_CHECKING

import pygame
import pytest

from game.app.intents import OpenScene
from game.app.views import BriefView, EncounterView
from game.terminal.paper import Paper
from game.terminal.play import play
from game.ui.screens import SCREENS as ALL_SCREENS
from game.ui.screens.brief import BriefScreen
from game.ui.screens.encounter import EncounterScreen
from game.ui.settings import Settings
from game.ui.shell import Shell
from game.ui.widgets import Rich
from tests.players import controller, shipped
from tests.ui.stage import PlainArt, display, key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.app.controller import Controller
    from game.app.intents import Intent
    from game.app.views import View

SCREENS = {
    **ALL_SCREENS,
    BriefView: lambda host, view: BriefScreen(host, view, threaded=False),
    EncounterView: lambda host, view: EncounterScreen(host, view, threaded=False),
}
WAYS = (("en", "guided"), ("fr", "guided"), ("fr", "exam"), ("en", "practice"))
"""Language and mode; the scenes take them in turn."""
MOST = 80
"""Steps of the longest session."""


def bare(text: str) -> str:
    """The words, whatever the blanks between them."""
    return " ".join(text.split())


def words(view: EncounterView) -> Iterator[str]:
    """What the player must be able to read of a view, wherever they play."""
    for line in view.lines:
        yield line.cue
        yield from (span.text for span in line.speech)
    for reply in view.replies:
        yield from (span.text for span in reply.speech)
        yield reply.technique
    if view.feedback:
        yield view.feedback.text
    if view.inner:
        yield view.inner.text
    if view.probe:
        yield view.probe.question
    yield from view.notices


def sessions(game: Controller) -> list[EncounterView]:
    """The views of the session, as they come."""
    seen: list[EncounterView] = []
    handle = game.handle

    def noted(intent: Intent) -> View:
        view = handle(intent)
        if isinstance(view, EncounterView) and (not seen or view != seen[-1]):
            seen.append(view)
        return view

    game.handle = noted  # type: ignore[method-assign]
    return seen


class Answers(io.StringIO):
    """Opens the door, gives the first answer to everything, and leaves at the end."""

    def __init__(self, seen: list[EncounterView]) -> None:
        super().__init__()
        self._seen = seen

    def readline(self, _size: int = -1, /) -> str:
        """The next answer."""
        if not self._seen:
            return "\n"
        return "q\n" if self._seen[-1].over or len(self._seen) > MOST else "1\n"


def in_the_terminal(scene: str, language: str, mode: str) -> tuple[list[EncounterView], str]:
    game = controller(language, mode)
    game.handle(OpenScene(scene))
    seen, out = sessions(game), io.StringIO()
    assert play(game, Paper(out), Answers(seen)) == 0
    return seen, out.getvalue()


def in_the_window(scene: str, language: str, mode: str) -> tuple[list[EncounterView], list[str]]:
    """With what was to be read at each view."""
    display()
    game = controller(language, mode)
    game.handle(OpenScene(scene))
    seen = sessions(game)
    shell = Shell(game, Settings(reveal_speed=0, reduced_motion=True), PlainArt(), SCREENS)
    shell.dispatch(key(pygame.K_RETURN))
    read: list[str] = []
    while isinstance(view := game.view, EncounterView) and len(read) < MOST:
        read.append(
            " ".join(widget.name for widget in shell.tree.layers[0].walk() if isinstance(widget, Rich))
        )
        if view.over:
            break
        shell.dispatch(key(pygame.K_1))
    shell.close()
    return seen, read


@pytest.mark.parametrize(
    ("scene", "language", "mode"),
    [(scene, *way) for scene, way in zip(shipped().ids(), cycle(WAYS), strict=False)],
)
def test_window_and_terminal_show_the_same_session(scene: str, language: str, mode: str) -> None:
    told, out = in_the_terminal(scene, language, mode)
    shown, read = in_the_window(scene, language, mode)
    assert shown[-1].over
    assert told[: len(shown)] == shown
    assert len(read) == len(shown)
    for view, page in zip(shown, read, strict=True):
        for text in map(bare, words(view)):
            assert text in bare(page)
            assert text in bare(out)
