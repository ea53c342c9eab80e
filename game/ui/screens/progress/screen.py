"""Progress as one page over the room: what changed and what to try, the figures, the sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.intents import CloseProgress, CompareAttempts, OpenProgress, ReadAttempt
from game.app.progress_values import ProgressView
from game.ui.keys import Action
from game.ui.page import Page
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
from game.ui.widgets import Column, Panel, Scroll, Widget
from game.ui.widgets.footed import Foot, Footed

if TYPE_CHECKING:
    import pygame

    from game.app.views import View
    from game.ui.backdrop import Scenery
    from game.ui.host import Host

_MOST = 1120
"""Units: the page is never wider."""
_MORE = 20
"""So many older sessions are listed at a time."""


class ProgressScreen(Page[ProgressView]):
    """Draws a ProgressView. One session may be picked, to be compared with the next one that is pressed."""

    __slots__ = ("_picked",)
    shows = ProgressView

    def __init__(self, host: Host, view: View) -> None:
        super().__init__(host, view)
        self._picked = ""

    def update(self, view: View) -> None:
        """Another scene, more sessions, or another language."""
        super().update(view)
        if self._picked not in {row.attempt for row in self._view.rows}:
            self._picked = ""

    def scenery(self) -> Scenery:
        """The consulting room, dimmed all over."""
        return self.dimmed()

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
        return Footed(theme, view.title, page, Foot(theme, self.back_and_glossary(self._back)))

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

    def key_down(self, event: pygame.event.Event) -> bool:
        """Esc lets go of a picked session, then leads back; G explains the techniques."""
        match self._host.keys.action(event):
            case Action.BACK if self._picked:
                self._pick(self._picked)
            case Action.BACK:
                self._back()
            case Action.GLOSSARY:
                self._glossary()
            case _:
                return False
        return True
