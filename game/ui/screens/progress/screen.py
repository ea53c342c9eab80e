"""Progress as one page over the room: what changed and what to try, the figures, the sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.app.intents import CloseProgress, CompareAttempts, OpenProgress, ReadAttempt
from game.app.progress_values import ProgressView
from game.ui.backdrop import Scenery
from game.ui.dialogs import glossary_dialog
from game.ui.screens.progress.cards import (
    curve_card,
    guesses_card,
    habits_card,
    head_card,
    next_card,
    scenes_card,
    skills_card,
)
from game.ui.screens.progress.sessions import Doors, session_list
from game.ui.widgets import Button, Column, Flowing, Panel, Scroll, Widget
from game.ui.widgets.footed import Foot, Footed

if TYPE_CHECKING:
    from game.app.views import View
    from game.ui.host import Host

_MOST = 1120
"""Units: the page is never wider."""
_MORE = 20
"""So many older sessions are listed at a time."""


class ProgressScreen:
    """Draws a ProgressView. One session may be picked, to be compared with the next one that is pressed."""

    __slots__ = ("_host", "_picked", "_view")

    def __init__(self, host: Host, view: View) -> None:
        self._host = host
        self._view = _of(view)
        self._picked = ""

    def update(self, view: View) -> None:
        """Another scene, more sessions, or another language."""
        self._view = _of(view)
        if self._picked not in {row.attempt for row in self._view.rows}:
            self._picked = ""

    def scenery(self) -> Scenery:
        """The consulting room, dimmed all over."""
        return Scenery("psychologist_day", 0.0, 0.0, 0.45, self._host.theme.palette.shaded_wall)

    def build(self) -> Widget:
        """All widgets."""
        theme, phrases, view = self._host.theme, self._host.controls.phrases, self._view
        cards: list[Widget] = [
            head_card(theme, phrases, view, self._look_at),
            next_card(theme, phrases, view),
        ]
        if view.points:
            cards.append(curve_card(theme, phrases, view))
            cards.append(skills_card(theme, phrases, view))
        if view.families:
            cards.append(habits_card(theme, phrases, view))
        if view.guesses:
            cards.append(guesses_card(theme, phrases, view))
        if view.scenes:
            cards.append(scenes_card(theme, phrases, view))
        if view.rows:
            doors = Doors(self._read, self._pick, self._compare, self._older)
            cards += session_list(theme, phrases, view, self._picked, doors)
        column = Panel(theme, Column(theme, cards, gap=18), most=_MOST)
        page = Scroll(theme, column, key="progress", on_dark=True, bleed=(34, 24, 22, 18))
        return Footed(theme, view.title, page, Foot(theme, self._ways_on()))

    def _ways_on(self) -> Widget:
        theme = self._host.theme
        _ = self._host.controls.phrases.gettext
        buttons = [
            Button(theme, _("Back (Esc)"), self._back, kind="main", icon="left", key="back", small=True),
            Button(theme, _("Glossary (G)"), self._glossary, key="glossary", small=True),
        ]
        return Flowing(theme, buttons, gap=12, line_gap=10, align="centre")

    def _look_at(self, scope: str) -> None:
        self._picked = ""
        self._host.send(OpenProgress(scope))

    def _older(self) -> None:
        self._host.send(OpenProgress(self._view.scope, len(self._view.rows) + _MORE))

    def _read(self, attempt: str) -> None:
        self._host.send(ReadAttempt(attempt))

    def _pick(self, attempt: str) -> None:
        """The first of two; pressed again, none."""
        self._picked = "" if attempt == self._picked else attempt
        self._host.rebuild()

    def _compare(self, one: str, other: str) -> None:
        self._host.send(CompareAttempts(one, other))

    def _back(self) -> None:
        self._host.send(CloseProgress())

    def _glossary(self) -> None:
        self._host.open_dialog(lambda: glossary_dialog(self._host))

    def key_down(self, event: pygame.event.Event) -> bool:
        """Esc lets go of a picked session, then leads back; G explains the techniques."""
        if event.key == pygame.K_ESCAPE and self._picked:
            self._pick(self._picked)
        elif event.key == pygame.K_ESCAPE:
            self._back()
        elif event.key == pygame.K_g:
            self._glossary()
        else:
            return False
        return True

    def click(self) -> bool:
        """Nothing lies beside the widgets."""
        return False

    def tick(self, dt: float) -> bool:  # noqa: ARG002
        """Nothing moves."""
        return False

    def close(self) -> None:
        """Nothing is left running."""


def _of(view: View) -> ProgressView:
    if not isinstance(view, ProgressView):
        raise TypeError(f"a ProgressView is needed, not {type(view).__name__}")
    return view
