"""Two sessions as one page: how both ended, where they part, the shared road, then both roads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.intents import CloseComparison
from game.app.progress_values import ComparisonView
from game.ui.keys import Action
from game.ui.page import Page, wall_heading
from game.ui.screens.comparison.cards import curves_card, parted_cards, parting_card, shared_card, sides_card
from game.ui.widgets import Column, Panel, Widget
from game.ui.widgets.footed import Foot, Footed
from game.ui.widgets.long_page import LongPage

if TYPE_CHECKING:
    import pygame

    from game.app.intents import StartFrom
    from game.ui.backdrop import Scenery

_MOST = 1200
"""Units: the page is never wider."""


class ComparisonScreen(Page[ComparisonView]):
    """Draws a ComparisonView."""

    __slots__ = ()
    shows = ComparisonView

    def scenery(self) -> Scenery:
        """The room, dimmed all over."""
        return self.dimmed(self._view.room)

    def build(self) -> Widget:
        """All widgets."""
        theme, phrases, view = self._host.theme, self._host.controls.phrases, self._view
        _ = phrases.gettext
        cards: list[Widget] = [
            sides_card(theme, phrases, view),
            parting_card(theme, phrases, view, self._begin),
            curves_card(theme, phrases, view),
        ]
        if view.shared:
            cards.append(shared_card(theme, phrases, view))
        turns = list(parted_cards(theme, phrases, view))
        if turns:
            cards += [wall_heading(theme, _("Side by side")), *turns]
        column = Panel(theme, Column(theme, cards, gap=18), most=_MOST)
        self._page = LongPage(theme, column, cards, key="comparison")
        return Footed(
            theme,
            _("Two sessions compared"),
            self._page,
            Foot(theme, self.back_and_glossary(self._back)),
        )

    def _begin(self, start: StartFrom) -> None:
        self._host.send(start)

    def _back(self) -> None:
        self._host.send(CloseComparison())

    def key_down(self, event: pygame.event.Event) -> bool:
        """Esc leads back; G explains the techniques."""
        match self._host.keys.action(event):
            case Action.BACK:
                self._back()
            case Action.GLOSSARY:
                self._glossary()
            case _:
                return False
        return True
